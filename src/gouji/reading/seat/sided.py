"""Tables that print two lists side by side (收入 | 支出, 人员经费 | 公用经费): one row for each half of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gouji.model.inked import Inked
from gouji.model.table import Cell, Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat.amounts import Seating, row_labels
from gouji.reading.seat.columns import CODE, NAME, NUMBER, AmountSeat, seats_of
from gouji.reading.seat.header_tree import Header, header_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, Side
from gouji.vocabulary.terms import half_width, plain

_FIRST = re.compile(r"^\s*一\s*[、.．]")
_OUTER = re.compile(r"计$|结转|结余|^用事业基金")  # totals, and what is carried over: no part of the row above
_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,3}\s*[、.．]")
_DETAIL = re.compile(r"^\s*(?:其中|[（(]?\d{1,2}[)）、.．]|[（(][一二三四五六七八九十]{1,3}[)）])")


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
    """One half of a printed line before its cells are made; `amounts` go with the seats of the half."""

    half: Half
    name: Inked
    code: str
    number: str
    amounts: GridRow

    @property
    def printed(self) -> bool:
        """Does anything stand in this half: a name, a line number or an amount?"""
        return bool(self.name or self.code or self.number or any(self.amounts))

    @property
    def nameless(self) -> bool:
        return not self.name and not self.code and any(self.amounts)


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat a two-sided table. The rows of the first side come first."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    data = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    for row in data:
        seating.check_width(row, header)
    halves = list(_halves(seating, header))
    halves = list(_apart(_main(halves, form.sides), data))
    printed = [line for row in data for line in _lines(halves, row)]
    lines = [line for half in _in_order(halves) for line in printed if line.half is half]
    labels = row_labels((line.name.text or line.number, line.code, line.half.side.name) for line in lines)
    above, numbered = ("", ""), ""
    for line, label in zip(lines, labels, strict=True):
        seated = _row(seating, line, label, above)
        if numbered == seated.side and not seated.depth and not line.code and _is_part(seated.name):
            seated = replace(seated, depth=2)
        seating.rows.append(seated)
        if seated.side != above[0] or seated.depth < 2:
            above = (seated.side, seated.name)
            numbered = seated.side if seated.depth == 1 else ""
    return seating.seated()


def _in_order(halves: list[Half]) -> list[Half]:
    """The lists side by side, side by side; a side printed in two lists goes on in the second."""
    return [half for side in dict.fromkeys(half.side.name for half in halves) for half in halves if half.side.name == side]


def _main(halves: list[Half], sides: tuple[Side, ...]) -> list[Half]:
    """The lists; where the second side of the form is broken down in one way only, that list is the side."""
    others = [half for half in halves if half.side in sides[2:]]
    if len(others) != 1 or any(half.side is sides[1] for half in halves):
        return halves
    main = replace(others[0].side, name=sides[1].name)
    return [replace(half, side=main) if half is others[0] else half for half in halves]


def _apart(halves: list[Half], data: list[GridRow]) -> Iterator[Half]:
    """The lists; one that counts from 一、 again breaks the same amounts down another way, and is a side of its own."""
    counted: dict[str, int] = {}
    for half in halves:
        if any(_FIRST.match(row[half.name].text) for row in data):
            counted[half.side.name] = counted.get(half.side.name, 0) + 1
            if (number := counted[half.side.name]) > 1:
                half = replace(half, side=replace(half.side, name=f"{half.side.name}（另列{number - 1}）"))
        yield half


def _lines(halves: list[Half], row: GridRow) -> Iterator[Line]:
    """The lines of a printed row. A total whose name and amount stand in two lists of one side is one line.

    So is one that spans the lists of two sides, of which the second splits the first (支出 | 支出用途).
    """
    lines = [line for half in halves if (line := _line(half, row)).printed]
    position = 0
    while position < len(lines):
        line = lines[position]
        following = lines[position + 1] if position + 1 < len(lines) else None
        if following and following.nameless and not any(line.amounts) and _goes_on(line.half, following.half):
            line = replace(following, name=line.name, half=line.half)
            position += 1
        yield line
        position += 1


def _goes_on(half: Half, following: Half) -> bool:
    """Does the second list belong to the side of the first, with as many amounts?"""
    return following.side.name.startswith(half.side.name) and len(following.amounts) == len(half.amounts)


def _line(half: Half, row: GridRow) -> Line:
    """One half of a row; text in the column of codes (人员经费合计) is the name of the line."""
    name = row[half.name]
    code = half_width(row[half.code].text).replace(" ", "") if half.code is not None else ""
    if half.code is not None and code and not code.isdigit():
        name, code = (name or row[half.code]), ""
    number = row[half.number].text if half.number is not None else ""
    return Line(half, name, code, number, tuple(row[seat.index] for seat in half.amounts))


def _row(seating: Seating, line: Line, label: str, above: tuple[str, str]) -> Row:
    """The row of a half line; a name that repeats below another row gets the name of its own that the form gives it."""
    form = seating.form
    name = form.row_name(line.name.text)
    numbered = bool(_NUMBERED.match(line.name.text))
    below = form.under.get(above[1], {}) if above[0] == line.half.side.name and not numbered else {}
    own = below.get(plain(line.name.text)) or below.get(name)
    cells: dict[str, Cell] = {}
    for amount, content in zip(line.half.amounts, line.amounts, strict=True):
        cells[amount.name] = seating.cell(content, own or label, amount.name, amount.unit, amount.measure)
    if not name and any(cell.figure for cell in cells.values()):
        seating.doubt(line.amounts[0], "此处有金额而没有项目名称，请核对原件。")
    ink = next((content for content in (line.name, *line.amounts) if content), line.name).ink()
    return Row(own or name, cells, line.code, line.half.side.name, line.number, _depth(line, own), ink)


def _is_part(name: str) -> bool:
    """Is an unnumbered row below a numbered one a part of it (一、本年收入, then its sources)?"""
    return bool(name) and not _OUTER.search(name)


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
    """The side that the header path names (收入 › 项目, 人员经费 › 科目名称, 支出项目), nearest to the column first."""
    named = sorted(((plain(name), side) for side in sides for name in (side.name, *side.aliases)), key=lambda entry: -len(entry[0]))
    return next((side for part in reversed(path) for name, side in named if plain(part).startswith(name)), None)
