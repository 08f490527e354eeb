"""Scoring rules as pure functions: the points to be had and what was reached → the points due, exact."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from gouji.scoring.span import ONE, ZERO, Exact, Span


class RuleType(StrEnum):
    """How points follow from a result."""

    BINARY = "binary"  # 达到记满分，没有达到不得分
    LINEAR = "linear"  # 分值 × 完成率
    FLOOR = "floor"  # 完成率低于及格线不得分，以上按比例
    INVERSE = "inverse"  # 分值 × 指标值 ÷ 完成值，越小越好的指标
    DEVIATION = "deviation"  # 分值 × (1 − 偏差率)
    BANDS = "bands"  # 按完成值所在的档
    GRADED = "graded"  # 按所写的达成程度
    RANGE = "range"  # 在区间内记满分，区间外按最近一端的比例
    ZERO = "zero"  # 零目标：做到记满分，没有做到不得分，不作除法
    DATE = "date"  # 按时记满分，逾期酌情扣分
    MANUAL = "manual"  # 不能重算


NAMES: dict[RuleType, tuple[str, str]] = {
    RuleType.BINARY: ("是否法", "met or not"),
    RuleType.LINEAR: ("比例法", "by ratio"),
    RuleType.FLOOR: ("及格线比例法", "by ratio above a pass mark"),
    RuleType.INVERSE: ("反向比例法", "by inverse ratio"),
    RuleType.DEVIATION: ("偏差率法", "by deviation"),
    RuleType.BANDS: ("分段法", "by bands"),
    RuleType.GRADED: ("分档法", "by grades"),
    RuleType.RANGE: ("区间法", "within a range"),
    RuleType.ZERO: ("零目标", "zero target"),
    RuleType.DATE: ("按期法", "in time"),
    RuleType.MANUAL: ("不能核算", "not recomputed"),
}
# Proportional rules: their results are decimals that a form may have cut off instead of rounded.
PROPORTIONAL = (RuleType.LINEAR, RuleType.FLOOR, RuleType.INVERSE, RuleType.DEVIATION, RuleType.RANGE)
LATE_AT_MOST = Fraction(4, 5)  # done, but late: at best the lower end of 达成


def anything(points: Exact) -> Span:
    """What cannot be recomputed: from nothing to all points."""
    return Span.of(0, points)


def met_or_not(points: Exact, met: bool | None) -> Span:
    """All or nothing; either where it is not known."""
    return anything(points) if met is None else Span.of(points if met else 0)


def by_ratio(points: Exact, share: Span) -> Span:
    """Points × completion, capped at the points."""
    return share.within(ZERO, ONE).times(points)


def by_ratio_above(points: Exact, share: Span, mark: Fraction) -> Span:
    """Nothing below the pass mark, then points × (completion − mark) ÷ (1 − mark)."""
    above = Span((share.low - mark) / (1 - mark), (share.high - mark) / (1 - mark))
    return above.within(ZERO, ONE).times(points)


def by_deviation(points: Exact, share: Span, at_most: bool) -> Span:
    """Points × (1 − deviation); the completion of an upper limit is limit ÷ result, so its deviation is 1 ÷ that − 1."""
    if not at_most:
        return by_ratio(points, share)
    ends = [2 - 1 / end if end > 0 else ZERO for end in (share.low, share.high)]
    return Span(*ends).within(ZERO, ONE).times(points)


def by_bands(points: Exact, value: Span, bands: tuple[tuple[Fraction, Fraction], ...]) -> Span:
    """The share of the band the value lies in. `bands` are (from this value on, share of the points), the best first."""
    ends = [next((share for least, share in bands if end >= least), ZERO) for end in (value.low, value.high)]
    return Span(min(ends), max(ends)).times(points)


def in_time(points: Exact, met: bool | None) -> Span:
    """All points in time; late, nobody can say how many, but not all."""
    return Span.of(0, Fraction(points) * LATE_AT_MOST) if met is False else met_or_not(points, met)
