"""Amounts of the text of a budget against its tables, whatever units the two are printed in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Card, Comparison, NotApplicable, Observation, Remark, Severity
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Table
from gouji.rules.narrative.booked import bookings
from gouji.rules.narrative.budgeted import blank_box, subject_of_budget
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year
from gouji.rules.rule import NARRATIVE, Rule, calling_module, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary import stated_budget as forms
from gouji.vocabulary.codes import PERSONNEL_CLASSES
from gouji.vocabulary.seats import Seat

BASIS = "部门预算编制说明与预算表应当一致（元、万元换算后）"
_Boxes = list[tuple[Seat, Figure]]  # that an amount may repeat, each with where it stands
_TABLES = frozenset(
    {forms.BALANCE, forms.INCOME, forms.EXPENDITURE, forms.GRANTS, *forms.ITEM_FORMS, forms.BASIC, forms.GRANT_BASIC}
    | {forms.THREE_PUBLIC, forms.OPERATIONS, forms.PROCUREMENT}
)  # fmt: skip
_FUNDS = re.compile(r"(?:日常)?(人员经费|公用经费)(?:支出|合计|预算)?")


def stated(name: str, *, title: str, title_en: str, among: tuple[str, ...]) -> Rule:
    """A rule that every amount the text takes from one of some tables stands in it."""
    card = Card(name, title, title_en, BASIS, reads=(NARRATIVE,))

    def observe(report: Report) -> Iterator[Observation]:
        for claim, seats in bookings(report) if report.kind is DocumentKind.BUDGET else ():
            meant = _likeliest_first(report, claim, seats)
            home = meant[0][0].form if meant[0][0].form in _TABLES else seats[0][0].form
            if home in among and claim.figure is not None:
                yield _against(claim, claim.figure, meant)

    return Rule(card, observe=observe, module=calling_module())


@rule(
    title="预算说明的人员经费、公用经费与基本支出预算表各类之和不符",
    title_en="personnel or operating funds in the text of a budget differ from the economic classes they are made of",
    basis=f"{BASIS}；人员经费 = 301 + 303 类，公用经费 = 其余各类",
    reads=(NARRATIVE,),
)
def stated_funds_differ_from_economic_classes(report: Report) -> Iterator[Observation]:
    claims = report.claims_of(ClaimKind.AMOUNT) if report.kind is DocumentKind.BUDGET else ()
    looked_at = False
    for claim in claims:
        match = _FUNDS.fullmatch(subject_of_budget(report, claim))
        where = forms.section(claim.paragraph.headings)
        table = report.table(forms.GRANT_BASIC if where == "拨款基本" else forms.BASIC)
        if match is None or where not in ("基本", "拨款基本") or table is None or match[1] in table.columns:
            continue
        terms = _classes_of(table, match[1] == "人员经费")
        if claim.figure is not None and exact_money(claim) and of_this_year(report, claim) and terms:
            looked_at = True
            yield _lighter(must_total(claim.figure, terms, f"{match[1]} = 各类之和"))
    if not looked_at:
        yield NotApplicable("基本支出预算表分列人员经费和公用经费，或说明没有写明")


def _classes_of(table: Table, personnel: bool) -> list[Term]:
    """The classes of personnel or of operating funds in a table with one column of amounts."""
    rows = [row for row in table.rows if len(row.code) == 3 and row.code.startswith(PERSONNEL_CLASSES) == personnel]
    figures = [row.figure(table.columns[0]) for row in rows] if len(table.columns) == 1 else []
    return [Term(figure) for figure in figures if figure is not None]


@rule(
    title="预算说明列了金额，预算表的对应栏却是空的",
    title_en="the text of a budget states an amount whose box in the table is empty",
    basis=BASIS,
    reads=(NARRATIVE,),
    severity="warning",
)
def stated_amount_has_an_empty_box(report: Report) -> Iterator[Observation]:
    looked_at = False
    for claim in report.claims_of(ClaimKind.AMOUNT) if report.kind is DocumentKind.BUDGET else ():
        figure = claim.figure
        current = of_this_year(report, claim) or claim.about.startswith("上年结转")
        if figure is None or not exact_money(claim) or in_reason(claim) or not current:
            continue
        box = blank_box(report, claim)
        looked_at = looked_at or box is not None
        if box is not None and figure.value:
            seat, place = box
            yield Remark(
                figure.place,
                f"这里写{claim.about}{figure.text}，{seat.words}却是空的",
                "the text states an amount, but the box of the table is empty",
                against=(place,),
            )
    if not looked_at:
        yield NotApplicable("说明的金额在预算表中没有对应的空栏")


def compared_with_tables(report: Report) -> Iterator[Comparison]:
    """Every amount of the text that a table of the budget prints."""
    for claim, seats in bookings(report):
        if claim.figure is not None:
            yield _against(claim, claim.figure, _likeliest_first(report, claim, seats))


def _likeliest_first(report: Report, claim: Claim, seats: _Boxes) -> _Boxes:
    """The boxes with the table first that other amounts of such a kind agree with, where the amount itself agrees with none.

    A text that lists its items may take them from the table of all expenditure or from that of one budget: told by the others.
    """
    if len(seats) == 1 or any(_agrees(claim, box) for _, box in seats):
        return seats
    agreeing = _agreeing(report)
    return sorted(seats, key=lambda each: -agreeing[_of_a_kind(seats), each[0].form])


@once_per_report
def _agreeing(report: Report) -> Counter[tuple[tuple[str, ...], str]]:
    """How many amounts with the same boxes to choose from agree with that of each table."""
    return Counter(
        (_of_a_kind(seats), seat.form) for claim, seats in bookings(report) for seat, box in seats if _agrees(claim, box)
    )


def _of_a_kind(seats: _Boxes) -> tuple[str, ...]:
    return tuple(seat.form for seat, _ in seats)


def _agrees(claim: Claim, box: Figure) -> bool:
    return claim.figure is not None and must_equal(claim.figure, box).verdict is not Verdict.DISAGREE


def _against(claim: Claim, figure: Figure, seats: _Boxes) -> Comparison:
    """The comparison with the first box that agrees; where none does, with the first of all."""
    compared = [must_equal(figure, box, f"文字“{claim.about}” = {seat.words}") for seat, box in seats]
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
