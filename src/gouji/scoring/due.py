"""The points due for what was reached, by one rule of a scheme, with the working in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gouji.scoring import points as by
from gouji.scoring.points import RuleType
from gouji.scoring.result import AT_MOST, NUMBER, PARTS, RANGE, WORDS, YES_NO, Reached
from gouji.scoring.scheme import Scheme, Use
from gouji.scoring.span import ONE, ZERO, Span, percent, percent_span, told, worded
from gouji.scoring.words import MISSED, NAMES, PARTLY, REACHED


@dataclass(frozen=True, slots=True)
class Due:
    """Points by a rule: `plain` from the numbers as printed, `span` with what their rounding may hide."""

    rule: RuleType
    span: Span
    why: tuple[str, str]
    plain: Fraction | None = None


def due(value: Fraction, rule: RuleType, use: Use, scheme: Scheme, result: Reached) -> Due | None:
    """The rule that applies to what was reached, the points due, and why; None where nobody can tell."""
    if not result.known or rule is RuleType.MANUAL:
        return None
    by_words = result.grade is not None and result.of not in (YES_NO, WORDS) and result.share is None
    if rule is RuleType.GRADED or by_words:
        return _graded(value, scheme, result)
    if rule in (RuleType.BINARY, RuleType.ZERO):
        return _met_or_not(value, rule, result.met)
    if rule is RuleType.DATE:
        return _in_time(value, result.met)
    if rule is RuleType.BANDS:
        return _banded(value, scheme, result)
    return _proportional(value, rule, use, result, result.share) if result.share is not None else None


def _proportional(value: Fraction, rule: RuleType, use: Use, result: Reached, share: Span) -> Due:
    full, plain = worded(value), result.plain
    if result.met and share.low >= ONE:
        spent = result.of not in (NUMBER, AT_MOST, RANGE, PARTS)
        why = f"{percent(min(plain or ONE, ONE))}，记满分 {full}" if spent else f"达到指标值，记满分 {full}"
        return Due(rule, Span.of(value), (why, "reached: full marks"), value)
    span = _applied(value, rule, use, result.of == AT_MOST, share)
    exact = _applied(value, rule, use, result.of == AT_MOST, Span.of(plain)).low if plain is not None else None
    rate = percent_span(share.within(ZERO, ONE)) if plain is None else percent(min(plain, ONE))
    amount = told(span) if exact is None else worded(exact)
    return Due(rule, span, _working(rule, full, rate, percent(use.mark), amount), exact)


def _applied(value: Fraction, rule: RuleType, use: Use, at_most: bool, share: Span) -> Span:
    if rule is RuleType.FLOOR:
        return by.by_ratio_above(value, share, use.mark)
    if rule is RuleType.DEVIATION:
        return by.by_deviation(value, share, at_most)
    return by.by_ratio(value, share)


def _working(rule: RuleType, full: str, rate: str, mark: str, amount: str) -> tuple[str, str]:
    """The reckoning, with the numbers in it."""
    if rule is RuleType.FLOOR and amount == "0":
        return (
            f"完成率 {rate}，低于及格线 {mark}，不得分",
            f"{rate} reached, not above the pass mark of {mark}: nothing",
        )
    if rule is RuleType.FLOOR:
        working = f"{full} × ({rate} − {mark}) ÷ (1 − {mark}) = {amount}"
    elif rule is RuleType.DEVIATION:
        working = f"{full} × (1 − 偏差率) = {amount}"
    else:
        working = f"{full} × {rate} = {amount}"
    return f"完成率 {rate}，{working}", f"{rate} reached, {working.replace('偏差率', 'deviation')}"


def _graded(value: Fraction, scheme: Scheme, result: Reached) -> Due | None:
    """By the words of the result; one that is only known to be met or missed takes the whole of those bands."""
    if not scheme.graded:
        return None
    best = result.grade.best if result.grade else REACHED if result.met else PARTLY
    worst = result.grade.worst if result.grade else REACHED if result.met else MISSED
    low, high = scheme.graded[worst][0], scheme.graded[best][1]
    name = NAMES[best] if best == worst else f"{NAMES[best]}或{NAMES[worst]}"
    words = f"“{result.grade.words}”" if result.grade else ""
    why = f"{words}属“{name}”，得分值的 {percent(low)}—{percent(high)}"
    return Due(RuleType.GRADED, Span(low, high).times(value), (why, f"{percent(low)} to {percent(high)} of the points"))


def _banded(value: Fraction, scheme: Scheme, result: Reached) -> Due | None:
    if result.value is None or not scheme.bands:
        return None
    span = by.by_bands(value, result.value, scheme.bands)
    reading, amount = told(result.value), told(span)
    return Due(
        RuleType.BANDS, span, (f"完成值 {reading} 所在档得 {amount}", f"{reading} lies in the band worth {amount}")
    )


def _met_or_not(value: Fraction, rule: RuleType, met: bool | None) -> Due:
    words = {
        None: ("是否做到不能确定", "nobody can tell whether it was met"),
        True: (f"做到，记满分 {worded(value)}", "met: full marks"),
        False: ("没有做到，不得分", "missed: nothing"),
    }[met]
    return Due(rule, by.met_or_not(value, met), words)


def _in_time(value: Fraction, met: bool | None) -> Due:
    words = {
        None: ("是否按期不能确定", "nobody can tell whether it was in time"),
        True: (f"按期完成，记满分 {worded(value)}", "in time: full marks"),
        False: ("没有按期完成，应酌情扣分，不得满分", "late: not full marks"),
    }[met]
    return Due(RuleType.DATE, by.in_time(value, met), words)
