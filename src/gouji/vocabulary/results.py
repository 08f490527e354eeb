"""Of several numbers that tell of a result, the one that answers a target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind
from gouji.vocabulary.indicators import unit_named

_COUNTED = (CriterionKind.NUMBER, CriterionKind.ZERO)
_OF_TARGET = ("目标", "计划", "任务", "指标")
HUNDRED = Decimal(100)


def fitting(read: Criterion, like: Criterion | None, name: str = "") -> Criterion:
    """The part of a result that answers the target `like`; the result as it was read where none, or more than one, does.

    `共培训12期，1360人次` beside ≥1000人次 is 1360人次; `完成年度目标的110%` beside ≥100场 is 110场. Parts are told by
    unit, then by period, then by the words they share with the indicator's `name`; two that fit equally well and differ
    answer nothing. Text, words of completion and dates stay as read.
    """
    if like is None or like.kind not in _COUNTED:
        return read
    if read.kind is CriterionKind.RELATIVE:
        return _of_target(read, like)
    candidates = [part for part in read.parts if part.kind in _COUNTED and _unit_fits(part, like)]
    if not candidates:
        shares = [part for part in read.parts if _of_target(part, like) is not part]
        return _of_target(shares[0], like) if len(shares) == 1 else read
    best = max(_rank(part, like, name) for part in candidates)
    chosen = [part for part in candidates if _rank(part, like, name) == best]
    return chosen[0] if len({(part.low, part.high) for part in chosen}) == 1 else read


def _of_target(read: Criterion, like: Criterion) -> Criterion:
    """110 % of the target, in the target's unit."""
    aim = like.low if like.low is not None else like.high
    if (
        read.change
        or read.unit != "%"
        or read.low is None
        or not aim
        or not any(word in read.base for word in _OF_TARGET)
    ):
        return read
    reached = aim * read.low / HUNDRED
    return replace(
        read, kind=CriterionKind.NUMBER, comparator="=", low=reached, high=reached, unit=like.unit, scale=like.scale,
        period=like.period, base="",
    )  # fmt: skip


def _unit_fits(part: Criterion, like: Criterion) -> int:
    """3 for the same unit, 2 for one of its family, 1 for one that holds the other (篇 and 篇次), 0 for another."""
    if part.unit == like.unit:
        return 3
    if not part.unit or not like.unit:
        return 1 if not part.unit and like.unit != "%" or not like.unit and part.unit != "%" else 0
    one, other = unit_named(part.unit), unit_named(like.unit)
    if one is not None and other is not None and one.family == other.family:
        return 2
    return 1 if part.unit in like.unit or like.unit in part.unit else 0


def _rank(part: Criterion, like: Criterion, name: str) -> tuple[int, int, int]:
    period = 2 if part.period == like.period else 1 if not part.period or part.period == "年" and not like.period else 0
    return (_unit_fits(part, like), period, _shared(part.scope, name or like.scope))


def _shared(words: str, name: str) -> int:
    """How many pairs of characters two texts share."""
    return len({words[i : i + 2] for i in range(len(words) - 1)} & {name[i : i + 2] for i in range(len(name) - 1)})
