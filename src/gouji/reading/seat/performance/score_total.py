"""The total of scored indicators, in a line below them or a box above → a score of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gouji.model.figure import Figure
from gouji.model.performance import Reviewed, Score
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.model.table import Row
from gouji.reading.grid import GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.indicator_block import TOTAL, Block
from gouji.reading.seat.performance.indicator_header import DEVIATION, POINTS, REVIEW_SCORE, SCORE
from gouji.reading.seat.performance.indicators import points_of
from gouji.reading.seat.performance.printed import bare, filled
from gouji.reading.seat.performance.unglued import FULL, Demand
from gouji.reading.seat.seated import Context

_BOX = re.compile(r"(?:自评|评价)?(?:总分|总得分|得分合计)")


def total_in_box(
    rows: Sequence[GridRow], form: str, context: Context, project: str, doubts: list[Doubt]
) -> Iterator[Score]:
    """自评总分 | 96.5 in the head of a form."""
    for row in rows:
        columns = filled(row)
        for index, beside in pairwise(columns):
            if _BOX.fullmatch(bare(row[index].text)) and looks_like_number(row[beside].text.strip().removesuffix("分")):
                place = context.place(row[index], form, project or TOTAL, TOTAL if project else "")
                figure = points_of(row[beside], place, SCORE, doubts)
                yield Score("", "", TOTAL, None, None, None, figure, place, form=form, project=project)
                return


def total_of(
    row: GridRow, read: Block, given: bool, form: str, context: Context, project: str, doubts: list[Doubt]
) -> Score:
    """The total line. A number under neither points nor score is the score, where the lines are `given` any."""
    first = filled(row)[0]
    place = context.place(row[first], form, project or TOTAL, TOTAL if project else "")
    numbers = [at for at in filled(row)[1:] if looks_like_number(row[at].text.removesuffix("分"))]
    at = {role: read.roles.at[role] for role in (POINTS, SCORE) if read.roles.at.get(role) in numbers}
    others = {read.roles.at.get(role) for role in (REVIEW_SCORE, DEVIATION)}
    stray = [index for index in numbers if index not in at.values() and index not in others]
    for role in (POINTS, SCORE) if len(stray) > 1 or not given else (SCORE, POINTS):
        if role not in at and stray:
            at[role] = stray.pop(0)
    figures: dict[str, Figure | None] = {role: points_of(row[index], place, role, doubts) for role, index in at.items()}
    return Score(
        "", "", TOTAL, None, None, figures.get(POINTS), figures.get(SCORE), place, form=form, project=project,
        reviewed=_reviewed(row, read, place, doubts),
    )  # fmt: skip


def demanded(total: Score | None, execution: Row | None) -> Demand:
    """What the scored lines have to add up to: the totals less what the money row is given."""
    had, given = (execution.figure(column) if execution else None for column in (POINTS, SCORE))
    less = had.value if had else Decimal(0)
    whole = {total.points.value} if total and total.points else {FULL}
    points = {one - taken for one in whole for taken in {less, Decimal(0)}} | ({Decimal(90)} if not less else set())
    score = total.score.value if total and total.score else None
    return Demand(tuple(points), score - given.value if score is not None and given else score)


def _reviewed(row: GridRow, read: Block, place: Place, doubts: list[Doubt]) -> Reviewed | None:
    """The total of the scores after review."""
    if REVIEW_SCORE not in read.roles.at:
        return None
    figure = points_of(row[read.roles.at[REVIEW_SCORE]], place, REVIEW_SCORE, doubts)
    return Reviewed(None, figure, place=figure.place if figure else place)
