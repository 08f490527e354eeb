"""A table as it is meant: cells with the rows and columns they span. The layouts print it, the truth is read off it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

LEFT, ABOVE = "<", "^"  # in rows of texts: the box belongs to the cell to its left, or above it

_AMOUNT = re.compile(r"^-?[\d,]+(?:\.\d+)?%?$")


@dataclass
class Cell:
    """The text of a cell, its first box, and over how many rows and columns it reaches."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_amount: bool = False


@dataclass
class Table:
    """`header` counts the header rows, `weights` are the widths of the columns in characters."""

    title: str
    body: str
    unit: str
    header: int
    weights: tuple[float, ...]
    cells: list[Cell]
    height: int
    note: str = ""

    @property
    def width(self) -> int:
        return len(self.weights)

    def anchors(self, row: int) -> list[Cell]:
        """The cells that begin in a row, from the left."""
        return sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column)

    def truth(self) -> dict[str, object]:
        """The table as data; blank boxes are not listed."""
        cells = [
            {"row": c.row, "column": c.column, "rows": c.rows, "columns": c.columns, "text": c.text}
            for c in self.cells
            if c.text
        ]
        return {
            "title": self.title, "unit": self.unit, "header_rows": self.header, "rows": self.height,
            "columns": self.width, "cells": cells,
        }  # fmt: skip


def table(
    title: str,
    body: str,
    unit: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    weights: Sequence[float],
    note: str = "",
) -> Table:
    """A table from rows of texts; header rows have their cells parted by bars, merged boxes as `<` and `^`."""
    lines = [*(row.split("|") for row in header), *rows]
    assert all(len(line) == len(weights) for line in lines), title
    cells = list(_cells(lines))
    columns = {
        cell.column for cell in cells if _AMOUNT.match(cell.text) and (cell.text == "0" or not cell.text.isdigit())
    }
    for cell in cells:
        cell.is_amount = cell.row >= len(header) and cell.column in columns and bool(_AMOUNT.match(cell.text))
    return Table(title, body, unit, len(header), tuple(weights), cells, len(lines), note)


def _cells(lines: Sequence[Sequence[str]]) -> Iterator[Cell]:
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            if text not in (LEFT, ABOVE):
                yield Cell(text, row, column, _down(lines, row, column), _across(line, column))


def _across(line: Sequence[str], column: int) -> int:
    end = column + 1
    while end < len(line) and line[end] == LEFT:
        end += 1
    return end - column


def _down(lines: Sequence[Sequence[str]], row: int, column: int) -> int:
    end = row + 1
    while end < len(lines) and lines[end][column] == ABOVE:
        end += 1
    return end - row


@dataclass
class Document:
    """Headings, paragraphs and tables in reading order. Two texts in a tuple are printed left and right on one line."""

    name: str
    parts: list[str | tuple[str, ...] | Table] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        return [part for part in self.parts if isinstance(part, Table)]
