"""The tables of a document as they were read, set so that they can be held against the original."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import BLANK, Line, line, padded, shortened, width_of
from gouji.exporting.text.looked import MARK, Looked
from gouji.model.place import Ink
from gouji.model.report import Report
from gouji.model.table import Row, Table

WIDEST_NAME = 44


def tables(report: Report, looked: Looked, speech: Speech) -> Iterator[Line]:
    """Every table with its rows, the figures marked that no identity looks at."""
    for table in report.tables:
        yield BLANK
        unknown = speech(f"表“{table.title}”（未识别）", f"table {table.title} (unknown form)")
        named = f"《{table.form}》" if table.known else unknown
        bare = speech("  表内的数没有勾稽关系核对", "  no identity looks at its figures")
        bare = bare if looked.all_bare(table.figures()) else ""
        yield line(
            (named, "strong"), f"  {table.unit}  ", (_beginning(table.ink, report, speech), "place"), (bare, "dim")
        )
        yield from _grid(table, report, looked)


def _beginning(ink: Ink, report: Report, speech: Speech) -> str:
    """Where a table begins: with its page or sheet."""
    found = report.spotted(ink)
    if found.page:
        return speech(f"第 {found.page} 页起", f"from page {found.page}")
    if found.sheet or found.cell:
        return " ".join(filter(None, (found.sheet and speech(f"《{found.sheet}》", found.sheet), found.cell)))
    return speech(f"第 {ink.line} 行起", f"from line {ink.line}") if ink.line else ""


def _grid(table: Table, report: Report, looked: Looked) -> Iterator[Line]:
    marked = _marked_columns(table, looked)
    rows = [("", "", "", *table.columns)]
    rows += [
        (number(row.ink, report), row.code, _label(row), *_values(row, table, marked, looked)) for row in table.rows
    ]
    widths = [max(width_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    for position, row in enumerate(rows):
        cells = [padded(cell, widths[i], right=i == 0 or i > 2) for i, cell in enumerate(row) if widths[i]]
        yield line(("  " + "  ".join(cells), "dim" if position == 0 else ""))


def number(ink: Ink, report: Report) -> str:
    """Where it stands: the line, the page (P3) or the cell, as short as can be."""
    found = report.spotted(ink)
    return f"P{found.page}" if found.page else found.cell or str(ink.line or "")


def _label(row: Row) -> str:
    side = f"{row.side}：" if row.side else ""
    return shortened("  " * row.depth + side + row.name, WIDEST_NAME)


def _marked_columns(table: Table, looked: Looked) -> set[str]:
    """The columns in which marks stand, unless they would stand everywhere."""
    if looked.all_bare(table.figures()):
        return set()
    return {column for row in table.rows for column, cell in row.cells.items() if looked.bare(cell.figure)}


def _values(row: Row, table: Table, marked: set[str], looked: Looked) -> Iterator[str]:
    """The cells as printed; where marks stand in a column the digits stay below each other."""
    for column in table.columns:
        cell = row.cells.get(column)
        mark = (MARK if cell and looked.bare(cell.figure) else " ") * (column in marked)
        yield (shortened(cell.text, 30) if cell else "") + mark
