"""The verdict on every identity of a document: exact, in integers, with the second look and the law of rounding."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gouji.engine.system import System
from gouji.model.law import IMPROBABLE, chance
from gouji.model.standing import Standing


@dataclass(slots=True)
class Verdict:
    """Residuals in half units by row; the rows that fail, and those that hold only on the second look."""

    residuals: list[int]
    violated: list[int]
    second_look: list[int]

    @property
    def clean(self) -> bool:
        return not self.violated


def verdict(system: System) -> Verdict:
    """Judge every row. A sum without residual holds whatever its limits, so limits are reckoned for the others only."""
    values = system.values
    residuals = [row.residual(values) for row in system.rows]
    return judged(system, residuals, [n for n, residual in enumerate(residuals) if residual or system.rows[n].room < 0])


def judged(system: System, residuals: list[int], off: list[int]) -> Verdict:
    """The verdict where residuals are known; `off` are the rows that these alone do not settle."""
    violated: list[int] = []
    second_look: list[int] = []
    for number in off:
        row, residual = system.rows[number], residuals[number]
        low, high = system.limits(row, system.values)
        if low <= residual <= high:
            continue
        low, high = system.limits(row, system.values, zeros=True)
        (second_look if low <= residual <= high else violated).append(number)
    return Verdict(residuals, violated, second_look)


def standings(system: System, found: Verdict) -> list[Standing]:
    """What is to be said of each relation."""
    told = [Standing.CONSISTENT] * len(system.structure.relations)
    for number, residual in enumerate(found.residuals):
        # One unit is never improbable within the strict bound.
        p = probability(system, number, residual) if residual and (system.closed or abs(residual) > 2) else None
        if p is not None and p < IMPROBABLE:
            told[system.relation_of[number]] = Standing.IMPROBABLE
    for number in found.second_look:
        told[system.relation_of[number]] = Standing.HIDDEN_AMOUNT
    for relation in system.not_checkable:
        told[relation] = Standing.NOT_CHECKABLE
    for number in found.violated:
        told[system.relation_of[number]] = Standing.VIOLATED
    return told


def probability(system: System, number: int, residual: int) -> Fraction | None:
    """P of so large a residual if the truth adds up; None unless one figure is the sum of others of its precision."""
    row = system.rows[number]
    if not (row.lower and row.upper) or row.exact or row.reaches:
        return None
    live = [cell for cell in row.cells if system.values[cell]]
    if len({system.steps[cell] for cell in live}) != 1 or any(abs(coef) != 1 for coef in row.coefs):
        return None
    if any(system.steps[cell] > system.steps[live[0]] for cell in row.cells):
        return None  # a zero printed more coarsely is a rounding itself
    addends = len(live) - 1 if system.values[row.cells[0]] else len(live)
    return chance(addends, abs(residual) // (2 * system.steps[live[0]]))
