"""The self-evaluation form of a project (项目支出绩效自评表) → money, boxes, scored indicators, total.

The form of monitoring (项目支出绩效运行监控表) is built alike: its lines have results so far, and no points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gouji.model.inked import Inked
from gouji.model.performance import Score, TextBox
from gouji.model.report import Doubt
from gouji.model.table import Cell, Row, Table
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat import generic, money_table
from gouji.reading.seat.composition import composition
from gouji.reading.seat.performance.header import Heading, column_for
from gouji.reading.seat.performance.indicator_block import TOTAL, Block, block, is_total
from gouji.reading.seat.performance.indicator_header import is_header
from gouji.reading.seat.performance.indicators import scores
from gouji.reading.seat.performance.labels import box_name, boxes_in
from gouji.reading.seat.performance.printed import (
    filled,
    is_placeholder,
    label,
    read_cell,
    title_of,
    unit_above,
    unit_in,
)
from gouji.reading.seat.performance.project_fields import NAME, box_of, forms_in
from gouji.reading.seat.performance.score_total import demanded, total_in_box, total_of
from gouji.reading.seat.performance.unglued import unglued
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, forms_named

LIST = "项目支出绩效自评汇总表"
_FIRST_ROWS = 5
_AMOUNTS = ("年初预算数", "全年预算数", "全年执行数", "已执行数", "全年预计执行数")


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Every form the grid holds. Rows of the money table have the project's name as their side.

    A list of projects under the title of such a form is read as what it is.
    """
    if any(_is_header_of_list(row, form) for row in grid.rows[:_FIRST_ROWS]):
        return money_table.seat(grid, forms_named(LIST)[0], context)
    readers = [_Reader(rows, grid, form, context) for rows in forms_in(grid.rows, form)]
    for reader in readers:
        reader.read()
    if not any(reader.tables or reader.scores for reader in readers):
        return generic.seat(grid, context)
    return Seated(
        tables=tuple(table for reader in readers for table in reader.tables),
        boxes=tuple(box for reader in readers for box in reader.boxes),
        scores=tuple(score for reader in readers for score in reader.scores),
        doubts=tuple(doubt for reader in readers for doubt in reader.doubts),
    )


def _is_header_of_list(row: GridRow, form: Form) -> bool:
    """项目名称 | 全年预算数 | 全年执行数: the name of the project is a column."""
    columns = [column.name for index in filled(row) if (column := column_for(row[index].text, form.columns))]
    return len({*_AMOUNTS} & {*columns}) > 1 and any(box_name(cell.text, form) == NAME for cell in row[: len(row) // 2])


@dataclass(frozen=True, slots=True)
class Money:
    """The money block: its columns, the rows it takes up, the unit printed at its label."""

    columns: dict[str, Heading]
    start: int
    end: int
    unit: str


class _Reader:
    """Reads one form."""

    def __init__(self, rows: Sequence[GridRow], grid: Grid, form: Form, context: Context) -> None:
        self.rows, self.grid, self.form, self.context = rows, grid, form, context
        self.tables: list[Table] = []
        self.scores: list[Score] = []
        self.boxes: tuple[TextBox, ...] = ()
        self.doubts: list[Doubt] = []
        name = box_of(boxes_in(rows, form, context), NAME)
        self.project = name.text if name else ""

    def read(self) -> None:
        """Money, then indicators and total, then the boxes in between."""
        used: set[int] = set()
        money = self._money_block()
        if money is not None:
            self.tables.append(self._table(money))
            used.update(range(money.start, money.end))
            below = self.rows[money.end :]
            made_of = composition(below, self.form, self.tables[0].unit, self.project, self.context, self.doubts)
            self.tables += [made_of] if made_of else []
        at = 0
        while at < len(self.rows):
            if at in used or not is_header(self.rows[at]):
                at += 1
                continue
            end = self._indicators(at)
            used.update(range(at, end))
            at = end
        rest = [row for index, row in enumerate(self.rows) if index not in used]
        if self.scores and not any(score.name == TOTAL for score in self.scores):
            self.scores += total_in_box(rest, self.form.name, self.context, self.project, self.doubts)
        self.boxes = boxes_in(rest, self.form, self.context, self.project)

    def _money_block(self) -> Money | None:
        for start, row in enumerate(self.rows):
            columns = self._money_columns(start, row)
            if sum(name in columns for name in _AMOUNTS) >= 2:
                first = min(heading.index for heading in columns.values())
                end = start + 1
                while end < len(self.rows) and self._is_money_row(self.rows[end], columns, first):
                    end += 1
                unit = next((unit for cell in row[: first + 1] if (unit := unit_in(cell.text))), "")
                return Money(columns, start, end, unit)
        return None

    def _money_columns(self, start: int, row: GridRow) -> dict[str, Heading]:
        """The columns of the money header; of two that claim one name, the one with numbers below it."""
        found: dict[str, Heading] = {}
        below = self.rows[start + 1] if start + 1 < len(self.rows) else ()
        for index in filled(row):
            column = column_for(row[index].text, self.form.columns)
            if column is None or column.name in found:
                continue
            text = below[index].text.strip() if index < len(below) else ""
            if column.measure == "text" or not text or looks_like_number(text) or is_placeholder(text):
                found[column.name] = Heading(column, index, row[index])
        return found

    def _is_money_row(self, row: GridRow, columns: dict[str, Heading], first: int) -> bool:
        name = self._row_name(row, first)
        if not name.text or is_header(row) or any(box_name(cell.text, self.form) for cell in row[: first + 1]):
            return False
        amounts = [row[columns[column].index].text.strip() for column in _AMOUNTS if column in columns]
        return all(not text or is_placeholder(text) or any(map(str.isdigit, text)) for text in amounts)

    def _row_name(self, row: GridRow, first: int) -> Inked:
        named = [index for index in filled(row) if index < first and not looks_like_number(row[index].text)]
        return row[named[-1]].strip() if named else Inked("")

    def _table(self, money: Money) -> Table:
        first = min(heading.index for heading in money.columns.values())
        unit = money.unit or unit_above(self.grid, self.form, self.context)
        rows: list[Row] = []
        for row in self.rows[money.start + 1 : money.end]:
            name = self._row_name(row, first)
            cells = {column: self._cell(row, heading, name, unit) for column, heading in money.columns.items()}
            self._unknown_columns(row, money, first)
            depth = 0 if "总额" in name.text or not rows else 1
            rows.append(Row(label(name.text), cells, side=self.project, depth=depth, ink=name.ink()))
        columns = tuple(column.name for column in self.form.columns if column.name in money.columns)
        ink = self.rows[money.start][filled(self.rows[money.start])[0]].ink()
        return Table(self.form.name, title_of(self.grid, self.form), columns, tuple(rows), unit, self.form.layout, ink=ink)

    def _unknown_columns(self, row: GridRow, money: Money, first: int) -> None:
        """Figures in columns that the form does not know are said to be unread, once for each column."""
        known = {heading.index for heading in money.columns.values()}
        for index in filled(row):
            if index > first and index not in known and looks_like_number(row[index].text):
                header = label(self.rows[money.start][index].text)
                message = f"资金部分的“{header}”一栏不是表样中的栏目，其中的数字未读取。" if header else "资金部分有数字不在任何栏目之下，未读取。"
                if all(doubt.message != message for doubt in self.doubts):
                    self.doubts.append(Doubt(self.context.place(row[index], self.form.name), message, unread=True))

    def _cell(self, row: GridRow, heading: Heading, name: Inked, unit: str) -> Cell:
        where = f"{self.project}·{label(name.text)}" if self.project else label(name.text)
        content = row[heading.index]
        place = self.context.place(content, self.form.name, where, heading.column.name)
        measured = heading.unit or (unit if heading.column.measure == "money" else "")
        cell, said = read_cell(content, place, heading.column.measure, measured)
        self.doubts.extend(said)
        return cell

    def _indicators(self, at: int) -> int:
        """The scored lines whose header stands in row `at`, and the total below them; gives the row after."""
        read = block(self.rows, at, self.form.name, self.context)
        self.doubts.extend(read.doubts)
        read = self._parted(read)
        lines = list(scores(read, self.form.name, self.context, self.project, self.doubts))
        self.scores.extend(lines)
        for below in range(read.end, min(read.end + 2, len(self.rows))):  # a remark may stand before the total
            if not is_total(self.rows[below]):
                continue
            given = any(line.score is not None for line in lines)
            form, row = self.form.name, self.rows[below]
            self.scores.append(total_of(row, read, given, form, self.context, self.project, self.doubts))
            return below + 1
        return max(read.end, at + 1)

    def _parted(self, read: Block) -> Block:
        """The block with numbers that ran together over two boxes parted, where points and total leave one way."""
        total = next((row for row in self.rows[read.end : read.end + 2] if is_total(row)), None)
        own: list[Doubt] = []
        printed = total_of(total, read, True, self.form.name, self.context, self.project, own) if total is not None else None
        execution = self.tables[0].rows[0] if self.tables and self.tables[0].rows else None
        lines, said = unglued(read.lines, read.roles, demanded(printed, execution))
        for one in said:
            self.doubts.append(Doubt(self.context.place(one.at, self.form.name, self.project), one.message, one.unread))
        return replace(read, lines=lines)
