"""The tasks of a department's target form: name, content, money in the unit of their header, aim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gouji.model.inked import Inked
from gouji.model.report import Doubt
from gouji.model.table import Cell, Row, Table
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.header import Heading, headings
from gouji.reading.seat.performance.printed import bare, filled, read_cell, unit_above
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form, forms_named

FORM = "年度重点工作任务"
MONEY = "拟投入的资金"
_LONGEST_LABEL = 24


def is_task_header(row: GridRow) -> bool:
    """名称 | 主要实施内容 | 拟投入的资金 | 期望达到的目标: a name, and content or money."""
    found = headings(row, forms_named(FORM)[0].columns)
    return "名称" in found and "主要实施内容" in found and len(found) >= 3


def tasks(
    rows: Sequence[GridRow], first: int, grid: Grid, context: Context, doubts: list[Doubt]
) -> tuple[Table | None, int]:
    """The table of tasks whose header stands in row `first`, and the row after its last."""
    if first >= len(rows):
        return None, first
    reader = _Reader(grid, context, doubts, rows[first])
    index = first + 1
    while index < len(rows) and reader.read(rows[index]):
        index += 1
    form = reader.form
    columns = tuple(column.name for column in form.columns if column.name in reader.columns and column.name != "名称")
    ink = rows[first][filled(rows[first])[0]].ink()
    return Table(FORM, FORM, columns, tuple(reader.rows), reader.unit, form.layout, ink=ink), index


class _Reader:
    """Reads task rows; keeps the block they stand under and the columns of the nearest header above."""

    def __init__(self, grid: Grid, context: Context, doubts: list[Doubt], header: GridRow) -> None:
        self.form: Form = forms_named(FORM)[0]
        self.grid, self.context, self.doubts = grid, context, doubts
        self.rows: list[Row] = []
        self.side = self.unit = ""
        self.unit_doubted = False
        self.columns: Mapping[str, Heading] = {}
        self._take_header(header)

    def _take_header(self, row: GridRow) -> None:
        self.columns = headings(row, self.form.columns)
        heading = self.columns.get(MONEY)
        self.unit = heading.unit if heading else ""
        self._take_side(row)

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
        columns = filled(row)
        name = row[self.columns["名称"].index].strip()
        if not columns:
            return True
        if not name.text and columns[0] < self.columns["名称"].index and len(columns) == 1:
            if "任务" not in row[columns[0]].text:
                return False
            self._take_side(row)
            return True
        if not name.text or self._is_other_block(row, columns):
            return False
        self._take_side(row)
        self.rows.append(self._row(row, name))
        return True

    def _is_other_block(self, row: GridRow, columns: list[int]) -> bool:
        """A label that is none of tasks, with a single text beside it: the next box of the form."""
        left = [index for index in columns if index < self.columns["名称"].index]
        return bool(left) and "任务" not in row[left[0]].text and "工作" not in row[left[0]].text

    def _row(self, row: GridRow, name: Inked) -> Row:
        cells: dict[str, Cell] = {}
        indexes = self._settled(row, name)
        for column in self.form.columns:
            if column.name == "名称" or column.name not in indexes:
                continue
            content = row[indexes[column.name]]
            place = self.context.place(content, FORM, name.text, column.name)
            unit = self.columns[column.name].unit or self.unit or unit_above(self.grid, self.form, self.context)
            cells[column.name], said = read_cell(content, place, column.measure, unit)
            self.doubts.extend(said)
            self._doubt_unit(cells[column.name], unit)
        return Row(name.text, cells, side=self.side, ink=name.ink())

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
        if cell.figure is not None and not self.unit and not self.unit_doubted:
            self.unit_doubted = True
            self.doubts.append(Doubt(cell.place, f"任务资金栏没有印金额单位，按{unit}读取。"))
