"""收支预算总表 and 财政拨款收支预算总表: each side adds up, the sides are equal, grants are the sum of the three budgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.model.comparison import must_equal
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.table import Row, Table
from gouji.rules.budget.forms import (
    BASIS,
    CAPITAL_GRANT,
    EXPENDITURE_SIDE,
    FUND_GRANT,
    GENERAL_GRANT,
    GRAND_TOTAL,
    INCOME_SIDE,
    OF_THE_YEAR,
    SIDED,
    columns_of_side,
    first_figure,
    grand_total,
    sides_of,
)
from gouji.rules.final_accounts.nesting import outermost
from gouji.rules.final_accounts.rows import tables_among
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.rules.sums import sums_by_column

_GRANTS = "财政拨款收入"
_BUDGETS = (GENERAL_GRANT, FUND_GRANT, CAPITAL_GRANT)


@rule(
    title="收支预算总表、财政拨款收支预算总表的收入总计与支出总计不相等",
    title_en="the grand totals of income and expenditure of a budget differ",
    basis=f"{BASIS}：收入总计 = 支出总计",
)
def budget_income_and_expenditure_differ(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, SIDED):
        income = first_figure(grand_total(table, INCOME_SIDE), table.columns)
        for side in sides_of(table):
            if side == INCOME_SIDE:
                continue
            spent = first_figure(grand_total(table, side), ("合计", *columns_of_side(table, side)))
            if income is None or spent is None:
                yield NotApplicable(f"《{table.form}》没有列示收入总计或{side}总计")
            else:
                yield with_hint(must_equal(spent, income, f"{side}总计 = 收入总计", exact=income.unit == spent.unit))


@rule(
    title="收支预算总表、财政拨款收支预算总表的收入总计不等于各项收入之和",
    title_en="the income of a budget is not the sum of its sources",
    basis=f"{BASIS}：收入总计 = 各项收入之和",
)
def budget_income_is_not_sum_of_sources(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, SIDED):
        yield from _side_sums(table, INCOME_SIDE)


@rule(
    title="收支预算总表、财政拨款收支预算总表的支出总计不等于各类支出之和",
    title_en="the expenditure of a budget is not the sum of its classes",
    basis=f"{BASIS}：支出总计 = 各类支出之和",
)
def budget_expenditure_is_not_sum_of_classes(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, SIDED):
        for side in sides_of(table):
            if side != INCOME_SIDE:
                yield from _side_sums(table, side)


@rule(
    title="财政拨款收入不等于一般公共预算、政府性基金、国有资本经营预算拨款之和",
    title_en="the grants of a budget are not the sum of the three budgets",
    basis=f"{BASIS}：财政拨款收入 = 一般公共预算 + 政府性基金 + 国有资本经营预算",
)
def budget_grants_are_not_sum_of_budgets(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, SIDED):
        whole = table.row(_GRANTS, INCOME_SIDE)
        parts = [row for name in _BUDGETS if (row := table.row(name, INCOME_SIDE)) is not None]
        if whole is not None and len(parts) > 1 and all(part.depth > whole.depth for part in parts):
            yield from sums_by_column(
                whole, parts, columns_of_side(table, INCOME_SIDE), f"{_GRANTS} = 三本预算拨款之和"
            )


def _side_sums(table: Table, side: str) -> Iterator[Observation]:
    """The total of the year from the rows before it, the grand total from it and the rows behind it."""
    rows = [row for row in table.rows if row.side == side and row.name]
    total = table.row(GRAND_TOTAL, side)
    interim = next((row for row in rows if row.name in OF_THE_YEAR), None)
    if interim is not None:
        at = rows.index(interim)
        yield from _sums(table, side, interim, rows[:at], "各项之和")
        if total is not None and total in rows[at:]:
            rest = rows[at + 1 : rows.index(total)]
            level = min((row.depth for row in rest), default=0)
            parts = [replace(interim, depth=level), *rest]
            yield from _sums(table, side, total, parts, f"{interim.name} + 结转等")
    elif total is not None:
        yield from _sums(table, side, total, rows[: rows.index(total)], "各项之和")
    elif side != INCOME_SIDE and rows:
        yield from _sums_to_other_side(table, side, rows)
    else:
        yield NotApplicable(f"《{table.form}》没有列示{side}总计")


def _sums_to_other_side(table: Table, side: str, rows: Sequence[Row]) -> Iterator[Observation]:
    """A second list of expenditure without a total of its own adds up to that of the first."""
    totals = [row for name in (*OF_THE_YEAR, GRAND_TOTAL) if (row := table.row(name, EXPENDITURE_SIDE)) is not None]
    for column in columns_of_side(table, side):
        parts = [row for row in rows if row.depth == min(one.depth for one in rows)]
        found = [
            one for row in totals for one in sums_by_column(row, parts, [column], f"支出{row.name} = {side}各项之和")
        ]
        holding = [one for one in found if isinstance(one, Comparison) and one.verdict is not Verdict.DISAGREE]
        yield from (holding or found)[:1]


def _sums(table: Table, side: str, total: Row, parts: Sequence[Row], words: str) -> Iterator[Observation]:
    for column in columns_of_side(table, side):
        chosen = outermost(total, parts, column)
        if chosen:
            yield from sums_by_column(total, chosen, [column], f"{side}{total.name} = {words}")
