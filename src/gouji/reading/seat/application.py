"""The application of one project (绩效目标申报表) → a project; titles do not tell it from a list, the header does."""

from __future__ import annotations

from gouji.reading.grid import Grid
from gouji.reading.seat import project_table
from gouji.reading.seat.performance import project_form
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """The projects of the grid, be they printed as forms or, under the same title, as rows of a list."""
    if project_table.header_row(grid.rows) is not None:
        return project_table.seat(grid, form, context)
    return project_form.seat(grid, form, context)
