"""A line of an indicator block, and what a page break cut off it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.indicator_header import ACTUAL, LEVEL1, LEVEL2, NAME, POINTS, SCORE, VALUE, Roles
from gouji.vocabulary.levels import is_level

_LONGEST_REST = 5  # characters of a level that a page break leaves over


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator as printed: its levels (carried down where blank), and its cells by role."""

    level1: Inked
    level2: Inked
    name: Inked
    cells: Mapping[str, Inked]

    def cell(self, role: str) -> Inked:
        """The cell of a role; an empty text where the form has no such column."""
        return self.cells.get(role, Inked(""))


def is_tail(line: Line, cells: Mapping[str, Inked], roles: Roles) -> bool:
    """Is the row what a page break cut off the line before? It repeats no level, value or points of its own."""
    if any(cells.get(role, Inked("")).text for role in (LEVEL1, LEVEL2, POINTS, SCORE)):
        return False
    own = {role for role, cell in cells.items() if cell.text}
    before = {role for role, cell in line.cells.items() if cell.text} | {NAME}
    if not own or not own <= before:
        return False
    scored = any(role in roles.at for role in (POINTS, SCORE)) and bool(before & {POINTS, SCORE})
    return (scored or NAME not in own) and not {VALUE, ACTUAL} <= own


def joined(line: Line, tail: Mapping[str, Inked]) -> Line:
    """The line with its tail."""
    cells = {
        role: Inked.join((cell, tail[role])) if role in tail and tail[role].text else cell
        for role, cell in line.cells.items()
    }
    return replace(line, name=Inked.join((line.name, tail.get(NAME, Inked("")))), cells=cells)


def with_cut_levels(line: Line, row: GridRow, roles: Roles) -> Line | None:
    """The line whole where the row holds the rest of its levels (经济成本指 / 标), cut by the end of a page; else None."""
    cells = {role: row[index].strip() for role, index in roles.at.items() if index < len(row)}
    levels = {LEVEL1: line.level1, LEVEL2: line.level2}
    rests = {role: cells[role] for role in levels if role in cells and cells[role].text}
    if not rests or any(cells.get(role, Inked("")).text for role in (POINTS, SCORE)):
        return None
    for role, rest in rests.items():
        if is_level(rest.text) or len(rest.text) > _LONGEST_REST or is_level(levels[role].text):
            return None
        if not is_level(levels[role].text + rest.text):
            return None
    whole = {role: Inked.join((levels[role], rests[role])) if role in rests else levels[role] for role in levels}
    return replace(joined(line, cells), level1=whole[LEVEL1], level2=whole[LEVEL2])
