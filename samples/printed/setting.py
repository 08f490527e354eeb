"""Type on a page: lines broken to a width, a table cut into the stretches that pages hold. Nothing is drawn here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from printed.layouts import Layout
from printed.table import Cell, Table

PAD = 2.0
LEADING = 1.3
_PIECE = re.compile(r"[A-Za-z0-9.,%]+|.", re.S)
_NOT_FIRST = "，。、；：）》”％%"

Measure = Callable[[str], float]  # the width of a text in points


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """The lines that a text takes in so much width; numbers are broken only where one alone is too wide."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.append("")
        for piece in _PIECE.findall(paragraph):
            for part in [piece] if measure(piece) <= width else list(piece):
                if lines[-1] and measure(lines[-1] + part) > width:
                    # A closing sign takes the one before it along.
                    kept = len(lines[-1]) - (part in _NOT_FIRST and len(lines[-1]) > 1)
                    lines[-1:] = [lines[-1][:kept], lines[-1][kept:]]
                lines[-1] += part
    return lines


@dataclass(frozen=True)
class Band:
    """What a page shows of one row: the lines `start` to `end` of its cells."""

    row: int
    start: int
    end: int
    height: float


@dataclass
class Set:
    """A table broken into lines for the width it gets. `edges` are those of the columns, from 0."""

    table: Table
    edges: list[float]
    lines: dict[int, list[str]]  # by the place of the cell in table.cells
    heights: list[float]  # of the rows
    depths: list[int]  # lines in the rows
    leading: float

    def width(self, cell: Cell) -> float:
        """The width of a cell."""
        return self.edges[cell.column + cell.columns] - self.edges[cell.column]


def set_table(table: Table, width: float, size: float, measure: Measure) -> Set:
    """Break a table to a width. Merged cells stretch the last row they reach."""
    total, edges = sum(table.weights), [0.0]
    for weight in table.weights:
        edges.append(edges[-1] + width * weight / total)
    leading = size * LEADING
    made = Set(table, edges, {}, [0.0] * table.height, [1] * table.height, leading)
    for index, cell in enumerate(table.cells):
        made.lines[index] = broken(cell.text, made.width(cell) - 2 * PAD, measure)
        if cell.rows == 1:
            made.depths[cell.row] = max(made.depths[cell.row], len(made.lines[index]))
    made.heights = [depth * leading + 2 * PAD for depth in made.depths]
    for index, cell in enumerate(table.cells):
        short = len(made.lines[index]) * leading + 2 * PAD - sum(made.heights[cell.row : cell.row + cell.rows])
        if cell.rows > 1 and short > 0:
            made.heights[cell.row + cell.rows - 1] += short
    return made


def cut(made: Set, layout: Layout, first: float, full: float) -> Iterator[list[Band]]:
    """The bands of each page, when `first` is left of this one and `full` of the others."""
    repeated = made.table.header if layout.header_repeated else 0
    if repeated and layout.total_repeated and made.table.anchors(repeated)[0].text == "合计":
        repeated += 1
    top = [_band(made, row) for row in range(repeated)]
    page: list[Band] = []
    left = first
    for row in range(made.table.height):
        band = _band(made, row)
        while band.height > left:
            begun, band = _parted(made, band, left) if layout.rows_split else (None, band)
            page += [begun] if begun else []
            if not page and first >= full:
                break  # no page holds it
            yield page
            page = list(top) if row >= repeated else []
            left = full - sum(one.height for one in page)
            first = full
        page.append(band)
        left -= band.height
    yield page


def _band(made: Set, row: int) -> Band:
    return Band(row, 0, made.depths[row], made.heights[row])


def _parted(made: Set, band: Band, left: float) -> tuple[Band | None, Band]:
    """As many lines of the band as fit, and the rest."""
    lines = int((left - 2 * PAD) / made.leading)
    if lines < 1 or band.end - band.start < 2 or band.row < made.table.header:
        return None, band
    middle = min(band.start + lines, band.end - 1)
    heights = [(end - start) * made.leading + 2 * PAD for start, end in ((band.start, middle), (middle, band.end))]
    return Band(band.row, band.start, middle, heights[0]), Band(band.row, middle, band.end, heights[1])
