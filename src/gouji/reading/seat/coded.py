"""Tables of classification codes: code, name and amounts in each row; the tree is made of the codes."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.model.table import TOTAL, Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat.amounts import Seating, row_labels
from gouji.reading.seat.codes import Name, names_of
from gouji.reading.seat.columns import Seats, seats_of
from gouji.reading.seat.header_tree import Header, header_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat a table of codes."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    seats = seats_of(seating, header, form.columns)
    rows = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    names = list(names_of(rows, header, seats.first))
    if not seats.first and len(rows) == 1:
        names = [Name("", Inked(TOTAL))]  # a table of totals alone prints no names
    labels = row_labels((name.name.text, name.code, "") for name in names)
    for row, name, label in zip(rows, names, labels, strict=True):
        _seat_row(seating, seats, header, row, name, label)
    return seating.seated()


def _seat_row(seating: Seating, seats: Seats, header: Header, row: GridRow, name: Name, label: str) -> None:
    seating.check_width(row, header, seats.first)
    cells = {
        seat.name: seating.cell(row[seat.index], label, seat.name, seat.unit, seat.measure) for seat in seats.amounts
    }
    ink = next(cell for cell in row if cell.text).ink()
    depth = (len(name.code) - 1) // 2 if name.code else name.rank
    printed = seating.form.row_name(name.name.text)
    seating.rows.append(Row(printed, cells, name.code, depth=depth, ink=ink))
