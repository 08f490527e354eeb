"""From the comparisons of rules to a system, and back: figures are cells, comparisons are relations.

Documents of one form have one structure: it is kept under the pattern of its comparisons (which figure stands where in
which identity, with which factor), so that the next document of that form only brings its values.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, Shape
from gouji.model.place import Place
from gouji.model.rounding import Verdict
from gouji.repair.engine.relation import Relation
from gouji.repair.engine.system import Structure, System

# Longer numbers are no amounts: what is reckoned with them is left out, and said to be.
LONGEST = 24
KEPT_STRUCTURES = 64
NOWHERE = Place()

Pattern = tuple[object, ...]


@dataclass(slots=True)
class Document:
    """A system with the figure behind each cell and the comparison behind each relation; `left_out` could not be taken."""

    system: System
    figures: list[Figure]
    comparisons: list[Comparison]
    left_out: list[Comparison] = field(default_factory=list)


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
            if _identity(figure) != _identity(first) or Fraction(figure.step) != reach * Fraction(first.step):
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


def document(
    comparisons: Iterable[Comparison], own: str | None = None, structures: Structures = LATELY, closed: bool = False
) -> Document:
    """The system of all comparisons that can be reckoned; with `own`, figures of other documents are not suspected."""
    taken, left_out = _usable(comparisons)
    met, places = _met(taken)
    exponents = _exponents(met)
    worth = {kind: Fraction(10) ** exponent for kind, exponent in exponents.items()}
    kinds = tuple([figure.kind for figure in met])
    pattern = (places, tuple(map(_manner, taken)), kinds, tuple(sorted(exponents.items())), _factors(taken))
    plan = structures.plan(pattern, taken, met, [worth[kind] for kind in kinds])
    figures = [met[number] for number in plan.first]
    values = [int(figure.value.scaleb(-exponents[figure.kind])) for figure in figures]
    steps = [int(figure.step.scaleb(-exponents[figure.kind])) or 1 for figure in figures]
    fixed = frozenset([cell for cell, figure in enumerate(figures) if _fixed(figure, own)])
    return Document(System(plan.structure, values, steps, fixed=fixed, closed=closed), figures, taken, left_out)


def _usable(comparisons: Iterable[Comparison]) -> tuple[list[Comparison], list[Comparison]]:
    """What the engine can reckon with, and what not: only what is linear and made of numbers of a sane length."""
    taken: list[Comparison] = []
    left_out: list[Comparison] = []
    for each in comparisons:
        linear = each.shape is not Shape.OPAQUE and each.verdict is not Verdict.NOT_CHECKABLE and each.relation in "=≤"
        (taken if linear else left_out).append(each)
    mad = {id(figure) for figure in _met(taken)[0] if not _sane(figure)}
    if mad:
        spoilt = [any(id(figure) in mad for figure in each.figures) for each in taken]
        left_out += [each for each, bad in zip(taken, spoilt, strict=True) if bad]
        taken = [each for each, bad in zip(taken, spoilt, strict=True) if not bad]
    return taken, left_out


def _sane(figure: Figure) -> bool:
    """Has the figure a last digit, and no more digits than an amount can have? A step of 0 makes it exact where it stands."""
    step, value = figure.step, figure.value
    if step < 0 or figure.loose or not value.is_finite():
        return False
    return step.adjusted() > -LONGEST and max(step.adjusted(), value.adjusted()) < LONGEST and not (step and value % step)


def _met(comparisons: Sequence[Comparison]) -> tuple[list[Figure], tuple[int, ...]]:
    """The figures, each object once, and for every place in every comparison the number of its figure."""
    flat = [figure for each in comparisons for figure in (each.stated, *[term.figure for term in each.terms])]
    numbers: dict[int, int] = {}
    places = tuple([numbers.setdefault(id(figure), len(numbers)) for figure in flat])
    met = dict(zip(map(id, flat), flat, strict=True))
    return list(met.values()), places


def _manner(comparison: Comparison) -> tuple[Shape, int, int, bool]:
    return comparison.shape, len(comparison.terms), comparison.below, comparison.exact


def _factors(comparisons: Sequence[Comparison]) -> tuple[Decimal, ...]:
    return tuple([term.factor for each in comparisons for term in each.terms])


def _exponents(figures: Iterable[Figure]) -> dict[Kind, int]:
    """The finest unit of each kind, as a power of ten."""
    finest: dict[Kind, int] = {}
    for kind, step in {(figure.kind, figure.step) for figure in figures}:
        exponent = int(step.normalize().as_tuple().exponent) if step else 0
        finest[kind] = min(exponent, finest.get(kind, exponent))
    return finest


def _plan(comparisons: Sequence[Comparison], met: Sequence[Figure], units: Sequence[Fraction]) -> Plan:
    """Figures that stand in one place are one cell, unless rules made other values of them."""
    numbers: dict[object, int] = {}
    cells = tuple([numbers.setdefault(_identity(figure), len(numbers)) for figure in met])
    first: dict[int, int] = {}
    for number, cell in enumerate(cells):
        if cell not in first or not met[first[cell]].step:
            first[cell] = number  # a cell has the last digit it is printed with, if a rule calls it exact or not
    again = tuple(
        (number, Fraction(met[number].step) / Fraction(met[first[cell]].step or 1))
        for number, cell in enumerate(cells)
        if first[cell] != number or not met[number].step
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
        comparison.shape, where[id(comparison.stated)], terms, comparison.below, comparison.exact, reaches=reaches
    )


def _plain(factor: Decimal) -> int | Fraction:
    return int(factor) if factor == int(factor) else Fraction(factor)


def _fixed(figure: Figure, own: str | None) -> bool:
    return not figure.place.document and figure.place == NOWHERE or own not in (None, figure.place.document)
