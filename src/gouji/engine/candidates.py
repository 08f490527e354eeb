"""The values worth trying for a cell, and what it costs to believe each, in nats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouji.engine.oracle import Span
from gouji.engine.system import System
from gouji.engine.typing_errors import NEGATIVE, WRONG, cost, slip, undone
from gouji.model.slip import Slip

WIDEST_LISTED = 64


@dataclass(slots=True)
class Candidates:
    """Amounts by which a cell may be off: other readings of its ink, and what slips would undo."""

    system: System

    def of(self, cell: int, span: Span) -> list[tuple[float, int]]:
        """Costs and amounts, the cheapest first, within how many steps the cell may go."""
        step, read = self.system.steps[cell], self._read(cell)
        low, high = span
        found = [
            (told, amount) for amount, told in read.items()
            if (low is None or (low - 1) * step < amount) and (high is None or amount < (high + 1) * step)
        ]  # fmt: skip
        if cell not in self.system.readings_only:
            moves = (move for move in self._moves(cell, span) if move and move * step not in read)
            found += [(self._typed(cell, move), move * step) for move in moves]
        return sorted(found)

    def slip(self, cell: int, amount: int) -> Slip:
        """How a cell came to be off by an amount."""
        value, step = self.system.values[cell], self.system.steps[cell]
        if any(value + amount == reading for reading, _ in self.system.readings.get(cell, ())):
            return Slip.MISREAD
        return slip(value // step, (value + amount) // step)

    def _read(self, cell: int) -> dict[int, float]:
        """Other readings, as amounts, with their costs."""
        value, wrong = self.system.values[cell], self._wrong(cell)
        readings = self.system.readings.get(cell, ())
        return {reading - value: wrong + told for reading, told in readings if reading != value}

    def _wrong(self, cell: int) -> float:
        return WRONG - self.system.priors.get(cell, 0.0)

    def _typed(self, cell: int, move: int) -> float:
        printed = self._printed(cell)
        negative = NEGATIVE if printed + move < 0 <= printed else 0.0
        return self._wrong(cell) + cost(printed, printed + move) + negative

    def _moves(self, cell: int, span: Span) -> Iterator[int]:
        """The steps worth trying: all of a short span, otherwise what slips would undo, and the ends."""
        low, high = span
        if low is not None and high is not None and high - low <= WIDEST_LISTED:
            yield from range(low, high + 1)
            return
        printed = self._printed(cell)
        tried = {right - printed for right in undone(printed)} | {end for end in span if end is not None}
        if low is not None and high is not None:
            tried.add((low + high) // 2)
        yield from (move for move in tried if (low is None or low <= move) and (high is None or move <= high))

    def _printed(self, cell: int) -> int:
        """What is printed, in last digits."""
        return self.system.values[cell] // self.system.steps[cell]
