"""Values of a row → its columns, where blank boxes were lost: by percent signs, or by sums of the rows below."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from gouji.model.inked import Inked
from gouji.reading.dump.projects.fund_columns import Line, solve
from gouji.reading.dump.table.figure_lines import is_figure
from gouji.reading.dump.table.header_words import Columns
from gouji.reading.dump.table.rows import TableRow
from gouji.vocabulary.terms import plain

MOST_COLUMNS = 12  # with more, trying all seatings takes too long
TOTALS = ("合计", "总计")
_WHOLE = ("合计", "小计", "总计")

Placed = dict[int, Inked]


def place(rows: Sequence[TableRow], columns: Columns) -> dict[int, Placed]:
    """For each row (by id) its values by column. Rows whose values cannot be placed are left out."""
    count = len(columns.cells)
    found = {id(row): dict(enumerate(row.values)) for row in rows if len(row.values) == count}
    short = [row for row in rows if len(row.values) < count]
    if not short or count > MOST_COLUMNS:
        return found
    for row in short:
        if seats := _by_percent(row, columns):
            found[id(row)] = dict(zip(seats, row.values, strict=True))
    if _has_total(columns) and any(row.code for row in rows):
        found |= _by_sums(rows, count)
    return found


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


def _by_sums(rows: Sequence[TableRow], count: int) -> dict[int, Placed]:
    """The seating by which code rows add up to the rows above them."""
    usable = [row for row in rows if 0 < len(row.values) <= count and all(is_figure(value.text) for value in row.values)]
    lines = [Line(tuple(_whole(value) for value in row.values[1:])) for row in usable]
    found: dict[int, Placed] = {}
    for root in _roots(usable, lines):
        solve(lines[root], range(count - 1))
    for row, line in zip(usable, lines, strict=True):
        if not line.doubt and len(line.seats) == len(row.values) - 1:
            found[id(row)] = dict(zip((0, *(seat + 1 for seat in line.seats)), row.values, strict=True))
    return found


def _roots(rows: Sequence[TableRow], lines: Sequence[Line]) -> list[int]:
    """Hang each code under the longest code that begins it, the rest under the total; the rows with nothing above."""
    by_code = {row.code.text: index for index, row in enumerate(rows) if row.code}
    total = next((index for index, row in enumerate(rows) if plain(row.name.text) in TOTALS), None)
    roots: list[int] = []
    for index, row in enumerate(rows):
        code = row.code.text
        above = next((by_code[code[:length]] for length in range(len(code) - 1, 2, -1) if code[:length] in by_code), None)
        above = total if above is None and code else above
        if above is None or above == index:
            roots.append(index)
        else:
            lines[above].parts.append(lines[index])
    return roots


def _whole(value: Inked) -> int:
    return int(Decimal(value.text.replace(",", "").replace("，", "").strip("()（）%％") or "0").scaleb(2))
