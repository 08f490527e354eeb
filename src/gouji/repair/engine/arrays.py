"""The verdict over arrays: one sparse product for a large document, or for many documents of one structure at once.

NumPy is loaded here and only here; a single document of ordinary size is judged faster in plain integers than NumPy is
imported. Rows are flagged by the strict limits; what is flagged is judged again in exact integers, second look and all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouji.repair.engine.relation import UNBOUNDED
from gouji.repair.engine.system import System
from gouji.repair.engine.verdict import Verdict, judged

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


def flagged_in(template: Arrays, documents: Numbers, chunk: int = 256) -> list[tuple[int, int]]:
    """Pairs of document and row that fail, zeros exact, in many documents of the template's structure and steps.

    `documents` has a row of cells for each document. Rows of ratios are not looked at: their coefficients differ from
    document to document.
    """
    rows = [number for number, row in enumerate(template.system.rows) if row.wild < 0]
    lengths = np.diff([*template.starts, len(template.cells)])[rows]
    starts = np.cumsum([0, *lengths[:-1]])
    where = np.concatenate([np.arange(template.starts[row], template.starts[row] + n) for row, n in zip(rows, lengths, strict=True)])
    coefs, cells = template.coefs[where], template.cells[where]
    found: list[tuple[int, int]] = []
    for begin in range(0, len(documents), chunk):
        block = documents[begin : begin + chunk].T
        residuals = np.add.reduceat(coefs[:, None] * block[cells], starts, axis=0)
        for place, document in zip(*np.nonzero(residuals), strict=True):
            row = template.system.rows[rows[place]]
            if not template.system.holds(row, block[:, document].tolist(), zeros=False):
                found.append((begin + int(document), rows[place]))
    return found
