"""Tables of classification codes: code, name and amounts in each row; the tree is made of the codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.table import Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat.amounts import Seating, row_labels
from gouji.reading.seat.columns import Seats, seats_of
from gouji.reading.seat.header_tree import Header, header_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import half_width

_CODED_NAME = re.compile(r"^[\[［【]?(?P<code>\d{3}(?:\d{2}){0,2})[\]］】]?[\s\-—_、]*(?P<name>\D.*)?$")
_DIGITS = re.compile(r"^\d{1,7}$")


@dataclass(frozen=True, slots=True)
class Name:
    """What the left columns of a row say."""

    code: str
    name: Inked


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat a table of codes."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    seats = seats_of(seating, header, form.columns)
    rows = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    names = [name_of(row[: seats.first]) for row in rows]
    labels = row_labels((name.name.text, name.code, "") for name in names)
    for row, name, label in zip(rows, names, labels, strict=True):
        _seat_row(seating, seats, header, row, name, label)
    return seating.seated()


def _seat_row(seating: Seating, seats: Seats, header: Header, row: GridRow, name: Name, label: str) -> None:
    seating.check_width(row, header)
    cells = {
        seat.name: seating.cell(row[seat.index], label, seat.name, seat.unit, seat.measure) for seat in seats.amounts
    }
    ink = next(cell for cell in row if cell.text).ink()
    depth = (len(name.code) - 1) // 2 if name.code else 0
    printed = seating.form.row_name(name.name.text)
    seating.rows.append(Row(printed, cells, name.code, depth=depth, ink=ink))


def name_of(cells: GridRow) -> Name:
    """Code and name of a row: in one cell, in two, or the code spread over 类, 款, 项."""
    code = ""
    name = Inked("")
    for cell in cells:
        text = half_width(cell.text).replace(" ", "")
        if _DIGITS.match(text):
            code = text if text.startswith(code) else code + text
        elif text and not name:
            name = cell
    match = _CODED_NAME.match(half_width(name.text))
    if match and match["name"] and not code:
        return Name(match["code"], name.cut(match.start("name")))
    return Name(code, name)
