"""The exact peer of the engine's search: the fewest wrong cells of a whole document as a mixed-integer program (HiGHS).

Tolerances are 1e-9: at the solver's own 1e-6 a change may hide behind a binary that is "almost" zero.
"""

from __future__ import annotations

import highspy
import numpy as np

from gouji.engine.relation import UNBOUNDED, Row
from gouji.engine.system import System
from gouji.engine.verdict import Verdict

TOLERANCE = 1e-9


def fewest(system: System, found: Verdict, seconds: float = 30.0, presolve: bool = True) -> int | None:
    """The size of a smallest set of cells whose change makes every row hold; None if the solver did not finish.

    Columns: a shift (in steps) and a binary for each cell. A printed zero that changes brings its rounding with it.
    """
    solver = _solver(seconds, presolve)
    cells = sorted({cell for row in system.rows for cell in (*row.cells, row.wild) if cell >= 0})
    farthest = {cell: _farthest(system, cell) for cell in cells}
    shift = {cell: 2 * place for place, cell in enumerate(cells)}
    for cell in cells:
        _columns(solver, shift[cell], farthest[cell], cell in system.fixed)
    for number, row in enumerate(system.rows):
        low, high = system.limits(row, system.values, number in found.second_look)
        scale = float(max(map(abs, row.coefs), default=1) or 1)
        for sign, limit in ((1, high - found.residuals[number]), (-1, found.residuals[number] - low)):
            if abs(limit) < UNBOUNDED // 4 and row.cells:
                terms = _terms(system, row, sign, limit, shift, farthest)
                scaled = {column: weight / scale for column, weight in terms.items()}
                _row(solver, -highspy.kHighsInf, limit / scale, scaled)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getInfo().objective_function_value)


def _solver(seconds: float, presolve: bool) -> highspy.Highs:
    solver = highspy.Highs()
    for option in ("primal_feasibility_tolerance", "mip_feasibility_tolerance", "dual_feasibility_tolerance"):
        solver.setOptionValue(option, TOLERANCE)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("presolve", "on" if presolve else "off")
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("threads", 1)
    return solver


def _columns(solver: highspy.Highs, shift: int, farthest: float, fixed: bool) -> None:
    """A cell's shift, at most `farthest` either way and only if its binary, which costs 1, is 1."""
    solver.addVar(-farthest, farthest)
    solver.addVar(0.0, 0.0 if fixed else 1.0)
    solver.changeColIntegrality(shift, highspy.HighsVarType.kInteger)
    solver.changeColIntegrality(shift + 1, highspy.HighsVarType.kInteger)
    solver.changeColCost(shift + 1, 1.0)
    _row(solver, -highspy.kHighsInf, 0.0, {shift: 1.0, shift + 1: -farthest})
    _row(solver, 0.0, highspy.kHighsInf, {shift: 1.0, shift + 1: farthest})


def _terms(
    system: System, row: Row, sign: int, limit: int, shift: dict[int, int], farthest: dict[int, float]
) -> dict[int, float]:
    """One side of a row; its percent, if it changes, frees it."""
    terms: dict[int, float] = {}
    for cell, coef in zip(row.cells, row.coefs, strict=True):
        step = system.steps[cell]
        terms[shift[cell]] = float(sign * 2 * coef * step)
        if not system.values[cell] and not row.exact:
            terms[shift[cell] + 1] = float(-abs(coef) * step)
    if row.wild >= 0:
        reach = sum(2 * abs(c) * system.steps[x] * farthest[x] for x, c in zip(row.cells, row.coefs, strict=True))
        terms[shift[row.wild] + 1] = -(reach + abs(limit))
    return terms


def _farthest(system: System, cell: int) -> float:
    """No cell need move further than a few times the largest figure it is reckoned with."""
    near = {other for row, _ in system.column(cell) for other in system.rows[row].cells} | {cell}
    return float(4 * max(abs(system.values[other]) for other in near) // system.steps[cell] + 100)


def _row(solver: highspy.Highs, low: float, high: float, terms: dict[int, float]) -> None:
    solver.addRow(low, high, len(terms), np.array(list(terms), np.int32), np.array(list(terms.values()), np.double))
