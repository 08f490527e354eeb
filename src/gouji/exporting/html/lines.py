"""A text as HTML, line by line: tabs and bars as tables, every spot a link in the colour of what is known of it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import groupby, pairwise

from gouji.exporting.html.linked import Linked, kind_of_cell, visible
from gouji.exporting.html.marks import Piece
from gouji.exporting.speech import Speech

MOST_LINES = 20_000

_RULE = re.compile(r"^[\s|｜:：+-]*-{2}[\s|｜:：+-]*$")
_NARROW = ("num", "short")
_HEADING = re.compile(r"^\s{0,3}#{1,4}\s")

Cell = tuple[int, int]


class Paper:
    """One document's lines with its marks."""

    def __init__(self, lines: Sequence[str], linked: Linked, speech: Speech) -> None:
        self._lines = lines
        self._linked = linked
        self._speech = speech

    def html(self) -> str:
        """The whole text."""
        shown = range(1, min(len(self._lines), MOST_LINES) + 1)
        parts = []
        for kind, numbers in groupby(shown, key=lambda number: _kind(self._lines[number - 1])):
            parts.append(self._block(kind, list(numbers)))
        if len(self._lines) > MOST_LINES:
            told = self._speech(f"……以下 {len(self._lines) - MOST_LINES} 行从略", "… the rest is left out")
            parts.append(f'<p class="rest">{told}</p>')
        return "".join(parts)

    def _block(self, kind: str, numbers: list[int]) -> str:
        if kind == "blank":
            return '<p class="gap"></p>' if len(numbers) > 1 else ""
        if kind == "text" or len(numbers) == 1 and kind == "|":
            return "".join(self._line(number) for number in numbers)
        return self._table([number for number in numbers if not _RULE.match(self._lines[number - 1])], kind)

    def _table(self, numbers: list[int], separator: str) -> str:
        rows = {number: _cells(self._lines[number - 1], separator) for number in numbers}
        width = max(map(len, rows.values()), default=0)
        content = "".join(self._row(number, cells, width) for number, cells in rows.items())
        return f'<div class="table"><table>{content}</table></div>'

    def _line(self, number: int) -> str:
        raw = self._lines[number - 1]
        heading = " h" if _HEADING.match(raw) else ""
        return f'<p class="line{heading}" data-n="{number}">{self._linked.line(number)}</p>'

    def _row(self, number: int, cells: list[Cell], width: int) -> str:
        raw = self._lines[number - 1]
        waiting = deque(self._linked.pieces(number, {border for cell in cells for border in cell}))
        spans = [1] * (len(cells) - 1) + [width - len(cells) + 1]
        content = "".join(self._cell(raw, cell, span, waiting) for cell, span in zip(cells, spans, strict=True))
        return f'<tr data-n="{number}">{content}</tr>'

    def _cell(self, raw: str, cell: Cell, span: int, waiting: deque[Piece]) -> str:
        """One cell. The last one of a row may run on over `span` columns: forms print long texts in wide boxes."""
        start, end = cell
        kind = kind_of_cell(visible(raw[start:end]).strip())
        content = []
        while waiting and waiting[0].start < end:
            piece = waiting.popleft()
            content.append(self._linked.piece(raw, piece) if piece.start >= start else "")
        if span > 1 and kind in _NARROW:
            return f'<td class="{kind}">{"".join(content)}</td>' + "<td></td>" * (span - 1)
        wide = f' colspan="{span}"' if span > 1 else ""
        return f'<td class="{kind}"{wide}>{"".join(content)}</td>'


def _kind(raw: str) -> str:
    """`blank`, `text`, or the separator of a table's row."""
    if not raw.strip():
        return "blank"
    if "\t" in raw.strip("\n ") and raw.strip():
        return "\t"
    for bar in "|｜":
        if raw.count(bar) >= 2:
            return bar
    return "text"


def _cells(raw: str, separator: str) -> list[Cell]:
    """The (start, end) of each cell, without the empty ones that bars leave at both ends."""
    borders = [-1, *(position for position, sign in enumerate(raw) if sign == separator), len(raw)]
    cells = [(left + 1, right) for left, right in pairwise(borders)]
    while len(cells) > 1 and not raw[cells[-1][0] : cells[-1][1]].strip():
        cells.pop()
    if separator != "\t" and len(cells) > 1 and not raw[: cells[0][1]].strip():
        cells.pop(0)
    return cells
