"""Tables whose rows nest by column: the class in the first, its parts in the second, theirs in the third (政府采购预算表)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.table import Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat.amounts import Seating, row_labels
from gouji.reading.seat.columns import seats_of
from gouji.reading.seat.header_tree import header_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

_SUBTOTAL = re.compile(r"^小计$")
_TOTAL = re.compile(r"^(?:收入|支出|采购)?(?:合计|总计)$")


@dataclass(frozen=True, slots=True)
class Level:
    """The name of a row and how deep it stands: 0 for the total, 1 for what the first column names."""

    name: Inked
    depth: int


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat a table of nested names. A subtotal is the row of what it sums; the name is the innermost printed."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    seats = seats_of(seating, header, form.columns)
    rows = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    levels = [level_of(row[: seats.first]) for row in rows]
    labels = row_labels((level.name.text, "", "") for level in levels)
    for row, level, label in zip(rows, levels, labels, strict=True):
        seating.check_width(row, header, seats.first)
        cells = {s.name: seating.cell(row[s.index], label, s.name, s.unit, s.measure) for s in seats.amounts}
        seating.rows.append(Row(form.row_name(level.name.text), cells, depth=level.depth, ink=level.name.ink()))
    return seating.seated()


def level_of(cells: GridRow) -> Level:
    """The innermost name that the left columns of a row print, subtotals apart, and the column it stands in."""
    named = [(index, cell) for index, cell in enumerate(cells) if cell.text and not _SUBTOTAL.match(plain(cell.text))]
    if not named:
        subtotal = next((index for index, cell in enumerate(cells) if cell.text), 0)
        return Level(cells[subtotal] if cells else Inked(""), subtotal)
    index, name = named[-1]
    return Level(name, 0 if _TOTAL.match(plain(name.text)) else index + 1)
