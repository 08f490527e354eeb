"""From the comparisons of rules to a system, and back: figures are cells, comparisons are relations.

Documents of one form have one structure: it is kept under the pattern of its comparisons (which figure stands where in
which identity, with which factor), so that the next document of that form only brings its values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from gouji.engine.plans import LATELY, NOWHERE, Structures, last_digit
from gouji.engine.system import System
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, Shape
from gouji.model.rounding import Tolerance, Verdict, tolerance_in_force

# Longer numbers are no amounts: what is reckoned with them is left out, and said to be.
LONGEST = 24


@dataclass(slots=True)
class Document:
    """A system with the figure behind each cell and the comparison behind each relation; `left_out` could not be taken."""

    system: System
    figures: list[Figure]
    comparisons: list[Comparison]
    left_out: list[Comparison] = field(default_factory=list)

    def amount(self, cell: int, value: int) -> Decimal:
        """A value of a cell in the base unit of its kind, as figures have it: yuan, percentage points, things."""
        unit = self.system.structure.units[cell]
        return Decimal(value) * unit.numerator / unit.denominator


def document(
    comparisons: Iterable[Comparison], own: str | None = None, structures: Structures = LATELY, closed: bool | None = None
) -> Document:
    """The system of all comparisons that can be reckoned; with `own`, figures of other documents are not suspected.

    Its intervals are closed where the tolerance in force is, unless `closed` says otherwise.
    """
    closed = tolerance_in_force() is Tolerance.CLOSED if closed is None else closed
    taken, left_out = _linear(comparisons)
    met, places = _met(taken)
    digits = _digits(met)
    if digits is None:
        mad = {id(figure) for figure in met if not _sane(figure)}
        left_out += [each for each in taken if any(id(figure) in mad for figure in each.figures)]
        taken = [each for each in taken if not any(id(figure) in mad for figure in each.figures)]
        met, places = _met(taken)
        digits = _digits(met) or []
    exponents = _exponents(met)
    worth = {kind: Fraction(10) ** exponent for kind, exponent in exponents.items()}
    kinds = tuple([figure.kind for figure in met])
    pattern = (places, tuple([_manner(each) for each in taken]), kinds, tuple(sorted(exponents.items())), _factors(taken))
    plan = structures.plan(pattern, taken, met, [worth[kind] for kind in kinds])
    figures = [met[number] for number in plan.first]
    down = {kind: -exponent for kind, exponent in exponents.items()}
    digit = {(k, s): 10 ** (last_digit(s) + down[k]) for k, s in {(figure.kind, figure.step) for figure in figures}}
    steps = [digit[figure.kind, figure.step] for figure in figures]
    values = [digits[number] * step for number, step in zip(plan.first, steps, strict=True)]
    fixed = frozenset([cell for cell, figure in enumerate(figures) if _fixed(figure, own)])
    return Document(System(plan.structure, values, steps, fixed=fixed, closed=closed), figures, taken, left_out)


def _linear(comparisons: Iterable[Comparison]) -> tuple[list[Comparison], list[Comparison]]:
    """What the engine can reckon with, and what not."""
    taken: list[Comparison] = []
    left_out: list[Comparison] = []
    for each in comparisons:
        related = each.relation in ("≤", "≥") if each.shape is Shape.ORDER else each.relation == "="
        linear = each.shape is not Shape.OPAQUE and each.verdict is not Verdict.NOT_CHECKABLE and related
        (taken if linear else left_out).append(each)
    return taken, left_out


def _digits(met: Sequence[Figure]) -> list[int] | None:
    """The figures in last digits of their own; None if one cannot be reckoned with, which hardly ever is so."""
    if any(figure.loose or not figure.value.is_finite() or figure.step < 0 for figure in met):
        return None
    scaled = [figure.value.scaleb(-last_digit(figure.step)) for figure in met]
    if max(map(Decimal.adjusted, scaled), default=0) >= LONGEST or max((f.value.adjusted() for f in met), default=0) >= LONGEST:
        return None
    whole = list(map(int, scaled))
    return whole if whole == scaled else None


def _sane(figure: Figure) -> bool:
    """Is the figure exact by its own words, whole in its last digits, and no longer than an amount can be?"""
    step, value = figure.step, figure.value
    if figure.loose or not value.is_finite() or max(abs(value.adjusted()), abs(step.adjusted())) >= LONGEST:
        return False
    return step >= 0 and not value.scaleb(-last_digit(step)) % 1


def _met(comparisons: Sequence[Comparison]) -> tuple[list[Figure], tuple[int, ...]]:
    """The figures, each object once, and for every place in every comparison the number of its figure."""
    flat = [figure for each in comparisons for figure in (each.stated, *[term.figure for term in each.terms])]
    keys = list(map(id, flat))
    met = dict(zip(keys, flat, strict=True))
    numbers = dict(zip(met, range(len(met)), strict=True))
    return list(met.values()), tuple(map(numbers.__getitem__, keys))


def _manner(comparison: Comparison) -> tuple[Shape, str, int, int, bool]:
    return comparison.shape, comparison.relation, len(comparison.terms), comparison.below, comparison.exact


def _factors(comparisons: Sequence[Comparison]) -> tuple[Decimal, ...]:
    return tuple([term.factor for each in comparisons for term in each.terms])


def _exponents(figures: Iterable[Figure]) -> dict[Kind, int]:
    """The finest unit of each kind, as a power of ten."""
    finest: dict[Kind, int] = {}
    for kind, step in {(figure.kind, figure.step) for figure in figures}:
        finest[kind] = min(last_digit(step), finest.get(kind, last_digit(step)))
    return finest


def _fixed(figure: Figure, own: str | None) -> bool:
    return not figure.place.document and figure.place == NOWHERE or own not in (None, figure.place.document)
