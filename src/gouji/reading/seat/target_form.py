"""A department's target form (部门整体绩效目标申报表) → money, tasks, counts, goal, indicators."""

from __future__ import annotations

from gouji.model.report import Doubt
from gouji.reading.grid import Grid
from gouji.reading.seat import generic
from gouji.reading.seat.performance.budget_block import counts, money
from gouji.reading.seat.performance.indicators import indicators_in
from gouji.reading.seat.performance.labels import boxes_in
from gouji.reading.seat.performance.task_block import is_task_header, tasks
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, forms_named

FORM = "部门整体绩效目标申报表"


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """The form, or any of its blocks where they are printed as tables of their own."""
    found = indicators_in(grid.rows, FORM, context)
    above = [row for index, row in enumerate(grid.rows) if not found.start <= index < found.end]
    first = next((index for index, row in enumerate(above) if is_task_header(row)), len(above))
    doubts: list[Doubt] = []
    task_tables, last = tasks(above, first, grid, context, doubts)
    rest = [*above[:first], *above[last:]]
    tables = [counts(rest, context, doubts), money(rest, grid, context, doubts), *task_tables]
    seated = Seated(
        tables=tuple(table for table in tables if table is not None),
        indicators=tuple(found.indicators),
        boxes=boxes_in(rest, forms_named(FORM)[0], context),
        doubts=(*doubts, *found.doubts),
    )
    return seated if seated.tables or seated.indicators or seated.boxes else generic.seat(grid, context)
