"""An explanation of a fault: which cells, their likely values, and what it costs to believe it, in nats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from gouji.engine.oracle import Oracle, Span
from gouji.engine.relation import Row
from gouji.engine.typing_errors import COST, NEGATIVE, WRONG, slip, undone
from gouji.model.slip import Slip

WIDEST_LISTED = 64
BRANCHES = 8
KEPT = 4


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


@dataclass(slots=True)
class Pricing:
    """Finds the likeliest values for a set of cells: −log chance of the slips, and of the residuals they leave."""

    oracle: Oracle
    _scatter: dict[int, float] = field(default_factory=dict)
    _percents: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._percents = frozenset(ratio.percent for ratio in self.oracle.system.ratios.values())

    def explain(self, chosen: Sequence[int]) -> Explanation | None:
        """The cells with their likeliest values that the rows accept; None where the integers allow none."""
        found = sorted(self._priced(tuple(chosen), 0.0), key=lambda each: each[0])
        standing = self._before(chosen)
        kept: list[Explanation] = []
        for cost, moves in found:
            if len(kept) < KEPT and self._accepted(moves):
                kept.append(Explanation(tuple(self._change(cell, move) for cell, move in moves), cost - standing))
            if len(kept) == KEPT:
                break
        if not kept:
            return None
        return Explanation(kept[0].changes, kept[0].cost, tuple(each.changes for each in kept[1:]))

    def _priced(self, chosen: tuple[int, ...], spent: float) -> list[tuple[float, tuple[tuple[int, int], ...]]]:
        """Costs and moves of the likeliest values, cell by cell, the freest last."""
        spans = {cell: self.oracle.span(chosen, cell) for cell in chosen}
        cell = min(chosen, key=lambda each: (each in self._percents, _width(spans[each])))
        rest = tuple(other for other in chosen if other != cell)
        priced = sorted((self._slip_cost(cell, move), move) for move in self._moves(cell, spans[cell]) if move)
        if not rest:
            touched, plain = self._touched(cell), self._plain_percent(cell)
            return [
                (spent + cost + _misfit(touched, move) + (plain is not None and move != plain), ((cell, move),))
                for cost, move in priced
            ]
        found = []
        for cost, move in priced[:BRANCHES]:
            self.oracle.shift(cell, move)
            settled = self._settled(cell, rest)
            for total, moves in self._priced(rest, spent + cost + settled):
                found.append((total, ((cell, move), *moves)))
            self.oracle.shift(cell, -move)
        return sorted(found)[: 4 * WIDEST_LISTED]

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

    def _slip_cost(self, cell: int, move: int) -> float:
        printed = self._printed(cell)
        negative = NEGATIVE if printed + move < 0 <= printed else 0.0
        return WRONG - self.oracle.system.priors.get(cell, 0.0) + COST[slip(printed, printed + move)] + negative

    def _printed(self, cell: int) -> int:
        """What is printed, in last digits."""
        return self.oracle.system.values[cell] // self.oracle.system.steps[cell]

    def _touched(self, cell: int) -> list[tuple[float, float, float]]:
        """Of each sum with the cell: residual, its change by a step, and its scatter."""
        step = self.oracle.system.steps[cell]
        return [
            (float(self.oracle.residuals[row]), 2.0 * coef * step, self.scatter(row))
            for row, coef in self._sums(cell)
        ]  # fmt: skip

    def _plain_percent(self, cell: int) -> int | None:
        """How far a percent is from what its amounts plainly come to; None for other cells."""
        if cell not in self._percents:
            return None
        system = self.oracle.system
        form = next(each for each in system.ratios.values() if each.percent == cell)
        top, bottom = form.at(self.oracle.values)
        if not bottom:
            return None
        digits = 100 * Fraction(top, bottom) / (system.structure.units[cell] * system.steps[cell])
        return floor(digits + Fraction(1, 2)) - self._printed(cell)

    def _sums(self, cell: int) -> Iterator[tuple[int, int]]:
        for row, coef in self.oracle.column(cell):
            made = self.oracle.system.rows[row]
            if made.lower and made.upper and row not in self.oracle.spared:
                yield row, coef

    def scatter(self, row: int) -> float:
        """Twice the variance of a residual, in half units: each rounded cell adds a third of its step squared."""
        known = self._scatter.get(row)
        if known is None:
            made, system = self.oracle.system.rows[row], self.oracle.system
            known = self._scatter[row] = 2 * (_variance(made, system.values, system.steps) + 0.25)
        return known

    def _settled(self, cell: int, rest: tuple[int, ...]) -> float:
        """The misfit of the sums that no other cell of the set can change any more."""
        open_rows = {row for other in rest for row, _ in self.oracle.column(other)}
        return sum(self.oracle.residuals[r] ** 2 / self.scatter(r) for r, _ in self._sums(cell) if r not in open_rows)

    def _before(self, chosen: Sequence[int]) -> float:
        """The misfit that the sums around the cells have as they are; those that fail count nothing."""
        rows = {row for cell in chosen for row, _ in self._sums(cell) if not self.oracle.off(row)}
        return sum(self.oracle.residuals[row] ** 2 / self.scatter(row) for row in rows)

    def _change(self, cell: int, move: int) -> Change:
        system, printed = self.oracle.system, self._printed(cell)
        likely = system.values[cell] + move * system.steps[cell]
        return Change(cell, system.values[cell], likely, slip(printed, printed + move))

    def _accepted(self, moves: Sequence[tuple[int, int]]) -> bool:
        """The re-check: with the new values every identity around them holds by the verdict's own rule."""
        values = list(self.oracle.values) if len(moves) > 4 else self.oracle.values
        steps = self.oracle.system.steps
        for cell, move in moves:
            values[cell] += move * steps[cell]
        try:
            return not any(True for _ in self.failing([cell for cell, _ in moves], values))
        finally:
            if values is self.oracle.values:
                for cell, move in moves:
                    values[cell] -= move * steps[cell]

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


def _misfit(touched: Sequence[tuple[float, float, float]], move: int) -> float:
    return sum((residual + change * move) ** 2 / scatter for residual, change, scatter in touched)


def _variance(row: Row, values: Sequence[int], steps: Sequence[int]) -> float:
    squares = ((coef * steps[cell]) ** 2 for cell, coef in zip(row.cells, row.coefs, strict=True) if values[cell])
    return sum(squares) / 3
