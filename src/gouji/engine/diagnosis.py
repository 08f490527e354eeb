"""The whole answer about one document: what holds, what fails, which numbers explain it, and what nobody looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from gouji.engine.budget import Budget
from gouji.engine.faults import Fault, Solver
from gouji.engine.layout import Layout
from gouji.engine.oracle import Oracle
from gouji.engine.pricing import Pricing
from gouji.engine.structural import structural
from gouji.engine.swaps import with_swaps
from gouji.engine.system import System
from gouji.engine.verdict import Verdict, standings, verdict
from gouji.engine.whole import Structural
from gouji.model.slip import Slip
from gouji.model.standing import Standing

# Explanations closer than this are told side by side: a factor of about fifty.
CLEARLY_BETTER = 4.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A fault with its standing, the identities it breaks, and for each suspected cell those that look alike."""

    standing: Standing
    fault: Fault
    relations: tuple[int, ...]
    alike: tuple[tuple[int, ...], ...] = ()  # beside each cell of the best explanation, the others of its class
    gap: float = 0.0  # nats to the next explanation


@dataclass(slots=True)
class Diagnosis:
    """Standings by relation, the faults with their explanations, and how much of the budget it took."""

    verdict: Verdict
    standings: list[Standing]
    answers: list[Answer] = field(default_factory=list)
    structural: list[Structural] = field(default_factory=list)
    nodes: int = 0
    spent: bool = False


def diagnose(system: System, layout: Layout | None = None, budget: Budget | None = None) -> Diagnosis:
    """Judge every identity and explain those that fail: by whole tables first, then by single cells.

    Without a layout nothing is known of tables: neither faults of whole tables nor exchanges are tried.
    """
    found = verdict(system)
    diagnosis = Diagnosis(found, standings(system, found))
    if found.violated:
        budget = budget or Budget()
        diagnosis.structural, faults = explained(system, found, layout, budget)
        diagnosis.answers = [answer(system, fault) for fault in faults]
        diagnosis.nodes = budget.nodes
        diagnosis.spent = budget.spent or any(fault.spent for fault in faults)
    return diagnosis


def explained(
    system: System, found: Verdict, layout: Layout | None, budget: Budget
) -> tuple[list[Structural], list[Fault]]:
    """What is wrong with whole tables, and the faults behind the other failing rows, explained."""
    whole = structural(system, found, layout) if layout else []
    oracle = Oracle(system, found)
    oracle.explained = frozenset().union(*(each.rows for each in whole))
    oracle.spare()
    solver = Solver(oracle, Pricing(oracle), budget)
    faults = solver.solve([row for row in found.violated if row not in oracle.explained])
    return whole, with_swaps(solver, faults, layout.neighbours) if layout else faults


def answer(system: System, fault: Fault) -> Answer:
    """How sure the best explanation of a fault is."""
    relations = tuple(dict.fromkeys(system.relation_of[row] for row in fault.rows))
    best = fault.best
    if best is None:
        suspect = system.structure.different(relations) == 1 and not fault.spent
        return Answer(Standing.IDENTITY_SUSPECT if suspect else Standing.NOT_LOCATED, fault, relations)
    alike = tuple(tuple(alike_to(system, change.cell)) for change in best.changes)
    gap = fault.explanations[1].cost - best.cost if len(fault.explanations) > 1 else float("inf")
    return Answer(_standing(system, fault, relations, alike, gap), fault, relations, alike, gap)


def _standing(
    system: System, fault: Fault, relations: tuple[int, ...], alike: tuple[tuple[int, ...], ...], gap: float
) -> Standing:
    best, structure = fault.explanations[0], system.structure
    identities = structure.different(relations)
    once = all(structure.looks(cell) == 1 for cell in best.cells)
    if identities == 1 and (best.generic or len(best.changes) > 1):
        inferred = not structure.relations[relations[0]].reliable
        return Standing.COVERED_ONCE if once and len(best.changes) == 1 and not inferred else Standing.IDENTITY_SUSPECT
    if len(best.changes) >= identities and all(change.slip is Slip.OTHER for change in best.changes):
        return Standing.IDENTITY_SUSPECT
    if gap >= CLEARLY_BETTER and not any(alike) and not fault.spent and not fault.alone:
        return Standing.LOCATED
    if once:
        return Standing.COVERED_ONCE
    return Standing.ONE_OF


def alike_to(system: System, cell: int) -> Iterable[int]:
    """The cells that the rows cannot tell from this one: their columns are proportional to its own."""
    own = signature(system, cell)
    if not own:
        return
    row = system.rows[system.column(cell)[0][0]]
    for other in (*row.cells, *((row.wild,) if row.wild >= 0 else ())):
        if other != cell and signature(system, other) == own:
            yield other


def signature(system: System, cell: int) -> tuple[tuple[int, Fraction], ...]:
    """The identities of a cell with its coefficients in the scale of the first; equal for cells that are alike.

    A ratio gives by far too little to tell its figures apart by their coefficients: it counts as one, without.
    """
    column = [(row, coef * system.steps[cell]) for row, coef in system.column(cell)]
    scale = next((coef for row, coef in column if system.rows[row].wild < 0), 1)
    ratios = [system.rows[row].wild >= 0 for row, _ in column]
    told = {
        system.relation_of[row]: Fraction(0) if ratio else Fraction(coef, scale)
        for (row, coef), ratio in zip(column, ratios, strict=True)
    }
    return tuple(told.items())


def coverage(system: System, told: list[Standing]) -> list[Standing]:
    """For each cell: vouched for, covered once only, or not covered by any identity that could be checked."""
    repeats = system.structure.repeats
    checked = [standing is not Standing.NOT_CHECKABLE and number not in repeats for number, standing in enumerate(told)]
    counts = [sum(checked[number] for number in looking) for looking in system.structure.relations_of]
    return [
        Standing.NOT_COVERED if not count else Standing.COVERED_ONCE if count == 1 else Standing.VOUCHED
        for count in counts
    ]  # fmt: skip
