"""Which table it is that is in another unit, and in which: what the engine found, where such a unit exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.finding import Comparison, Shape
from gouji.model.report import Report
from gouji.model.table import Table
from gouji.rules.any_document.units import true_unit

FEWEST_SUMS = 3  # limits, which hold for any small enough amount, do not tell a unit


@dataclass(frozen=True, slots=True)
class MistakenUnit:
    """A table whose true amounts are `factor` times those read, and one that tells so."""

    table: Table
    other: Table
    factor: Decimal


def mistaken_unit(report: Report, form: str, power: int, told_by: Sequence[Comparison]) -> MistakenUnit | None:
    """The table, or of two that only tell of each other the one for which there is such a unit; None if there is none."""
    if sum(each.shape is Shape.SUM for each in told_by) < FEWEST_SUMS:
        return None
    table, others = _table(report, form), _others(report, form, told_by)
    if table is None or not others:
        return None
    factor = Decimal(10) ** power
    if true_unit(table, factor):
        return MistakenUnit(table, others[0], factor)
    if len(others) == 1 and true_unit(others[0], 1 / factor):
        return MistakenUnit(others[0], table, 1 / factor)
    return None


def _table(report: Report, form: str) -> Table | None:
    return next((table for table in report.tables if table.form == form), None)


def _others(report: Report, form: str, told_by: Sequence[Comparison]) -> list[Table]:
    """The tables that it is held against, the one that tells most first."""
    forms = Counter(figure.place.form for each in told_by for figure in each.figures if figure.place.form != form)
    return [table for name, _ in forms.most_common() if (table := _table(report, name))]
