"""The one place that decides what rounding may explain and what a blank is worth.

Strict worst case: every printed number but an exact zero lies within half of its last digit of the truth, so a sum
whose truth adds up leaves a residual strictly smaller than the halves together. Zeros get a second look: a printed
0.00 may stand for an amount below half a digit, and a sum that needs that is said to need it.

Closed intervals, as XBRL Calculations 1.1 has them, are there for the asking: a sum may then leave as much as the halves
together, ends included, and a printed zero has its half like any number, so that two printings of one total may differ
by a unit. A limit may be exceeded by the halves together, ends included; its zeros stay exact, as those of percentages
do, whose intervals are closed at any rate. What is exact stays exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, getcontext
from enum import StrEnum

from gouji.model.figure import Figure

HUNDRED = Decimal(100)
# A statement whose inputs leave it free over more steps than this vouches for nothing.
WIDEST_TESTABLE_RATIO = 25


class Verdict(StrEnum):
    """What an arithmetic comparison says."""

    AGREE = "agree"
    WITHIN_ROUNDING = "within_rounding"
    DISAGREE = "disagree"
    NOT_CHECKABLE = "not_checkable"


class Why(StrEnum):
    """What a verdict within rounding had to assume."""

    PLAIN = ""
    ROUNDED = "rounded"
    HIDDEN_SMALL_AMOUNT = "hidden_small_amount"
    TRUNCATED = "truncated"


class Tolerance(StrEnum):
    """Which residuals rounding may explain."""

    STRICT = "strict"
    CLOSED = "closed"


# Kept by context: another thread or another run begins with the strict one.
_IN_FORCE: ContextVar[Tolerance] = ContextVar("tolerance", default=Tolerance.STRICT)


def tolerance_in_force() -> Tolerance:
    """The tolerance by which judgements are made here and now."""
    return _IN_FORCE.get()


@contextmanager
def tolerance(chosen: Tolerance) -> Iterator[None]:
    """All judgements made within, on this thread, are made by the chosen tolerance."""
    before = _IN_FORCE.set(chosen)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


@dataclass(frozen=True, slots=True)
class Term:
    """One addend: a figure with its sign, or its factor."""

    figure: Figure
    factor: Decimal = Decimal(1)


def total(terms: Sequence[Term]) -> Decimal:
    """The signed sum of what is printed."""
    return sum((term.figure.value * term.factor for term in terms), Decimal(0))


def judge_sum(stated: Figure, terms: Sequence[Term], exact: bool = False) -> tuple[Verdict, Why]:
    """Is `stated` the sum of the terms? With `exact` nothing counts as rounded (payments, counts, points)."""
    residual = abs(stated.value - total(terms))
    if residual == 0 or (not exact and _says_it_shorter(stated, terms)):
        return Verdict.AGREE, Why.PLAIN
    if exact:
        return Verdict.DISAGREE, Why.PLAIN
    with_zeros = stated.step / 2 + sum((term.figure.step * abs(term.factor) / 2 for term in terms), Decimal(0))
    if tolerance_in_force() is Tolerance.CLOSED:
        return (Verdict.WITHIN_ROUNDING, Why.ROUNDED) if residual <= with_zeros else (Verdict.DISAGREE, Why.PLAIN)
    if residual < stated.half + sum((term.figure.half * abs(term.factor) for term in terms), Decimal(0)):
        return Verdict.WITHIN_ROUNDING, Why.ROUNDED
    if residual < with_zeros:
        return Verdict.WITHIN_ROUNDING, Why.HIDDEN_SMALL_AMOUNT
    return Verdict.DISAGREE, Why.PLAIN


def _says_it_shorter(stated: Figure, terms: Sequence[Term]) -> bool:
    """Is one side the very rounding of the other, as where a text prints in 万元 what its table prints in 元?"""
    if rounded(total(terms), stated.step) == stated.value:
        return True
    if len(terms) != 1 or terms[0].factor != 1:
        return False
    return rounded(stated.value, terms[0].figure.step) == terms[0].figure.value


def judge_order(smaller: Sequence[Term], larger: Sequence[Term]) -> tuple[Verdict, Why]:
    """Is the sum of `smaller` at most the sum of `larger`, allowing for rounding?"""
    excess = total(smaller) - total(larger)
    if excess <= 0 or (len(smaller) == 1 and smaller[0].factor == 1 and _says_it_shorter(smaller[0].figure, larger)):
        return Verdict.AGREE, Why.PLAIN
    slack = sum((term.figure.half * abs(term.factor) for term in (*smaller, *larger)), Decimal(0))
    kept = excess < slack or (excess == slack and tolerance_in_force() is Tolerance.CLOSED)
    return (Verdict.WITHIN_ROUNDING, Why.ROUNDED) if kept else (Verdict.DISAGREE, Why.PLAIN)


def percent(numerator: Decimal, denominator: Decimal) -> Decimal:
    """`numerator` in per cent of a `denominator` that is not zero."""
    return HUNDRED * numerator / denominator


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """`value` rounded to a multiple of `step`, halves upwards (四舍五入); one too long for that as it is."""
    if not step or (value and value.adjusted() - step.adjusted() >= getcontext().prec - 1):
        return value
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def judge_range(stated: Figure, plain: Decimal, low: Decimal, high: Decimal) -> tuple[Verdict, Why]:
    """Can `stated` be the rounding of a value between `low` and `high`, of which `plain` is the nearest guess?"""
    if rounded(plain, stated.step) == stated.value:
        return Verdict.AGREE, Why.PLAIN
    half = stated.step / 2
    if high - low > WIDEST_TESTABLE_RATIO * stated.step and low - half <= stated.value <= high + half:
        return Verdict.NOT_CHECKABLE, Why.PLAIN
    if low - half <= stated.value <= high + half:
        return Verdict.WITHIN_ROUNDING, Why.ROUNDED
    if (plain / stated.step).quantize(Decimal(1), ROUND_FLOOR) * stated.step == stated.value:
        return Verdict.WITHIN_ROUNDING, Why.TRUNCATED
    return Verdict.DISAGREE, Why.PLAIN


def ratio_range(
    numerator: Decimal, numerator_half: Decimal, denominator: Decimal, denominator_half: Decimal
) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest percentage that the printed numerator and denominator allow; None for a base around zero."""
    if denominator == 0 or abs(denominator) <= denominator_half:
        return None
    corners = [
        percent(numerator + up * numerator_half, denominator + down * denominator_half)
        for up in (-1, 1)
        for down in (-1, 1)
    ]
    return min(corners), max(corners)
