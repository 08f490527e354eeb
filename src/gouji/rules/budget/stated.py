"""Amounts of the text of a budget against its tables, whatever units the two are printed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_equal
from gouji.model.figure import Figure
from gouji.model.finding import Card, Comparison, Observation, Severity
from gouji.model.narrative import Claim
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Verdict
from gouji.rules.narrative.booked import bookings
from gouji.rules.rule import NARRATIVE, Rule, calling_module
from gouji.rules.slips import with_hint
from gouji.vocabulary import stated_budget as forms
from gouji.vocabulary.stated import Seat

BASIS = "部门预算编制说明与预算表应当一致（元、万元换算后）"


def stated(name: str, *, title: str, title_en: str, among: tuple[str, ...]) -> Rule:
    """A rule that every amount the text takes from one of some tables stands in it."""
    card = Card(name, title, title_en, BASIS, reads=(NARRATIVE,))

    def observe(report: Report) -> Iterator[Observation]:
        for claim, seats in bookings(report) if report.kind is DocumentKind.BUDGET else ():
            if seats[0][0].form in among and claim.figure is not None:
                yield _against(claim, claim.figure, seats)

    return Rule(card, observe=observe, module=calling_module())


def _against(claim: Claim, figure: Figure, seats: list[tuple[Seat, Figure]]) -> Comparison:
    """The comparison with the first box that agrees; where none does, with the first of all."""
    compared = [must_equal(figure, box, _words(claim, seat)) for seat, box in seats]
    agreed = (comparison for comparison in compared if comparison.verdict is not Verdict.DISAGREE)
    return _lighter(next(agreed, compared[0]))


def _lighter(comparison: Comparison) -> Comparison:
    """A difference of less than the last digit is a slip of rounding when 元 were made 万元."""
    residual = abs(comparison.stated.value - comparison.expected)
    if comparison.verdict is Verdict.DISAGREE and residual < comparison.stated.step and comparison.stated.value:
        return replace(
            comparison,
            severity=Severity.NOTE,
            note="只差末位，多半是元换算成万元时截去了尾数",
            note_en="out by the last digit only: the amount was probably cut, not rounded",
        )
    return with_hint(comparison)


def _words(claim: Claim, seat: Seat) -> str:
    address = "·".join(part for part in (seat.side, seat.row, seat.column) if part)
    return f"文字“{claim.about}” = 《{seat.form}》{address}"


stated_budget_total_differs_from_table = stated(
    "stated-budget-total-differs-from-table",
    title="预算说明的收入、支出与收支、收入、支出预算总表不一致",
    title_en="income or expenditure in the text of a budget differs from its overall tables",
    among=(forms.BALANCE, forms.INCOME),
)

stated_budget_expenditure_differs_from_table = stated(
    "stated-budget-expenditure-differs-from-table",
    title="预算说明的基本支出、项目支出等与支出预算总表不一致",
    title_en="expenditure by nature in the text of a budget differs from its table",
    among=(forms.EXPENDITURE,),
)

stated_budget_grant_differs_from_table = stated(
    "stated-budget-grant-differs-from-table",
    title="预算说明的财政拨款收支与财政拨款收支预算总表不一致",
    title_en="fiscal grants in the text of a budget differ from their table",
    among=(forms.GRANTS,),
)

stated_budget_item_differs_from_table = stated(
    "stated-budget-item-differs-from-table",
    title="预算说明的科目金额与支出预算表不一致",
    title_en="an item in the text of a budget differs from its table",
    among=forms.ITEM_FORMS,
)

stated_basic_budget_differs_from_table = stated(
    "stated-basic-budget-differs-from-table",
    title="预算说明的基本支出、人员经费、公用经费与基本支出预算表不一致",
    title_en="basic expenditure in the text of a budget differs from its table",
    among=(forms.BASIC, forms.GRANT_BASIC),
)

stated_three_public_budget_differs_from_table = stated(
    "stated-three-public-budget-differs-from-table",
    title="预算说明的“三公”经费、机关运行经费与预算表不一致",
    title_en="three public expenses or operating costs in the text of a budget differ from their table",
    among=(forms.THREE_PUBLIC, forms.OPERATIONS),
)

stated_procurement_budget_differs_from_table = stated(
    "stated-procurement-budget-differs-from-table",
    title="预算说明的政府采购金额与政府采购预算表不一致",
    title_en="procurement in the text of a budget differs from its table",
    among=(forms.PROCUREMENT,),
)
