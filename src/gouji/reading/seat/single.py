"""Tables of a few amounts under a tree of headers (三公经费): budget and final figures as two rows, however printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.table import TOTAL, Cell, Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.amounts import Seating
from gouji.reading.seat.columns import is_label_column
from gouji.reading.seat.header_tree import Header, header_of, resolve
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Column, Form
from gouji.vocabulary.terms import label, plain

_AROUND = re.compile(r"^20\d{2}年度?|\([^()]{0,20}\)$")  # 2021年度预算数, 预算数(调整后)
_COUNT = re.compile(r"(?:组数|次数|人数|车数|量数|数量|保有量|批次|人次)(?:[(（][^()（）]*[)）])?$")
_YEAR = re.compile(r"^(20\d{2})年")
BUDGET, FINAL = "预算数", "决算数"
WITH_MORE = "三公经费、会议费、培训费合计"
_SUMS = ("合计", "小计", "总计")
BEFORE = "上年"  # begins the names of the rows of the year before


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount with the row and the column it belongs to."""

    row: str
    column: str
    content: Inked
    unit: str


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Seat the amounts by row (预算数, 决算数) and column (合计, 公务接待费 …)."""
    seating = Seating(grid, form, context)
    header = header_of(grid)
    data = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    if not data and any(looks_like_number(cell.text) for row in grid.rows for cell in row):
        seating.doubt(grid.rows[0][0], "表中没有数字。")
    for row in data:
        seating.check_width(row, header)
    amounts_of = _transposed if _is_transposed(header, form) else _straight
    _seat(seating, list(amounts_of(seating, header, data)))
    return seating.seated()


def _seat(seating: Seating, amounts: list[Amount]) -> None:
    order = [column.name for column in seating.form.columns]
    printed = dict.fromkeys(amount.column for amount in amounts)
    columns = dict.fromkeys([*(name for name in order if name in printed), *printed])
    for name in sorted(dict.fromkeys(a.row for a in amounts), key=lambda row: (row != BUDGET, row != FINAL)):
        cells: dict[str, Cell] = {}
        for column in columns:
            amount = next((a for a in amounts if a.row == name and a.column == column), None)
            if amount:
                measure = "count" if _COUNT.search(column) and not amount.unit else "money"
                cells[column] = seating.cell(amount.content, name, column, amount.unit, measure)
        first = next(iter(cells.values()))
        seating.rows.append(Row(name, cells, ink=first.place.ink))
    missing = [each.name for each in seating.form.columns if each.name not in columns and not each.optional]
    if missing and amounts:
        words = "、".join(f"“{name}”" for name in missing)
        seating.doubt(seating.grid.rows[0][0], f"《{seating.form.name}》没有列示{words}栏，这些栏的数无从核对。")


def _is_transposed(header: Header, form: Form) -> bool:
    """Are the items rows and the budget and final figures columns?"""
    return bool(header.paths) and not any(
        resolve(_without_row(path, form)[1], form.columns) for path in header.paths[1:] if path
    )


def _straight(seating: Seating, header: Header, data: list[GridRow]) -> Iterator[Amount]:
    form = seating.form
    nested = any(_is_subtotal(_without_row(path, form)[1]) for path in header.paths)
    for position, row in enumerate(data):
        titles = (row[index].text for index, path in enumerate(header.paths) if is_label_column(path))
        title = next(filter(None, titles), "")
        main = position == 0 or plain(title) == "合计"
        for index, path in enumerate(header.paths):
            name, rest = _without_row(path, form, seating.context.year)
            column = _column(rest, form, nested)
            if not path or is_label_column(path) or not (column or row[index].text):
                continue
            own = _row_of(title, form, seating.context.year)
            shown = name or own or (BUDGET if form.kind == "budget" else FINAL)
            yield Amount(
                shown if main or own else f"{label(title)}{shown}",
                column.name if column else "".join(rest), row[index], header.units[index],
            )  # fmt: skip


def _transposed(seating: Seating, header: Header, data: list[GridRow]) -> Iterator[Amount]:
    form = seating.form
    names = [_without_row(path, form, seating.context.year)[0] for path in header.paths]
    for row in data:
        title = next((cell for cell, name in zip(row, names, strict=True) if cell.text and not name), None)
        if title is None:
            continue
        column = resolve((title.text,), form.columns)
        for index, name in enumerate(names):
            if name:
                yield Amount(name, column.name if column else label(title.text), row[index], header.units[index])


def _is_subtotal(path: tuple[str, ...]) -> bool:
    """Does the header name the sum of the three expenses alone, beside others (“三公”经费 › 小计)?"""
    return len(path) > 1 and plain(path[-1]) in _SUMS and "三公" in path[-2] and "公务用车" not in path[-2]


def _column(path: tuple[str, ...], form: Form, nested: bool) -> Column | None:
    """The column of a header; a total beside the sum of the three expenses is that of more than these."""
    if nested and _is_subtotal(path):
        return resolve((TOTAL,), form.columns[::-1])
    if nested and len(path) == 1 and plain(path[0]) in _SUMS:
        return Column(WITH_MORE)
    return resolve(path, form.columns)


def _without_row(path: tuple[str, ...], form: Form, year: int | None = None) -> tuple[str, tuple[str, ...]]:
    """The row that a part of the path names, and the path without it."""
    for position, part in enumerate(path):
        if name := _row_of(part, form, year):
            return name, (*path[:position], *path[position + 1 :])
    return "", path


def _row_of(text: str, form: Form, year: int | None = None) -> str:
    """The row that a text names: the budget or final figures of the year, or those of the year before."""
    printed = plain(text)
    name = form.row_name(_AROUND.sub("", printed))
    if name not in (BUDGET, FINAL, *form.rows.values()):
        return ""
    past = year and (match := _YEAR.match(printed)) and int(match[1]) < year
    return f"{BEFORE}{name}" if past and not name.startswith(BEFORE) else name
