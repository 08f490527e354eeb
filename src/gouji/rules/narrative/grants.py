"""Grants in the text of a budget: income and expenditure are one sum, and so is their change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_equal
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.narrative.sentences import exact_money, of_this_year
from gouji.rules.narrative.statements import statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

_INCOME = re.compile(r"财政拨款收入(?:预算)?(?:总计|合计)?")
_TOLD = re.compile(
    r"财政拨款(?:收入支出|收支|收入和支出|收入、支出|支出|收入)(?:预算)?(?P<verb>增加|减少|增长|下降)的?主要原因"
)
_EXPENDITURE = re.compile(r"财政拨款支出(?:预算)?(?:总计|合计)?")


@rule(
    title="财政拨款收入与支出金额相同，增减额却不同",
    title_en="grants received and spent are equal, but their changes from the year before are not",
    basis="算术关系：上年财政拨款收支预算相等，本年也相等的，增减额相等",
    reads=(NARRATIVE,),
    severity="warning",
    certainty="S",
)
def changes_of_grant_income_and_expenditure_differ(report: Report) -> Iterator[Observation]:
    income, spent = _change(report, _INCOME), _change(report, _EXPENDITURE)
    if report.kind is not DocumentKind.BUDGET or income is None or spent is None:
        yield NotApplicable("没有同时列出财政拨款收入、支出的增减额")
        return
    if income.amount is None or spent.amount is None or income.amount.value != spent.amount.value:
        yield NotApplicable("财政拨款收入与支出金额不同")
    elif income.against != spent.against:
        yield NotApplicable("两处增减的基数不同")
    elif income.figure is not None and spent.figure is not None and income.direction == spent.direction:
        yield with_hint(must_equal(income.figure, spent.figure, "财政拨款收入的增减额 = 财政拨款支出的增减额"))
    else:
        start, end = income.span
        place = replace(income.amount.place, text=income.paragraph.text[start:end], ink=income.ink, field="增减额")
        yield Remark(
            place,
            f"财政拨款收入“{_worded(income)}”，财政拨款支出“{_worded(spent)}”，方向或有无增减不一致",
            "the change of grants received and that of grants spent go different ways",
            against=(spent.amount.place,),
        )


@rule(
    title="财政拨款收支增减的原因与增减方向相反",
    title_en="the reason for the change of grants names the other direction",
    basis="文字逻辑：增加的写增加的原因，减少的写减少的原因",
    reads=(NARRATIVE,),
    severity="warning",
)
def reason_of_grants_names_the_other_direction(report: Report) -> Iterator[Observation]:
    change = _change(report, _INCOME) or _change(report, _EXPENDITURE)
    told = [(p, match) for p in report.paragraphs if (match := _TOLD.search(p.text))]
    if change is None or not change.direction or not told or report.kind is not DocumentKind.BUDGET:
        yield NotApplicable("没有写明财政拨款收支的增减及其原因")
        return
    for paragraph, match in told:
        if (match["verb"] in ("增加", "增长")) != (change.direction > 0):
            yield Remark(
                phrase(report, paragraph, *match.span("verb"), row="财政拨款收入支出", field="原因"),
                f"前面写财政拨款{_worded(change)}，这里说的是{match['verb']}的原因",
                "the change goes one way and the reason given for it the other",
                against=(change.figure.place,) if change.figure is not None else (),
            )


def _change(report: Report, words: re.Pattern[str]) -> Claim | None:
    """The change of the first amount of this name."""
    statements = statements_of(report)
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if words.fullmatch(plain(claim.about)) and exact_money(claim) and of_this_year(report, claim):
            changes = [c for c in statements.claims(claim.statement, ClaimKind.CHANGE) if c.amount is claim.figure]
            return changes[0] if changes else None
    return None


def _worded(change: Claim) -> str:
    if change.figure is None:
        return "持平"
    return f"{'增加' if change.direction > 0 else '减少'} {change.figure.text}"
