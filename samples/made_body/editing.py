"""Changes to documents that are already made: a box, a row or a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from printed.table import Cell, Document, Table


def form_of(document: Document, project: str) -> Table:
    """The form of a project: the table that names it."""
    return next(table for table in document.tables if any(cell.text == project for cell in table.cells))


def row_of(table: Table, name: str) -> int:
    """The row in which a text stands."""
    return next(cell.row for cell in table.cells if cell.text == name)


def box(table: Table, name: str, column: str) -> Cell:
    """The box of a row and a column, by the texts at their heads; the column's is the last one above the row."""
    row = row_of(table, name)
    heads = [cell for cell in table.cells if cell.text == column and cell.row < row]
    head = max(heads, key=lambda cell: cell.row)
    return next(cell for cell in table.anchors(row) if cell.column == head.column)


def without_row(document: Document, table: Table, row: int) -> None:
    """Take a row out of a table; merged boxes that reach over it shrink."""
    cells = list(_shrunk(table, row))
    _put(document, table, replace(table, cells=cells, height=table.height - 1))


def _shrunk(table: Table, row: int) -> Iterator[Cell]:
    for cell in table.cells:
        if cell.row > row:
            yield replace(cell, row=cell.row - 1)
        elif cell.row + cell.rows <= row:
            yield cell
        elif cell.rows > 1:
            yield replace(cell, rows=cell.rows - 1)


def without_table(document: Document, table: Table) -> None:
    """Take a whole table out."""
    document.parts[:] = [part for part in document.parts if part is not table]


def reworded(document: Document, old: str, new: str) -> None:
    """Change the one paragraph that says something."""
    at = next(n for n, part in enumerate(document.parts) if isinstance(part, str) and old in part)
    document.parts[at] = str(document.parts[at]).replace(old, new, 1)


def _put(document: Document, old: Table, new: Table) -> None:
    document.parts[:] = [new if part is old else part for part in document.parts]
