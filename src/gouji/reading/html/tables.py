"""A table of a web page while its tags come by: rows, spans, and the boxes that a cell from above still covers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.flow.table import Box, Table
from gouji.reading.rows import WIDEST

_NOWHERE = Inked("")
_SPAN = re.compile(r"\s*(\d{1,9})")


@dataclass(slots=True)
class Open:
    """A table that has begun. `above` holds lines that stand in it, but in no cell: its caption."""

    number: int
    table: Table = field(default_factory=Table)
    above: list[Inked] = field(default_factory=list)
    row: list[Box] | None = None
    cell: Box | None = None
    content: list[Inked | Table] = field(default_factory=list)  # of the cell
    order: int = 0  # of the cell in its row
    reaches: dict[int, tuple[int, int]] = field(default_factory=dict)  # column → columns and rows a cell goes on for
    path: str = ""  # of the cell at hand, or the last

    def begin_row(self) -> None:
        self.end_row()
        self.row = []
        self.order = 0

    def begin_cell(self, wide: str | None, tall: str | None) -> None:
        """A cell takes the next free column."""
        if self.row is None:
            self.begin_row()
        column = self._free()
        self.order += 1
        columns = max(1, min(_number(wide), self._room(column)))
        self.content = []
        self.cell = Box(column, columns, _NOWHERE, self.content)
        self.path = f"表{self.number}/行{len(self.table.rows) + 1}/格{self.order}"
        rows = 1_000_000 if tall is not None and tall.strip() == "0" else _number(tall)
        if rows > 1:
            self.reaches[column] = (columns, rows)
        if column < WIDEST:
            assert self.row is not None
            self.row.append(self.cell)

    def end_row(self) -> None:
        if self.row is None:
            return
        self._free(WIDEST)
        if self.row:
            self.table.rows.append(self.row)
        self.reaches = {column: (wide, rows - 1) for column, (wide, rows) in self.reaches.items() if rows > 1}
        self.row = None

    def end_section(self) -> None:
        """Cells reach down to the end of their section only."""
        self.end_row()
        self.reaches.clear()

    def _free(self, until: int = 0) -> int:
        """The next free column; the boxes of cells from above are put in on the way, all of them before `until`."""
        assert self.row is not None
        last = self.row[-1] if self.row else None
        column = last.column + last.wide if last is not None else 0
        while True:
            if self.reaches and column in self.reaches:
                wide, _ = self.reaches[column]
                self.row.append(Box(column, wide, _NOWHERE, continues=True))
                column += wide
            elif column < until and (later := [at for at in self.reaches if at > column]):
                column = min(later)
            else:
                return column

    def _room(self, column: int) -> int:
        """How many columns are free from here on."""
        if not self.reaches:
            return WIDEST - column
        return min((at for at in self.reaches if at > column), default=WIDEST) - column


def _number(span: str | None) -> int:
    if span is None:
        return 1
    match = _SPAN.match(span)
    return max(1, int(match[1])) if match else 1
