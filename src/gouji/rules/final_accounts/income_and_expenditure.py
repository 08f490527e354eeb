"""公开01 收入支出决算总表: the income side, the expenditure side, and that both end in one total."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.table import Row, Table
from gouji.rules.formula import identity
from gouji.rules.rule import rule
from gouji.rules.sums import list_total, rows_between, sums_by_column

FORM = "收入支出决算总表"
BASIS = "部门决算公开表样 公开01表"
BETWEEN = ("使用非财政拨款结余", "年初结转和结余", "结余分配", "年末结转和结余")

income_total = list_total(
    "income-total-is-not-sum-of-sources",
    form=FORM,
    side="收入",
    total="本年收入合计",
    formula="本年收入合计 = 各项收入之和",
    title="本年收入合计不等于各项收入之和",
    title_en="total income is not the sum of its sources",
    basis=BASIS,
)

expenditure_total = list_total(
    "expenditure-total-is-not-sum-of-classes",
    form=FORM,
    side="支出",
    total="本年支出合计",
    formula="本年支出合计 = 各类支出之和",
    title="本年支出合计不等于各类支出之和",
    title_en="total expenditure is not the sum of its classes",
    basis=BASIS,
)


@rule(
    title="收入总计不等于本年收入合计加使用结余和年初结转",
    title_en="the grand total of income is not income plus surplus used plus opening carry-over",
    basis=BASIS,
    reads=(FORM,),
)
def income_grand_total_does_not_add_up(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        yield from _grand_total(
            table, "收入", "本年收入合计", "总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余"
        )


@rule(
    title="支出总计不等于本年支出合计加结余分配和年末结转",
    title_en="the grand total of expenditure is not expenditure plus surplus distributed plus closing carry-over",
    basis=BASIS,
    reads=(FORM,),
)
def expenditure_grand_total_does_not_add_up(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        yield from _grand_total(table, "支出", "本年支出合计", "总计 = 本年支出合计 + 结余分配 + 年末结转和结余")


grand_totals = identity(
    "grand-totals-of-income-and-expenditure-differ",
    form=FORM,
    each_column="支出：总计 = 收入：总计",
    exact=True,
    title="收入总计与支出总计不相等",
    title_en="the grand totals of income and expenditure differ",
    basis=BASIS,
)


def _grand_total(table: Table, side: str, subtotal: str, words: str) -> Iterator[Observation]:
    """The grand total against the subtotal and the rows between the two.

    Some years print more rows there: parts of their own, or details of the row above without saying so. They are
    counted only where the total asks for them.
    """
    stated, first = table.row("总计", side), table.row(subtotal, side)
    if stated is None or first is None:
        yield NotApplicable(f"《{table.form}》{side}方没有列示总计或{subtotal}")
        return
    between = rows_between(table, side, subtotal, "总计")
    usual: list[Row] = [first, *(row for row in between if row.name in BETWEEN)]
    found = list(sums_by_column(stated, usual, table.columns, words))
    if len(usual) <= len(between) and any(_disagrees(one) for one in found):
        wider = list(sums_by_column(stated, [first, *between], table.columns, words))
        found = wider if not any(_disagrees(one) for one in wider) else found
    yield from found


def _disagrees(found: Observation) -> bool:
    return isinstance(found, Comparison) and found.verdict is Verdict.DISAGREE
