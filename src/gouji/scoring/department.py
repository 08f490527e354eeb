"""The score table of a whole department, by area: 得分率, averages that earn points, the total, the grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from gouji.model.figure import Figure
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED, Verdict, judge_range
from gouji.model.table import TOTAL, Row, Table
from gouji.scoring.award import Award, Standing
from gouji.scoring.fit import Chosen, How
from gouji.scoring.grade import Grade, grade_for, grade_in
from gouji.scoring.levels import levels
from gouji.scoring.means import mean_line
from gouji.scoring.points import RuleType
from gouji.scoring.register import all_schemes
from gouji.scoring.result import Reached
from gouji.scoring.scheme import DEPARTMENT, Scheme
from gouji.scoring.sentences import means, scores, subject, total_score
from gouji.scoring.sheet import Line, Sheet, Total, mended, total_standing
from gouji.scoring.span import Span, percent, total_of, worded

FORM = "评价得分情况"
POINTS, SCORE, RATE = "分值配置", "实际得分", "得分率"
AREA = "area"


def department_sheets(report: Report, asked: Scheme | None = None) -> Iterator[Sheet]:
    """Every score table of a department's report."""
    for table in report.tables_of(FORM):
        if any(row.figure(SCORE) is not None for row in table.rows):
            yield _sheet(report, table, asked)


def _sheet(report: Report, table: Table, asked: Scheme | None) -> Sheet:
    found = levels(table, POINTS)
    rows = found.top if found else tuple(row for row in table.rows if row.name != TOTAL)
    scheme = asked or _scheme(report, rows)
    averages = [line for line in (mean_line(report, mean, scheme) for mean in means(report)) if line is not None]
    areas = [_area(report, row, [line for line in averages if subject(row.name) in line.level1]) for row in rows]
    lines = [part for area in areas for part in (area, *(one for one in averages if subject(area.name) in one.level1))]
    total = _total(report, table, areas)
    chosen = _chosen(report, scheme, asked) if scheme is not None else None
    said = () if scheme is not None else (_NO_SCHEME,)
    grade = _grade(report, scheme, total)
    return Sheet(table.title, "", table.form, chosen, tuple(lines), total, grade, said)


_NO_SCHEME = (
    "没有收录该地该年的部门整体评价办法，只核对得分率、合计和平均数。",
    "no scheme of this region and year is at hand: only rates, sums and averages are checked.",
)


def _scheme(report: Report, rows: Sequence[Row]) -> Scheme | None:
    """The scheme of the region and year whose areas the table prints with the same points."""
    names = {subject(row.name): figure.value for row in rows if (figure := row.figure(POINTS)) is not None}
    for scheme in all_schemes():
        areas = {area.name: area.points for area in scheme.areas if not area.part_of}
        fits = bool(areas) and all(names.get(name) == points for name, points in areas.items())
        here = not scheme.regions or report.region in scheme.regions
        if scheme.level == DEPARTMENT and fits and here and scheme.in_force(report.year):
            return scheme
    return None


def _chosen(report: Report, scheme: Scheme, asked: Scheme | None) -> Chosen:
    if asked is not None:
        return Chosen(scheme, How.ASKED, ("按 --scheme 指定", "as asked by --scheme"))
    where = f"{report.region}，{report.year} 年度" if report.year else report.region
    return Chosen(scheme, How.FORM, (f"按地区、年度和各方面分值：{where}", f"by region, year and areas: {where}"))


def _area(report: Report, row: Row, averages: Sequence[Line]) -> Line:
    """One area: its 得分率 here and in the text, and its score with the averages within it reckoned again."""
    points, score, rate = row.figure(POINTS), row.figure(SCORE), row.figure(RATE)
    said = [one.rate for one in scores(report) if one.rate is not None and _same(one.what, row)]
    wrong = [figure for figure in (rate, *said) if figure is not None and not _is_rate(figure, score, points)]
    due, why, english = _due(score, averages)
    stands = Standing.OPEN if score is not None else Standing.BLANK
    if score is not None and points is not None and points.value:
        whole = percent(Fraction(score.value) / Fraction(points.value))
        why = f"得分率 {score.text} ÷ {points.text} = {whole}；{why}"
        if wrong:
            told = "、".join(figure.text for figure in wrong)
            why, english = f"{why}；另印得分率 {told}，与此不符", f"{english}; printed rate {told} differs"
    if wrong or (due is not None and score is not None and due != score.value):
        stands = Standing.DISAGREES
    span = Span.of(due) if due is not None else Span.of(0, points.value if points else 0)
    made = Award(span, RuleType.LINEAR if averages else RuleType.MANUAL, (why, english), stands, Reached(AREA), due,
                 score.value if score else None, known=due is not None)  # fmt: skip
    place = score.place if score is not None else next(iter(row.cells.values())).place
    return Line(row.name, "", rate.text if rate else "", points, score, place, made)


def _due(score: Figure | None, averages: Sequence[Line]) -> tuple[Fraction | None, str, str]:
    """The area's score with what its averages should have earned; None where nothing in it can be recomputed."""
    if score is None or not averages:
        return None, "各三级指标的完成情况没有随文公开，不能重算", "its indicators are not published with it"
    lost = sum(
        (Fraction(line.printed.value) - (line.award.plain or 0) for line in averages if line.printed), Fraction(0)
    )
    due = Fraction(score.value) - lost
    return (
        due,
        f"其中平均数一项重算后为 {worded(due)}，其余按自评数计入",
        f"{worded(due)} with the average reckoned again",
    )


def _is_rate(rate: Figure, score: Figure | None, points: Figure | None) -> bool:
    if score is None or points is None or not points.value:
        return True
    exact = HUNDRED * score.value / points.value
    return judge_range(rate, exact, exact, exact)[0] is not Verdict.DISAGREE


def _same(what: str, row: Row) -> bool:
    name = subject(what)
    return len(name) > 1 and (subject(row.name) == name or name.endswith(subject(row.name)))


def _total(report: Report, table: Table, areas: Sequence[Line]) -> Total:
    stated = total_score(report)
    printed = table.figure(TOTAL, SCORE) or (stated[0] if stated is not None else None)
    scored = [area.printed.value for area in areas if area.printed is not None]
    parts = sum(scored, Decimal(0)) if len(scored) == len(areas) else None
    span = total_of(area.award.span for area in areas)
    return Total(span, printed, parts, total_standing(printed, parts), mended(areas) if parts is not None else None)


def _grade(report: Report, scheme: Scheme | None, total: Total) -> Grade | None:
    stated = total_score(report)
    match = grade_in(stated[1].text) if stated is not None else None
    bands = scheme.grades if scheme is not None else None
    if bands is None or total.printed is None:
        return None
    return Grade((), grade_for(Fraction(total.printed.value), bands), match[1] if match else "")
