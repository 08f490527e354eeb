"""How far a number reaches its target: a result beside a target value, both read by one grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.span import ONE, ZERO, Span
from gouji.vocabulary.indicators import direction, unit_named

_SCALES = {
    word: Decimal(10) ** power
    for word, power in {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}.items()
}
_AT_MOST = ("≤", "<")
_ABOUT = re.compile(r"约|左右|上下")
_NEARLY = re.compile(r"接近|将近|近(?=[\d一二三四五六七八九十百])|不足|不到")
_LOOSE_AT_MOST = Fraction(1, 20)  # of the value: what 约 may hide


@dataclass(frozen=True, slots=True)
class Completion:
    """`ratio` is the share of the target that was reached (1 = just reached); `met` whether that is enough.

    `share` is the same as an exact interval, wider than a point where the result was rounded or put loosely (约90%);
    `value` the result in the unit of the target, `exact` the ratio of the numbers as printed.
    """

    ratio: Decimal
    met: bool
    target: Decimal
    actual: Decimal
    share: Span
    value: Span
    exact: Fraction


def completion(name: str, target: Criterion | None, actual: Criterion | None) -> Completion | None:
    """How far `actual` reaches `target`; None where the two cannot be laid beside each other.

    A target without a sign (5个) is one to be reached. Where the name says that less is better and no upper bound is
    given, only an exact match says anything. Reaching the very number counts as reaching it, be it asked for with ≥ or >.
    Within a range (15-20家) the target is met; above it as well, unless the name says that less is better.
    """
    if target is None or actual is None or {target.kind, actual.kind} != {CriterionKind.NUMBER}:
        return None
    if target.comparator == "~" and target.low is not None and target.high is not None and target.low > target.high:
        target = replace(target, low=target.high, high=target.low)
    reached = amount_of(actual, like=target)
    if reached is None or yearly(target.period) != yearly(actual.period):
        return None
    value = _span(actual, reached)
    if target.comparator in _AT_MOST:
        return _at_most(reached, target, value)
    if target.low is None or target.low <= 0:
        return None
    if target.comparator == "~" and target.high is not None and reached >= target.low:
        return _in_range(name, reached, target, value)
    if direction(name) < 0 and reached != target.low:
        return None
    return _at_least(reached, target, value)


def yearly(period: str) -> str:
    """The period of a value; what is printed without one is meant for the year, as what is printed for it."""
    return period or "年"


def amount_of(actual: Criterion, like: Criterion) -> Decimal | None:
    """The number of `actual` in the unit of `like`; None when the units do not convert.

    A result printed without unit and scale is meant in those of its target: 90 beside ≤90万元, 0.97 beside ≥95%; so is
    a share printed with its sign beside one without: 96% beside ≥0.95.
    """
    value = actual.low if actual.low is not None else actual.high
    if value is None:
        return None
    if not actual.unit and not actual.scale:
        return _nearest(value, like)
    if actual.unit == "%" and not like.unit and like.low is not None and 0 < like.low <= 1:
        return min(value, value / 100, key=lambda meant: abs(meant - (like.low or 0)))
    if not actual.unit or not like.unit or actual.unit == like.unit:
        return value
    one, other = unit_named(actual.unit), unit_named(like.unit)
    if one is None or other is None or one.family != other.family:
        return None
    return value * one.worth / other.worth


def _nearest(value: Decimal, like: Criterion) -> Decimal:
    """A bare number in the way of counting that brings it nearest to the target."""
    aim = like.low if like.low is not None else like.high
    factor = Decimal(100) if like.unit == "%" else _SCALES.get(like.scale, Decimal(1))
    if not aim or value <= 0 or aim <= 0:
        return value
    return min(value, value * factor, key=lambda meant: max(meant / aim, aim / meant))


def _at_least(reached: Decimal, target: Criterion, value: Span) -> Completion:
    """At least the target; a target with a printed = may be asked for to the letter, so more may count as a deviation."""
    aim = Fraction(target.low or 0)
    share = Span(value.low / aim, value.high / aim)
    met = reached >= (target.low or 0)
    if met:
        exact = target.comparator == "=" and not target.implied and reached != target.low
        share = Span(max(ZERO, 2 - share.high), share.high) if exact else _reached(share, value, aim)
    exact_ratio = Fraction(reached) / aim
    return Completion(
        reached / (target.low or Decimal(1)), met, target.low or Decimal(0), reached, share, value, exact_ratio
    )


def _reached(share: Span, value: Span, aim: Fraction) -> Span:
    """A result printed at or above its target is taken for reached; one put loosely (约90%) may fall short of it."""
    loose = value.low < aim and value.high - value.low > aim * Fraction(1, 50)
    return share if loose else Span(max(share.low, ONE), max(share.high, ONE))


def _in_range(name: str, reached: Decimal, target: Criterion, value: Span) -> Completion:
    high = target.high or Decimal(0)
    if reached <= high:
        return Completion(Decimal(1), True, target.low or Decimal(0), reached, Span.of(1), value, ONE)
    nearest = Fraction(high) / Fraction(reached)
    worse = direction(name) < 0
    share = Span(nearest, nearest) if worse else Span(nearest, ONE)
    ratio = high / reached if worse else reached / high
    return Completion(ratio, not worse, high, reached, share, value, nearest if worse else ONE)


def _at_most(reached: Decimal, target: Criterion, value: Span) -> Completion | None:
    limit = target.high
    if limit is None or limit <= 0 or reached < 0:
        return None
    ratio = limit / reached if reached else Decimal(1)
    exact = Fraction(limit) / Fraction(reached) if reached else ONE
    if reached <= limit:
        return Completion(ratio, True, limit, reached, Span.of(exact), value, exact)
    share = Span(Fraction(limit) / value.high, min(ONE, Fraction(limit) / max(value.low, Fraction(limit))))
    return Completion(ratio, False, limit, reached, share, value, exact)


def _span(actual: Criterion, reached: Decimal) -> Span:
    """What the printed result may stand for: decimals and percentages were rounded, 约 hides more."""
    value = Fraction(reached)
    if actual.low is not None and actual.comparator == "~" and actual.high is not None and actual.low:
        return Span(value, value * Fraction(actual.high) / Fraction(actual.low))
    if _NEARLY.search(actual.text):
        return Span(value - _hidden(reached), value)
    if _ABOUT.search(actual.text):
        return Span(value - _hidden(reached), value + _hidden(reached))
    half = _half(actual, reached)
    return Span(max(ZERO, value - half), value + half)


def _hidden(value: Decimal) -> Fraction:
    """Half of the worth of the last digit that is no zero, 5 % of the value at most: 约90 is 85.5 to 94.5."""
    last = Fraction(Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)))
    return min(last / 2, abs(Fraction(value)) * _LOOSE_AT_MOST)


def _half(actual: Criterion, reached: Decimal) -> Fraction:
    """Half of the last printed digit of a percentage or a decimal; whole numbers (4个, 4万页) are meant as they stand."""
    printed = actual.low if actual.low is not None else actual.high
    scale = _SCALES.get(actual.scale, Decimal(1))
    decimals = min(0, int(printed.as_tuple().exponent)) if printed else 0
    if not printed or (actual.unit != "%" and not decimals):
        return ZERO
    step = Decimal(1).scaleb(decimals) * scale
    return Fraction(step) / 2 * Fraction(reached) / Fraction(printed)
