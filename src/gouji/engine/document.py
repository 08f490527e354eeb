"""From the comparisons of rules to a system, and back: figures are cells, comparisons are relations.

Documents of one form have one structure: it is kept under the pattern of its comparisons (which figure stands where in
which identity, with which factor), so that the next document of that form only brings its values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from gouji.engine.met import Met, sane
from gouji.engine.plans import LATELY, NOWHERE, Plan, Structures, last_digit
from gouji.engine.system import System
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, Shape
from gouji.model.rounding import Tolerance, Verdict, tolerance_in_force

LINEAR = {(Shape.SUM, "="), (Shape.QUOTIENT, "="), (Shape.ORDER, "≤"), (Shape.ORDER, "≥")}
NOT_CHECKABLE = Verdict.NOT_CHECKABLE

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
    met = Met.of(taken)
    digits = met.digits()
    if digits is None:
        mad = {id(figure) for figure in met.figures if not sane(figure)}
        left_out += [each for each in taken if any(id(figure) in mad for figure in each.figures)]
        taken = [each for each in taken if not any(id(figure) in mad for figure in each.figures)]
        met = Met.of(taken)
        digits = met.digits() or []
    exponents = met.exponents()
    plan = _plan(met, taken, exponents, structures)
    figures = [met.figures[number] for number in plan.first]
    size = {(k, s): 10 ** (last_digit(s) - exponents[k]) for k, s in set(zip(met.kinds, met.steps, strict=True))}
    sizes = list(map(size.__getitem__, zip(met.kinds, met.steps, strict=True)))
    steps = [sizes[number] for number in plan.first]
    values = [digits[number] * sizes[number] for number in plan.first]
    return Document(System(plan.structure, values, steps, fixed=_fixed(figures, own), closed=closed), figures, taken, left_out)


def _plan(met: Met, taken: Sequence[Comparison], exponents: dict[Kind, int], structures: Structures) -> Plan:
    """The structure of documents like this one."""
    worth = {kind: Fraction(10) ** exponent for kind, exponent in exponents.items()}
    pattern = (met.manner, met.kinds, tuple(sorted(exponents.items())))
    return structures.plan(pattern, taken, met.figures, [worth[kind] for kind in met.kinds])


def _linear(comparisons: Iterable[Comparison]) -> tuple[list[Comparison], list[Comparison]]:
    """What the engine can reckon with, and what not."""
    taken: list[Comparison] = []
    left_out: list[Comparison] = []
    for each in comparisons:
        linear = (each.shape, each.relation) in LINEAR and each.verdict is not NOT_CHECKABLE
        (taken if linear else left_out).append(each)
    return taken, left_out


def _fixed(figures: Sequence[Figure], own: str | None) -> frozenset[int]:
    """Constants, which stand nowhere, and figures of other documents."""
    documents = [figure.place.document for figure in figures]
    fixed = {cell for cell, name in enumerate(documents) if not name and figures[cell].place == NOWHERE}
    return frozenset(fixed.union([cell for cell, name in enumerate(documents) if name != own] if own is not None else ()))
