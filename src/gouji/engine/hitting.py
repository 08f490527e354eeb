"""The fewest cells that could all be wrong: every smallest set that the rows allow, or one where they are too many.

A set explains a fault if it hits every conflict. Conflicts come from the oracle as they are needed and are kept: the
implicit hitting set method (Reiter 1987; Moreno-Centeno and Karp 2013). First all sets by iterative deepening; when
that takes too many nodes, one smallest set by branch and bound over the conflicts known, again until the oracle agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gouji.engine import only_readings
from gouji.engine.budget import Budget, Spent
from gouji.engine.elimination import TooMany
from gouji.engine.oracle import Oracle

NODES = 400
BOUNDED_NODES = 4_000
DEEPEST = 3
MOST_SETS = 200
MOST_CELLS = 24


class Hitting:
    """One fault: the rows that fail together, and the conflicts learnt about them, as bit sets of their cells."""

    def __init__(self, oracle: Oracle, rows: Iterable[int], budget: Budget) -> None:
        self.oracle, self.budget = oracle, budget
        self.cells: list[int] = []
        self._bit: dict[int, int] = {}
        self.conflicts = sorted({self._mask(oracle.members(row)) for row in rows}, key=int.bit_count)
        self.found: list[tuple[int, ...]] = []
        self.cut = False  # not every smallest set was looked for, since it took too long
        self.alone = False  # one smallest set of many cells, beside which others were not looked for

    def smallest(self, deepest: int = DEEPEST, nodes: int = NODES, least: int = 1) -> list[tuple[int, ...]]:
        """All smallest sets, or one if they cost more nodes than given; none if not even one was found."""
        until = self.budget.nodes + nodes
        try:
            for size in range(least, deepest + 1):
                self._descend(0, size, 0, until)
                if self.found:
                    return self.found
        except Spent:
            self.cut = True
            if self.budget.spent:
                return self.found
        return self.found or self._one(self.budget.nodes + BOUNDED_NODES)

    def _descend(self, chosen: int, remaining: int, barred: int, until: int) -> None:
        """Every set with `chosen`, at most `remaining` more cells and none of `barred`."""
        self.budget.node(until)
        unhit = [conflict & ~barred for conflict in self.conflicts if not conflict & chosen]
        if not unhit:
            conflict = self._conflict(chosen)
            if conflict is None:
                self.found.append(self._cells(chosen))
                if len(self.found) >= MOST_SETS:
                    raise Spent
                return
            unhit = [conflict & ~barred]
        if len(unhit) > remaining and packing(unhit) > remaining:
            return
        for bit in bits(_shared(unhit) if remaining == 1 else min(unhit, key=int.bit_count)):
            if remaining:
                self._descend(chosen | bit, remaining - 1, barred, until)
                barred |= bit

    def _one(self, until: int) -> list[tuple[int, ...]]:
        """One smallest set, if it takes no more than MOST_CELLS."""
        if packing(self.conflicts) > MOST_CELLS:
            self.cut = True
            return []
        try:
            while True:
                chosen = smallest_hitting_set(self.conflicts, self.budget, until)
                if chosen.bit_count() > MOST_CELLS:
                    return []
                conflict = self._conflict(chosen)
                if conflict is None:
                    self.alone = True
                    return [self._cells(chosen)]
                if not conflict:
                    return []
        except Spent:
            self.cut = True
            return []

    def _conflict(self, chosen: int) -> int | None:
        """A new conflict, learnt; None if the chosen cells explain the fault; 0 if nothing can."""
        try:
            cells = only_readings.conflict(self.oracle, self._cells(chosen))
        except TooMany:
            raise Spent from None
        if cells is None:
            return None
        mask = self._mask(cells)
        if mask:
            self.conflicts.append(mask)
        return mask

    def _mask(self, cells: Iterable[int]) -> int:
        mask = 0
        for cell in cells:
            bit = self._bit.get(cell)
            if bit is None:
                bit = self._bit[cell] = 1 << len(self.cells)
                self.cells.append(cell)
            mask |= bit
        return mask

    def _cells(self, mask: int) -> tuple[int, ...]:
        return tuple(self.cells[bit.bit_length() - 1] for bit in bits(mask))


def bits(mask: int) -> Iterator[int]:
    """The single bits of a set, lowest first."""
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


def _shared(masks: list[int]) -> int:
    shared = -1
    for mask in masks:
        shared &= mask
    return shared


def packing(masks: list[int]) -> int:
    """At least so many cells are needed: sets that share no cell, taken greedily, smallest first."""
    taken = count = 0
    for mask in sorted(masks, key=int.bit_count):
        if not mask & taken:
            taken |= mask
            count += 1
            if not mask:
                return len(masks) + MOST_CELLS
    return count


def smallest_hitting_set(conflicts: list[int], budget: Budget, until: int) -> int:
    """A smallest set of bits that meets every conflict, by branch and bound."""
    best = [_greedy(conflicts)]

    def descend(chosen: int, barred: int, unhit: list[int]) -> None:
        budget.node(until)
        if not unhit:
            best[0] = chosen
            return
        if chosen.bit_count() + packing(unhit) >= best[0].bit_count():
            return
        for bit in bits(min(unhit, key=int.bit_count)):
            descend(chosen | bit, barred | bit, [mask & ~barred for mask in unhit if not mask & bit])
            barred |= bit

    descend(0, 0, conflicts)
    return best[0]


def _greedy(conflicts: list[int]) -> int:
    chosen, unhit = 0, conflicts
    while unhit:
        if chosen.bit_count() > 4 * MOST_CELLS:
            raise Spent
        counts: dict[int, int] = {}
        for mask in unhit:
            for bit in bits(mask):
                counts[bit] = counts.get(bit, 0) + 1
        chosen |= max(counts, key=counts.__getitem__)
        unhit = [mask for mask in unhit if not mask & chosen]
    return chosen
