"""Could the document be right if some cells may take any value? If not: which rows rule it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from gouji.engine.elimination import Inequalities, TooMany, add, contradiction, reach
from gouji.engine.relation import UNBOUNDED
from gouji.engine.system import System
from gouji.engine.verdict import Verdict

FREE = UNBOUNDED // 4
Span = tuple[int | None, int | None]


class Oracle:
    """Feasibility for sets of cells. `values` and `residuals` may be moved along a search, and are moved back.

    Rows that hold only on the second look keep the limits of the second look; `spared` rows (those of other faults) are
    not asked. Unknowns are counted in steps of their cell: a figure printed in whole 万元 moves by whole 万元.
    """

    def __init__(self, system: System, found: Verdict) -> None:
        self.system = system
        self.values = list(system.values)
        self.residuals = list(found.residuals)
        self.second_look = frozenset(found.second_look)
        self.spared: frozenset[int] = frozenset()
        self.filled: set[int] = set()  # printed as zero, shifted to an amount
        self.explained: frozenset[int] = frozenset()
        self._limits: dict[int, tuple[int, int]] = {}
        self._members: dict[int, frozenset[int]] = {}
        self.column = system.column

    def spare(self, rows: Iterable[int] = ()) -> None:
        """Ask nothing of these rows, nor of those that a fault of a whole table explains."""
        self.spared = self.explained.union(rows)

    def members(self, row: int) -> frozenset[int]:
        """The cells that could explain a row: those in it, and the percent it is about."""
        known = self._members.get(row)
        if known is None:
            made = self.system.rows[row]
            known = frozenset(cell for cell, coef in zip(made.cells, made.coefs, strict=True) if coef)
            known = (known | {made.wild} if made.wild >= 0 else known) - self.system.fixed
            self._members[row] = known
        return known

    def limits(self, row: int) -> tuple[int, int]:
        known = self._limits.get(row)
        if known is None:
            made = self.system.rows[row]
            known = self._limits[row] = self.system.limits(made, self.system.values, row in self.second_look)
        return self._ceded(row, known) if self.filled else known

    def _ceded(self, row: int, limits: tuple[int, int]) -> tuple[int, int]:
        """The limits with the rounding of cells that are printed as zero and now have an amount."""
        made = self.system.rows[row]
        more = 0 if made.exact else sum(
            abs(coef) * self.system.steps[cell] for cell, coef in zip(made.cells, made.coefs, strict=True) if cell in self.filled
        )
        return (limits[0] - more if made.lower else limits[0]), (limits[1] + more if made.upper else limits[1])

    def holds(self, row: int) -> bool:
        """Does the identity of the row hold with the values as they now are, by the verdict's own rule?"""
        rows = self.system.rows_at(self.system.relation_of[row], self.values)
        return all(self.system.holds(each, self.values) for each in rows)

    def off(self, row: int) -> bool:
        """Does the row fail with the values as they now are?"""
        low, high = self.limits(row)
        return not low <= self.residuals[row] <= high

    def shift(self, cell: int, amount: int) -> None:
        """Move a cell, and the residuals around it."""
        self.values[cell] += amount
        if not self.system.values[cell]:
            (self.filled.add if self.values[cell] else self.filled.discard)(cell)
        for row, coef in self.column(cell):
            self.residuals[row] += 2 * coef * amount

    def conflict(self, chosen: Sequence[int]) -> frozenset[int] | None:
        """None if the rows around the chosen cells can all hold; else cells of which one more must be wrong."""
        if len(chosen) == 1:
            low, high, floor_row, ceiling_row = self._alone(chosen[0])
            if low is None or high is None or low <= high:
                return None
            return (self.members(floor_row) | self.members(ceiling_row)) - {chosen[0]}
        for group in self._groups(chosen):
            system, rows, wrong = self.inequalities(group)
            wrong = wrong or contradiction(system, range(len(group)))
            if wrong:
                blamed = (self.members(row) for place, row in enumerate(rows) if wrong >> place & 1)
                return frozenset().union(*blamed) - frozenset(chosen)
        return None

    def span(self, chosen: Sequence[int], cell: int) -> Span:
        """How many steps down and up a chosen cell may go if the others may go anywhere."""
        if len(chosen) == 1:
            return self._alone(cell)[:2]
        group = next(group for group in self._groups(chosen) if cell in group)
        system, _, _ = self.inequalities(group)
        try:
            return reach(system, group.index(cell), range(len(group)))
        except TooMany:
            return None, None

    def _alone(self, cell: int) -> tuple[int | None, int | None, int, int]:
        """How far a single cell may go with all others as they are, and which rows bound it below and above."""
        low: int | None = None
        high: int | None = None
        floor_row = ceiling_row = -1
        step = self.system.steps[cell]
        for row, coef in self.column(cell):
            if row in self.spared:
                continue
            least, most = self._between(cell, row, 2 * coef * step) if coef else self._percents(row)
            if least is not None and (low is None or least > low):
                low, floor_row = least, row
            if most is not None and (high is None or most < high):
                high, ceiling_row = most, row
        return low, high, floor_row, ceiling_row

    def _between(self, cell: int, row: int, weight: int) -> Span:
        """The steps that keep one row within its limits."""
        low, high = self.limits(row)
        ceded = 0 if self.system.values[cell] or self.system.rows[row].exact else abs(weight) // 2
        least = None if low <= -FREE else low - ceded - self.residuals[row]
        most = None if high >= FREE else high + ceded - self.residuals[row]
        if weight < 0:
            least, most, weight = (None if most is None else -most), (None if least is None else -least), -weight
        return (None if least is None else -(-least // weight)), (None if most is None else most // weight)

    def _percents(self, row: int) -> Span:
        """The steps that bring the percent of a ratio to where its amounts, as they are, put it."""
        form = self.system.ratios[self.system.relation_of[row]]
        bounds = self.system.bounds(form, self.values)
        if bounds is None:
            return None, None
        cell, half = form.percent, Fraction(1, 2)
        unit, step = self.system.structure.units[cell], self.system.steps[cell]
        low, high = ((end / unit - self.values[cell]) / step for end in bounds)
        return ceil(low - half), floor(high + half)

    def inequalities(self, group: Sequence[int]) -> tuple[Inequalities, list[int], int]:
        """What the rows say about the shifts of the cells of a group, the rows by bit, and a contradiction met at once."""
        system: Inequalities = {}
        rows: dict[int, dict[int, int]] = {}
        for place, cell in enumerate(group):
            for row, coef in self.column(cell):
                if row not in self.spared:
                    rows.setdefault(row, {})[place] = coef
        numbers = list(rows)
        for bit, row in enumerate(numbers):
            wild = self.system.rows[row].wild
            if wild in group:
                wrong = self._percent(system, group, row, 1 << bit) if len(rows[row]) == 1 else 0
            else:
                wrong = self._linear(system, group, row, rows[row], 1 << bit)
            if wrong:
                return system, numbers, wrong
        return system, numbers, 0

    def _linear(self, system: Inequalities, group: Sequence[int], row: int, present: dict[int, int], bit: int) -> int:
        steps, residual = self.system.steps, self.residuals[row]
        low, high = self.limits(row)
        ceded = 0 if self.system.rows[row].exact else sum(
            abs(coef) * steps[group[place]] for place, coef in present.items() if not self.system.values[group[place]]
        )
        coefs = tuple(2 * present.get(place, 0) * steps[cell] for place, cell in enumerate(group))
        wrong = 0
        if high < FREE:
            wrong = add(system, coefs, high + ceded - residual, bit)
        if low > -FREE and not wrong:
            wrong = add(system, tuple(-coef for coef in coefs), residual - low + ceded, bit)
        return wrong

    def _percent(self, system: Inequalities, group: Sequence[int], row: int, bit: int) -> int:
        """The percent of a row is sought, its amounts are not."""
        place = group.index(self.system.rows[row].wild)
        least, most = self._percents(row)
        for sign, limit in ((1, most), (-1, None if least is None else -least)):
            coefs = tuple(sign * (other == place) for other in range(len(group)))
            if limit is not None and (wrong := add(system, coefs, limit, bit)):
                return wrong
        return 0

    def _groups(self, chosen: Sequence[int]) -> Iterable[list[int]]:
        """The chosen cells in groups that no row joins: each can be decided by itself."""
        if len(chosen) < 2:
            return [list(chosen)] if chosen else []
        groups: list[tuple[list[int], set[int]]] = []
        for cell in chosen:
            rows = {row for row, _ in self.column(cell) if row not in self.spared}
            joined = [group for group in groups if group[1] & rows]
            groups = [group for group in groups if not group[1] & rows]
            groups.append(([*(c for g in joined for c in g[0]), cell], rows.union(*(g[1] for g in joined))))
        return [cells for cells, _ in groups]
