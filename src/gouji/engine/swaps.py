"""Two neighbouring numbers exchanged: one edit, not two (Scholtus 2016), tried beside the single cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gouji.engine.explanation import Change, Explanation
from gouji.engine.faults import Fault, Solver
from gouji.engine.oracle import Oracle
from gouji.engine.typing_errors import COST, WRONG
from gouji.model.slip import Slip

Neighbours = Callable[[int], Iterable[int]]
PRICE = WRONG + COST[Slip.SWAPPED]
MOST_SWAPS = 3
FEWEST_CLEARED = 2


@dataclass(frozen=True, slots=True)
class Swap:
    """Two cells, by how much the first rises (and the second falls), and the failing rows that this clears."""

    first: int
    second: int
    amount: int
    cleared: frozenset[int]


def with_swaps(solver: Solver, faults: list[Fault], neighbours: Neighbours) -> list[Fault]:
    """The faults, with exchanges where they make the whole answer cheaper."""
    for _ in range(MOST_SWAPS):
        better = _one_swap(solver, faults, neighbours)
        if better is None:
            return faults
        faults = better
    return faults


def _one_swap(solver: Solver, faults: list[Fault], neighbours: Neighbours) -> list[Fault] | None:
    """The faults after the best exchange, or None if none is worth it."""
    dear = [fault for fault in faults if not any(_swapped(each) for each in fault.explanations[:1])]
    if sum(_cost(fault) for fault in dear) <= PRICE:
        return None
    failing = frozenset(row for fault in dear for row in fault.rows)
    found = sorted(_swaps(solver.oracle, failing, neighbours), key=lambda each: -len(each.cleared))
    for swap in found[: 4 * MOST_SWAPS]:
        touched = [fault for fault in dear if swap.cleared & set(fault.rows)]
        made = _after(solver, swap, touched)
        if made is not None:
            best = [made, *(fault for fault in faults if fault not in touched)]
            return _with_rivals(solver.oracle, best, made, swap, found)
    return None


def _after(solver: Solver, swap: Swap, touched: list[Fault]) -> Fault | None:
    """One fault of those touched, explained by the exchange and by what the rest then needs; None if that is dearer."""
    rows = tuple(row for fault in touched for row in fault.rows)
    whole = Fault(rows, frozenset().union(*(fault.cells for fault in touched)), size=2)
    spent, rest = sum(map(_cost, touched)), [row for row in rows if row not in swap.cleared]
    exchange = _changes(solver.oracle, swap)
    if not rest:
        if spent <= PRICE:
            return None
        earlier = [each for fault in touched for each in fault.explanations] if len(touched) == 1 else []
        whole.explanations = [Explanation(exchange, PRICE), *earlier]
        return whole
    _apply(solver.oracle, swap, 1)
    others = solver.solve(rest)
    _apply(solver.oracle, swap, -1)
    if PRICE + sum(map(_cost, others)) >= spent:
        return None
    changes = [change for other in others if other.best for change in other.best.changes]
    if {change.cell for change in changes} & {swap.first, swap.second}:
        return None
    whole.explanations = [Explanation((*exchange, *changes), PRICE + sum(map(_cost, others)))]
    return whole


def _with_rivals(oracle: Oracle, faults: list[Fault], made: Fault, swap: Swap, found: list[Swap]) -> list[Fault]:
    """Other exchanges that clear the very same rows are explanations as good."""
    rivals = [each for each in found if each is not swap and each.cleared == swap.cleared]
    if len(made.explanations[0].changes) == 2:
        equal = [Explanation(_changes(oracle, each), PRICE) for each in rivals]
        made.explanations[1:1] = equal
    return faults


def _swaps(oracle: Oracle, failing: frozenset[int], neighbours: Neighbours) -> Iterable[Swap]:
    """Exchanges of neighbours, one of them in a failing row, that clear at least two rows and break none."""
    percents = {ratio.percent for ratio in oracle.system.ratios.values()}
    seen: set[tuple[int, int]] = set()
    for row in failing:
        made = oracle.system.rows[row]
        low, high = oracle.limits(row)
        residual, members = oracle.residuals[row], oracle.members(row)
        for cell, coef in zip(made.cells, made.coefs, strict=True):
            for other in neighbours(cell):
                if other in members or other in percents or cell in percents:
                    continue
                moved = residual + 2 * coef * (oracle.values[other] - oracle.values[cell])
                pair = (min(cell, other), max(cell, other))
                if low <= moved <= high and pair not in seen:
                    seen.add(pair)
                    swap = _swap(oracle, *pair, failing)
                    if swap is not None:
                        yield swap


def _swap(oracle: Oracle, first: int, second: int, failing: frozenset[int]) -> Swap | None:
    system = oracle.system
    apart = oracle.values[second] - oracle.values[first]
    if not apart or system.steps[first] != system.steps[second] or system.structure.units[first] != system.structure.units[second]:
        return None
    change: dict[int, int] = {}
    for cell, sign in ((first, 2), (second, -2)):
        for row, coef in oracle.column(cell):
            change[row] = change.get(row, 0) + sign * coef * apart
    cleared = set()
    for row, amount in change.items():
        if row in oracle.explained:
            continue
        low, high = oracle.limits(row)
        if amount and not low <= oracle.residuals[row] + amount <= high:
            return None
        if amount and row in failing:
            cleared.add(row)
    identities = system.structure.different(system.relation_of[row] for row in cleared)
    return Swap(first, second, apart, frozenset(cleared)) if identities >= FEWEST_CLEARED else None


def _apply(oracle: Oracle, swap: Swap, sign: int) -> None:
    oracle.shift(swap.first, sign * swap.amount)
    oracle.shift(swap.second, -sign * swap.amount)


def _changes(oracle: Oracle, swap: Swap) -> tuple[Change, ...]:
    values = oracle.system.values
    first, second = values[swap.first], values[swap.second]
    return Change(swap.first, first, second, Slip.SWAPPED), Change(swap.second, second, first, Slip.SWAPPED)


def _swapped(explanation: Explanation) -> bool:
    return any(change.slip is Slip.SWAPPED for change in explanation.changes)


def _cost(fault: Fault) -> float:
    """What the best answer costs; a fault without one costs as much as unknown changes of two cells."""
    return fault.best.cost if fault.best else 2 * (WRONG + COST[Slip.OTHER])
