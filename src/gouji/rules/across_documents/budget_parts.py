"""A budget published in two files, its text in one and its tables in the other: the amounts of the one in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouji.model.chain import Record
from gouji.model.finding import Comparison, Observation, Remark, Severity
from gouji.model.report import DocumentKind, Report
from gouji.rules.budget.stated import compared_with_tables, stated_amount_has_an_empty_box
from gouji.rules.narrative.shares import share_does_not_follow
from gouji.rules.rule import rule_across

MOST_FIGURES_IN_TEXT = 5  # of a file that holds the tables only


@rule_across(
    title="预算说明的金额、占比与另一文件中的预算表不一致",
    title_en="an amount or share in the text of a budget differs from its table in another file",
    basis="部门预算说明与预算表应当一致；说明与表分两个文件公开的，按同一部门、同一年度合看",
)
def budget_text_differs_from_tables_in_other_file(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for text in filter(_is_text, record.reports):
            tables = next((report for report in record.of_year(text.year or 0) if _is_tables(report)), None)
            if tables is not None:
                merged = replace(text, tables=tables.tables)
                yield from compared_with_tables(merged)
                yield from _shares(text, merged)
                yield from _empty_boxes(merged)


def _shares(text: Report, merged: Report) -> Iterator[Comparison]:
    """The shares whose whole only the tables tell."""
    alone = {one.stated.place for one in _compared(text)}
    yield from (one for one in _compared(merged) if one.stated.place not in alone)


def _empty_boxes(merged: Report) -> Iterator[Remark]:
    """The amounts whose box in the tables is empty."""
    observe = stated_amount_has_an_empty_box.observe
    found = observe(merged) if observe is not None else ()
    yield from (replace(one, severity=Severity.WARNING) for one in found if isinstance(one, Remark))


def _compared(report: Report) -> list[Comparison]:
    observe = share_does_not_follow.observe
    return [one for one in observe(report) if isinstance(one, Comparison)] if observe is not None else []


def _is_text(report: Report) -> bool:
    known = any(table.known for table in report.tables)
    return report.kind is DocumentKind.BUDGET and not known and bool(report.claims)


def _is_tables(report: Report) -> bool:
    known = any(table.known for table in report.tables)
    return report.kind is DocumentKind.BUDGET and known and len(report.claims) <= MOST_FIGURES_IN_TEXT
