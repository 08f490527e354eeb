"""The part on performance: how many projects and how much money were evaluated, against the tables and each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation
from gouji.model.narrative import Claim, ClaimKind, Paragraph
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.rules.narrative.booked import seated
from gouji.rules.narrative.sentences import before, exact_money, of_this_year
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated import EXPENDITURE, GENERAL, GRANTS, INCOME_AND_EXPENDITURE
from gouji.vocabulary.terms import plain

BASIS = "部门决算公开文本 预算绩效管理情况说明"
_PROJECT_SPENDING = re.compile(r"一般公共预算(?:财政拨款)?项目支出(?:总额|合计)?")
_NAMES = re.compile(r"[“\"「]([^”\"」]{4,40})[”\"」]")
_FUNDS = re.compile(r"资金|预算|经费|费用")
_WHOLE_DEPARTMENT = re.compile(r"(?:部门|单位)整体支出")


@rule(
    title="写明占项目支出总额的 100%，金额却与表中项目支出不等",
    title_en="all project expenditure is said to be evaluated, but the amount is another",
    basis=f"{BASIS}：自评覆盖全部一般公共预算项目支出的，金额应等于决算表的项目支出",
    reads=(NARRATIVE, GENERAL),
    severity="warning",
)
def evaluated_amount_is_not_all_project_expenditure(report: Report) -> Iterator[Observation]:
    booked = seated(report, Seat(GENERAL, "合计", "项目支出"))
    for claim in report.claims_of(ClaimKind.SHARE):
        share, amount = claim.figure, claim.amount
        if share is None or amount is None or share.value != 100 or not _PROJECT_SPENDING.fullmatch(plain(claim.of)):
            continue
        if booked is not None and not amount.loose:
            yield must_equal(amount, booked, f"自评金额 = 《{GENERAL}》合计·项目支出")


@rule(
    title="重点评价涉及的金额不等于所评各项目金额之和",
    title_en="the amount under key evaluation is not the sum of the projects evaluated",
    basis=f"{BASIS}：涉及金额应等于所评项目的资金之和",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def evaluated_amount_is_not_sum_of_projects(report: Report) -> Iterator[Observation]:
    for claim in report.claims_of(ClaimKind.AMOUNT):
        sentence = before(claim)
        names = _NAMES.findall(sentence)
        if len(names) < 2 or "评价" not in sentence or not exact_money(claim) or claim.figure is None:
            continue
        found = [_project_amount(report, name) for name in names]
        figures = [figure for figure in found if figure is not None]
        if len(figures) < len(names):
            yield NotApplicable("所评项目没有逐个列明资金")
            continue
        words = f"评价涉及金额 = {' + '.join(names)}"
        yield replace(must_total(claim.figure, [Term(figure) for figure in figures], words), note=_NOTE)


_NOTE = "各项目资金取自其评价报告中的“项目资金情况”，请核对口径（年初预算、调整预算或实际支出）"


def _project_amount(report: Report, name: str) -> Figure | None:
    """The one amount that the section on a project states as its funds; None when there is none or several."""
    wanted = plain(name).removesuffix("项目")
    amounts: dict[Decimal, Figure] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if exact_money(claim) and claim.figure is not None and _under(claim.paragraph, wanted) and _is_funds(claim):
            amounts.setdefault(claim.figure.value, claim.figure)
    return next(iter(amounts.values())) if len(amounts) == 1 else None


def _under(paragraph: Paragraph, wanted: str) -> bool:
    return any(wanted in plain(heading) for heading in paragraph.headings)


def _is_funds(claim: Claim) -> bool:
    """Is it the project's money, stated where its funds are described?"""
    return bool(_FUNDS.search(claim.about)) and "资金" in claim.paragraph.text[:16]


@rule(
    title="部门整体支出自评涉及的金额与决算表不一致",
    title_en="the amount of the department's overall evaluation differs from the final accounts",
    basis=f"{BASIS}：部门整体支出自评的执行数应与部门决算一致",
    reads=(NARRATIVE, GENERAL),
    certainty="S",
    severity="warning",
)
def overall_evaluation_differs_from_accounts(report: Report) -> Iterator[Observation]:
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if claim.figure is None or not exact_money(claim) or not of_this_year(report, claim):
            continue
        where = " ".join((*claim.paragraph.headings[-2:], claim.paragraph.text[:60]))
        if not _WHOLE_DEPARTMENT.search(where) or "自评" not in where:
            continue
        if (seats := _seats(claim)) and (comparison := _nearest(report, claim.figure, seats)) is not None:
            yield comparison


def _seats(claim: Claim) -> list[Seat]:
    """Where an amount of the overall evaluation may be booked."""
    about = plain(claim.about)
    if re.fullmatch(r"(?:涉及)?一般公共预算(?:财政拨款)?支出", about):
        return [Seat(GENERAL, "合计", "本年支出合计")]
    if re.fullmatch(r"(?:全年|实际)?(?:支出|执行)(?:数|金额)|实际支出", about):
        return [
            Seat(EXPENDITURE, "合计", "本年支出合计"),
            Seat(GENERAL, "合计", "本年支出合计"),
            Seat(GRANTS, "本年支出合计", "合计", "支出"),
            Seat(INCOME_AND_EXPENDITURE, "总计", "决算数", "支出"),
        ]
    return []


def _nearest(report: Report, figure: Figure, seats: list[Seat]) -> Observation | None:
    compared = [
        must_equal(figure, box, f"自评金额 = 《{seat.form}》{seat.row}")
        for seat in seats
        if (box := seated(report, seat)) is not None
    ]
    agreed = (c for c in compared if c.verdict is not Verdict.DISAGREE)
    return next(agreed, compared[0] if compared else None)


_GRADE = re.compile(r"(?:评级|等级|等次|结果)为?[“\"]?(优秀|优|良好|良|中|差|合格|不合格|较差)[”\"]?的?(?:项目)?")
_EVALUATED = re.compile(r"绩效自评的?(?:项目|数量)|自评项目")


@rule(
    title="各评价等级的项目数之和不等于自评项目总数",
    title_en="the projects of all grades do not add up to the projects evaluated",
    basis=f"{BASIS}：各等级项目数之和 = 自评项目数",
    reads=(NARRATIVE,),
)
def grades_do_not_add_up_to_projects(report: Report) -> Iterator[Observation]:
    whole: Figure | None = None
    grades: dict[str, Figure] = {}
    paragraph: Paragraph | None = None
    for claim in report.claims_of(ClaimKind.COUNT):
        if claim.figure is None or claim.figure.unit != "个" or claim.figure.loose:
            continue
        about = plain(claim.about)
        if (match := _GRADE.search(about)) is not None and claim.paragraph is paragraph:
            grades.setdefault(match[1], claim.figure)
        elif _EVALUATED.search(about):
            whole, paragraph, grades = claim.figure, claim.paragraph, {}
    if whole is None or len(grades) < 3:
        yield NotApplicable("没有逐级列出自评项目数")
        return
    words = f"自评项目数 = {' + '.join(grades)}"
    yield must_total(whole, [Term(figure) for figure in grades.values()], words, exact=True)
