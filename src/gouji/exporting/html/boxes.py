"""Sheets and Word files as HTML: their tables as tables, the rest as paragraphs, every spot a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from gouji.exporting.html.linked import Linked, kind_of_cell, visible
from gouji.exporting.html.summary import text
from gouji.exporting.speech import Speech
from gouji.model.medium import Spot

MOST_BOXES = 60_000
WIDEST = 400
_FEW = 2  # boxes of a row that may run on over blank columns

_A1 = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_IN_TABLE = re.compile(r"(?:.*/)?(表\d+)/行(\d+)/格(\d+)")


@dataclass(slots=True)
class _Row:
    """The boxes of a row by column, each with the numbers of its lines."""

    name: str
    boxes: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a line lies: which table, row and column; no row outside tables."""

    table: str
    row: int = 0
    column: int = 0


class BoxPaper:
    """One document of tables and paragraphs, as its lines and their spots tell."""

    def __init__(self, lines: Sequence[str], spots: Sequence[Spot], linked: Linked, speech: Speech) -> None:
        self._lines = lines
        self._linked = linked
        self._speech = speech
        self._addresses = [_address(spot) for spot in spots]

    def html(self) -> str:
        """All of it, in reading order."""
        shown = range(1, min(len(self._addresses), MOST_BOXES) + 1)
        parts = []
        for (name, in_rows), group in groupby(shown, key=self._key):
            numbers = list(group)
            parts.append(self._table(name, numbers) if in_rows else self._paragraphs(numbers))
        if len(self._addresses) > MOST_BOXES:
            told = self._speech(f"……以下 {len(self._addresses) - MOST_BOXES} 格从略", "… the rest is left out")
            parts.append(f'<p class="rest">{told}</p>')
        return "".join(parts)

    def _key(self, number: int) -> tuple[str, bool]:
        address = self._addresses[number - 1]
        return (address.table, bool(address.row))

    def _paragraphs(self, numbers: list[int]) -> str:
        return "".join(f'<p class="line">{self._linked.line(number)}</p>' for number in numbers)

    def _table(self, name: str, numbers: list[int]) -> str:
        rows: dict[int, _Row] = {}
        sheet = ""
        for number in numbers:
            address = self._addresses[number - 1]
            row = rows.setdefault(address.row, _Row(str(address.row)))
            row.boxes.setdefault(address.column, []).append(number)
        if not name.startswith("表"):
            sheet = f'<h4 class="sheet">{text(name)}</h4>'
        ordered = [rows[at] for at in sorted(rows)]
        first = min(min(row.boxes) for row in ordered)
        last = min(max(max(row.boxes) for row in ordered), first + WIDEST)
        below: list[_Row | None] = [*ordered[1:], None]
        content = "".join(self._row(row, under, first, last) for row, under in zip(ordered, below, strict=True))
        letters = self._letters(first, last) if sheet else ""
        return f'{sheet}<div class="table"><table>{letters}{content}</table></div>'

    def _letters(self, first: int, last: int) -> str:
        """The letters of a sheet's columns, by which its cells are called."""
        return f'<tr class="letters">{"".join(f"<td>{_letter(column)}</td>" for column in range(first, last + 1))}</tr>'

    def _row(self, row: _Row, under: _Row | None, first: int, last: int) -> str:
        cells = []
        column = first
        while column <= last:
            numbers = row.boxes.get(column)
            span = self._span(row, under, column, last) if numbers else 1
            cells.append(self._cell(numbers, span) if numbers else "<td></td>")
            column += span
        return f'<tr data-n="{text(row.name)}">{"".join(cells)}</tr>'

    def _span(self, row: _Row, under: _Row | None, column: int, last: int) -> int:
        """Over how many columns a box runs: what is merged into it has no line of its own."""
        free = next((other for other in range(column + 1, last + 1) if other in row.boxes), last + 1)
        if free == column + 1 or not any(self._lines[number - 1] for number in row.boxes[column]):
            return 1
        told = sum(any(self._lines[number - 1] for number in numbers) for numbers in row.boxes.values())
        heads = under is not None and all(other in under.boxes for other in range(column, free))
        return free - column if told <= _FEW or heads else 1

    def _cell(self, numbers: list[int], span: int) -> str:
        kind = kind_of_cell(visible("".join(self._lines[number - 1] for number in numbers)).strip())
        wide = f' colspan="{span}"' if span > 1 else ""
        content = "<br>".join(self._linked.line(number) for number in numbers)
        return f'<td class="{kind}"{wide}>{content}</td>'


def _address(spot: Spot) -> _Address:
    if spot.sheet:
        found = _A1.fullmatch(spot.cell)
        return _Address(spot.sheet, int(found[2]), _column(found[1])) if found else _Address(spot.sheet)
    if found := _IN_TABLE.fullmatch(spot.cell):
        return _Address(found[1], int(found[2]), int(found[3]))
    return _Address("")


def _letter(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
