"""The exact law of rounding residuals: sums of independent uniforms on (−½, ½), Irwin–Hall, in rational numbers."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import comb, factorial

# Wider than this the law is as good as normal, and nothing within the strict bound is decided by its tail.
WIDEST = 60
IMPROBABLE = Fraction(1, 1000)


@cache
def chance(addends: int, residual: int) -> Fraction:
    """P(|r| ≥ residual), in units, if a printed total is the rounding of a true sum of so many rounded addends.

    `r` is then the rounding of the sum S of `addends` uniforms, so |r| ≥ k means |S| ≥ k − ½.
    """
    if residual <= 0:
        return Fraction(1)
    return min(Fraction(1), 2 * _upper_tail(min(addends, WIDEST), residual - Fraction(1, 2)))


def _upper_tail(count: int, bound: Fraction) -> Fraction:
    """P(S ≥ bound) of the centred Irwin–Hall law, by the symmetric lower tail of the plain one."""
    point = Fraction(count, 2) - bound
    if point <= 0:
        return Fraction(0)
    terms = ((-1) ** k * comb(count, k) * (point - k) ** count for k in range(int(point) + 1))
    return sum(terms, Fraction(0)) / factorial(count)
