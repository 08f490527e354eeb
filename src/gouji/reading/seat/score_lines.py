"""A table of evaluation indicators with points and scores but no target values → scored lines and their total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.model.performance import Score
from gouji.model.report import Doubt
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat import generic
from gouji.reading.seat.performance.indicator_block import block, is_total
from gouji.reading.seat.performance.indicator_header import (
    ACTUAL,
    NATURE,
    PERIOD,
    POINTS,
    SCORE,
    VALUE,
    is_header,
    roles_of,
)
from gouji.reading.seat.performance.indicators import scores
from gouji.reading.seat.performance.printed import bare, filled
from gouji.reading.seat.performance.score_total import total_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form

FORM = "绩效评价评分表"
SUBTOTAL = "小计"


def is_score_header(row: GridRow) -> bool:
    """一级指标 | 二级指标 | 三级指标 | 分值 | 得分: levels and points, and no value to be reached."""
    if not is_header(row):
        return False
    roles = roles_of(row, ()).at
    return POINTS in roles and SCORE in roles and not any(role in roles for role in (VALUE, PERIOD, NATURE, ACTUAL))


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """The scored lines; rows that only sum up what stands above them (小计) are left out."""
    rows = [row for row in grid.rows if not _is_subtotal(row)]
    start = next((index for index, row in enumerate(rows) if is_header(row)), None)
    if start is None:
        return generic.seat(grid, context)
    doubts: list[Doubt] = []
    found = _lines(rows, start, context, doubts)
    return Seated(scores=tuple(found), doubts=tuple(doubts)) if found else generic.seat(grid, context)


def _lines(rows: Sequence[GridRow], start: int, context: Context, doubts: list[Doubt]) -> list[Score]:
    read = block(rows, start, FORM, context)
    doubts.extend(read.doubts)
    # There is no column for targets: none is missing.
    lines = [replace(line, target=None) for line in scores(read, FORM, context, "", doubts)]
    if read.end < len(rows) and is_total(rows[read.end]):
        given = any(line.score is not None for line in lines)
        lines.append(total_of(rows[read.end], read, given, FORM, context, "", doubts))
    return lines


def _is_subtotal(row: GridRow) -> bool:
    return any(bare(row[index].text) == SUBTOTAL for index in filled(row)[:3])
