"""项目支出绩效自评汇总表: the scores and grades of all projects of a body, each grade held against its score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gouji.model.figure import Figure
from gouji.model.report import Report
from gouji.model.table import TOTAL, Cell, Table
from gouji.scoring.award import Award, Standing
from gouji.scoring.fit import Chosen, How, usual
from gouji.scoring.grade import grade_alone, grade_for, same_grade
from gouji.scoring.points import RuleType
from gouji.scoring.register import all_schemes
from gouji.scoring.result import Reached
from gouji.scoring.scheme import PROJECT, Scheme
from gouji.scoring.sheet import Line, Sheet, Total
from gouji.scoring.span import Span

FORM = "项目支出绩效自评汇总表"
SCORE, GRADE = "得分", "等级"
LISTED = "listed"
_MOST = Decimal(100)


@dataclass(frozen=True, slots=True)
class Listed:
    """One project of a list: its score, the grade as printed ("" for none), and the grade that the score makes."""

    name: str
    score: Figure
    cell: Cell | None
    printed: str
    due: str

    @property
    def disagrees(self) -> bool:
        return bool(self.printed and self.due) and not same_grade(self.printed, self.due)


def listed(report: Report, table: Table) -> Iterator[Listed]:
    """The projects of a list that have a score of a hundred."""
    bands = grading(report).grades
    for row in table.rows:
        score, cell = row.figure(SCORE), row.cells.get(GRADE)
        if score is not None and row.name != TOTAL and 0 <= score.value <= _MOST:
            printed = grade_alone(cell.text) if cell is not None else ""
            yield Listed(row.name, score, cell, printed, grade_for(Fraction(score.value), bands))


def grading(report: Report) -> Scheme:
    """The scheme whose grades hold for a report: that of its region, else the national one."""
    own = (one for one in all_schemes() if one.level == PROJECT and report.region in one.regions and one.grades)
    return next((one for one in own if one.in_force(report.year)), usual())


def listing_sheets(report: Report) -> Iterator[Sheet]:
    """Every list of projects with their scores and grades."""
    for table in report.tables_of(FORM):
        lines = tuple(_line(one) for one in listed(report, table) if one.printed)
        if lines:
            why = ("等级按分数线核对", "grades are held against their bands")
            total = Total(None, None, None, Standing.NONE)
            yield Sheet(table.title, "", table.form, Chosen(grading(report), How.DEFAULT, why), lines, total, None)


def _line(one: Listed) -> Line:
    standing = Standing.DISAGREES if one.disagrees else Standing.AGREES
    why = (
        f"{one.score.text} 分属“{one.due}”，表上写“{one.printed}”",
        f"{one.score.text} is {one.due}, printed {one.printed}",
    )
    span = Span.of(Fraction(one.score.value))
    made = Award(span, RuleType.BANDS, why, standing, Reached(LISTED), printed=one.score.value, known=False)
    return Line(one.name, "", one.printed, None, one.score, one.score.place, made)
