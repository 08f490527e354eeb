"""The likeliest values for a set of cells, and what it costs to believe them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from gouji.engine.candidates import WIDEST_LISTED, Candidates
from gouji.engine.explanation import Change, Explanation
from gouji.engine.misfit import NONE, Misfit, at
from gouji.engine.oracle import Oracle, Span

BRANCHES = 8
KEPT = 4
Priced = tuple[float, tuple[tuple[int, int], ...]]  # a cost, and by how much which cells move


@dataclass(slots=True)
class Pricing:
    """Finds the likeliest values for a set of cells: −log chance of the slips, and of the residuals they leave."""

    oracle: Oracle
    candidates: Candidates = field(init=False)
    misfit: Misfit = field(init=False)
    _percents: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._percents = frozenset(ratio.percent for ratio in self.oracle.system.ratios.values())
        self.candidates, self.misfit = Candidates(self.oracle.system), Misfit(self.oracle)

    def explain(self, chosen: Sequence[int]) -> Explanation | None:
        """The cells with their likeliest values that the rows accept; None where the integers allow none."""
        found = sorted(self._priced(tuple(chosen), 0.0, NONE), key=lambda each: each[0])
        standing = self.misfit.before(chosen)
        kept: list[Explanation] = []
        for cost, moves in found:
            if len(kept) < KEPT and self._accepted(moves):
                kept.append(Explanation(tuple(self._change(cell, amount) for cell, amount in moves), cost - standing))
            if len(kept) == KEPT:
                break
        if not kept:
            return None
        return Explanation(kept[0].changes, kept[0].cost, tuple(each.changes for each in kept[1:]))

    def _priced(self, chosen: tuple[int, ...], spent: float, turned: frozenset[int]) -> list[Priced]:
        """Costs and moves of the likeliest values, cell by cell, the freest last."""
        spans = {cell: self.oracle.span(chosen, cell) for cell in chosen}
        cell = min(chosen, key=lambda each: (each in self._percents, _width(spans[each])))
        priced = self.candidates.of(cell, spans[cell])
        if len(chosen) == 1:
            return self._last(cell, priced, spent, turned)
        rest = tuple(other for other in chosen if other != cell)
        found: list[Priced] = []
        for cost, amount in priced[:BRANCHES]:
            self.oracle.shift(cell, amount)
            now = turned | {cell} if self._turns(cell, amount) else turned
            settled = self.misfit.settled(cell, rest, now)
            for total, moves in self._priced(rest, spent + cost + settled, now):
                found.append((total, ((cell, amount), *moves)))
            self.oracle.shift(cell, -amount)
        return sorted(found)[: 4 * WIDEST_LISTED]

    def _last(self, cell: int, priced: Sequence[tuple[float, int]], spent: float, turned: frozenset[int]) -> list[Priced]:
        """The values of the last cell, with the misfit of its sums."""
        value, plain = self.oracle.system.values[cell], self._plain_percent(cell)
        filled = self.misfit.touched(cell, turned if value else turned | {cell})
        found: list[Priced] = []
        for cost, amount in priced:
            touched = filled if value + amount else self.misfit.touched(cell, turned | {cell})
            odd = plain is not None and amount != plain
            found.append((spent + cost + at(touched, amount) + odd, ((cell, amount),)))
        return found

    def _turns(self, cell: int, amount: int) -> bool:
        """Is a printed zero given an amount, or an amount taken for zero?"""
        value = self.oracle.system.values[cell]
        return not value or not value + amount

    def _plain_percent(self, cell: int) -> int | None:
        """How far a percent is from what its amounts plainly come to; None for other cells."""
        if cell not in self._percents:
            return None
        system = self.oracle.system
        form = next(each for each in system.ratios.values() if each.percent == cell)
        top, bottom = form.at(self.oracle.values)
        if not bottom:
            return None
        step = system.steps[cell]
        digits = 100 * Fraction(top, bottom) / (system.structure.units[cell] * step)
        return floor(digits + Fraction(1, 2)) * step - system.values[cell]

    def _change(self, cell: int, amount: int) -> Change:
        value = self.oracle.system.values[cell]
        return Change(cell, value, value + amount, self.candidates.slip(cell, amount))

    def _accepted(self, moves: Sequence[tuple[int, int]]) -> bool:
        """The re-check: with the new values every identity around them holds by the verdict's own rule."""
        values = self.oracle.values
        for cell, amount in moves:
            values[cell] += amount
        try:
            return not any(True for _ in self.failing([cell for cell, _ in moves], values))
        finally:
            for cell, amount in moves:
                values[cell] -= amount

    def failing(self, cells: Sequence[int], values: Sequence[int]) -> Iterator[int]:
        """The identities around some cells that fail with the given values, without those of other faults."""
        system, spared = self.oracle.system, self.oracle.spared
        for number in {number for cell in cells for number in system.structure.relations_of[cell]}:
            if any(row in spared for row in system.rows_of_relation[number]):
                continue
            if not all(system.holds(row, values) for row in system.rows_at(number, values)):
                yield number


def _width(span: Span) -> float:
    return float("inf") if span[0] is None or span[1] is None else span[1] - span[0]
