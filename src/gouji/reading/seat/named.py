"""Tables of names and amounts without codes; what is part of what is told by the printed numbering."""

from __future__ import annotations

import re

from gouji.model.table import Row
from gouji.reading.grid import Grid
from gouji.reading.seat.amounts import Seating, row_labels
from gouji.reading.seat.columns import seats_of
from gouji.reading.seat.header_tree import header_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

_NAMES = re.compile(r"项目名称$|^名称$")
_TOTALS = re.compile(r"^(?:.{0,8}(?:合计|总计)|总额|小计)$")
_CARRIED = re.compile(r"结转|结余")  # beside the entries of the year, not below one of them
_DEPTHS = (
    (1, re.compile(r"^[一二三四五六七八九十]{1,3}\s*[、.．]")),
    (2, re.compile(r"^(?:[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]|其中)")),
    (3, re.compile(r"^(?:\d{1,2}\s*[、.．]|[（(]\s*\d{1,2}\s*[)）])")),
)


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat a table of names."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    seats = seats_of(seating, header, form.columns)
    rows = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    naming = next((index for index, path in enumerate(header.paths[: seats.first]) if path and _NAMES.search(path[-1])), 0)
    names = [next((cell for cell in (row[naming], *row[: seats.first]) if cell.text), row[0]) for row in rows]
    labels = row_labels((name.text, "", "") for name in names)
    for row, name, label in zip(rows, names, labels, strict=True):
        seating.check_width(row, header)
        cells = {s.name: seating.cell(row[s.index], label, s.name, s.unit, s.measure) for s in seats.amounts}
        seating.rows.append(Row(form.row_name(name.text), cells, depth=depth_of(name.text), ink=name.ink()))
    return seating.seated()


def depth_of(printed: str) -> int:
    """0 for a total, 1 for 一、, 2 below it, 3 for 1.; a name without numbering is a detail of what stands above it."""
    if _TOTALS.match(plain(printed)):
        return 0
    unnumbered = 1 if _CARRIED.search(printed) else 2
    return next((depth for depth, pattern in _DEPTHS if pattern.match(printed.strip())), unnumbered)
