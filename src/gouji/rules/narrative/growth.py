"""Growth: the rate against the amount and its change, words of direction, rates on a base of zero."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_be_quotient, must_not_exceed, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term, total
from gouji.rules.narrative.percents import Reading, best
from gouji.rules.narrative.statements import statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint

ARITHMETIC = "算术关系：上年数 = 本年数 ∓ 增减额；增减率 = 增减额 ÷ 上年数"


@rule(
    title="增减率与增减额、本年数推算的结果不符",
    title_en="a growth rate does not follow from the amount and its change",
    basis=ARITHMETIC,
    reads=(NARRATIVE,),
)
def growth_rate_does_not_follow(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for rate in _rates(report):
        change = statements.change_before(rate)
        if rate.base is not None and rate.amount is not None:
            amounts = [amount for amount in statements.amounts_for(rate) if amount is not rate.base]
            compared = [_from_base(rate, amount, rate.base) for amount in amounts]
        elif change is not None and _comparable(change, rate):
            compared = [_from_change(rate, change, amount) for amount in statements.amounts_for(change)]
        else:
            continue
        if (comparison := best(compared)) is not None:
            yield comparison
        else:
            yield NotApplicable(f"{rate.about}：没有可推算增减率的本年数")


def _rates(report: Report) -> Iterator[Claim]:
    """Exact rates of growth in per cent."""
    for rate in report.claims_of(ClaimKind.RATE):
        figure = rate.figure
        if figure is not None and rate.direction and not figure.loose and figure.unit == "%":
            yield rate


def _comparable(change: Claim, rate: Claim) -> bool:
    """Are the change and the rate exact, of one direction (the words are another rule's matter) and of one base?"""
    figure = change.figure
    if figure is None or figure.loose or figure.kind is not Kind.MONEY or rate.figure is None:
        return False
    if rate.against and change.against and rate.against != change.against:
        return False
    return rate.direction == change.direction or rate.figure.value < 0


def _from_change(rate: Claim, change: Claim, amount: Figure) -> Reading:
    assert rate.figure is not None
    assert change.figure is not None
    up = Decimal(change.direction)
    difference = _difference(change.figure, amount)
    numerator = [Term(difference, up * rate.direction)]
    below = [Term(amount), Term(difference, -up)]
    words = f"增减率 = 增减额 ÷（本年数 {'-' if up > 0 else '+'} 增减额）"
    return must_be_quotient(rate.figure, numerator, below, words), total(numerator), total(below)


def _difference(change: Figure, amount: Figure) -> Figure:
    """A change as fine as its amount is often the difference of two rounded ones: out by up to one in its last digit."""
    return replace(change, step=2 * change.step) if "." in change.text and change.step == amount.step else change


def _from_base(rate: Claim, amount: Figure, base: Figure) -> Reading:
    assert rate.figure is not None
    sign = Decimal(rate.direction)
    numerator = [Term(amount, sign), Term(base, -sign)]
    words = "增减率 =（本年数 - 上年数）÷ 上年数"
    return must_be_quotient(rate.figure, numerator, [Term(base)], words), total(numerator), base.value


@rule(
    title="上年基数为 0 却列出增减率",
    title_en="a growth rate is printed on a base of zero",
    basis="决算文字说明惯例：上年基数为 0 时不计算增减率，注明“不可比”",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def growth_rate_on_zero_base(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for rate in _rates(report):
        change = statements.change_before(rate)
        base = _zero_base(rate, change)
        if base is not None and rate.figure is not None and rate.figure.value:
            yield Remark(
                rate.figure.place,
                f"{rate.about}的增减额 {base.text} 与本年数相同，上年基数为 0，不应列增减率 {rate.figure.text}"
                if base is not rate.base
                else f"{rate.about}的上年数是 {base.text}，基数为 0，不应列增减率 {rate.figure.text}",
                f"the base is zero, so the rate {rate.figure.text} means nothing",
                against=(base.place,),
                expected="上年基数为0，不可比",
            )


def _zero_base(rate: Claim, change: Claim | None) -> Figure | None:
    """The figure that shows that the base is zero: the base itself, or a change as large as the amount."""
    if rate.base is not None:
        return rate.base if not rate.base.value else None
    if change is None or change.figure is None or change.amount is None or not _comparable(change, rate):
        return None
    same = change.direction > 0 and change.figure.value == change.amount.value and change.figure.value
    return change.figure if same else None


@rule(
    title="增减额不等于所列两年数之差",
    title_en="a change is not the difference of the two amounts printed beside it",
    basis="算术关系：增减额 = 本年数 - 上年数",
    reads=(NARRATIVE,),
)
def change_is_not_difference_of_amounts(report: Report) -> Iterator[Observation]:
    for change in report.claims_of(ClaimKind.CHANGE):
        if change.amount is None or change.base is None or change.amount.loose or change.base.loose:
            continue
        if change.figure is not None and change.figure.kind is Kind.MONEY and change.direction:
            sign = Decimal(change.direction)
            terms = [Term(change.amount, sign), Term(change.base, -sign)]
            yield with_hint(must_total(change.figure, terms, "增减额 = 本年数 - 上年数"))
        elif change.figure is None and not change.direction and change.amount.value != change.base.value:
            start, end = change.span
            place = replace(change.amount.place, text=change.paragraph.text[start:end], ink=change.ink, field="增减")
            yield Remark(
                place,
                f"写明持平，但所列两数为 {change.base.text} 和 {change.amount.text}",
                f"said to be unchanged, but the amounts are {change.base.text} and {change.amount.text}",
                against=(change.amount.place, change.base.place),
            )


@rule(
    title="增减额与增减率的方向相反",
    title_en="the change and its rate go in opposite directions",
    basis="文字逻辑：增加对应增长，减少对应下降",
    reads=(NARRATIVE,),
)
def change_and_rate_go_opposite_ways(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for rate in _rates(report):
        change = statements.change_before(rate)
        if change is None or change.figure is None or rate.figure is None or not change.direction:
            continue
        if change.direction == rate.direction or change.figure.value <= 0 or rate.figure.value <= 0:
            continue
        if rate.against and change.against and rate.against != change.against:
            continue
        wrong, right = ("增长", "下降") if rate.direction > 0 else ("下降", "增长")
        yield Remark(
            rate.figure.place,
            f"前面写{'增加' if change.direction > 0 else '减少'} {change.figure.text}，这里写{wrong} {rate.figure.text}",
            f"the change {change.figure.text} goes the other way than the rate {rate.figure.text}",
            against=(change.figure.place,),
            expected=f"{right} {rate.figure.text}",
        )


@rule(
    title="增加额大于本年数：上年数成了负数",
    title_en="an increase is larger than the amount it led to",
    basis="算术关系：上年数 = 本年数 - 增加额，不应为负",
    reads=(NARRATIVE,),
)
def increase_is_larger_than_amount(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for change in report.claims_of(ClaimKind.CHANGE):
        figure = change.figure
        if figure is None or figure.loose or figure.kind is not Kind.MONEY or change.direction <= 0 or figure.value <= 0:
            continue
        amounts = [amount for amount in statements.amounts_for(change) if not amount.loose]
        if amounts and change.against:
            limit = max(amounts, key=lambda amount: amount.value)
            if limit.value >= 0:
                yield must_not_exceed(figure, [Term(limit)], "增加额 ≤ 本年数")
