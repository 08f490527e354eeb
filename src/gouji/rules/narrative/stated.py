"""Amounts of the text against the tables: one rule for each table that the text repeats."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_equal
from gouji.model.figure import Figure
from gouji.model.finding import Card, Comparison, Observation
from gouji.model.narrative import Claim
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.rules.narrative.booked import bookings
from gouji.rules.rule import NARRATIVE, Rule, calling_module
from gouji.rules.slips import with_hint
from gouji.vocabulary import stated as forms
from gouji.vocabulary.seats import Seat

BASIS = "部门决算公开操作规程：文字说明的数据应与公开表格一致"


def stated(name: str, *, title: str, title_en: str, form: str) -> Rule:
    """A rule that every amount the text takes from a form stands in the form."""
    card = Card(name, title, title_en, f"{BASIS}（《{form}》）", reads=(NARRATIVE, form))

    def observe(report: Report) -> Iterator[Observation]:
        for claim, seats in bookings(report):
            if seats[0][0].form == form and claim.figure is not None:
                yield _against(claim, claim.figure, seats)

    return Rule(card, observe=observe, module=calling_module())


def _against(claim: Claim, figure: Figure, seats: list[tuple[Seat, Figure]]) -> Comparison:
    """The comparison with the first box that agrees; where none does, with the first of all."""
    compared = [must_equal(figure, box, f"文字“{claim.about}” = {seat.words}") for seat, box in seats]
    agreed = (comparison for comparison in compared if comparison.verdict is not Verdict.DISAGREE)
    return with_hint(next(agreed, compared[0]))


stated_total_differs_from_table = stated(
    "stated-total-differs-from-table",
    title="文字说明的收支总额与《收入支出决算总表》不一致",
    title_en="a total of income or expenditure in the text differs from the overall table",
    form=forms.INCOME_AND_EXPENDITURE,
)

stated_income_differs_from_table = stated(
    "stated-income-differs-from-table",
    title="文字说明的收入与《收入决算表》不一致",
    title_en="income in the text differs from the income table",
    form=forms.INCOME,
)

stated_expenditure_differs_from_table = stated(
    "stated-expenditure-differs-from-table",
    title="文字说明的基本支出、项目支出等与《支出决算表》不一致",
    title_en="expenditure by nature in the text differs from the expenditure table",
    form=forms.EXPENDITURE,
)

stated_fiscal_grant_differs_from_table = stated(
    "stated-fiscal-grant-differs-from-table",
    title="文字说明的财政拨款收支与《财政拨款收入支出决算总表》不一致",
    title_en="fiscal grants in the text differ from their table",
    form=forms.GRANTS,
)

stated_general_public_expenditure_differs_from_table = stated(
    "stated-general-public-expenditure-differs-from-table",
    title="文字说明的一般公共预算支出与《一般公共预算财政拨款支出决算表》不一致",
    title_en="general public budget expenditure in the text differs from its table",
    form=forms.GENERAL,
)

stated_basic_expenditure_differs_from_table = stated(
    "stated-basic-expenditure-differs-from-table",
    title="文字说明的人员经费、公用经费与基本支出决算表不一致",
    title_en="personnel or operating funds in the text differ from the table of basic expenditure",
    form=forms.BASIC,
)

stated_three_public_expense_differs_from_table = stated(
    "stated-three-public-expense-differs-from-table",
    title="文字说明的“三公”经费与《“三公”经费支出决算表》不一致",
    title_en="three public expenses in the text differ from their table",
    form=forms.THREE_PUBLIC,
)

stated_government_fund_amount_differs_from_table = stated(
    "stated-government-fund-amount-differs-from-table",
    title="文字说明的政府性基金收支与其决算表不一致",
    title_en="government fund amounts in the text differ from their table",
    form=forms.FUND,
)

stated_state_capital_amount_differs_from_table = stated(
    "stated-state-capital-amount-differs-from-table",
    title="文字说明的国有资本经营预算支出与其决算表不一致",
    title_en="state capital operations amounts in the text differ from their table",
    form=forms.STATE_CAPITAL,
)

stated_non_tax_revenue_differs_from_table = stated(
    "stated-non-tax-revenue-differs-from-table",
    title="文字说明的非税收入与《非税收入征缴情况表》不一致",
    title_en="non-tax revenue in the text differs from its table",
    form=forms.NON_TAX,
)
