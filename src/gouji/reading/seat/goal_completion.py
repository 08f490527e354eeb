"""The table of targets reached (部门整体支出主要绩效目标完成情况表) → indicators, and what was reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.model.inked import Inked
from gouji.model.performance import Indicator, Score, TextBox
from gouji.model.table import Cell, Row, Table
from gouji.reading.criteria import criterion
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat import generic
from gouji.reading.seat.performance.header import Heading, headings
from gouji.reading.seat.performance.printed import filled, label, title_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, forms_named

FORM = "部门整体支出主要绩效目标完成情况表"
GOAL, NAME, TARGET, ACTUAL = "部门整体支出目标", "关键指标", "预期实现值", "指标完成情况"
_NAME_AND_VALUE = re.compile(r"^(?P<name>.{2,40})[：:]\s*(?P<value>\D{0,6}\d.{0,30})$")
_END = "。；;，, "
_MOST_TAILS = 5  # rows that a page break may have cut off one line


@dataclass(frozen=True, slots=True)
class Line:
    """One target: its name, the value meant, and what is said of its completion."""

    name: Inked
    target: Inked
    actual: Inked


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """The table as text, its lines as indicators of the department and as scores without points."""
    form = forms_named(FORM)[0]
    at = next((index for index, row in enumerate(grid.rows) if len(headings(row, form.columns)) >= 3), None)
    columns = headings(grid.rows[at], form.columns) if at is not None else {}
    if at is None or not {NAME, TARGET, ACTUAL} <= columns.keys():
        return generic.seat(grid, context)
    below = grid.rows[at + 1 :]
    lines = list(_lines(below, columns))
    rows = tuple(_row(line, context) for line in lines)
    table = Table(FORM, title_of(grid, form), (TARGET, ACTUAL), rows, layout=form.layout, ink=grid.ink)
    return Seated(
        (table,),
        indicators=tuple(_indicator(line, context) for line in lines),
        boxes=tuple(_goals(below, columns, context)),
        scores=tuple(_score(line, context) for line in lines),
    )


def _lines(rows: Sequence[GridRow], columns: dict[str, Heading]) -> Iterator[Line]:
    """The lines, tails cut off by a page break joined to theirs."""
    current: Line | None = None
    tails = 0
    for row in rows:
        line = _split(Line(*(row[columns[column].index].strip() for column in (NAME, TARGET, ACTUAL))))
        tails = 0 if line.name.text else tails + 1
        if current is not None and 0 < tails <= _MOST_TAILS:
            target, actual = Inked.join((current.target, line.target)), Inked.join((current.actual, line.actual))
            current = replace(current, target=target, actual=actual)
            continue
        if current is not None:
            yield current
        current = line if line.name.text else None
    if current is not None:
        yield current


def _split(line: Line) -> Line:
    """`预算完成率：99.5%` in the name's box, where the value's is blank, is name and value."""
    match = _NAME_AND_VALUE.match(line.name.text) if not line.target.text else None
    if match is None:
        return line
    return replace(line, name=line.name.cut(*match.span("name")), target=line.name.cut(*match.span("value")))


def _named(line: Line) -> str:
    return label(line.name.strip(_END).text)


def _row(line: Line, context: Context) -> Row:
    cells = {
        column: Cell(content.text, None, context.place(content, FORM, _named(line), column))
        for column, content in ((TARGET, line.target), (ACTUAL, line.actual))
    }
    return Row(_named(line), cells, ink=line.name.ink())


def _indicator(line: Line, context: Context) -> Indicator:
    place = context.place(line.name.strip(_END), FORM, _named(line), NAME)
    return Indicator("", "", _named(line), criterion(line.target), place)


def _score(line: Line, context: Context) -> Score:
    place = context.place(line.actual if line.actual.text else line.name, FORM, _named(line), ACTUAL)
    return Score("", "", _named(line), criterion(line.target), criterion(line.actual), None, None, place, form=FORM)


def _goals(rows: Sequence[GridRow], columns: dict[str, Heading], context: Context) -> Iterator[TextBox]:
    """The goal stands once, in a column of its own, beside its indicators."""
    if GOAL not in columns:
        return
    index = columns[GOAL].index
    for row in rows:
        if row[index].text.strip() and filled(row):
            content = row[index].strip()
            yield TextBox(GOAL, content, context.place(content, FORM, GOAL))
