"""The figures that some comparisons are about, each object once, in passes that build no objects of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from gouji.engine.plans import last_digit
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison

# Longer numbers are no amounts: what is reckoned with them is left out, and said to be.
LONGEST = 24
FARTHEST = Decimal(10) ** LONGEST


class Manner(NamedTuple):
    """Which figure stands where in which comparison, and how: what documents of one form have in common.

    `places`: the numbers of the stated figures, then those of the terms, comparison after comparison.
    """

    places: tuple[int, ...]
    shapes: tuple[str, ...]
    relations: tuple[str, ...]
    terms: tuple[int, ...]
    below: tuple[int, ...]
    exact: tuple[bool, ...]
    factors: tuple[Decimal, ...]


@dataclass(slots=True)
class Met:
    """Figures in the order in which they are met, with the kind of each and its last digit: of an exact one, its own last."""

    figures: list[Figure]
    manner: Manner
    kinds: tuple[Kind, ...]
    steps: list[Decimal]

    @classmethod
    def of(cls, comparisons: Sequence[Comparison]) -> Met:
        terms = list(chain.from_iterable([each.terms for each in comparisons]))
        named = [each.stated for each in comparisons]
        named += [term.figure for term in terms]
        keys = list(map(id, named))
        met = dict(zip(keys, named, strict=True))
        numbers = dict(zip(met, range(len(met)), strict=True))
        manner = Manner(
            tuple(map(numbers.__getitem__, keys)),
            tuple([each.shape for each in comparisons]),
            tuple([each.relation for each in comparisons]),
            tuple([len(each.terms) for each in comparisons]),
            tuple([each.below for each in comparisons]),
            tuple([each.exact for each in comparisons]),
            tuple([term.factor for term in terms]),
        )
        figures = list(met.values())
        steps = [each.step or own_digit(each.value) for each in figures]
        return cls(figures, manner, tuple([each.kind for each in figures]), steps)

    def exponents(self) -> dict[Kind, int]:
        """The finest unit of each kind, as a power of ten."""
        finest: dict[Kind, int] = {}
        for kind, step in set(zip(self.kinds, self.steps, strict=True)):
            finest[kind] = min(last_digit(step), finest.get(kind, last_digit(step)))
        return finest

    def digits(self) -> list[int] | None:
        """The figures in last digits of their own; None if one cannot be reckoned with, which hardly ever is so."""
        down = {step: -last_digit(step) for step in set(self.steps)}
        if any(each.loose for each in self.figures) or min(down, default=0) < 0:
            return None
        try:
            scaled = [each.value.scaleb(down[step]) for each, step in zip(self.figures, self.steps, strict=True)]
            if max(scaled, default=0) >= FARTHEST or min(scaled, default=0) <= -FARTHEST:
                return None
            whole = list(map(int, scaled))
        except (ArithmeticError, ValueError):  # no number at all
            return None
        return whole if whole == scaled else None


def own_digit(value: Decimal) -> Decimal:
    """The last digit of a number that is exact and says nothing of its digits, such as the 45.5 due of 50 points."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and -LONGEST < exponent < 0 else Decimal(1)


def sane(figure: Figure) -> bool:
    """Is the figure exact by its own words, whole in its last digits, and no longer than an amount can be?"""
    step, value = figure.step or own_digit(figure.value), figure.value
    if figure.loose or not value.is_finite() or max(abs(value.adjusted()), abs(step.adjusted())) >= LONGEST:
        return False
    return step >= 0 and not value.scaleb(-last_digit(step)) % 1
