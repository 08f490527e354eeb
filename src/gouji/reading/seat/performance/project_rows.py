"""The rows of a project table → total, units and projects: told apart by name, indentation, goal and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest

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

    @property
    def amount(self) -> Decimal:
        """The money of the first column, the total; nothing where the box is blank."""
        cell = next(iter(self.money.values()), None)
        return cell.figure.value if cell and cell.figure else Decimal(0)


def is_total(name: str, form: Form) -> bool:
    """Is the name that of the total row?"""
    return form.row_name(bare(name)) == "合计"


def placed(rows: Sequence[Listed], form: Form) -> list[Listed]:
    """The rows with their depth (0 total, 1 unit, 2 project) and the name of the unit each project stands under."""
    indented = any(row.name.text[:1].isspace() for row in rows)
    found: list[Listed] = []
    unit = ""
    lacking: Decimal | None = None  # what the projects read so far leave of their unit's money
    for row, following in zip_longest(rows, rows[1:]):
        depth = _depth(row, following, indented, lacking, form)
        if row.unit.text.strip():
            unit = plain(row.unit.text)
        elif depth == UNIT:
            unit = plain(row.name.text)
        lacking = row.amount if depth == UNIT else lacking - row.amount if lacking is not None else None
        found.append(replace(row, name=row.name.strip(), depth=depth, side=unit if depth == PROJECT else ""))
    return found


def _depth(row: Listed, following: Listed | None, indented: bool, lacking: Decimal | None, form: Form) -> int:
    if is_total(row.name.text, form):
        return TOTAL
    if row.speaks or row.name.text[:1].isspace():
        return PROJECT
    if indented:
        return UNIT
    if following is not None and following.unit.text.strip() and plain(following.unit.text) != plain(row.name.text):
        return TOTAL  # the department above the units that a column of their own names
    # A row without a goal is a project where the unit above still lacks its money.
    return PROJECT if lacking is not None and Decimal(0) < row.amount <= lacking else UNIT
