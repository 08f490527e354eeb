"""The verdict over arrays: one sparse product for a large document, or for many documents of one structure at once.

NumPy is loaded here and only here; a single document of ordinary size is judged faster in plain integers than NumPy is
imported. Rows are flagged by the strict limits; what is flagged is judged again in exact integers, second look and all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouji.engine.relation import UNBOUNDED, Row
from gouji.engine.system import System
from gouji.engine.verdict import Verdict, judged

# Sums of products stay below this, or the arrays hold Python integers.
WIDEST = 2**62
Numbers = NDArray[Any]


@dataclass(slots=True)
class Arrays:
    """Rows of a system in compressed form: `coefs` and `cells` of row r stand from `starts[r]` to `starts[r + 1]`.

    `low` and `high` bound the residual in half units; `values` is one vector of doubled cells.
    """

    system: System
    starts: Numbers
    cells: Numbers
    coefs: Numbers
    low: Numbers
    high: Numbers
    values: Numbers

    def residuals(self) -> Numbers:
        """`s` of every row."""
        products = self.coefs * self.values[self.cells]
        return np.add.reduceat(products, self.starts) if len(self.starts) else products

    def flagged(self) -> Numbers:
        """The rows outside their strict limits."""
        found = self.residuals()
        return np.flatnonzero((found < self.low) | (found > self.high))

    def verdict(self) -> Verdict:
        """The same verdict as in plain integers."""
        found = self.residuals()
        flagged = np.flatnonzero((found < self.low) | (found > self.high))
        return judged(self.system, found.tolist(), flagged.tolist())


def arrays(system: System) -> Arrays:
    """The arrays of a system, of machine integers where nothing can overflow."""
    lengths = [len(row.cells) for row in system.rows]
    coefs = [coef for row in system.rows for coef in row.coefs]
    limits = [system.limits(row, system.values) for row in system.rows]
    largest = max(map(abs, system.values), default=0) * max(map(abs, coefs), default=0) * max(lengths, default=0)
    kind: Any = np.int64 if 2 * largest < WIDEST else object
    bound = WIDEST if kind is np.int64 else UNBOUNDED
    return Arrays(
        system,
        np.cumsum([0, *lengths[:-1]]) if lengths else np.zeros(0, np.int64),
        np.array([cell for row in system.rows for cell in row.cells], np.int64),
        np.array(coefs, kind),
        np.array([max(low, -bound) for low, _ in limits], kind),
        np.array([min(high, bound) for _, high in limits], kind),
        2 * np.array(system.values, kind),
    )


def flagged_in(template: Arrays, documents: Numbers, chunk: int = 128) -> list[tuple[int, int]]:
    """Pairs of document and row that fail, zeros exact, in many documents of the template's structure and steps.

    `documents` has a row of cells for each document. Rows of ratios are not looked at: their coefficients differ from
    document to document.
    """
    system = template.system
    rows = [number for number, row in enumerate(system.rows) if row.wild < 0 and row.cells]
    steps = np.array(system.steps, template.values.dtype)
    weights = [np.abs(_coefs(template, row)) * steps[_cells(template, row)] for row in rows]
    ends = np.append(template.starts, len(template.cells))
    where = np.concatenate([np.arange(ends[row], ends[row + 1]) for row in rows])
    starts = np.cumsum([0, *(ends[row + 1] - ends[row] for row in rows[:-1])])
    coefs, cells = template.coefs[where][:, None], template.cells[where]
    found: list[tuple[int, int]] = []
    for begin in range(0, len(documents), chunk):
        block = np.ascontiguousarray(documents[begin : begin + chunk].T)
        products = block[cells]
        products *= coefs
        residuals = 2 * np.add.reduceat(products, starts, axis=0)
        for place in np.flatnonzero(residuals.any(axis=1)):
            off = np.flatnonzero(residuals[place])
            live = block[_cells(template, rows[place])][:, off] != 0
            fails = _fails(system.rows[rows[place]], residuals[place][off], weights[place] @ live)
            found.extend((begin + int(document), rows[place]) for document in off[fails])
    return found


def _cells(template: Arrays, row: int) -> Numbers:
    """The cells of one row."""
    return template.cells[template.starts[row] : template.starts[row] + len(template.system.rows[row].cells)]


def _coefs(template: Arrays, row: int) -> Numbers:
    return template.coefs[template.starts[row] : template.starts[row] + len(template.system.rows[row].cells)]


def _fails(row: Row, residuals: Numbers, slack: Numbers) -> Numbers:
    """Which of some residuals of a row lie outside the strict bound."""
    bound = np.maximum(slack - 1, 0) * (not row.exact)
    above: Numbers = residuals > bound
    below: Numbers = residuals < -bound
    return above | below if row.lower else above
