"""The tables of figures inside a self-evaluation report: the money of the department, the scores of the evaluation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gouji.model.inked import Inked
from gouji.model.report import Doubt
from gouji.model.table import Cell, Row, Table
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat import generic, goal_completion
from gouji.reading.seat.performance.header import Heading, header
from gouji.reading.seat.performance.printed import filled, label, read_cell, title_of, unit_above, unit_in
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form

_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]")


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """One table: a row for every name, a cell for every column of the form that the grid prints."""
    if form.shape == "goal_completion":
        return goal_completion.seat(grid, form, context)
    columns, depth = header(grid.rows, form.columns)
    figures = {name: heading for name, heading in columns.items() if heading.column.measure != "text"}
    if len(figures) < 2:
        return generic.seat(grid, context)
    first = min(heading.index for heading in figures.values())
    doubts: list[Doubt] = []
    unit = _unit(grid, form, context, depth) if any(each.column.measure == "money" for each in figures.values()) else ""
    # A column of words right of the figures (自评等级) belongs to them; those at the left hold the name.
    right = {name: each for name, each in columns.items() if each.column.measure == "text" and each.index > first}
    read = {**figures, **right}
    rows = [
        Row(name, _cells(row, name, read, form, context, unit, doubts), depth=_depth(printed), ink=printed.ink())
        for row in grid.rows[depth:]
        if (printed := _name(row, first)).text and (name := form.row_name(label(printed.text)))
    ]
    order = tuple(column.name for column in form.columns if column.name in read)
    table = Table(form.name, title_of(grid, form), order, tuple(rows), unit, form.layout, ink=grid.ink)
    return Seated((table,), doubts=tuple(doubts))


def _unit(grid: Grid, form: Form, context: Context, depth: int) -> str:
    """The unit of money printed in the header, above the table, or in force."""
    printed = (unit_in(cell.text) for row in grid.rows[:depth] for cell in row)
    return next((unit for unit in printed if unit), "") or unit_above(grid, form, context)


def _name(row: GridRow, first: int) -> Inked:
    """The name of a row, whichever of the columns left of the figures hold it."""
    named = [row[index] for index in filled(row) if index < first and not looks_like_number(row[index].text)]
    return named[-1].strip() if named else Inked("")


def _cells(
    row: GridRow,
    name: str,
    columns: Mapping[str, Heading],
    form: Form,
    context: Context,
    unit: str,
    doubts: list[Doubt],
) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for column, heading in columns.items():
        content = row[heading.index]
        measure = heading.column.measure
        place = context.place(content, form.name, name, column)
        cells[column], said = read_cell(content, place, measure, heading.unit or (unit if measure == "money" else ""))
        doubts.extend(said)
    return cells


def _depth(printed: Inked) -> int:
    """0 for a total, 1 for a numbered row (一、基本支出), 2 for its parts."""
    text = printed.text.strip()
    return 0 if "计" in text[-2:] else 1 if _NUMBERED.match(text) else 2
