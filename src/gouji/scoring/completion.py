"""How far a target was reached: a result beside a target value, both read by one grammar."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind
from gouji.vocabulary.indicators import direction, unit_named

_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000), "千": Decimal(1000), "百": Decimal(100)}
_AT_MOST = ("≤", "<")


@dataclass(frozen=True, slots=True)
class Completion:
    """`ratio` is the share of the target that was reached (1 = just reached); `met` whether that is enough."""

    ratio: Decimal
    met: bool
    target: Decimal
    actual: Decimal


def completion(name: str, target: Criterion | None, actual: Criterion | None) -> Completion | None:
    """How far `actual` reaches `target`; None where the two cannot be laid beside each other.

    A target without a sign (5个) is one to be reached. Where the name says that less is better and no upper bound is
    given, only an exact match says anything. Reaching the very number counts as reaching it, be it asked for with ≥ or >.
    """
    if target is None or actual is None or {target.kind, actual.kind} != {CriterionKind.NUMBER}:
        return None
    reached = amount_of(actual, like=target)
    if reached is None or target.period != actual.period:
        return None
    if target.comparator in _AT_MOST:
        return _at_most(reached, target)
    if target.low is None or target.low <= 0:
        return None
    if direction(name) < 0 and reached != target.low:
        return None
    return Completion(reached / target.low, reached >= target.low, target.low, reached)


def amount_of(actual: Criterion, like: Criterion) -> Decimal | None:
    """The number of `actual` in the unit of `like`; None when the units do not convert.

    A result printed without unit and scale is meant in those of its target: 90 beside ≤90万元, 0.97 beside ≥95%.
    """
    value = actual.low if actual.low is not None else actual.high
    if value is None:
        return None
    if not actual.unit and not actual.scale:
        return _nearest(value, like)
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


def _at_most(reached: Decimal, target: Criterion) -> Completion | None:
    limit = target.high
    if limit is None or limit <= 0 or reached < 0:
        return None
    return Completion(limit / reached if reached else Decimal(1), reached <= limit, limit, reached)
