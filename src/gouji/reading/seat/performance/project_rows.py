"""The rows of a project table → total, units and projects: told apart by name, indentation, goal and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.model.table import Cell
from gouji.reading.seat.performance.printed import bare
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

TOTAL, UNIT, PROJECT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A row as printed: name, the unit printed in a column of its own, money cells, goal and packed indicators."""

    name: Inked
    unit: Inked = Inked("")
    money: Mapping[str, Cell] = field(default_factory=dict)
    goal: Inked = Inked("")
    indicators: Inked = Inked("")
    depth: int = PROJECT
    side: str = ""

    @property
    def speaks(self) -> bool:
        """Does the row tell a goal or indicators, as only projects do?"""
        return bool(self.goal.text.strip() or self.indicators.text.strip())

    def amount(self, column: str) -> Decimal:
        """The money of a column; nothing where the box is blank."""
        cell = self.money.get(column)
        return cell.figure.value if cell and cell.figure else Decimal(0)


def is_total(name: str, form: Form) -> bool:
    """Is the name that of the total row?"""
    return form.row_name(bare(name)) == "合计"


def placed(rows: Sequence[Listed], form: Form) -> list[Listed]:
    """The rows with their depth (0 total, 1 unit, 2 project) and the name of the unit each project stands under."""
    indented = any(row.name.text[:1].isspace() for row in rows)
    found: list[Listed] = []
    unit = ""
    for index, row in enumerate(rows):
        depth = _depth(rows, index, indented, found, form)
        if row.unit.text.strip():
            unit = plain(row.unit.text)
        elif depth == UNIT:
            unit = plain(row.name.text)
        found.append(replace(row, name=row.name.strip(), depth=depth, side=unit if depth == PROJECT else ""))
    return found


def _depth(rows: Sequence[Listed], index: int, indented: bool, found: Sequence[Listed], form: Form) -> int:
    row = rows[index]
    if is_total(row.name.text, form):
        return TOTAL
    if row.speaks or row.name.text[:1].isspace():
        return PROJECT
    if indented:
        return UNIT
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following is not None and following.unit.text.strip() and plain(following.unit.text) != plain(row.name.text):
        return TOTAL  # the department above the units that a column of their own names
    if following is not None and following.speaks and not _missing_from_unit(row, found):
        return UNIT
    return PROJECT if _missing_from_unit(row, found) else UNIT


def _missing_from_unit(row: Listed, found: Sequence[Listed]) -> bool:
    """Does the unit above still lack this very amount, so that a row without a goal must be one of its projects?"""
    start = next((i for i in range(len(found) - 1, -1, -1) if found[i].depth == UNIT), None)
    if start is None or not row.money:
        return False
    column = next(iter(row.money))
    booked = sum((listed.amount(column) for listed in found[start + 1 :]), Decimal(0))
    return bool(row.amount(column)) and booked + row.amount(column) <= found[start].amount(column)
