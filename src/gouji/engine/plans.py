"""The structure of a document under the pattern of its comparisons: worked out once for all documents of one form."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache

from gouji.engine.relation import Relation
from gouji.engine.structure import Structure
from gouji.model.figure import Figure
from gouji.model.finding import Comparison
from gouji.model.place import Place

KEPT_STRUCTURES = 64
NOWHERE = Place()

Pattern = tuple[object, ...]


@dataclass(slots=True)
class Plan:
    """What a pattern comes to: the structure, the cell of each figure met, the first figure met of each cell, and those
    that were met again as another object, with how many times the half-width of the first they reach."""

    structure: Structure
    cells: tuple[int, ...]
    first: tuple[int, ...]
    again: tuple[tuple[int, Fraction], ...]

    def fits(self, met: Sequence[Figure]) -> bool:
        """Do the figures met again stand to the first as they did when the plan was made?"""
        for number, reach in self.again:
            figure, first = met[number], met[self.first[self.cells[number]]]
            if _identity(figure) != _identity(first) or Fraction(figure.step) != reach * _worth(first):
                return False
        return True


@dataclass(slots=True)
class Structures:
    """The structures met lately, by pattern."""

    known: OrderedDict[Pattern, Plan] = field(default_factory=OrderedDict)

    def plan(self, pattern: Pattern, comparisons: Sequence[Comparison], met: Sequence[Figure], units: Sequence[Fraction]) -> Plan:
        plan = self.known.get(pattern)
        if plan is None or not plan.fits(met):
            plan = self.known[pattern] = _plan(comparisons, met, units)
            if len(self.known) > KEPT_STRUCTURES:
                self.known.popitem(last=False)
        return plan


LATELY = Structures()


@cache
def last_digit(step: Decimal) -> int:
    """The last printed digit as a power of ten; rules may hold a figure to several of them, or to none (exact)."""
    return int(step.normalize().as_tuple().exponent) if step else 0


def _worth(figure: Figure) -> Fraction:
    return Fraction(10) ** last_digit(figure.step)


def _plan(comparisons: Sequence[Comparison], met: Sequence[Figure], units: Sequence[Fraction]) -> Plan:
    """Figures that stand in one place are one cell, unless rules made other values of them."""
    numbers: dict[object, int] = {}
    cells = tuple([numbers.setdefault(_identity(figure), len(numbers)) for figure in met])
    first: dict[int, int] = {}
    for number, cell in enumerate(cells):
        if cell not in first or not met[first[cell]].step:
            first[cell] = number  # a cell has the last digit it is printed with, if a rule calls it exact or not
    again = tuple(
        (number, Fraction(met[number].step) / _worth(met[first[cell]]))
        for number, cell in enumerate(cells)
        if first[cell] != number or met[number].step != 10 ** Decimal(last_digit(met[number].step))
    )
    firsts = tuple(first[cell] for cell in range(len(first)))
    where = {id(figure): cell for figure, cell in zip(met, cells, strict=True)}
    reach = {id(met[number]): times for number, times in again if times != 1}
    relations = [_relation(each, where, reach) for each in comparisons]
    return Plan(Structure.of(relations, [units[number] for number in firsts]), cells, firsts, again)


def _identity(figure: Figure) -> object:
    return id(figure) if figure.place == NOWHERE else (figure.place, figure.value, figure.kind)


def _relation(comparison: Comparison, where: dict[int, int], reach: dict[int, Fraction]) -> Relation:
    terms = tuple([(where[id(term.figure)], _plain(term.factor)) for term in comparison.terms])
    reaches = tuple((where[id(f)], reach[id(f)]) for f in comparison.figures if id(f) in reach) if reach else ()
    return Relation(
        comparison.shape, where[id(comparison.stated)], terms, comparison.below, comparison.relation == "≥",
        comparison.exact, reaches=reaches,
    )  # fmt: skip


def _plain(factor: Decimal) -> int | Fraction:
    return int(factor) if factor == int(factor) else Fraction(factor)
