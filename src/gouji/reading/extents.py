"""Which box of which table each line of a sheet or a flow of text stands in, and how far merged boxes reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouji.model.inked import Inked
from gouji.model.medium import Extent, Medium, Spot
from gouji.reading.grid import covers
from gouji.reading.press import Source
from gouji.reading.run import Run


def with_extents(source: Source) -> tuple[Spot, ...]:
    """The spots of a source; those in tables off any page with their extents."""
    spots = list(source.spots)
    if source.medium in (Medium.SHEET, Medium.WORD, Medium.HTML):
        for number, piece in enumerate(source.pieces, start=1):
            for line, extent in _boxes(number, piece) if isinstance(piece, Run) else ():
                spots[line - 1] = replace(spots[line - 1], extent=extent)
    return tuple(spots)


def _boxes(table: int, run: Run) -> Iterator[tuple[int, Extent]]:
    """(line, extent) of every line that stands in a box of the table."""
    seen: set[int] = set()
    for row, cells in enumerate(run.rows):
        for column, cell in enumerate(cells):
            lines = {line for _, line, _ in cell.runs}
            if lines and not lines & seen:
                seen |= lines
                extent = Extent(table, row + 1, column + 1, _rows(run, row, column), _columns(cells, column))
                yield from ((line, extent) for line in lines)


def _columns(cells: list[Inked], column: int) -> int:
    last = column + 1
    while last < len(cells) and covers(cells[column], cells[last]):
        last += 1
    return last - column


def _rows(run: Run, row: int, column: int) -> int:
    anchor, last = run.rows[row][column], row + 1
    while last < len(run.rows) and column < len(run.rows[last]) and covers(anchor, run.rows[last][column]):
        last += 1
    return last - row
