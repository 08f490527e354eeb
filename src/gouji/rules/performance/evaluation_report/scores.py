"""部门整体支出绩效自评报告, the scores: 得分率, sums, the table against the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_be_percent, must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED, Term, Verdict, rounded
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.levels import Levels, levels
from gouji.scoring.sentences import (
    StatedScore,
    points_of,
    scores,
    subject,
    total_score,
)

FORM = "评价得分情况"
BASIS = "部门整体支出绩效自评：得分率 = 得分 ÷ 分值，总分 = 各部分得分之和"
WEIGHT, POINTS, SCORE, RATE = "权重", "分值配置", "实际得分", "得分率"


@rule(
    title="得分率与得分除以分值不符",
    title_en="a score rate is not score over points",
    basis=BASIS,
    certainty="S",
)
def score_rate_is_not_score_over_points(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for row in table.rows:
            rate, score, points = row.figure(RATE), row.figure(SCORE), row.figure(POINTS)
            if rate is not None and score is not None and points is not None:
                yield must_be_percent(rate, _exact(score), _exact(points), f"得分率 = 得分 ÷ 分值（{row.name}）")
    for stated in scores(report):
        points = _points(report, stated)
        if stated.rate is not None and points is not None:
            yield _stated_rate(report, stated, stated.rate, points)


@rule(
    title="文字所述得分与得分情况表不一致",
    title_en="a score of the text differs from the score table",
    basis=BASIS,
    reads=(FORM, NARRATIVE),
    certainty="S",
)
def score_of_text_differs_from_table(report: Report) -> Iterator[Observation]:
    for stated in scores(report):
        row = _row(report, stated.what)
        booked = row.figure(SCORE) if row is not None else None
        if booked is not None:
            yield must_equal(stated.score, booked, f"文字：{subject(stated.what)}得分 = 《{FORM}》{SCORE}", exact=True)


@rule(
    title="综合得分不等于各部分得分之和",
    title_en="the total score is not the sum of its parts",
    basis=BASIS,
    reads=(FORM,),
    certainty="S",
)
def overall_score_is_not_sum_of_parts(report: Report) -> Iterator[Observation]:
    """Of a table with parts below its rows one level is added up: the one whose points make the whole."""
    for table in report.tables_of(FORM):
        found = _levels(table)
        parts = [figure for row in found.top if (figure := row.figure(SCORE)) is not None] if found else []
        stated = [figure for figure in (table.figure(TOTAL, SCORE), _total(report)) if figure is not None]
        if found is None or len(parts) < 2 or len(parts) < len(found.top) or not stated:
            yield NotApplicable("没有列示总分或各部分得分，或各行分属几级、不能确定哪一级合成总分")
            continue
        for figure in stated:
            yield must_total(figure, [Term(part) for part in parts], "综合得分 = 各部分得分之和", exact=True)
        for row, members in found.families:
            scored = [figure for member in members if (figure := member.figure(SCORE)) is not None]
            whole = row.figure(SCORE)
            if whole is not None and len(scored) == len(members):
                yield must_total(whole, [Term(part) for part in scored], f"{row.name}得分 = 其下各项得分之和", exact=True)


def _levels(table: Table) -> Levels | None:
    """The levels as points tell them, else weights; without either the rows printed outermost."""
    for column in (POINTS, WEIGHT):
        if any(row.figure(column) is not None for row in table.rows):
            return levels(table, column)
    rows = [row for row in table.rows if row.name != TOTAL and row.figure(SCORE) is not None]
    return Levels(tuple(row for row in rows if row.depth == min(each.depth for each in rows)))


@rule(
    title="各部分的权重或分值之和不是 100",
    title_en="weights or points of the parts do not add up to 100",
    basis="部门整体支出绩效自评采用百分制",
    reads=(FORM,),
    certainty="S",
    severity="warning",
)
def overall_points_are_not_100(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for column in (WEIGHT, POINTS):
            found = levels(table, column)
            figures = [figure for row in (found.top if found else ()) if (figure := row.figure(column)) is not None]
            total = sum((figure.value for figure in figures), Decimal(0))
            if len(figures) > 1 and total != HUNDRED:
                yield Remark(
                    figures[0].place,
                    f"{column} {' + '.join(figure.text for figure in figures)} = {total}，不是 100",
                    f"{column} add up to {total}, not to 100",
                    against=tuple(figure.place for figure in figures[1:]),
                    expected="100",
                )


@rule(
    title="小计得分不等于文中各项得分之和",
    title_en="a sub-total of scores is not the sum of the scores the chapter names",
    basis=BASIS,
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def chapter_score_is_not_sum_of_its_scores(report: Report) -> Iterator[Observation]:
    found = list(scores(report))
    for index, stated in enumerate(found):
        chapter = stated.paragraph.headings[:2]
        parts = [
            one.score
            for one in found[:index]
            if one.paragraph.headings[:2] == chapter and one.paragraph is not stated.paragraph and not one.subtotal
        ]
        if stated.subtotal and len(parts) > 1:
            yield must_total(stated.score, [Term(part) for part in parts], "小计得分 = 本节各项得分之和", exact=True)


def _stated_rate(report: Report, stated: StatedScore, rate: Figure, points: Figure) -> Comparison:
    """The 得分率 of a sentence; where it is wrong, what it would stand for and what the table prints."""
    found = must_be_percent(rate, _exact(stated.score), _exact(points), "得分率 = 得分 ÷ 分值")
    if found.verdict is not Verdict.DISAGREE:
        return found
    meant = rounded(points.value * rate.value / HUNDRED, Decimal("0.01"))
    row = _row(report, stated.what)
    booked = row.figure(RATE) if row is not None else None
    table = f"；表中的得分率是 {booked.text}" if booked is not None else ""
    return replace(
        found, note=f"{rate.text} 对应的得分是 {meant} 分，得分与得分率有一处不对{table}",
        note_en=f"{rate.text} would be a score of {meant}: either the score or the rate is wrong",
    )  # fmt: skip


def _exact(points: Figure) -> Figure:
    """Points are given as printed: 50 is fifty, not anything from 49.5 to 50.5."""
    return replace(points, step=Decimal(0))


def _points(report: Report, stated: StatedScore) -> Figure | None:
    row = _row(report, stated.what)
    return (row.figure(POINTS) if row is not None else None) or points_of(report, stated.what)


def _row(report: Report, what: str) -> Row | None:
    """The row of the score table for what a sentence names."""
    name = subject(what)
    for table in report.tables_of(FORM) if len(name) > 1 else ():
        for row in table.rows:
            if subject(row.name) == name or name.endswith(subject(row.name)):
                return row
    return None


def _total(report: Report) -> Figure | None:
    found = total_score(report)
    return found[0] if found is not None else None
