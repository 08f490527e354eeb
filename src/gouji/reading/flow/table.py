"""A table as it is marked up: rows of boxes that span columns, some of which go on from the row above → rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.flow.boxed import boxed
from gouji.reading.grid import covered


@dataclass(slots=True)
class Box:
    """A box at a column (from 0). What stands in it are lines and tables; `blank` is its spot where it holds nothing.

    One that `continues` belongs to the box above it that begins in the same column.
    """

    column: int
    wide: int
    blank: Inked
    content: Sequence[Inked | Table] = ()
    continues: bool = False

    def lines(self) -> Iterator[Inked]:
        """The lines in the box, those of tables within it too."""
        for part in self.content:
            if isinstance(part, Table):
                yield from part.lines()
            else:
                yield part

    def tables(self) -> list[Table]:
        return [part for part in self.content if isinstance(part, Table)]

    @property
    def text(self) -> Inked:
        content = self.content
        if len(content) == 1 and isinstance(content[0], Inked):
            return content[0]
        return boxed(list(self.lines())) or self.blank


@dataclass(slots=True)
class Table:
    """The rows of a table, top to bottom; within a row the boxes stand from left to right."""

    rows: list[list[Box]] = field(default_factory=list)

    def lines(self) -> Iterator[Inked]:
        for row in self.rows:
            for box in row:
                yield from box.lines()

    def boxes(self) -> Iterator[Box]:
        """The boxes that are not the lower part of one above."""
        return (box for row in self.rows for box in row if not box.continues)

    def size(self) -> int:
        """How many cells its rows will have."""
        return len(self.starts()) * len(self.rows)

    def starts(self) -> list[int]:
        """The columns in which a box begins: those where none does are no columns of their own."""
        return sorted({box.column for row in self.rows for box in row})

    def cells(self) -> list[list[Inked]]:
        """The rows, each with a cell for every column."""
        starts = self.starts()
        above: dict[int, Inked] = {}
        return [self._row(row, starts, above) for row in self.rows]

    def _row(self, row: list[Box], starts: list[int], above: dict[int, Inked]) -> list[Inked]:
        cells = [_beside(row)] * len(starts)
        position = 0
        for box in row:
            while starts[position] < box.column:
                position += 1
            anchor = above.get(box.column) if box.continues else None
            text = box.text if anchor is None else covered(anchor)
            above[box.column] = text if anchor is None else anchor
            cells[position] = text
            beneath = covered(text)
            position += 1
            while position < len(starts) and starts[position] < box.column + box.wide:
                cells[position] = beneath
                position += 1
        return cells


def _beside(row: list[Box]) -> Inked:
    """What stands where a row has no box at all: a blank, behind the text of the first box."""
    if not row:
        return Inked("")
    first = row[0].text
    return first.cut(len(first))
