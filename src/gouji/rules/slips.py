"""What a disagreement looks like: a unit taken for another, a point shifted, two digits changed round, a sign lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gouji.model.figure import YUAN_IN_UNIT, Figure, Kind
from gouji.model.finding import Comparison
from gouji.model.rounding import Verdict

UNIT_SLIP = Decimal(10_000)
LONG_ENOUGH = 1000  # units of the last digit used: among shorter numbers a slip is easily found by chance


def with_hint(comparison: Comparison) -> Comparison:
    """The comparison, with a word on the likely slip where it disagrees and has no note of its own."""
    if comparison.verdict is not Verdict.DISAGREE or comparison.relation != "=" or comparison.note:
        return comparison
    hint = slip(comparison.stated, comparison.expected)
    return replace(comparison, note=hint[0], note_en=hint[1]) if hint else comparison


def slip(stated: Figure, expected: Decimal) -> tuple[str, str] | None:
    """The slip that turns `expected` into what is printed, in Chinese and English; None when none is plain."""
    if not stated.value or not expected:
        return None
    if stated.value == -expected:
        return "数值相同而正负相反", "the same number with the other sign"
    quotient = stated.value / expected
    if quotient in (UNIT_SLIP, 1 / UNIT_SLIP):
        return "恰好相差一万倍，多半是“元”与“万元”混用", "out by 10,000: 元 and 万元 were probably mixed up"
    if quotient in (10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001")):
        return "数字相同，多半是小数点错位", "the same digits: the decimal point was probably shifted"
    if _neighbours_changed(_digits(stated, stated.value), _digits(stated, expected)):
        return "多半是相邻两位数字颠倒", "two neighbouring digits were probably changed round"
    return None


def one_slip_away(comparison: Comparison) -> bool:
    """Would one wrong digit, or two neighbours changed round, in one of the numbers of a sum explain the difference?

    Only where the numbers are long enough, in units of the last digit that any of them uses, for that to be no chance.
    """
    figures = comparison.figures
    unit = min((_granularity(figure.value) for figure in figures if figure.value), default=Decimal(1))
    if comparison.verdict is not Verdict.DISAGREE or comparison.stated.value < LONG_ENOUGH * unit:
        return False
    if abs(comparison.stated.value - comparison.expected) >= YUAN_IN_UNIT.get(comparison.stated.unit, Decimal(1)):
        return False  # a part of a round amount may have been left out
    needed = [(comparison.stated, comparison.expected)]
    residual = comparison.stated.value - comparison.expected
    needed += [(term.figure, term.figure.value + residual / term.factor) for term in comparison.terms if term.factor]
    return any(_one_slip(str(int(figure.value / unit)), str(int(value / unit))) for figure, value in needed if value > 0)


def _granularity(value: Decimal) -> Decimal:
    """The worth of the last digit of a value that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent)


def _one_slip(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    changed = sum(left != right for left, right in zip(one, other, strict=True))
    return changed == 1 or _neighbours_changed(one, other)


def _digits(figure: Figure, value: Decimal) -> str:
    """The digits of a value as `figure` would print it; empty when it cannot print it exactly."""
    step = figure.step or Decimal(1)
    if figure.kind is Kind.MONEY:
        step = min(step, YUAN_IN_UNIT.get(figure.unit, step))
    return str(abs(int(value / step))) if value % step == 0 else ""


def _neighbours_changed(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    places = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]
