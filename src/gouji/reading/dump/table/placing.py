"""Values of a row → its columns, where blank boxes were lost: by percent signs, or by sums of the rows below."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from gouji.model.inked import Inked
from gouji.reading.dump.projects.fund_columns import Line, solve
from gouji.reading.dump.table.figure_lines import is_figure
from gouji.reading.dump.table.header_words import Columns
from gouji.reading.dump.table.rows import TableRow
from gouji.reading.grid import COLUMN_LOST
from gouji.vocabulary.terms import plain

MOST_COLUMNS = 12  # with more, trying all seatings takes too long
TOTALS = ("合计", "总计")
GRAND = ("总计", "支出总计")
# What a body's accounts hardly ever lack: the first choice for a number that several empty columns could have taken.
USUAL = ("财政拨款收入", "基本支出", "项目支出", "一般公共预算财政拨款")
_WHOLE = ("合计", "小计", "总计")

Placed = dict[int, Inked]


def place(rows: Sequence[TableRow], columns: Columns, coded: bool) -> dict[int, Placed]:
    """For each row (by id) the values whose column is certain."""
    count = len(columns.cells)
    found = {id(row): dict(enumerate(row.values)) for row in rows if len(row.values) == count}
    short = [row for row in rows if len(row.values) < count]
    if not short or count > MOST_COLUMNS:
        return found
    for row in short:
        if not row.values:
            found[id(row)] = {}
        elif seats := _by_percent(row, columns):
            found[id(row)] = dict(zip(seats, row.values, strict=True))
    if coded and _has_total(columns):
        found = _by_sums(rows, [plain(cell.text) for cell in columns.cells]) | found
    return found


def boxes(
    values: Sequence[Inked], placed: Mapping[int, Inked], count: int, spot: Inked, possible: Collection[int] = ()
) -> list[Inked]:
    """The boxes of a row of `count` columns.

    Values whose column is not certain stand together in every box that may hold one of them (all that are not taken,
    where `possible` does not name them): none of these boxes may be taken for blank, none can be read as a figure.
    """
    seated = {value.runs for value in placed.values()}
    left = [value for value in values if value.runs not in seated]
    blank = spot.emptied()
    rest = marked(Inked.join(left, " ")) if left else blank
    return [placed.get(index, rest if not possible or index in possible else blank) for index in range(count)]


def marked(content: Inked) -> Inked:
    """A text that must not be read as a figure of its box."""
    return Inked.join((content, Inked(COLUMN_LOST))) if content else content


def _by_percent(row: TableRow, columns: Columns) -> tuple[int, ...] | None:
    """The only seating that puts percent signs under rates and nothing else there."""
    if "percent" not in columns.measures:
        return None
    signs = ["%" in value.text or "％" in value.text for value in row.values]
    fitting = [
        seats
        for seats in combinations(range(len(columns.cells)), len(row.values))
        if all((columns.measures[seat] == "percent") == sign for seat, sign in zip(seats, signs, strict=True))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _has_total(columns: Columns) -> bool:
    """Is the first column the sum of the others?"""
    names = [plain(cell.text) for cell in columns.cells]
    return bool(names) and names[0].endswith(_WHOLE) and not any(name.startswith(("年初", "年末")) for name in names)


def _by_sums(rows: Sequence[TableRow], names: Sequence[str]) -> dict[int, Placed]:
    """The seating by which code rows add up to the rows above them; the first value is the row's own total."""
    usable = [
        row for row in rows if 0 < len(row.values) <= len(names) and all(is_figure(value.text) for value in row.values)
    ]
    lines = [Line(tuple(_whole(value) for value in row.values[1:])) for row in usable]
    ranks = [USUAL.index(name) if name in USUAL else len(USUAL) + index for index, name in enumerate(names[1:])]
    found: dict[int, Placed] = {}
    open_columns: set[int] = set()
    for root in _roots(usable, lines):
        solve(lines[root], ranks)
        if lines[root].instead:
            open_columns |= {seat for seat in lines[root].seats if names[seat + 1] not in USUAL}
    guessed = {id(part) for line in lines if line.doubt and line.doubt != "open" for part in _below(line)}
    for row, line in zip(usable, lines, strict=True):
        placed = {0: row.values[0]}
        if id(line) not in guessed and not line.doubt and len(line.seats) == len(row.values) - 1:
            pairs = zip(line.seats, row.values[1:], strict=True)
            placed |= {seat + 1: value for seat, value in pairs if seat not in open_columns}
        found[id(row)] = placed
    return found


def _below(line: Line) -> Iterator[Line]:
    """The row's parts and theirs: what the sums of the row would have told."""
    for part in line.parts:
        yield part
        yield from _below(part)


def _roots(rows: Sequence[TableRow], lines: Sequence[Line]) -> list[int]:
    """Hang each code under the longest code that begins it, the rest under the total; the rows with nothing above."""
    by_code = {row.key.text: index for index, row in enumerate(rows) if row.key}
    total = next((index for index, row in enumerate(rows) if plain(row.name.text) in TOTALS), None)
    roots: list[int] = []
    for index, row in enumerate(rows):
        code = row.key.text
        above = next(
            (by_code[code[:length]] for length in range(len(code) - 1, 2, -1) if code[:length] in by_code), None
        )
        above = total if above is None and code else above
        if above is None or above == index:
            roots.append(index)
        else:
            lines[above].parts.append(lines[index])
    return roots


def _whole(value: Inked) -> int:
    return int(Decimal(value.text.replace(",", "").replace("，", "").strip("()（）%％") or "0").scaleb(2))


def place_under_total(
    values: Sequence[Sequence[Inked]], names: Sequence[str], count: int
) -> list[tuple[int, ...] | None]:
    """The columns of each entry's values in a list whose first column sums the others and whose 合计 sums the entries."""
    total = next((index for index, name in enumerate(names) if name == "本年支出合计" and values[index]), None)
    usable = [0 < len(entry) <= count and all(is_figure(value.text) for value in entry) for entry in values]
    lines = [
        Line(tuple(_whole(value) for value in entry[1:]) if use else ())
        for entry, use in zip(values, usable, strict=True)
    ]
    top = -1
    if total is not None:
        lines[total].parts = [line for line, use in zip(lines[:total], usable, strict=False) if use]
        top = next(
            (index for index, name in enumerate(names) if name in GRAND and index > total and usable[index]), total
        )
        lines[top].parts += [lines[index] for index in range(total, top) if usable[index]]
        solve(lines[top], range(count - 1))
    found: list[tuple[int, ...] | None] = []
    for index, (entry, line) in enumerate(zip(values, lines, strict=True)):
        if len(entry) == count:
            found.append(tuple(range(count)))
        elif len(entry) == 1 and usable[index] and not _whole(entry[0]):
            found.append((0,))
        else:
            sure = total is not None and index <= top and usable[index] and line.sure
            found.append(
                (0, *(seat + 1 for seat in line.seats)) if sure and len(line.seats) == len(entry) - 1 else None
            )
    return found
