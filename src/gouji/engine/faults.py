"""Faults: rows that fail together because they share cells, each with its explanations, likeliest first.

Faults are solved one by one, the failing rows of the others spared. Where that is not enough (an explanation reaches
into the rows of another fault, or two answers contradict each other), the faults are joined and solved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gouji.engine.budget import Budget, Spent
from gouji.engine.explanation import Explanation
from gouji.engine.hitting import Hitting
from gouji.engine.oracle import Oracle
from gouji.engine.pricing import Pricing
from gouji.engine.typing_errors import COST, WRONG

MOST_PRICED = 60
SECOND_LOOK_NODES = 150
CHEAPEST_PAIR = 2 * (WRONG + min(COST.values()))


@dataclass(slots=True)
class Fault:
    """Failing rows with the cells in them, and what explains them. `spent`: the search was cut short.

    `alone`: the explanation is one of the smallest, and others as small were not looked for.
    """

    rows: tuple[int, ...]
    cells: frozenset[int]
    explanations: list[Explanation] = field(default_factory=list)
    size: int = 0
    spent: bool = False
    alone: bool = False

    @property
    def best(self) -> Explanation | None:
        return self.explanations[0] if self.explanations else None


@dataclass(slots=True)
class Solver:
    """Solves the faults of one document."""

    oracle: Oracle
    pricing: Pricing
    budget: Budget

    def solve(self, violated: Iterable[int]) -> list[Fault]:
        """The faults that the failing rows come to, each explained, no two of them in each other's way."""
        faults = components(self.oracle, violated)
        failing = frozenset(row for fault in faults for row in fault.rows)
        for fault in faults:
            self.explain(fault, failing)
        while (joined := self._in_the_way(faults)) is not None:
            rows = tuple(row for fault in joined for row in fault.rows)
            made = Fault(rows, frozenset().union(*(fault.cells for fault in joined)))
            self.explain(made, failing)
            if made.best is None:  # too much at once: better each with what was found, and said to be cut short
                for fault in joined:
                    fault.spent = True
            else:
                faults = [*(fault for fault in faults if not any(fault is each for each in joined)), made]
        return faults

    def explain(self, fault: Fault, failing: frozenset[int]) -> None:
        """Find the smallest sets of cells and price them."""
        self.oracle.spare(failing.difference(fault.rows))
        hitting = Hitting(self.oracle, fault.rows, self.budget)
        try:
            sets = hitting.smallest()
            fault.size = len(sets[0]) if sets else 0
            fault.explanations = self._priced(sets)
            if fault.size == 1 and (fault.best is None or fault.best.cost > CHEAPEST_PAIR):
                self._one_cell_more(fault)
        except Spent:
            pass
        fault.spent, fault.alone = self.budget.spent or hitting.cut, hitting.alone
        self.oracle.spare()

    def _one_cell_more(self, fault: Fault) -> None:
        """Two likely slips may be cheaper than one change that no slip makes."""
        pairs = Hitting(self.oracle, fault.rows, self.budget).smallest(deepest=2, nodes=SECOND_LOOK_NODES, least=2)
        single = {cell for each in fault.explanations for cell in each.cells}
        more = self._priced([pair for pair in pairs if not single & set(pair)])
        fault.explanations = sorted([*fault.explanations, *more], key=lambda each: each.cost)

    def _priced(self, sets: Sequence[tuple[int, ...]]) -> list[Explanation]:
        found = [self.pricing.explain(each) for each in sets[:MOST_PRICED]]
        return sorted((each for each in found if each is not None), key=lambda each: each.cost)

    def _in_the_way(self, faults: list[Fault]) -> list[Fault] | None:
        """Faults to be joined: a larger set that reaches into another's rows, or answers that do not hold together."""
        if len(faults) < 2 or self.budget.spent:
            return None
        for fault in faults:
            if fault.size != 1 and not fault.spent:
                reached = {cell for each in fault.explanations for cell in each.cells} - fault.cells
                others = [other for other in faults if other is not fault and other.cells & reached]
                if others or not fault.explanations:
                    return [fault, *others] if others else self._next_to(fault, faults)
        return self._contradicting(faults)

    def _next_to(self, fault: Fault, faults: list[Fault]) -> list[Fault] | None:
        """A fault without explanation is joined with those that share a row with its cells."""
        rows = {row for cell in fault.cells for row, _ in self.oracle.column(cell)}
        around = {cell for row in rows for cell in self.oracle.members(row)}
        others = [other for other in faults if other is not fault and other.cells & around]
        return [fault, *others] if others else None

    def _contradicting(self, faults: list[Fault]) -> list[Fault] | None:
        """Faults whose best answers, taken together, break an identity."""
        owner = {cell: fault for fault in faults if fault.best and not fault.spent for cell in fault.best.cells}
        values = list(self.oracle.values)
        for fault in faults:
            for change in fault.best.changes if fault.best and not fault.spent else ():
                values[change.cell] = change.likely
        failing = {row for fault in faults if fault.best is None or fault.spent for row in fault.rows}
        self.oracle.spare(failing)
        broken = next(self.pricing.failing(list(owner), values), None)
        self.oracle.spare()
        if broken is None:
            return None
        cells = self.oracle.system.structure.relations[broken].cells
        joined = [owner[cell] for cell in cells if cell in owner and not owner[cell].spent]
        unlike = [fault for number, fault in enumerate(joined) if fault not in joined[:number]]
        return unlike if len(unlike) > 1 else None


def components(oracle: Oracle, violated: Iterable[int]) -> list[Fault]:
    """Failing rows that share a cell belong to one fault; a ratio's percent counts among its cells."""
    parent: dict[int, int] = {}

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = row = parent[parent[row]]
        return row

    first: dict[int, int] = {}
    for row in violated:
        parent[row] = row
        for cell in oracle.members(row):
            parent[root(first.setdefault(cell, row))] = root(row)
    groups: dict[int, list[int]] = {}
    for row in parent:
        groups.setdefault(root(row), []).append(row)
    return [Fault(tuple(rows), frozenset().union(*map(oracle.members, rows))) for rows in groups.values()]
