"""项目支出绩效目标表, the money: rows by source of funds, units by their projects, the total by its units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Row, Table
from gouji.rules.formula import Gap, seat_in
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.rules.sums import sums_by_column

FORM = "项目支出绩效目标表"
TOTAL = "总计"
OTHER = "其他资金"
TOTAL_ROW, UNIT, PROJECT = 0, 1, 2


@rule(
    title="项目总计不等于各资金来源之和",
    title_en="a project's total is not the sum of its sources of funds",
    basis=f"{FORM}：总计 = 财政拨款 + 财政专户拨款 + 其他资金",
    reads=(FORM,),
)
def project_total_is_not_sum_of_funds(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        funds = [column for column in table.columns if column != TOTAL]
        if TOTAL not in table.columns or not funds:
            yield NotApplicable(f"《{FORM}》没有分列资金来源")
            continue
        for row in table.rows:
            yield from _row_by_funds(row, funds)


def _row_by_funds(row: Row, funds: list[str]) -> Iterator[Observation]:
    """A form without 其他资金 lists only some of the sources: then they may be less than the total."""
    stated = seat_in(row, TOTAL)
    seats = [seat_in(row, fund) for fund in funds]
    terms = [Term(seat) for seat in seats if isinstance(seat, Figure)]
    if not isinstance(stated, Figure) or not terms or Gap.UNREAD in seats:
        yield NotApplicable(f"“{row.name}”的资金来源{Gap.BLANK.value}")
    elif OTHER in funds:
        yield with_hint(must_total(stated, terms, f"{TOTAL} = {' + '.join(funds)}"))
    else:
        largest = max(terms, key=lambda term: term.figure.value)
        yield must_not_exceed(largest.figure, [Term(stated)], f"{largest.figure.place.field} ≤ {TOTAL}")


@rule(
    title="单位金额不等于其各项目之和",
    title_en="a unit's amount is not the sum of its projects",
    basis=f"{FORM}：单位行为本单位各项目（含涉密项目）之和",
    reads=(FORM,),
)
def unit_total_is_not_sum_of_projects(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        units = [index for index, row in enumerate(table.rows) if row.depth == UNIT]
        if not units:
            yield NotApplicable(f"《{FORM}》没有单位行")
        for index in units:
            parts = _below(table, index)
            last = index == units[-1]
            for observation in sums_by_column(table.rows[index], parts, table.columns, "单位 = 各项目之和"):
                yield _perhaps_cut_off(observation) if last and not _has_total(table) else observation


def _below(table: Table, index: int) -> list[Row]:
    """The project rows between a unit row and the next row that is none."""
    rows = []
    for row in table.rows[index + 1 :]:
        if row.depth < PROJECT:
            break
        rows.append(row)
    return rows


def _has_total(table: Table) -> bool:
    return any(row.depth == TOTAL_ROW for row in table.rows)


def _perhaps_cut_off(observation: Observation, severity: Severity = Severity.WARNING) -> Observation:
    """A list without a total row whose last part lacks something may go on, on a page that is not here."""
    if not isinstance(observation, Comparison) or observation.verdict is not Verdict.DISAGREE:
        return observation
    if observation.expected > observation.stated.value:
        return observation
    note = observation.note or "如文件缺页，请补全后再核对"
    return replace(observation, severity=severity, note=note, note_en=observation.note_en or "or pages lack")


@rule(
    title="合计不等于各单位之和",
    title_en="the total is not the sum of the units",
    basis=f"{FORM}：合计行为各单位之和",
    reads=(FORM,),
)
def project_list_total_is_not_sum_of_units(report: Report) -> Iterator[Observation]:
    """Without unit rows the total is that of all projects."""
    for table in report.tables_of(FORM):
        totals = [row for row in table.rows if row.depth == TOTAL_ROW]
        units = [row for row in table.rows if row.depth == UNIT]
        parts = units or [row for row in table.rows if row.depth == PROJECT]
        if not totals or not parts:
            yield NotApplicable(f"《{FORM}》没有合计行")
        else:
            words = "合计 = 各单位之和" if units else "合计 = 各项目之和"
            named = "计" in totals[0].name  # a body's name in the place of the total: its list may go on elsewhere
            for observation in sums_by_column(totals[0], parts, table.columns, words):
                yield observation if named else _perhaps_cut_off(observation, Severity.NOTE)
