"""The format-free grid: rectangular, meaning-free, every cell with its ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.narrative import Paragraph
from gouji.model.place import Ink

GridRow = tuple[Inked, ...]

COLUMN_LOST = "（栏次不明）"  # ends a cell whose figures may belong to another column: they are not to be reckoned with
ILLEGIBLE = "（字迹不清）"  # ends a cell of a scan whose digits are not sure: they are not to be reckoned with


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, all of one length; the lines printed above (title, body, unit) and below (notes)."""

    rows: tuple[GridRow, ...]
    captions: tuple[Inked, ...] = ()
    notes: tuple[Inked, ...] = ()
    headings: tuple[str, ...] = ()  # the chain of headings the grid stands under
    doubts: tuple[tuple[Inked, str], ...] = ()  # what the gridding could not make sure of: where, and what to say
    lost: tuple[tuple[Inked, str], ...] = ()  # figures that no box could be told for: where, and what to say

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    @property
    def ink(self) -> Ink:
        for part in (*self.captions, *(cell for row in self.rows for cell in row)):
            if part:
                return part.ink()
        return Ink()


Block = Grid | Paragraph


def covered(anchor: Inked) -> Inked:
    """A box that a merged cell covers: blank, at the spot of the cell whose text it shares."""
    return Inked("", anchor.runs[:1])


def covers(anchor: Inked, cell: Inked) -> bool:
    """Is the cell a blank one that the merged cell `anchor` covers?"""
    return not cell.text and bool(cell.runs) and cell.runs[:1] == anchor.runs[:1]


def rectangular(rows: Iterable[Sequence[Inked]]) -> tuple[GridRow, ...]:
    """Ragged rows padded with blank cells to one length."""
    rows = list(rows)
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *(Inked("") for _ in range(width - len(row)))) for row in rows)
