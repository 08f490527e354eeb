"""The form of one project: labels with boxes, funds, period, indicators. Several may stand in one grid."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.model.performance import Project, TextBox
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat import generic
from gouji.reading.seat.performance.funds import funds_in
from gouji.reading.seat.performance.indicators import indicators_in
from gouji.reading.seat.performance.labels import boxes_in
from gouji.reading.seat.performance.project_fields import NAME, box_of, forms_in, is_secret, period_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form, forms_named

FORM = "绩效目标申报表"
_GOALS = ("年度绩效目标", "总体绩效目标", "实施周期绩效目标")


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """Every project whose form the grid holds."""
    form = forms_named(FORM)[0]
    doubts: list[Doubt] = []
    found = [_project(rows, grid, form, context, doubts) for rows in forms_in(grid.rows, form)]
    projects = tuple(project for project in found if project is not None)
    return Seated(projects=projects, doubts=tuple(doubts)) if projects else generic.seat(grid, context)


def _project(
    rows: Sequence[GridRow], grid: Grid, form: Form, context: Context, doubts: list[Doubt]
) -> Project | None:
    name = _name(rows, form, context)
    indicators = indicators_in(rows, form.name, context, name.text or FORM)
    above = [row for index, row in enumerate(rows) if not indicators.start <= index < indicators.end]
    boxes = boxes_in(above, form, context, name.text or FORM)
    if not name.text and not indicators.indicators:
        return None  # a form that nobody has filled in
    doubts.extend(indicators.doubts)
    period = _period(boxes)
    goal = next((box.content for field in _GOALS if (box := box_of(boxes, field)) and box.text), Inked(""))
    body = next((box.text for field in ("业务主管部门", "实施单位") if (box := box_of(boxes, field)) and box.text), "")
    return Project(
        name.text,
        body or context.body,
        context.place(name if name.text else rows[0][0], form.name, name.text),
        funds_in(above, grid, form, context, name.text or FORM, doubts),
        is_secret(goal),
        goal,
        tuple(indicators.indicators),
        boxes,
        period[0] if period else None,
        period[1] if period else None,
        form.name,
    )


def _name(rows: Sequence[GridRow], form: Form, context: Context) -> Inked:
    box: TextBox | None = box_of(boxes_in(rows, form, context), NAME)
    return box.content if box else Inked("")


def _period(boxes: Sequence[TextBox]) -> tuple[tuple[int, int], Place] | None:
    """First and last year, and where they are printed: in one box, or in a box each."""
    begin, end = box_of(boxes, "计划开始日期"), box_of(boxes, "计划完成日期")
    both = f"{begin.text}-{end.text}" if begin and end else ""
    for box, text in ((box_of(boxes, "项目实施周期"), ""), (begin, both)):
        if box is not None and (years := period_of(text or box.text)) is not None:
            return years, box.place
    return None
