"""Rows of a table moved back, put back or struck out: the report as it would be without a fault of a whole row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from gouji.model.report import Report
from gouji.model.table import TOTAL, Cell, Row, Table, parent_code


def moved_back(report: Report, table: Table, row: Row, start: int, by: int) -> Report:
    """The numbers that stand in the wrong boxes, from the box `start` on, moved by `by` boxes; what is left behind is blank."""
    boxes = list(row.cells.items())
    cells = dict(row.cells)
    for place in range(start, len(boxes)):
        field, box = boxes[place]
        source = place - by
        cells[field] = _in_box(boxes[source][1] if start <= source < len(boxes) else None, box)
    return _with_rows(report, table, [replace(each, cells=cells) if each is row else each for each in table.rows])


def _in_box(cell: Cell | None, box: Cell) -> Cell:
    """What stands in another box, as it would stand in this one; nothing, where there is none."""
    if cell is None or cell.figure is None:
        return Cell("", None, box.place)
    place = replace(cell.figure.place, row=box.place.row, field=box.place.field)
    return Cell(cell.text, replace(cell.figure, place=place), place)


def struck_out(report: Report, table: Table, row: Row) -> Report:
    """Without a row."""
    return _with_rows(report, table, [each for each in table.rows if each is not row])


def put_back(report: Report, table: Table, parent: Row, lost: Row, amounts: Mapping[str, Decimal]) -> Report:
    """With a row of another table, by its name and code, below its parent: its amounts are those that the parent misses."""
    cells = {}
    for field, amount in amounts.items():
        like = parent.figure(field)
        assert like is not None  # it is the stated figure of the sum that misses the amount
        place = replace(like.place, row=lost.name)
        figure = replace(like, text=like.worded(amount), value=amount, place=place)
        cells[field] = Cell(figure.text, figure, place)
    made = Row(lost.name, cells, lost.code, ink=parent.ink)
    return _with_rows(report, table, [each for row in table.rows for each in ((row, made) if row is parent else (row,))])


def lost_below(report: Report, table: Table, parent: Row) -> list[Row]:
    """The rows that other tables have directly below this parent and this table has not, each code once."""
    codes = {row.code for row in table.rows if row.code}
    if not codes or not (parent.code or parent.name == TOTAL):
        return []
    found: dict[str, Row] = {}
    for other in report.tables:
        for row in other.rows if other is not table else ():
            if row.code and row.code not in codes and parent_code(row.code, codes) == parent.code:
                found.setdefault(row.code, row)
    return list(found.values())


def _with_rows(report: Report, table: Table, rows: Iterable[Row]) -> Report:
    made = replace(table, rows=tuple(rows), _by_name={})
    return replace(report, tables=tuple(made if each is table else each for each in report.tables))
