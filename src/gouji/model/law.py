"""The exact law of rounding residuals: sums of independent uniforms on (−½, ½), Irwin–Hall, in rational numbers.

And what it says of a comparison: how often rounding alone leaves so much, and what is therefore to be said of it.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import comb, factorial

from gouji.model.finding import Comparison, Shape
from gouji.model.place import Place
from gouji.model.rounding import Verdict, Why
from gouji.model.standing import Standing

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


def likelihood(comparison: Comparison) -> Fraction | None:
    """P of so large a residual if the truth adds up; None unless one figure is the sum of others of its precision."""
    if comparison.shape is not Shape.SUM or comparison.exact:
        return None
    factors: dict[Place, Decimal] = defaultdict(Decimal)
    factors[comparison.stated.place] = Decimal(1)
    for term in comparison.terms:
        factors[term.figure.place] -= term.factor
    # A figure that stands on both sides, or twice, makes it another law.
    if len(factors) <= len(comparison.terms) or any(abs(factor) != 1 for factor in factors.values()):
        return None
    live = [figure for figure in comparison.figures if figure.value]
    steps = {figure.step for figure in live}
    if len(steps) != 1 or not all(0 < figure.step <= live[0].step for figure in comparison.figures):
        return None  # an exact figure is not rounded; a zero printed more coarsely is a rounding itself
    residual = abs(comparison.stated.value - comparison.expected)
    return chance(len(live) - bool(comparison.stated.value), int(residual / live[0].step))


def standing(comparison: Comparison) -> Standing:
    """What is to be said of a comparison as the rules judged it."""
    match comparison.verdict:
        case Verdict.DISAGREE:
            return Standing.VIOLATED
        case Verdict.NOT_CHECKABLE:
            return Standing.NOT_CHECKABLE
        case Verdict.AGREE:
            return Standing.CONSISTENT
    if comparison.why is Why.HIDDEN_SMALL_AMOUNT:
        return Standing.HIDDEN_AMOUNT
    p = likelihood(comparison)
    return Standing.IMPROBABLE if p is not None and p < IMPROBABLE else Standing.CONSISTENT
