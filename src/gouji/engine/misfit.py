"""How well the sums around some cells fit: squared residuals over what rounding scatters them, the cells as they will be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gouji.engine.oracle import Oracle

NONE: frozenset[int] = frozenset()


@dataclass(slots=True)
class Misfit:
    """Costs of residuals, in nats. `turned` are cells printed as zero that get an amount, or that get zero for one."""

    oracle: Oracle
    _scatter: dict[tuple[int, frozenset[int]], float] = field(default_factory=dict)

    def touched(self, cell: int, turned: frozenset[int]) -> list[tuple[float, float, float]]:
        """Of each sum with the cell: residual, twice its coefficient, and its scatter."""
        return [
            (float(self.oracle.residuals[row]), 2.0 * coef, self.scatter(row, turned)) for row, coef in self._sums(cell)
        ]

    def settled(self, cell: int, rest: Sequence[int], turned: frozenset[int]) -> float:
        """The misfit of the sums that no other cell of the set can change any more."""
        still = {row for other in rest for row, _ in self.oracle.column(other)}
        return self._of((row for row, _ in self._sums(cell) if row not in still), turned)

    def before(self, chosen: Sequence[int]) -> float:
        """The misfit that the sums around the cells have as they are; those that fail count nothing."""
        return self._of({row for cell in chosen for row, _ in self._sums(cell) if not self.oracle.off(row)}, NONE)

    def _of(self, rows: Iterable[int], turned: frozenset[int]) -> float:
        return sum(self.oracle.residuals[row] ** 2 / self.scatter(row, turned) for row in rows)

    def _sums(self, cell: int) -> Iterator[tuple[int, int]]:
        system = self.oracle.system
        for row, coef in self.oracle.column(cell):
            made = system.rows[row]
            repeated = system.relation_of[row] in system.structure.repeats
            if made.lower and made.upper and row not in self.oracle.spared and not repeated:
                yield row, coef

    def scatter(self, row: int, turned: frozenset[int]) -> float:
        """Twice the variance of a residual, in half units: each rounded cell adds a third of its step squared."""
        if turned:
            turned = turned.intersection(self.oracle.system.rows[row].cells)
        known = self._scatter.get((row, turned))
        if known is None:
            known = self._scatter[row, turned] = 2 * (self._variance(row, turned) + 0.25)
        return known

    def _variance(self, row: int, turned: frozenset[int]) -> float:
        system = self.oracle.system
        made = system.rows[row]
        widths = system.widths(made, system.values, row in self.oracle.second_look or system.closed)
        for cell in turned:
            coef = made.coefs[made.cells.index(cell)]
            widths[cell] = 0 if system.values[cell] else abs(coef) * system.steps[cell]
        if made.cells and system.steps[made.cells[0]] > min(map(system.steps.__getitem__, made.cells)):
            # Stated more coarsely than its terms, a zero is rounded as well.
            widths[made.cells[0]] = abs(made.coefs[0]) * system.steps[made.cells[0]]
        return sum(width**2 for width in widths.values()) / 3


def at(touched: Sequence[tuple[float, float, float]], amount: int) -> float:
    """The misfit of some sums once a cell has moved by an amount."""
    return sum((residual + change * amount) ** 2 / scatter for residual, change, scatter in touched)
