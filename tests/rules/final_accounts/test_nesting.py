"""Details without printed levels: the nesting that makes the total hold is found, and none is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gouji.model.table import Row, Table
from gouji.rules.final_accounts.nesting import outermost

COLUMN = "合计"


def split(table: Table) -> tuple[Row, list[Row]]:
    return table.rows[0], list(table.rows[1:])


def names(table: Table) -> list[str]:
    total, details = split(table)
    return [row.name for row in outermost(total, details, COLUMN)]


def test_a_flat_list_stays_flat(table: Callable[..., Table]) -> None:
    assert names(table("表", (COLUMN,), [("", "总", "3.00"), ("", "甲", "1.00"), ("", "乙", "2.00")])) == ["甲", "乙"]


def test_rows_that_add_up_to_the_row_above_are_its_details(table: Callable[..., Table]) -> None:
    rows = [("", "总", "9.00"), ("", "甲", "1.00"), ("", "甲一", "1.00"), ("", "乙", "8.00"), ("", "乙一", "5.00")]
    assert names(table("表", (COLUMN,), [*rows, ("", "乙二", "3.00")])) == ["甲", "乙"]


def test_two_levels_of_details_are_found(table: Callable[..., Table]) -> None:
    rows = [("", "总", "9.00"), ("", "甲", "9.00"), ("", "乙", "4.00"), ("", "乙一", "4.00"), ("", "丙", "5.00")]
    assert names(table("表", (COLUMN,), rows)) == ["甲"]


def test_printed_depth_decides_where_there_is_any(table: Callable[..., Table]) -> None:
    made = table("表", (COLUMN,), [("", "总", "3.00"), ("", "甲", "1.00"), ("", "甲一", "7.00")])
    deep = [replace(row, depth=depth) for row, depth in zip(made.rows, (0, 1, 2), strict=True)]
    assert [row.name for row in outermost(deep[0], deep[1:], COLUMN)] == ["甲"]


def test_a_long_list_of_equal_amounts_does_not_take_forever(table: Callable[..., Table]) -> None:
    rows = [("", "总", "999.00"), *(("", f"项{number}", "1.00") for number in range(24))]
    assert names(table("表", (COLUMN,), rows))
