"""What tells an identity from others: rules that say the same of the same figures state one, and it counts once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from gouji.model.finding import Comparison, Shape
from gouji.model.place import Place
from gouji.model.rounding import Term

End = tuple[Place, Decimal]  # a figure, by its place and value
ZERO = Decimal(0)


def said(comparison: Comparison) -> object:
    """The same for comparisons that say the same.

    Which figure of a sum is the stated one makes no difference, nor how it is rounded. What cannot be reckoned again is
    known by its words only.
    """
    stated = (comparison.stated.place, comparison.stated.value)
    above = len(comparison.terms) - comparison.below
    match comparison.shape:
        case Shape.OPAQUE:
            ends = frozenset((figure.place, figure.value) for figure in comparison.figures)
            return comparison.relation, comparison.formula, ends
        case Shape.QUOTIENT:
            sides = [_factors(comparison.terms[:above]), _factors(comparison.terms[above:])]
            widest = max(abs(factor) for side in sides for factor in side.values()) or 1
            return stated, *(frozenset((end, factor / widest) for end, factor in side.items() if factor) for side in sides)
    factors = {end: -factor for end, factor in _factors(comparison.terms).items()}
    factors[stated] = factors.get(stated, ZERO) + 1
    widest = max(map(abs, factors.values())) or 1
    one, other = (frozenset((end, sign * factor / widest) for end, factor in factors.items() if factor) for sign in (1, -1))
    if comparison.shape is Shape.SUM:
        return frozenset((one, other))
    return Shape.ORDER, other if comparison.relation == "≥" else one


def _factors(terms: Iterable[Term]) -> dict[End, Decimal]:
    """The factor of each figure; one that stands there twice has the sum."""
    factors: dict[End, Decimal] = {}
    for term in terms:
        end = (term.figure.place, term.figure.value)
        factors[end] = factors.get(end, ZERO) + term.factor
    return factors
