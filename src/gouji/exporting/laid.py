"""The numbers of a comparison laid out: as printed, as reckoned, what lies between them, and the sum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gouji.exporting.speech import Speech
from gouji.model.figure import Figure, Kind, worded
from gouji.model.finding import Comparison

LONG_SUM = 8
_ZERO = re.compile(r" \+ 0(?:\.0{1,6})?(?= )")


@dataclass(frozen=True, slots=True)
class Sum:
    """A comparison laid out: the printed figure, the sum with its terms, the result, the difference with its unit."""

    stated: str
    expected: str
    difference: str
    working: str


def lay_out(observed: Comparison, speech: Speech) -> Sum:
    """The numbers of a comparison in the unit and decimals of its stated figure."""
    stated = observed.stated
    step = _fine_enough(observed)
    expected = worded(observed.expected, stated.unit, step, stated.kind)
    gap = abs(stated.value - observed.expected)
    difference = worded(gap, stated.unit, step, stated.kind)
    if stated.kind is Kind.PERCENT:
        difference = difference.removesuffix("%") + speech(" 个百分点", " percentage points")
    elif stated.unit:
        difference = f"{difference} {stated.unit}"
    return Sum(stated.text, expected, difference, _working(observed, expected))


def _fine_enough(observed: Comparison) -> Decimal:
    """The step to print in: that of the stated figure, or a finer one where the difference would print as nothing."""
    stated = observed.stated
    gap = abs(stated.value - observed.expected)
    finer = sorted((t.figure.step for t in observed.terms if t.figure.kind is stated.kind), reverse=True)
    steps = [stated.step, *(step for step in finer if step < stated.step)]
    return next((step for step in steps if gap >= step / 2), steps[-1])


def _working(observed: Comparison, expected: str) -> str:
    """The sum with its result; a single term in the same unit is its own result."""
    working = observed.working
    if not working or " = " in working:
        return working
    only = observed.terms[0].figure if len(observed.terms) == 1 else None
    if only is not None and only.text == working and only.value == observed.expected and _alike(only, observed.stated):
        return working
    return f"{working} = {expected}"


def short_sum(working: str, speech: Speech) -> str:
    """A long sum without its printed zeros, and how many were left out."""
    if working.count(" + ") < LONG_SUM:
        return working
    short, left_out = _ZERO.subn("", working)
    short = short.removeprefix("0.00 + ")
    return short + speech(f"（从略 {left_out} 项 0）", f" ({left_out} zeros left out)") if left_out else working


def _alike(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and one.unit == other.unit
