"""One identity over numbered cells, and the integer row it comes to.

A cell holds an integer `x` in the finest unit of its kind. A row bounds `s = Σ a·2x`: twice the cells, so that half of
a last digit is a whole number. A sum is one row, an order a one-sided one; a ratio `p = 100·A/D` with `p` as printed is
two one-sided rows over the cells of A and D, both of which `p`, the wild cell, explains by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from operator import mul

from gouji.model.finding import Shape

UNBOUNDED = 10**60
NO_CELL = -1


@dataclass(frozen=True, slots=True)
class Relation:
    """`stated` against `terms`, pairs of cell and factor; of a QUOTIENT the last `below` stand below the line."""

    shape: Shape
    stated: int
    terms: tuple[tuple[int, int | Fraction], ...]
    below: int = 0
    at_least: bool = False  # of an ORDER: stated ≥ Σ terms, not ≤
    exact: bool = False
    reliable: bool = True  # False: the identity is inferred, and may itself be what is wrong
    reaches: tuple[tuple[int, Fraction], ...] = ()  # cells whose half-width counts several times here, or not at all

    @property
    def cells(self) -> tuple[int, ...]:
        return (self.stated, *(cell for cell, _ in self.terms))


@dataclass(frozen=True, slots=True)
class Row:
    """Coefficients over cells; `upper` and `lower` say which side of zero is bounded, `wild` which cell frees it."""

    cells: tuple[int, ...]
    coefs: tuple[int, ...]
    lower: bool = True
    upper: bool = True
    exact: bool = False
    wild: int = NO_CELL
    room: int = 0  # of a ratio: how far `s` may go beyond zero
    reaches: tuple[tuple[int, Fraction], ...] = ()

    def residual(self, values: Sequence[int]) -> int:
        """`s` of the row, in half units."""
        half: int = sum(map(mul, self.coefs, map(values.__getitem__, self.cells)))
        return 2 * half

    def said(self) -> object:
        """The same for rows that say the same, whichever of their figures they state."""
        scale = gcd(*self.coefs) or 1
        both = self.lower and self.upper
        if self.coefs[self.cells.index(min(self.cells))] < 0 if both else self.lower:
            scale = -scale
        factors = frozenset((cell, coef // scale) for cell, coef in zip(self.cells, self.coefs, strict=True))
        return factors, both


def linear_row(relation: Relation, units: Sequence[Fraction]) -> Row:
    """The row of a sum or an order: stated − Σ factor·term, in the smallest integers."""
    signed: Iterable[tuple[int, int | Fraction]] = (
        (relation.stated, 1), *((cell, -factor) for cell, factor in relation.terms)
    )  # fmt: skip
    unit = units[relation.stated]
    merged: dict[int, int | Fraction] = {}
    plain = True
    for cell, factor in signed:
        if units[cell] != unit or not isinstance(factor, int):
            factor, plain = factor * units[cell] / unit, False
        merged[cell] = merged.get(cell, 0) + factor
    coefs = merged if plain and len(merged) == len(relation.terms) + 1 else integers(merged)
    order, numbers = relation.shape is Shape.ORDER, tuple(map(int, coefs.values()))
    lower, upper = not order or relation.at_least, not order or not relation.at_least
    return Row(tuple(coefs), numbers, lower, upper, relation.exact, reaches=relation.reaches)


def integers(factors: dict[int, int | Fraction]) -> dict[int, int | Fraction]:
    """The factors without zeros, scaled to integers without a common divisor."""
    kept = {cell: Fraction(factor) for cell, factor in factors.items() if factor}
    scale = lcm(*(factor.denominator for factor in kept.values()))
    whole = {cell: int(factor * scale) for cell, factor in kept.items()}
    divisor = gcd(*whole.values()) or 1
    return {cell: coef // divisor for cell, coef in whole.items()}
