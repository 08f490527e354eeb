"""Lines whose words are set apart by tabs: several of one shape are rows of a table, elsewhere a tab is a space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gouji.model.inked import Inked
from gouji.reading.rows import cells, filled
from gouji.reading.run import Piece, Run

FEWEST_ROWS = 3
FEWEST_COLUMNS = 3


def without_tabs(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, no line of which holds a tab."""
    waiting: list[Inked] = []
    for piece in pieces:
        if isinstance(piece, Inked) and "\t" in piece.text:
            waiting.append(piece)
            continue
        yield from _settled(waiting)
        waiting = []
        yield piece
    yield from _settled(waiting)


def _settled(lines: list[Inked]) -> Iterator[Piece]:
    rows = [cells(line) for line in lines]
    if _is_table(rows):
        yield Run([_filled_up(row, len(rows[0])) for row in rows])
        return
    for line in lines:
        yield Inked(line.text.replace("\t", " "), line.runs)


def _is_table(rows: list[list[Inked]]) -> bool:
    """Are there enough rows, and none wider than the first, their header?"""
    if len(rows) < FEWEST_ROWS or any(len(filled(row)) < 2 for row in rows):
        return False
    return len(rows[0]) == max(map(len, rows)) >= FEWEST_COLUMNS


def _filled_up(row: list[Inked], width: int) -> list[Inked]:
    """The row with the blanks at its end, which were stripped with the line."""
    return [*row, *[row[-1].cut(len(row[-1]))] * (width - len(row))]
