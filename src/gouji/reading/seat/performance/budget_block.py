"""The money of a department's target form: labels with amounts beside them, under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.report import Doubt
from gouji.model.table import Row, Table
from gouji.reading.grid import Grid, GridRow, covers
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.header import column_for
from gouji.reading.seat.performance.labels import box_name
from gouji.reading.seat.performance.national_budget import National
from gouji.reading.seat.performance.printed import (
    bare,
    filled,
    is_placeholder,
    label,
    read_cell,
    title_of,
    unit_above,
    unit_in,
    unit_printed,
)
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form, forms_named

FORM = "预算整体情况"
COLUMN = "预算金额"
WHOLE = "部门整体绩效目标申报表"
_FIRST_OF_GROUP = re.compile(r"^(?:资金来源|资金结构|收入来源|支出结构)\s*[:：]\s*[(（]?[1一][)）、.]\s*")  # 1、资金来源：（1）政府预算资金


@dataclass(frozen=True, slots=True)
class Pair:
    """One label with its amount (perhaps blank), the heading above the label and the unit above the amount."""

    name: Inked
    amount: Inked
    side: str
    unit: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A pair of columns: the label's and the amount's."""

    names: int
    amounts: int
    side: str
    unit: str


def money(rows: Sequence[GridRow], grid: Grid, context: Context, doubts: list[Doubt]) -> Table | None:
    """The table 预算整体情况: a row for every box, `side` its heading; None where there is no such block."""
    form = forms_named(FORM)[0]
    found: list[Row] = []
    above = unit_printed(grid)
    unit, doubted = "", False
    for pair in _pairs(rows, form):
        name = form.row_name(_FIRST_OF_GROUP.sub("", label(pair.name.text)))
        place = context.place(pair.amount, FORM, f"{pair.side}·{name}" if pair.side else name, COLUMN)
        cell, said = read_cell(pair.amount, place, "money", pair.unit or unit or unit_above(grid, form, context))
        doubts.extend(said)
        if not pair.unit and not unit and not above and cell.figure is not None and not doubted:
            doubted = True
            doubts.append(Doubt(place, f"“{label(pair.name.text)}”一栏没有印金额单位，按{cell.figure.unit}读取。"))
        unit = unit or pair.unit
        found.append(Row(name, {COLUMN: cell}, side=pair.side, ink=pair.name.ink()))
    if not found:
        return None
    unit = unit or unit_above(grid, form, context)
    return Table(FORM, title_of(grid, form), (COLUMN,), _in_order(found), unit, form.layout, ink=found[0].ink)


def _in_order(rows: list[Row]) -> tuple[Row, ...]:
    """The boxes of one heading together, headings in the order in which they are printed."""
    order = {side: rank for rank, side in enumerate(dict.fromkeys(row.side for row in rows))}
    return tuple(sorted(rows, key=lambda row: order[row.side]))


def _pairs(rows: Sequence[GridRow], form: Form) -> Iterator[Pair]:
    headings: list[Heading] = []
    national = National(form)
    for number, row in enumerate(rows):
        if new := _headings(row, form):
            headings = new
        elif headings and any(_text(row, heading.names) for heading in headings):
            ends = _is_other_block(row, headings, form) or not any(_fits(row, heading) for heading in headings)
            headings = [] if ends else headings
            for heading in headings:
                if _fits(row, heading):
                    yield Pair(row[heading.names].strip(), row[heading.amounts], heading.side, heading.unit)
        if not headings:
            below = rows[number + 1] if number + 1 < len(rows) else ()
            for fund, side in national.read(row, below):
                yield Pair(fund.printed, fund.amount, side, fund.unit)


def _headings(row: GridRow, form: Form) -> list[Heading]:
    """部门预算支出 | 预算金额（万元） | 收入来源 | 预算金额（万元）: the heading left of each header of amounts."""
    found = []
    for index in filled(row):
        names = _names_of(row, index)
        if index and column_for(row[index].text, form.columns) is not None and (side := _text(row, names)):
            found.append(Heading(names, index, label(side), unit_in(row[index].text)))
    return found


def _names_of(row: GridRow, amounts: int) -> int:
    """The column of the heading left of an amount; one merged over several columns begins further to the left."""
    left = amounts - 1
    return next((index for index in range(left, -1, -1) if row[index].text.strip() and covers(row[index], row[left])), left)


def _is_other_block(row: GridRow, headings: list[Heading], form: Form) -> bool:
    """Does the row begin with the label of another block (总体绩效目标), left of the names or among them?"""
    columns = filled(row)
    if not columns or bare(row[columns[0]].text) in form.titles:
        return False
    left = columns[0] < min(heading.names for heading in headings)
    return left or bool(box_name(row[columns[0]].text, forms_named(WHOLE)[0]))


def _fits(row: GridRow, heading: Heading) -> bool:
    """A label with an amount or nothing beside it; a long text is a box of another block."""
    name, amount = _text(row, heading.names), _text(row, heading.amounts)
    if not name or len(name) > 30 or looks_like_number(name):
        return False
    return not amount or is_placeholder(amount) or any(character.isdigit() for character in amount) and len(amount) < 30


def _text(row: GridRow, index: int) -> str:
    return row[index].text.strip() if index < len(row) else ""


def counts(rows: Sequence[GridRow], context: Context, doubts: list[Doubt]) -> Table | None:
    """The table 基本信息: how many persons and bodies the department has; None where the form prints none."""
    form = forms_named("基本信息")[0]
    known = {*form.rows.values()}
    found: list[Row] = []
    for row in rows:
        for index in filled(row):
            name = form.row_name(label(row[index].text))
            if name not in known or index + 1 >= len(row):
                continue
            place = context.place(row[index + 1], form.name, name, "数量")
            cell, said = read_cell(row[index + 1], place, "count", "人" if "人" in name else "个")
            doubts.extend(said)
            found.append(Row(name, {"数量": cell}, ink=row[index].ink()))
    return Table(form.name, form.name, ("数量",), tuple(found), layout=form.layout, ink=found[0].ink) if found else None
