"""Tables of points and scores, told by their header: they have no target values, so they are no target forms."""

from __future__ import annotations

from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat.performance.header import column_for
from gouji.reading.seat.performance.printed import filled
from gouji.reading.seat.score_lines import FORM, is_score_header
from gouji.vocabulary.form import Form, forms_named

INDICATORS = "绩效指标"
CHAPTERS = "评价得分情况"
_FIRST_ROWS = 3
_OF_OTHER_FORMS = {"年初预算数", "全年预算数", "全年执行数", "年度指标值", "实际完成值", "实施周期指标值", "指标性质"}


def scored_form(grid: Grid) -> Form | None:
    """The form of a grid that prints points and scores: by indicator, or by chapter of the evaluation."""
    for row in grid.rows[:_FIRST_ROWS]:
        if is_score_header(row):
            return forms_named(FORM)[0]
        if _is_header_of_chapters(row):
            return forms_named(CHAPTERS)[0]
    return None


def _is_header_of_chapters(row: GridRow) -> bool:
    """指标 | 分值 | 得分 and nothing that another form prints."""
    columns = forms_named(CHAPTERS)[0].columns
    named = [column.name if (column := column_for(row[index].text, columns)) else "" for index in filled(row)]
    others = (*forms_named(INDICATORS)[0].columns, *forms_named("项目支出绩效自评表")[0].columns)
    foreign = (column_for(row[index].text, others) for index in filled(row))
    whole = {"评价内容", "实际得分"} <= set(named) and bool({"分值配置", "权重"} & set(named))
    return whole and named[0] == "评价内容" and not any(one and one.name in _OF_OTHER_FORMS for one in foreign)
