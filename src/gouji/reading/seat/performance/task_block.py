"""The tasks of a department's target form: name, content, money in the unit of their header, aim; and their total."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gouji.model.inked import Inked
from gouji.model.place import Ink
from gouji.model.report import Doubt
from gouji.model.table import Cell, Row, Table
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.header import Heading, headings
from gouji.reading.seat.performance.printed import bare, filled, read_cell, unit_above, unit_printed
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form, forms_named

FORM = "年度重点工作任务"
TOTALS = "年度重点工作任务合计"
MONEY = "拟投入的资金"
_LONGEST_LABEL = 24
_EMPTY = re.compile(r"(?:任务)?[\d一二三四五六七八九十]{0,2}[.、．:：]?\s*(?:[.…⋯]{1,6})?")  # a line the form keeps for more
_TOTALS = frozenset({"合计", "总计", "金额合计", "资金合计", "任务合计", "合计金额", "任务资金合计", "预算金额合计"})


def is_task_header(row: GridRow) -> bool:
    """名称 | 主要实施内容 | 拟投入的资金 | 期望达到的目标: a name, and content or money."""
    found = headings(row, forms_named(FORM)[0].columns)
    named = "名称" in found and "主要实施内容" in found
    return named and (len(found) >= 3 or "任务" in found["名称"].text.text)


def tasks(
    rows: Sequence[GridRow], first: int, grid: Grid, context: Context, doubts: list[Doubt]
) -> tuple[tuple[Table, ...], int]:
    """The table of tasks whose header stands in row `first`, that of their total, and the row after the last."""
    if first >= len(rows):
        return (), first
    reader = _Reader(grid, context, doubts, rows[first])
    index = first + 1
    while index < len(rows) and reader.read(rows[index]):
        index += 1
    ink = rows[first][filled(rows[first])[0]].ink()
    if not reader.rows and index < len(rows) and reader.is_beneath(rows[index]):
        place = context.place(rows[index][filled(rows[index])[0]], FORM)
        doubts.append(Doubt(place, "任务表头下的这一行与表头对不上，任务未能读取，请核对原件。", unread=True))
        return (), index
    tables = [reader.table(FORM, reader.rows, ink)]
    if reader.totals:
        tables.append(reader.table(TOTALS, reader.totals, reader.totals[0].ink))
    return tuple(tables), index


class _Reader:
    """Reads task rows; keeps the block they stand under and the columns of the nearest header above."""

    def __init__(self, grid: Grid, context: Context, doubts: list[Doubt], header: GridRow) -> None:
        self.form: Form = forms_named(FORM)[0]
        self.grid, self.context, self.doubts = grid, context, doubts
        self.rows: list[Row] = []
        self.totals: list[Row] = []
        self.side = self.unit = ""
        self.unit_doubted = False
        self.columns: Mapping[str, Heading] = {}
        self._take_header(header)

    def _take_header(self, row: GridRow) -> None:
        self.columns = headings(row, self.form.columns)
        heading = self.columns.get(MONEY)
        self.unit = heading.unit if heading else ""
        self._take_side(row)

    def table(self, name: str, rows: Sequence[Row], ink: Ink) -> Table:
        """The rows as a table; the total has no columns of text."""
        columns = [column for column in self.form.columns if column.name in self.columns and column.name != "名称"]
        names = tuple(column.name for column in columns if name == FORM or column.measure == "money")
        return Table(name, name, names, tuple(rows), self.unit, self.form.layout, ink=ink)

    def is_beneath(self, row: GridRow) -> bool:
        """Does the row begin where the tasks do, so that it is one, or a part of their header?"""
        columns = filled(row)
        return bool(columns) and columns[0] >= self.columns["名称"].index

    def _takes_second_header(self, row: GridRow) -> bool:
        """总额 | 财政拨款 | 其他资金 below 预算金额（万元）: the columns of money in a row of their own."""
        cells = filled(row)
        below = headings(row, self.form.columns)
        money = [heading for heading in below.values() if heading.column.measure == "money"]
        if self.rows or self.totals or len(money) < 2 or len(cells) != len(below) or len(money) != len(below):
            return False
        self.columns = {**self.columns, **below}
        return True

    def _take_side(self, row: GridRow) -> None:
        """The label of the block (年度重点工作任务, 其他需完成的任务) left of the names."""
        left = [cell.text for cell in row[: self.columns["名称"].index] if cell.text.strip()]
        if left and len(left[0]) <= _LONGEST_LABEL:
            self.side = bare(left[0])

    def read(self, row: GridRow) -> bool:
        """Seat one row; False when it no longer belongs to the tasks."""
        if is_task_header(row):
            self._take_header(row)
            return True
        if self._takes_second_header(row):
            return True
        columns = filled(row)
        name = row[self.columns["名称"].index].strip()
        if not columns:
            return True
        if total := self._total_in(row, columns):
            self.totals.append(self._row(row, total, plain_name="合计"))
            return True
        if not name.text and columns[0] < self.columns["名称"].index and len(columns) == 1:
            if "任务" not in row[columns[0]].text:
                return False
            self._take_side(row)
            return True
        if not name.text or self._is_other_block(row, columns):
            return False
        self._take_side(row)
        if columns[-1] != self.columns["名称"].index or not _EMPTY.fullmatch(name.text):
            self.rows.append(self._row(row, name))
        return True

    def _total_in(self, row: GridRow, columns: list[int]) -> Inked | None:
        """The label of the row that sums the tasks up (金额合计), wherever it stands left of the money."""
        if MONEY not in self.columns:
            return None
        left = [row[index].strip() for index in columns if index < self.columns[MONEY].index]
        return left[-1] if left and bare(left[-1].text) in _TOTALS else None

    def _is_other_block(self, row: GridRow, columns: list[int]) -> bool:
        """A label that is none of tasks, with a single text beside it: the next box of the form."""
        left = [index for index in columns if index < self.columns["名称"].index]
        return bool(left) and "任务" not in row[left[0]].text and "工作" not in row[left[0]].text

    def _row(self, row: GridRow, name: Inked, plain_name: str = "") -> Row:
        """The cells of a task; with `plain_name` those of the total, which has money only."""
        cells: dict[str, Cell] = {}
        indexes = self._settled(row, name)
        for column in self.form.columns:
            if column.name == "名称" or column.name not in indexes or (plain_name and column.measure != "money"):
                continue
            content = row[indexes[column.name]]
            place = self.context.place(content, FORM, plain_name or name.text, column.name)
            unit = self.columns[column.name].unit or self.unit or unit_above(self.grid, self.form, self.context)
            cells[column.name], said = read_cell(content, place, column.measure, unit)
            self.doubts.extend(said)
            self._doubt_unit(cells[column.name], unit)
        return Row(plain_name or name.text, cells, side="" if plain_name else self.side, ink=name.ink())

    def _settled(self, row: GridRow, name: Inked) -> dict[str, int]:
        """Where the cells of this row stand: under their headers, unless the amount stands a column off."""
        at = {column: heading.index for column, heading in self.columns.items()}
        if MONEY not in at or not row[at[MONEY]].text.strip() or looks_like_number(row[at[MONEY]].text):
            return at
        for shift in (-1, 1):
            index = at[MONEY] + shift
            if 0 <= index < len(row) and looks_like_number(row[index].text):
                place = self.context.place(name, FORM, name.text)
                message = f"任务“{name.text[:30]}”所在行与表头错开一列，已按金额归位，请核对原件。"
                self.doubts.append(Doubt(place, message))
                moved = {column: index + shift for column, index in at.items()}
                return {column: index for column, index in moved.items() if 0 <= index < len(row)}
        return at

    def _doubt_unit(self, cell: Cell, unit: str) -> None:
        if cell.figure is not None and not self.unit and not unit_printed(self.grid) and not self.unit_doubted:
            self.unit_doubted = True
            self.doubts.append(Doubt(cell.place, f"任务资金栏没有印金额单位，按{unit}读取。"))
