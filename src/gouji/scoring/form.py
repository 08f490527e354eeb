"""A self-evaluation form put together: its money table, its scored lines and its total, one for each project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.performance import Score
from gouji.model.report import Report
from gouji.model.table import Row, Table
from gouji.vocabulary.terms import plain

FORM = "项目支出绩效自评表"
SCORED = "绩效评价评分表"  # indicators of an evaluation with points and scores only
TOTAL = "总分"
INITIAL, ADJUSTED, EXECUTED = "年初预算数", "全年预算数", "全年执行数"
POINTS, RATE, SCORE = "分值", "执行率", "得分"
# 活动方案执行率 is an indicator like any other: money must be named, or nothing but the rate.
_EXECUTION = re.compile(r"^(?:整体|全年|年度)?执行率|(?:预算|资金|经费|支出).{0,6}执行|预算完成率|资金支出率")


def is_execution(name: str) -> bool:
    """Is a line that of the execution of the budget, by its name?"""
    return bool(_EXECUTION.search(plain(name)))


@dataclass(frozen=True, slots=True)
class SelfEvaluation:
    """`lines` are the scored indicators; `execution` is the money row that is scored."""

    project: str
    table: Table | None
    lines: tuple[Score, ...]
    total: Score | None

    @property
    def execution(self) -> Row | None:
        return self.table.rows[0] if self.table is not None and self.table.rows else None

    @property
    def execution_is_a_line(self) -> bool:
        """The execution of the budget stands among the indicators, so that the money row only repeats it."""
        return any(is_execution(line.name) for line in self.lines)

    def execution_figure(self, column: str) -> Figure | None:
        """The points or the score of the execution of the budget in the money table."""
        figure = self.execution.figure(column) if self.execution is not None else None
        return None if figure is not None and self.execution_is_a_line else figure

    def points(self) -> list[Figure]:
        """All points to be had, the execution's first."""
        return [figure for figure in (self.execution_figure(POINTS), *(line.points for line in self.lines)) if figure]

    def scores(self) -> list[Figure]:
        """All points given, the execution's first."""
        return [figure for figure in (self.execution_figure(SCORE), *(line.score for line in self.lines)) if figure]

    @property
    def fully_scored(self) -> bool:
        """Every line that can earn points has a score, and the execution has one if it has points."""
        lines = all(line.score is not None for line in self.lines if line.points is not None)
        execution = self.execution_figure(POINTS) is None or self.execution_figure(SCORE) is not None
        return bool(self.lines) and lines and execution


def self_evaluations(report: Report) -> Iterator[SelfEvaluation]:
    """The forms of a report in order. A form's scores stand below its money table and above the next one's."""
    tables = report.tables_of(FORM)
    scores = [score for score in report.scores if score.form == FORM]
    yield from (_form(None, table) for table in _scored(report))
    if not tables:
        for project in dict.fromkeys(score.project for score in scores):
            yield _form(None, [score for score in scores if score.project == project])
        return
    starts = [table.ink.order for table in tables]
    for index, table in enumerate(tables):
        after = starts[index + 1] if index + 1 < len(starts) else None
        own = [
            score
            for score in scores
            if starts[index] <= score.place.ink.order and (after is None or score.place.ink.order < after)
        ]
        yield _form(table, own)


def _scored(report: Report) -> Iterator[list[Score]]:
    """The tables of points and scores only: each ends with its total, or where its lines begin anew."""
    table: list[Score] = []
    for score in report.scores:
        if score.form != SCORED:
            continue
        if any((score.level1, score.level2, score.name) == (one.level1, one.level2, one.name) for one in table):
            yield table
            table = []
        table.append(score)
        if plain(score.name) == TOTAL:
            yield table
            table = []
    if table:
        yield table


def _form(table: Table | None, scores: list[Score]) -> SelfEvaluation:
    total = next((score for score in scores if plain(score.name) == TOTAL), None)
    lines = tuple(score for score in scores if score is not total)
    return SelfEvaluation(next((score.project for score in scores if score.project), ""), table, lines, total)


def sum_of(figures: list[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))
