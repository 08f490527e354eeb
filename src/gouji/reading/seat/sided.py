"""Tables that print two lists side by side (收入 | 支出, 人员经费 | 公用经费): one row for each half of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.table import Cell, Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import half_width
from gouji.reading.seat.amounts import Seating, row_labels
from gouji.reading.seat.columns import CODE, NAME, NUMBER, AmountSeat, seats_of
from gouji.reading.seat.header_tree import Header, header_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, Side
from gouji.vocabulary.terms import plain

_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,3}\s*[、.．]")
_DETAIL = re.compile(r"^\s*(?:其中|[（(]?\d{1,2}[)）、.．])")


@dataclass(frozen=True, slots=True)
class Half:
    """The columns of one list: where its names, codes, line numbers and amounts stand."""

    side: Side
    name: int
    code: int | None
    number: int | None
    amounts: tuple[AmountSeat, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One half of a printed line before its cells are made."""

    half: Half
    row: GridRow

    @property
    def name(self) -> Inked:
        return self.row[self.half.name]

    @property
    def code(self) -> str:
        return half_width(self.row[self.half.code].text).strip() if self.half.code is not None else ""

    @property
    def number(self) -> str:
        return self.row[self.half.number].text if self.half.number is not None else ""

    @property
    def printed(self) -> bool:
        """Does anything stand in this half: a name, a line number or an amount?"""
        return bool(self.name or self.code or self.number or any(self.row[seat.index] for seat in self.half.amounts))


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat a two-sided table. The rows of the first side come first."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    data = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    for row in data:
        seating.check_width(row, header)
    halves = list(_halves(seating, header))
    lines = [line for side in form.sides for half in halves if half.side is side for line in _lines(half, data)]
    labels = row_labels((line.name.text or line.number, line.code, line.half.side.name) for line in lines)
    above = ("", "")
    for line, label in zip(lines, labels, strict=True):
        seated = _row(seating, line, label, above)
        seating.rows.append(seated)
        if seated.side != above[0] or seated.depth < 2:
            above = (seated.side, seated.name)
    return seating.seated()


def _lines(half: Half, data: list[GridRow]) -> Iterator[Line]:
    return (line for line in (Line(half, row) for row in data) if line.printed)


def _row(seating: Seating, line: Line, label: str, above: tuple[str, str]) -> Row:
    """The row of a half line; a name that repeats below another row gets the name of its own that the form gives it."""
    form = seating.form
    name = form.row_name(line.name.text)
    numbered = bool(_NUMBERED.match(line.name.text))
    below = form.under.get(above[1], {}) if above[0] == line.half.side.name and not numbered else {}
    own = below.get(plain(line.name.text)) or below.get(name)
    cells: dict[str, Cell] = {}
    for amount in line.half.amounts:
        content = line.row[amount.index]
        cells[amount.name] = seating.cell(content, own or label, amount.name, amount.unit, amount.measure)
    if not name and any(cell.figure for cell in cells.values()):
        seating.doubt(line.row[line.half.amounts[0].index], "此处有金额而没有项目名称，请核对原件。")
    ink = next((cell for cell in (line.name, *(line.row[a.index] for a in line.half.amounts)) if cell), line.name).ink()
    return Row(own or name, cells, line.code, line.half.side.name, line.number, _depth(line, own), ink)


def _depth(line: Line, own: str | None) -> int:
    if line.code:
        return (len(line.code) - 1) // 2
    if own or _DETAIL.match(line.name.text):
        return 2
    return 1 if _NUMBERED.match(line.name.text) else 0


def _halves(seating: Seating, header: Header) -> Iterator[Half]:
    """The lists of a header: each begins at its code or name column and ends where the next begins."""
    sides = seating.form.sides
    starts = _starts(header, sides)
    for position, (start, name) in enumerate(starts):
        end = starts[position + 1][0] if position + 1 < len(starts) else len(header.paths)
        side = _side(header.paths[name], sides) or sides[min(position, len(sides) - 1)]
        within = range(start, end)
        code = next((index for index in within if _is(CODE, header, index)), None)
        number = next((index for index in within if _is(NUMBER, header, index)), None)
        seats = seats_of(seating, header, side.columns, name + 1, end)
        yield Half(side, name, code, number, seats.amounts)


def _starts(header: Header, sides: tuple[Side, ...]) -> list[tuple[int, int]]:
    """(first column, name column) of each list."""
    names = {plain(side.name) for side in sides}
    starts: list[tuple[int, int]] = []
    begin: int | None = None
    for index, path in enumerate(header.paths):
        if _is(CODE, header, index):
            begin = index if begin is None else begin
        elif path and (NAME.match(path[-1]) or plain(path[-1]) in names) and not _is(NUMBER, header, index):
            starts.append((index if begin is None else begin, index))
            begin = None
    return starts


def _is(pattern: re.Pattern[str], header: Header, index: int) -> bool:
    path = header.paths[index]
    return bool(path) and bool(pattern.search(path[-1]))


def _side(path: tuple[str, ...], sides: tuple[Side, ...]) -> Side | None:
    """The side that the header path names (收入 › 项目, 人员经费 › 科目名称, 支出项目)."""
    return next((side for side in sides if any(plain(part).startswith(plain(side.name)) for part in path)), None)
