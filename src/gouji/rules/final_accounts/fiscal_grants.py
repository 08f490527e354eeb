"""公开04 财政拨款收入支出决算总表: three budgets in, three budgets out, and what each carries forward."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.table import Table
from gouji.rules.formula import identity, seat_in
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.rules.sums import list_total
from gouji.vocabulary.codes import SPECIAL_BONDS_CLASS, STATE_CAPITAL_CLASS, class_of, code_named

FORM = "财政拨款收入支出决算总表"
BASIS = "部门决算公开表样 公开04表"
GENERAL = "一般公共预算财政拨款"
FUND = "政府性基金预算财政拨款"
STATE_CAPITAL = "国有资本经营预算财政拨款"
BUDGETS = (GENERAL, FUND, STATE_CAPITAL)
MINUS = Decimal(-1)
# Classes that belong to one budget alone.
HOME = {STATE_CAPITAL_CLASS: STATE_CAPITAL, SPECIAL_BONDS_CLASS: FUND}

grant_income = identity(
    "grant-income-is-not-sum-of-budgets",
    form=FORM,
    each_column=f"收入：本年收入合计 = 收入：{GENERAL} + 收入：{FUND}? + 收入：{STATE_CAPITAL}?",
    columns=("金额",),
    title="财政拨款本年收入合计不等于三本预算拨款之和",
    title_en="total grant income is not the sum of the three budgets",
    basis=BASIS,
)

opening = identity(
    "opening-grant-carry-over-is-not-sum-of-budgets",
    form=FORM,
    each_column=f"收入：年初财政拨款结转和结余 = 收入：年初{GENERAL}结转和结余 + 收入：年初{FUND}结转和结余? + "
    f"收入：年初{STATE_CAPITAL}结转和结余?",
    columns=("金额",),
    title="年初财政拨款结转和结余不等于三本预算之和",
    title_en="the opening carry-over of grants is not the sum of the three budgets",
    basis=BASIS,
)

row_is_sum = identity(
    "grant-row-is-not-sum-of-budgets",
    form=FORM,
    each_row=f"合计 = {GENERAL} + {FUND}? + {STATE_CAPITAL}?",
    rows=lambda row: row.side == "支出",
    title="财政拨款支出某行的合计不等于三本预算之和",
    title_en="a row of grant expenditure is not the sum of the three budgets",
    basis=BASIS,
)

grant_expenditure = list_total(
    "grant-expenditure-is-not-sum-of-classes",
    form=FORM,
    side="支出",
    total="本年支出合计",
    formula="本年支出合计 = 各类支出之和",
    title="财政拨款本年支出合计不等于各类支出之和",
    title_en="total grant expenditure is not the sum of its classes",
    basis=BASIS,
)

income_side = identity(
    "grant-income-side-does-not-add-up",
    form=FORM,
    each_column="收入：总计 = 收入：本年收入合计 + 收入：年初财政拨款结转和结余?",
    columns=("金额",),
    title="财政拨款收入总计不等于本年收入合计加年初结转",
    title_en="the grand total of grant income is not income plus opening carry-over",
    basis=BASIS,
)

expenditure_side = identity(
    "grant-expenditure-side-does-not-add-up",
    form=FORM,
    each_column="支出：总计 = 支出：本年支出合计 + 支出：年末财政拨款结转和结余?",
    columns=("合计", *BUDGETS),
    title="财政拨款支出总计不等于本年支出合计加年末结转",
    title_en="the grand total of grant expenditure is not expenditure plus closing carry-over",
    basis=BASIS,
)

grand_totals = identity(
    "grand-totals-of-grants-differ",
    equations=(f"《{FORM}》支出：总计·合计 = 《{FORM}》收入：总计·金额",),
    exact=True,
    title="财政拨款收入总计与支出总计不相等",
    title_en="the grand totals of grant income and expenditure differ",
    basis=BASIS,
)


@rule(
    title="某本预算的年末结转不等于年初结转加收入减支出",
    title_en="a budget's closing carry-over is not opening plus income less expenditure",
    basis=BASIS,
    reads=(FORM,),
)
def budget_does_not_carry_forward(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for budget in BUDGETS:
            yield _carried_forward(table, budget)


def _carried_forward(table: Table, budget: str) -> Observation:
    closing = seat_in(table.row("年末财政拨款结转和结余", "支出"), budget)
    opening = seat_in(table.row(f"年初{budget}结转和结余", "收入"), "金额")
    income = seat_in(table.row(budget, "收入"), "金额")
    spent = seat_in(table.row("本年支出合计", "支出"), budget)
    if not (
        isinstance(closing, Figure)
        and isinstance(opening, Figure)
        and isinstance(income, Figure)
        and isinstance(spent, Figure)
    ):
        return NotApplicable(f"《{FORM}》没有分别列示{budget}的年初、收入、支出和年末数")
    words = f"年末结转和结余 = 年初结转和结余 + 本年收入 - 本年支出（{budget}）"
    return with_hint(must_total(closing, [Term(opening), Term(income), Term(spent, MINUS)], words))


@rule(
    title="只属某本预算的支出类级科目列入了其他预算栏",
    title_en="a class that belongs to one budget stands in the column of another",
    basis="政府收支分类科目：223 类属国有资本经营预算，234 类属政府性基金预算",
    reads=(FORM,),
    certainty="O",
    severity="warning",
)
def class_stands_in_column_of_another_budget(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for row in table.rows:
            home = HOME.get(class_of(row.name)) if row.side == "支出" else None
            for budget in BUDGETS if home else ():
                figure = row.figure(budget)
                if budget != home and figure is not None and figure.value:
                    yield _misplaced(figure, class_of(row.name), str(home))


def _misplaced(figure: Figure, code: str, home: str) -> Remark:
    named = code_named(code)
    name = f"{code} {named.name if named else ''}".strip()
    return Remark(
        figure.place,
        f"{name}只应列入{home}栏，这里列了 {figure.text}",
        f"{code} belongs in the column {home} only; {figure.text} stands here",
        expected=f"列入{home}栏",
    )
