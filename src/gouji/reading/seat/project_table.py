"""The list of projects with their targets (项目支出绩效目标表) → a table of funds, and the projects themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gouji.model.inked import Inked
from gouji.model.performance import Indicator, Project
from gouji.model.report import Doubt
from gouji.model.table import Cell, Row, Table
from gouji.reading.criteria import criterion
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat.performance import project_form
from gouji.reading.seat.performance.header import Heading, column_for, header
from gouji.reading.seat.performance.indicator_block import block
from gouji.reading.seat.performance.indicator_header import is_header, roles_of
from gouji.reading.seat.performance.indicators import indicators_of
from gouji.reading.seat.performance.packed import unpacked
from gouji.reading.seat.performance.printed import bare, filled, is_numbering, read_cell, title_of, unit_above
from gouji.reading.seat.performance.project_blocks import NAME, UNIT, Rows
from gouji.reading.seat.performance.project_fields import is_secret
from gouji.reading.seat.performance.project_rows import PROJECT, Listed, placed
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, forms_named

FORM = "项目支出绩效目标表"
PACKED = "绩效指标"


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """The list; a grid under such a title that is the form of one project is read as that."""
    at = header_row(grid.rows)
    if at is None:
        return project_form.seat(grid, form, context)
    return _Reader(grid, at, forms_named(FORM)[0], context).seated()


def header_row(rows: Sequence[GridRow]) -> int | None:
    """The row that names the columns of a list: projects, and beside them money or targets."""
    columns = forms_named(FORM)[0].columns
    for index, row in enumerate(rows[:6]):
        names = {column.name for cell in filled(row) if (column := column_for(row[cell].text, columns))}
        if NAME in names and len(names) >= 3 or (NAME in names and is_header(row)):
            return index
    return None


class _Reader:
    """Reads one list: its rows, the units they stand under, the projects with their indicators."""

    def __init__(self, grid: Grid, at: int, form: Form, context: Context) -> None:
        self.grid, self.form, self.context = grid, form, context
        self.rows = grid.rows[at:]
        below = len(self.rows) > 1 and is_header(self.rows[1])  # 绩效指标 over 一级指标 | 二级指标 …
        self.columns, depth = header(self.rows, form.columns, 2 if below else 1)
        self.wide = any(is_header(row) for row in self.rows[:depth])  # indicators in columns of their own
        self.depth = max(depth, 1)
        self.listed = Rows(self.columns, self._first_indicator() if self.wide else None)
        self.unit = unit_above(grid, form, context)
        self.doubts: list[Doubt] = []

    @property
    def money(self) -> list[Heading]:
        """The columns of money, those the form does not know included."""
        return [heading for heading in self.columns.values() if heading.column.measure == "money"]

    def seated(self) -> Seated:
        """The table and the projects."""
        blocks = list(self._blocks())
        rows = [_addressed(row) for row in placed([listed for listed, _ in blocks], self.form)]
        table = Table(
            FORM, title_of(self.grid, self.form), tuple(heading.column.name for heading in self.money),
            tuple(Row(_shown(row), row.money, side=row.side, depth=row.depth, ink=row.name.ink()) for row in rows),
            self.unit, self.form.layout, ink=self.grid.ink,
        )  # fmt: skip
        projects = [
            self._project(row, below) for row, (_, below) in zip(rows, blocks, strict=True) if row.depth == PROJECT
        ]
        return Seated((table,), tuple(projects), doubts=tuple(self.doubts))

    def _blocks(self) -> Iterator[tuple[Listed, list[GridRow]]]:
        """Each printed row as it is listed, with the grid rows it takes up."""
        header_texts = [[cell.text for cell in row] for row in self.rows[: self.depth]]
        texts = [row for row in self.rows[self.depth :] if filled(row) and not is_numbering(row)]
        rows = [row for row in texts if [cell.text for cell in row] not in header_texts]
        yield from ((self._listed(group), group) for group in self.listed.by_project(rows))

    def _listed(self, group: list[GridRow]) -> Listed:
        name, unit = self.listed.first(group, NAME), self.listed.first(group, UNIT)
        if not name.text.strip():
            name, unit = (unit, Inked("")) if unit.text.strip() else (group[0][filled(group[0])[0]], unit)
        goal, packed = self.listed.goal(group), Inked.join(self.listed.text(row, PACKED) for row in group)
        if self.wide:
            packed = Inked.join(group[0][index] for index in filled(group[0]) if index > self._last_money())
        return Listed(name, unit, self._money(group, name), goal, packed)

    def _last_money(self) -> int:
        return max(heading.index for heading in self.columns.values() if heading.column.name != PACKED)

    def _money(self, group: list[GridRow], name: Inked) -> Mapping[str, Cell]:
        cells: dict[str, Cell] = {}
        for heading in self.money:
            row = next((one for one in group if one[heading.index].text.strip()), group[0])
            place = self.context.place(row[heading.index], FORM, name.text.strip(), heading.column.name)
            cells[heading.column.name], said = read_cell(row[heading.index], place, "money", heading.unit or self.unit)
            known = {(doubt.message, doubt.place.ink.line) for doubt in self.doubts[-len(self.money) :]}
            self.doubts.extend(doubt for doubt in said if (doubt.message, doubt.place.ink.line) not in known)
        return cells

    def _project(self, row: Listed, rows: list[GridRow]) -> Project:
        name = row.name.text
        secret = is_secret(row.goal, row.indicators)
        return Project(
            name, row.side or self.context.body, self.context.place(row.name, FORM, _where(row)),
            {column: cell.figure for column, cell in row.money.items() if cell.figure is not None},
            secret, row.goal.strip(), () if secret else tuple(self._indicators(row, rows)), form=FORM,
        )  # fmt: skip

    def _indicators(self, row: Listed, rows: list[GridRow]) -> Iterator[Indicator]:
        if self.wide:
            first = self._first_indicator()
            below = [(*(Inked("") for _ in one[:first]), *one[first:]) for one in rows]  # without name, money and goal
            read = block([self._wide_header(), *below], 0, FORM, self.context)
            self.doubts.extend(read.doubts)
            yield from indicators_of(read.lines, FORM, self.context, _where(row), self.doubts)
            return
        found = list(unpacked(row.indicators))
        if not found and row.indicators.text.strip():
            place = self.context.place(row.indicators, FORM, _where(row), PACKED)
            unread = any(character.isdigit() for character in row.indicators.text)
            message = "绩效指标栏没有按“指标级别：指标名称，指标值：”的格式填写，未能读取。"
            self.doubts.append(Doubt(place, message, unread))
        for one in found:
            place = self.context.place(one.name, FORM, _where(row), one.name.text)
            period = criterion(one.period) if one.period is not None else None
            value = criterion(one.value)
            yield Indicator(one.level1.text, one.level2.text, one.name.text, value, place, period, one.number)

    def _first_indicator(self) -> int:
        return min(roles_of(self._wide_header(), ()).at.values())

    def _wide_header(self) -> GridRow:
        return next(row for row in self.rows[: self.depth] if is_header(row))


def _where(row: Listed) -> str:
    """The address of a row: units have projects of the same name, so the unit belongs to it."""
    return f"{row.side}·{row.name.text}" if row.side else row.name.text


def _addressed(row: Listed) -> Listed:
    """The row with its unit in the addresses of its money."""
    money = {}
    for column, cell in row.money.items():
        place = replace(cell.place, row=_where(row))
        money[column] = Cell(cell.text, cell.figure and replace(cell.figure, place=place), place)
    return replace(row, money=money)


def _shown(row: Listed) -> str:
    """合计 by its one name; units and projects as printed."""
    return "合计" if not row.depth and bare(row.name.text) in ("合计", "总计", "部门合计") else row.name.text
