"""Sets of cells some of which can be nothing but what their ink may stand for: those values are tried in turn."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from gouji.engine.elimination import TooMany
from gouji.engine.oracle import Oracle

MOST_COMBINATIONS = 2000  # of readings; beyond that a set of cells is too large to be tried


def conflict(oracle: Oracle, chosen: Sequence[int]) -> frozenset[int] | None:
    """None if the document can be right with new values for the chosen cells; else cells of which one more must be wrong."""
    bound = [cell for cell in chosen if cell in oracle.system.readings_only] if oracle.system.readings_only else []
    if not bound:
        return oracle.conflict(chosen)
    if prod(1 + len(oracle.system.readings.get(cell, ())) for cell in bound) > MOST_COMBINATIONS:
        raise TooMany
    return _tried(oracle, bound, tuple(cell for cell in chosen if cell not in bound), bound)


def _tried(oracle: Oracle, left: Sequence[int], free: Sequence[int], bound: Sequence[int]) -> frozenset[int] | None:
    """Every combination of values of the cells that are left; what rules them out all is the conflict."""
    if not left:
        return _with_these(oracle, free, bound)
    cell, printed = left[0], oracle.system.values[left[0]]
    blamed: frozenset[int] = frozenset()
    for value in dict.fromkeys((printed, *(reading for reading, _ in oracle.system.readings.get(cell, ())))):
        oracle.shift(cell, value - printed)
        found = _tried(oracle, left[1:], free, bound)
        oracle.shift(cell, printed - value)
        if found is None:
            return None
        blamed |= found
    return blamed


def _with_these(oracle: Oracle, free: Sequence[int], bound: Sequence[int]) -> frozenset[int] | None:
    """The bound cells as they now are: rows without a free cell must hold, the others are asked of the free ones."""
    still = {row for cell in free for row, _ in oracle.column(cell)}
    for cell in bound:
        for row, _ in oracle.column(cell):
            if row not in oracle.spared and row not in still and not oracle.holds(row):
                return oracle.members(row).difference(free, bound)
    found = oracle.conflict(free)
    return None if found is None else found.difference(bound)
