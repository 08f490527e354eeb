"""An explanation of a fault: which cells, their likely values, and what it costs to believe it, in nats."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouji.model.slip import Slip


@dataclass(frozen=True, slots=True)
class Change:
    """A cell, what is printed in it and what it should be, in its unit, and how the one came of the other."""

    cell: int
    printed: int
    likely: int
    slip: Slip


@dataclass(frozen=True, slots=True)
class Explanation:
    """Changes that make the rows of a fault hold; `others` are other values for the same cells, dearer ones later."""

    changes: tuple[Change, ...]
    cost: float
    others: tuple[tuple[Change, ...], ...] = field(default=())

    @property
    def cells(self) -> frozenset[int]:
        return frozenset(change.cell for change in self.changes)

    @property
    def generic(self) -> bool:
        """Is some change one that no known slip makes?"""
        return any(change.slip is Slip.OTHER for change in self.changes)
