"""The header of a grid: where it ends, and the path of header cells above each column (本年支出 › 小计)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gouji.model.inked import Inked
from gouji.reading.grid import Grid, GridRow, covers
from gouji.reading.numbers import looks_like_number
from gouji.vocabulary.codes import is_code
from gouji.vocabulary.form import Column
from gouji.vocabulary.terms import half_width, plain

DEEPEST = 6  # header rows; a form has at most four

_UNIT = re.compile(r"[（(]\s*(?:单位[：:])?\s*(亿元|百万元|万元|千元|元|[%％]|分)\s*[)）]")
_YEAR = re.compile(r"^20\d{2}年度?")
_SPACE = re.compile(r"\s+")
_NUMBERED = re.compile(r"^(?:栏\s*次|序\s*号|行\s*次)$")
_FORMULA = re.compile(r"^[\d=+\-*/().\sA-Za-z栏列]+$")
_PLAIN_INTEGER = re.compile(r"^\d{1,2}$")
_DATA_START = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|[一二三四五六七八九十]{1,3}\s*[、.．].*)$")


@dataclass(frozen=True, slots=True)
class Header:
    """`paths[i]` are the header cells above column i, `numbers[i]` its 栏次, `height` the rows all that takes."""

    height: int
    paths: tuple[tuple[str, ...], ...]
    units: tuple[str, ...]
    numbers: tuple[str, ...]

    def printed(self, column: int) -> str:
        """The column's name in the document's own words."""
        return "".join(self.paths[column])


def header_of(grid: Grid) -> Header:
    """Read the header of a grid: the rows above the first row of data, the row of column numbers taken out."""
    height, numbered = _extent(grid)
    rows = [row for index, row in enumerate(grid.rows[:height]) if index != numbered]
    paths = _paths(rows, grid.width)
    units = tuple(_unit(path) for path in paths)
    bare = tuple(tuple(text for part in path if (text := _UNIT.sub("", part))) for path in paths)
    numbers = tuple(cell.text for cell in grid.rows[numbered]) if numbered is not None else ("",) * grid.width
    return Header(height, bare, units, numbers)


def _extent(grid: Grid) -> tuple[int, int | None]:
    """How many rows the header takes, and which of them holds the column numbers."""
    for index, row in enumerate(grid.rows[:DEEPEST]):
        if is_numbering(row):
            return index + 1, index
        if is_data(row):
            return index, None
    if any(is_data(row) for row in grid.rows[DEEPEST:]):
        return _rows_before_blank(grid), None
    return min(DEEPEST, len(grid.rows)), None  # a table printed empty is header from top to bottom


def _rows_before_blank(grid: Grid) -> int:
    """How many rows stand above the first blank one, as in a table printed empty with its total at the bottom; else 1."""
    blank = (index for index, row in enumerate(grid.rows[:DEEPEST]) if not any(cell.text for cell in row))
    return max(next(blank, 1), 1)


def is_numbering(row: GridRow) -> bool:
    """Is the row the one that numbers the columns (栏次 1 2 3, or 1 2 3 alone)?"""
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    if any(_NUMBERED.match(text) for text in texts):
        return all(_NUMBERED.match(text) or _FORMULA.match(text) for text in texts) and len(texts) > 1
    if len(texts) < 3 or not all(_PLAIN_INTEGER.match(text) for text in texts):
        return False
    return [int(text) for text in texts] == list(range(1, len(texts) + 1))


def is_data(row: GridRow) -> bool:
    """Does the row hold data: an amount, a classification code, a total or a numbered name?"""
    texts = [cell.text for cell in row if cell.text]
    if any(looks_like_number(text) or is_code(half_width(text)) for text in texts):
        return True
    # a row of blanks under a total or a numbered name; a header cell may say 合计 as well, but not it alone
    return len(texts) < len(row) and bool(texts) and all(_DATA_START.match(text) for text in texts)


def _paths(rows: list[GridRow], width: int) -> list[tuple[str, ...]]:
    """The header texts above each column, from the top; a text repeated from one row to the next counts once."""
    levels = [_spread(rows, depth, width) for depth in range(len(rows))]
    paths = []
    for column in range(width):
        path: list[str] = []
        for texts in levels:
            if texts[column] and (not path or path[-1] != texts[column]):
                path.append(texts[column])
        paths.append(tuple(path))
    return paths


def _spread(rows: list[GridRow], depth: int, width: int) -> list[str]:
    """One header row with the text of merged cells repeated over the boxes they cover.

    A row none of whose cells is known to reach to the right, as in plain text, may have its merged cells printed as
    blanks: they seem to span the blank columns behind them with something below.
    """
    texts = [_bare(cell) or _above(rows, depth, column) for column, cell in enumerate(rows[depth])]
    below = [any(row[column].text for row in rows[depth + 1 :]) for column in range(width)]
    is_told = any(covers(*pair) for pair in pairwise(rows[depth]) if pair[0].text)
    for column in range(1, width):
        opened_above = any(row[column].text for row in rows[:depth])
        is_spanned = below[column] and below[column - 1] and not opened_above
        if not texts[column] and (_same_spot(rows[depth], column) if is_told else is_spanned):
            texts[column] = texts[column - 1]
    return texts


def _above(rows: list[GridRow], depth: int, column: int) -> str:
    """The text of the cell further up that covers this box; "" where none is known to."""
    cell = rows[depth][column]
    return next((_bare(row[column]) for row in rows[:depth] if covers(row[column], cell)), "") if cell.runs else ""


def _same_spot(row: GridRow, column: int) -> bool:
    return row[column].runs[:1] == row[column - 1].runs[:1]


def _bare(cell: Inked) -> str:
    return _SPACE.sub("", cell.text)


def _unit(path: tuple[str, ...]) -> str:
    for part in reversed(path):
        if match := _UNIT.search(part):
            return match[1].replace("％", "%")
    return ""


def resolve(path: tuple[str, ...], columns: tuple[Column, ...]) -> Column | None:
    """The column of a form that a header path names: by the whole path, its lower part, or its last cell."""
    spellings = _spellings(columns)
    return next((found for name in _names(path) if (found := spellings.get(name))), None)


@lru_cache(maxsize=4096)
def _names(path: tuple[str, ...]) -> tuple[str, ...]:
    """The whole path, its lower parts and its last cell, in plain form; then the same without a year (2020年决算数)."""
    joined = ["".join(path[start:]) for start in range(len(path))]
    return tuple(plain(name) for name in (*joined, *(_YEAR.sub("", name) for name in joined)))


@lru_cache(maxsize=256)
def _spellings(columns: tuple[Column, ...]) -> dict[str, Column]:
    return {plain(name): column for column in reversed(columns) for name in (*column.aliases, column.name)}
