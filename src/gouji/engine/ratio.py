"""Ratios as integer rows: p = 100·A/D, with p as printed, is two one-sided rows over the cells of A and D.

A percentage may be rounded, or cut off: it is then up to a whole last digit below the truth, and no less than the
amounts as printed put it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from gouji.engine.relation import Relation, Row, integers

Spread = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Integer factors by cell, above and below the line."""

    percent: int
    cells: tuple[int, ...]
    above: tuple[int, ...]
    below: tuple[int, ...]
    scale: tuple[int, int]  # 200 over the percent's unit, as numerator and denominator
    reaches: tuple[tuple[int, Fraction], ...] = ()

    def said(self) -> object:
        """The same for ratios that say the same."""
        return self.percent, frozenset(zip(self.cells, self.above, self.below, strict=True)), self.scale

    def at(self, values: Sequence[int]) -> tuple[int, int]:
        """What stands above and below the line."""
        amounts = [values[cell] for cell in self.cells]
        return sum(map(mul, self.above, amounts)), sum(map(mul, self.below, amounts))

    def coefs(self, off: int, values: Sequence[int]) -> tuple[int, ...]:
        """The factors of (200/u)·A − (2P+off)·D."""
        top, factor = self.scale
        bound = factor * (2 * values[self.percent] + off)
        return tuple(top * a - bound * b for a, b in zip(self.above, self.below, strict=True))

    def upright(self, values: Sequence[int]) -> Ratio:
        """The same ratio with a positive base: both signs changed where the base is negative and the percent agrees."""
        top, bottom = self.at(values)
        if bottom >= 0 or values[self.percent] * top > 0:
            return self
        above, below = (tuple(-factor for factor in side) for side in (self.above, self.below))
        return Ratio(self.percent, self.cells, above, below, self.scale, self.reaches)


def ratio(relation: Relation, units: Sequence[Fraction]) -> Ratio:
    """The factors of a relation merged by cell, in the smallest integers that both sides share."""
    cut = len(relation.terms) - relation.below
    cells = tuple(dict.fromkeys(cell for cell, _ in relation.terms))
    joined: dict[int, int | Fraction] = {}
    for place, (cell, factor) in enumerate(relation.terms):
        key = 2 * cells.index(cell) + (place >= cut)
        joined[key] = joined.get(key, 0) + factor * units[cell]
    whole = integers(joined)
    above, below = (tuple(int(whole.get(2 * n + side, 0)) for n in range(len(cells))) for side in (0, 1))
    scale = Fraction(200) / units[relation.stated]
    return Ratio(relation.stated, cells, above, below, (scale.numerator, scale.denominator), relation.reaches)


def ratio_rows(made: Ratio, step: int, values: Sequence[int], spread: Spread) -> list[Row]:
    """(200/u)·A − (2P+2T)·D < 0 and (200/u)·A − (2P−T)·D ≥ 0, with P the percent in its unit u and T its last digit.

    The first is what a percentage that was cut off asks for; one that was rounded, 2P+T, has the rounding of A and D
    besides, and what it gives more, if anything, is the room of that row.
    """
    base = 2 * step * made.scale[1] * made.at(values)[1]
    rounded_up = sum(abs(coef) * spread[cell] for cell, coef in zip(made.cells, made.coefs(step, values), strict=True))
    cut_off = Row(
        made.cells, made.coefs(2 * step, values), lower=False, wild=made.percent, room=max(rounded_up - base, -1)
    )
    coefs = made.coefs(-step, values)
    room = sum(abs(coef) * spread[cell] for cell, coef in zip(made.cells, coefs, strict=True))
    return [cut_off, Row(made.cells, coefs, upper=False, wild=made.percent, room=room)]


def roughly_free(made: Ratio, step: int, values: Sequence[int], spread: Spread) -> float:
    """About how many last digits of the percent the amounts leave open; infinite for a base near zero."""
    above, below = map(abs, made.at(values))
    widths = [spread[cell] for cell in made.cells]
    over, under = (sum(map(mul, map(abs, factors), widths)) for factors in (made.above, made.below))
    if 2 * below <= under:
        return float("inf")
    top, factor = made.scale
    return float((over * below + under * above) * top / (2 * factor * step * below * below))


def percent_range(made: Ratio, values: Sequence[int], spread: Spread) -> tuple[Fraction, Fraction] | None:
    """Lowest and highest percentage the amounts allow, `spread` being twice their half-widths; None for a base near zero.

    A quotient of linear forms is monotonous in each cell: its extremes lie at the corners its slopes point to.
    """
    above, below = made.at(values)
    if 2 * below <= sum(abs(factor) * spread[cell] for cell, factor in zip(made.cells, made.below, strict=True)):
        return None
    ends = []
    for sign in (-1, 1):
        top, bottom = 2 * above, 2 * below
        for cell, over, under in zip(made.cells, made.above, made.below, strict=True):
            slope = over * below - under * above
            move = sign * spread[cell] * ((slope > 0) - (slope < 0))
            top, bottom = top + over * move, bottom + under * move
        if bottom <= 0:
            return None
        ends.append(Fraction(100 * top, bottom))
    return ends[0], ends[1]
