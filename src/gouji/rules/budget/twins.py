"""Codes of one budget in two of its tables that mostly agree: income and expenditure, grants and general public budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.comparison import must_equal
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.table import Table
from gouji.rules.budget.forms import BASIS
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.stated_budget import (
    BASIC,
    EXPENDITURE,
    GENERAL,
    GRANT_BASIC,
    GRANT_ITEMS,
    INCOME,
    OPERATIONS,
)

_TWINS = ((GRANT_ITEMS, GENERAL), (GRANT_BASIC, BASIC), (OPERATIONS, BASIC))
MOSTLY = Decimal("0.8")  # of the codes of two tables that agree, for the rest to be faults
ENOUGH = 4


@rule(
    title="某科目的收入预算与支出预算不一致，而其他科目都一致",
    title_en="income and expenditure of one code differ although those of the others are equal",
    basis=f"{BASIS}：没有结转时，收入预算总表与支出预算总表同一科目的合计相等",
    reads=(INCOME, EXPENDITURE),
    certainty="S",
    severity="warning",
)
def budget_income_of_code_differs_from_expenditure(report: Report) -> Iterator[Observation]:
    income, spent = report.table(INCOME), report.table(EXPENDITURE)
    compared: list[Comparison] = []
    for row in spent.rows if income and spent else ():
        other = income.by_code(row.code) if income and row.code else None
        stated, figure = row.figure("合计"), other.figure("合计") if other else None
        if stated is not None and figure is not None:
            compared.append(must_equal(figure, stated, f"《{INCOME}》{row.code} {row.name} = 《{EXPENDITURE}》"))
    holding = sum(found.verdict is not Verdict.DISAGREE for found in compared)
    totals = [table.figure("合计", "合计") for table in (income, spent) if table is not None]
    if any(total is None for total in totals) or len({total.value for total in totals if total is not None}) != 1:
        yield NotApplicable("两表的合计不相等：有结转等资金")
    elif holding < ENOUGH or holding < MOSTLY * len(compared):
        yield NotApplicable("两表的科目多数不相等：有结转等资金")
    else:
        yield from (with_hint(found) for found in compared)


@rule(
    title="某科目在两张财政拨款表中金额不同，而其他科目都一致",
    title_en="a code has different amounts in two tables of grants that agree in the other codes",
    basis=f"{BASIS}：财政拨款与一般公共预算、基本支出与机关运行经费的同一科目金额相等",
    certainty="S",
    severity="warning",
)
def budget_code_differs_between_twin_tables(report: Report) -> Iterator[Observation]:
    looked_at = False
    for first, second in _TWINS:
        one, other = report.table(first), report.table(second)
        compared = _codes(one, other) if one is not None and other is not None else []
        holding = sum(found.verdict is not Verdict.DISAGREE for found in compared)
        if holding >= ENOUGH and holding >= MOSTLY * len(compared):
            looked_at = True
            yield from (with_hint(found) for found in compared)
    if not looked_at:
        yield NotApplicable("没有科目多数相等的两张财政拨款表")


def _codes(one: Table, other: Table) -> list[Comparison]:
    """The amounts of the codes that both tables print."""
    found: list[Comparison] = []
    for row in one.rows:
        twin = other.by_code(row.code) if row.code else None
        stated, figure = row.figure("合计"), twin.figure("合计") if twin else None
        if stated is not None and figure is not None:
            found.append(
                must_equal(stated, figure, f"《{one.form}》{row.code} {row.name} = 《{other.form}》", exact=True)
            )
    return found
