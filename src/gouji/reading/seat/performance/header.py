"""The header of a grid → which column of the form stands where, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.printed import bare, filled, label, unit_in
from gouji.vocabulary.form import Column

_DEEPEST = 4  # rows; no header is deeper
_MONTHS = re.compile(r"^(?:20\d{2}年)?(?:截至|\d{1,2}(?:月份?)?[-—–~～至到])\d{1,2}月(?:份|底|末)?")  # 1-7月执行数


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the form as the grid prints it: where, and with which text."""

    column: Column
    index: int
    text: Inked

    @property
    def unit(self) -> str:
        """The money unit printed in the header itself, `%` under a percentage; "" when none is."""
        if self.column.measure == "percent":
            return "%" if "%" in self.text.text or "％" in self.text.text else ""
        return unit_in(self.text.text)


@cache
def names_of(column: Column) -> frozenset[str]:
    """Every spelling of a column's header."""
    spellings = (column.name, *column.aliases)
    return frozenset(name for spelling in spellings for name in (label(spelling), bare(spelling)))


def column_for(text: str, columns: Sequence[Column]) -> Column | None:
    """The column a header cell names: by its full text first, else without brackets, per cent sign or months."""
    for name in (label(text), bare(text), _MONTHS.sub("", bare(text)).rstrip("%")):
        for column in columns:
            if name and name in names_of(column):
                return column
    return None


def headings(row: GridRow, columns: Sequence[Column]) -> dict[str, Heading]:
    """The columns that a single header row names; the first cell wins where two name the same."""
    found: dict[str, Heading] = {}
    for index in filled(row):
        if (column := column_for(row[index].text, columns)) is not None:
            found.setdefault(column.name, Heading(column, index, row[index]))
    return found


def header(
    rows: Sequence[GridRow], columns: Sequence[Column], least: int = 1
) -> tuple[Mapping[str, Heading], int]:
    """The columns named by a header of one or more rows at the top (`least` are known), and the number of its rows.

    A header cell may be broken over its rows. Below the first row, the header goes on as long as most cells of a row
    name columns, alone or together with what stands above them.
    """
    depth = least
    while depth < min(len(rows), _DEEPEST) and _goes_on(rows[: depth + 1], columns):
        depth += 1
    found: dict[str, Heading] = {}
    for index in range(len(rows[0]) if rows else 0):
        for text in _readings([row[index] for row in rows[:depth]]):
            if (column := column_for(text.text, columns)) is not None and column.name not in found:
                found[column.name] = Heading(column, index, text)
                break
    return found, depth


def _goes_on(rows: Sequence[GridRow], columns: Sequence[Column]) -> bool:
    """Is the last of the rows one more row of the header?"""
    cells = filled(rows[-1])
    if not any(cells) or _holds_number(rows[-1]):
        return False
    return sum(_names_column(rows, index, columns) for index in cells) * 2 > len(cells)


def _names_column(rows: Sequence[GridRow], index: int, columns: Sequence[Column]) -> bool:
    above = [row[index] for row in rows]
    return any(column_for(text.text, columns) is not None for text in _readings(above))


def _readings(cells: Sequence[Inked]) -> list[Inked]:
    """What the header cells of one column may say together: the lowest alone first, then with those above it."""
    cells = [cell for cell in cells if cell.text.strip()]
    return [Inked.join(cells[start:]) for start in range(len(cells) - 1, -1, -1)]


def _holds_number(row: GridRow) -> bool:
    return any(looks_like_number(row[index].text) for index in filled(row) if index)
