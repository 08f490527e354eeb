"""Totals of lists and of code trees: who is a part of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gouji.model.finding import Comparison, NotApplicable
from gouji.model.rounding import Verdict
from gouji.model.table import Row, Table
from gouji.rules.sums import rows_between, tree_sums

COLUMN = ("本年支出合计",)


def verdicts(table: Table) -> list[Verdict]:
    return [found.verdict for found in tree_sums(table) if isinstance(found, Comparison)]


def test_each_level_is_the_sum_of_the_next(table: Callable[..., Table]) -> None:
    rows = [("", "合计", "10.00"), ("201", "甲", "10.00"), ("20101", "乙", "10.00"), ("2010101", "丙", "10.00")]
    assert verdicts(table("表", COLUMN, rows)) == [Verdict.AGREE] * 3


def test_a_level_the_form_leaves_out_is_skipped(table: Callable[..., Table]) -> None:
    rows = [("", "合计", "10.00"), ("201", "甲", "10.00"), ("2010101", "乙", "4.00"), ("2010102", "丙", "6.00")]
    assert verdicts(table("表", COLUMN, rows)) == [Verdict.AGREE] * 2


def test_a_total_at_the_bottom_is_found_too(table: Callable[..., Table]) -> None:
    assert verdicts(table("表", COLUMN, [("201", "甲", "4.00"), ("202", "乙", "6.00"), ("", "合计", "11.00")])) == [
        Verdict.DISAGREE
    ]


def test_codes_printed_twice_are_not_added_up(table: Callable[..., Table]) -> None:
    found = list(tree_sums(table("表", COLUMN, [("", "合计", "4.00"), ("201", "甲", "4.00"), ("201", "甲", "4.00")])))
    assert [type(one) for one in found] == [NotApplicable]


def test_details_of_a_row_are_not_added_beside_it(table: Callable[..., Table]) -> None:
    made = table(
        "表", COLUMN, [("", "拨款", "9.00"), ("", "其中基金", "2.00"), ("", "其他", "1.00"), ("", "合计", "10.00")]
    )
    rows: list[Row] = [replace(row, depth=2 if row.name == "其中基金" else 1) for row in made.rows]
    nested = replace(made, rows=tuple(rows), _by_name={})
    assert [row.name for row in rows_between(nested, "", "", "合计")] == ["拨款", "其他"]


def test_without_both_ends_there_is_no_list(table: Callable[..., Table]) -> None:
    made = table("表", COLUMN, [("", "甲", "9.00"), ("", "合计", "9.00")])
    assert rows_between(made, "", "没有", "合计") == []
    assert rows_between(made, "", "合计", "甲") == []
