"""Completion: the rate against what was spent and budgeted, budgets of zero, and the difference stated beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.comparison import must_be_percent, must_be_quotient
from gouji.model.figure import Figure, Kind
from gouji.model.finding import NotApplicable, Observation, Remark, Severity
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term, total
from gouji.rules.narrative.booked import booked
from gouji.rules.narrative.percents import judged
from gouji.rules.narrative.statements import statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.claims import ADJUSTED, INITIAL
from gouji.vocabulary.stated import THREE_PUBLIC

_INITIAL = re.compile("|".join((*INITIAL, "年初")))
_ADJUSTED = re.compile("|".join((*ADJUSTED, "调整", "全年")))


@rule(
    title="预算完成率（执行率）与决算数、预算数推算的结果不符",
    title_en="a completion rate does not follow from the amount spent and the budget",
    basis="算术关系：完成率 = 决算数 ÷ 预算数",
    reads=(NARRATIVE,),
)
def completion_rate_does_not_follow(report: Report) -> Iterator[Observation]:
    for claim in report.claims_of(ClaimKind.COMPLETION):
        rate = claim.figure
        if rate is None or rate.loose or claim.amount is None or claim.amount.loose:
            continue
        base = claim.base or _booked_budget(report, claim)
        if base is None or base.loose or base.kind is not claim.amount.kind:
            yield NotApplicable(f"{claim.about}：没有列出预算数")
        elif base.value:
            compared = must_be_percent(rate, claim.amount, base, "完成率 = 决算数 ÷ 预算数")
            yield judged(compared, claim.amount.value, base.value)


def _booked_budget(report: Report, claim: Claim) -> Figure | None:
    """The budget of a three-public expense as its table prints it, where the sentence names none."""
    if _INITIAL.search(claim.of) or _ADJUSTED.search(claim.of) or "预算" not in claim.of:
        return None
    amount = next((c for c in report.claims_of(ClaimKind.AMOUNT) if c.figure is claim.amount), None)
    for seat, _ in booked(report, amount) if amount else ():
        table = report.table(THREE_PUBLIC)
        if seat.form == THREE_PUBLIC and table is not None:
            return table.figure("预算数", seat.row) or table.figure(seat.row, "预算数")
    return None


@rule(
    title="预算数为 0 却列出完成率",
    title_en="a completion rate is printed for a budget of zero",
    basis="算术关系：预算基数为 0 时不存在完成率，应注明“不可比”或改用全年预算数",
    reads=(NARRATIVE,),
)
def completion_rate_of_zero_budget(report: Report) -> Iterator[Observation]:
    for claim in report.claims_of(ClaimKind.COMPLETION):
        rate = claim.figure
        base = claim.base or (_booked_budget(report, claim) if rate is not None and rate.value else None)
        if rate is None or base is None or base.value or base.kind is not Kind.MONEY:
            continue
        spent = claim.amount is not None and bool(claim.amount.value)
        yield Remark(
            rate.place,
            f"{claim.of or '预算'}为 {base.text}，不能计算完成率 {rate.text}；"
            + ("如按全年（调整）预算计算，请改写口径" if spent else "请写“预算基数为 0，不可比”"),
            f"the budget is {base.text}: there is no completion rate",
            against=(base.place,),
            severity=None if spent or rate.value else Severity.NOTE,
        )


@rule(
    title="预算完成率与决算数、预算数之差相互矛盾",
    title_en="a completion rate contradicts the difference from the budget stated beside it",
    basis="算术关系：预算数 = 决算数 ∓ 决算与预算之差；完成率 = 决算数 ÷ 预算数",
    reads=(NARRATIVE,),
)
def completion_contradicts_difference(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for claim in report.claims_of(ClaimKind.COMPLETION):
        rate, amount = claim.figure, claim.amount
        if rate is None or amount is None or rate.loose or amount.loose or "预算" not in claim.of:
            continue
        for change in statements.claims(claim.statement, ClaimKind.CHANGE):
            if change.amount is not amount or not _same_budget(claim, change):
                continue
            if (below := _implied_budget(change, amount)) is not None:
                compared = must_be_quotient(rate, [Term(amount)], below, "完成率 = 决算数 ÷（决算数 ∓ 与预算之差）")
                yield judged(compared, amount.value, total(below))


def _implied_budget(change: Claim, amount: Figure) -> list[Term] | None:
    """The budget that a difference from it implies; the amount itself where the two are said to be equal."""
    if change.figure is None:
        return None if change.direction else [Term(amount)]
    if change.figure.loose or change.figure.kind is not Kind.MONEY:
        return None
    return [Term(amount), Term(change.figure, Decimal(-change.direction))]


def _same_budget(completion: Claim, change: Claim) -> bool:
    """Do both speak of one budget, as far as their words say?"""
    if "预算" not in change.against or "上年" in change.against or "去年" in change.against:
        return False
    for words in (_INITIAL, _ADJUSTED):
        here, there = bool(words.search(completion.of)), bool(words.search(change.against))
        other = _ADJUSTED if words is _INITIAL else _INITIAL
        if here and other.search(change.against) or there and other.search(completion.of):
            return False
    return True
