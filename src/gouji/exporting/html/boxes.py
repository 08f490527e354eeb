"""Sheets, Word files and web pages as HTML: their tables as tables, the rest as paragraphs, every spot a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gouji.exporting.html.linked import Linked, kind_of_cell, visible
from gouji.exporting.html.summary import text
from gouji.exporting.speech import Speech
from gouji.model.medium import Extent, Spot
from gouji.model.sheet_columns import column_letters, column_number

MOST_LINES = 60_000
WIDEST = 400
_TITLE = 2  # filled boxes of a row that may run on over blank columns

_A1 = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a line lies: which table, and which of its boxes; no box outside tables."""

    sheet: str
    box: Extent | None = None


_Boxes = dict[int, list[int]]  # column → the numbers of the lines in the box that begins there


class BoxPaper:
    """One document of tables and paragraphs, as its lines and their spots tell."""

    def __init__(self, lines: Sequence[str], spots: Sequence[Spot], linked: Linked, speech: Speech) -> None:
        self._lines = lines
        self._linked = linked
        self._speech = speech
        self._seats = [_seat(spot) for spot in spots[:MOST_LINES]]
        self._left_out = len(spots) - len(self._seats)

    def html(self) -> str:
        """All of it, in reading order."""
        parts = []
        seated = enumerate(self._seats, start=1)
        shown = [number for number, seat in seated if seat.box or self._lines[number - 1]]
        for (sheet, table), group in groupby(shown, key=self._key):
            numbers = list(group)
            parts.append(self._paragraphs(numbers) if table is None else self._table(sheet, numbers))
        if self._left_out:
            told = self._speech(f"……以下 {self._left_out} 格从略", "… the rest is left out")
            parts.append(f'<p class="rest">{told}</p>')
        return "".join(parts)

    def _key(self, number: int) -> tuple[str, int | None]:
        """What lies together: a sheet, a table, or the paragraphs between two of them."""
        seat = self._seats[number - 1]
        return (seat.sheet, seat.box.table if seat.box else None)

    def _box(self, number: int) -> Extent:
        box = self._seats[number - 1].box
        assert box is not None
        return box

    def _paragraphs(self, numbers: list[int]) -> str:
        return "".join(f'<p class="line">{self._linked.line(number)}</p>' for number in numbers)

    def _table(self, sheet: str, numbers: list[int]) -> str:
        rows: dict[int, _Boxes] = {}
        for number in numbers:
            box = self._box(number)
            rows.setdefault(box.row, {}).setdefault(box.column, []).append(number)
        first = min(min(boxes) for boxes in rows.values())
        last = min(max(_end(self._box(number)) for number in numbers), first + WIDEST)
        held: set[tuple[int, int]] = set()  # what boxes of earlier rows reach down to
        content = "".join(self._row(row, rows[row], rows.get(row + 1, {}), first, last, held) for row in sorted(rows))
        head = f'<h4 class="sheet">{text(sheet)}</h4>' if sheet else ""
        letters = _letters(first, last) if sheet else ""
        return f'{head}<div class="table"><table>{letters}{content}</table></div>'

    def _row(self, row: int, boxes: _Boxes, below: _Boxes, first: int, last: int, held: set[tuple[int, int]]) -> str:
        cells = []
        column = first
        while column <= last:
            numbers = boxes.get(column, [])
            high, wide = self._reach(boxes, below, column, last) if numbers else (1, 1)
            if numbers or (row, column) not in held:
                cells.append(self._cell(numbers, high, wide))
            held |= {(row + down, column + right) for down in range(high) for right in range(wide)}
            column += wide
        return f'<tr data-n="{row}">{"".join(cells)}</tr>'

    def _reach(self, boxes: _Boxes, below: _Boxes, column: int, last: int) -> tuple[int, int]:
        """Over how many rows and columns a box runs. A title above a table runs over all that is free beside it."""
        box = self._box(boxes[column][0])
        if box.columns:
            return box.rows, min(box.columns, last + 1 - column)
        free = next((other for other in range(column + 1, last + 1) if other in boxes), last + 1) - column
        if not self._says(boxes[column]):
            return 1, 1
        filled = sum(self._says(numbers) for numbers in boxes.values())
        heads = all(other in below for other in range(column, column + free))
        return 1, free if filled <= _TITLE or heads else 1

    def _says(self, numbers: list[int]) -> bool:
        return any(self._lines[number - 1] for number in numbers)

    def _cell(self, numbers: list[int], high: int, wide: int) -> str:
        kind = kind_of_cell(visible("".join(self._lines[number - 1] for number in numbers)).strip())
        reach = (f' rowspan="{high}"' if high > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
        content = "<br>".join(self._linked.line(number) for number in numbers)
        return f'<td class="{kind}"{reach}>{content}</td>'


def _seat(spot: Spot) -> _Seat:
    """A box of a sheet is called as the sheet calls it, one of a text by its table alone."""
    if spot.sheet and (found := _A1.fullmatch(spot.cell)):
        extent = spot.extent or Extent(0, 0, 0, columns=0)  # it stands in no table: how wide it runs is not known
        return _Seat(spot.sheet, replace(extent, table=0, row=int(found[2]), column=column_number(found[1])))
    return _Seat("", spot.extent)


def _end(box: Extent) -> int:
    return box.column + max(box.columns, 1) - 1


def _letters(first: int, last: int) -> str:
    """The letters of a sheet's columns, by which its cells are called."""
    return f'<tr class="letters">{"".join(f"<td>{column_letters(column)}</td>" for column in range(first, last + 1))}</tr>'
