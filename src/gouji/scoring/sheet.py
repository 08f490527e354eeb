"""A form scored again: every line with the points due, the total, the grade, and what does not fit the scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.performance import Score
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED
from gouji.model.table import Row
from gouji.scoring.award import Award, Standing, award, awarded
from gouji.scoring.execution import executed, points_for_execution
from gouji.scoring.fit import Chosen, How, candidates, choose
from gouji.scoring.form import ADJUSTED, EXECUTED, INITIAL, SCORE, SelfEvaluation, self_evaluations, sum_of
from gouji.scoring.grade import Grade, grade_of_form
from gouji.scoring.misfit import is_empty, misfits, nothing_to_reckon
from gouji.scoring.result import EXECUTION
from gouji.scoring.review import AfterReview, after_review
from gouji.scoring.scheme import Scheme
from gouji.scoring.span import Span, decimal, total_of

EXECUTION_NAME = "预算执行率"
_AGREEING = (Standing.AGREES, Standing.NEAR, Standing.ALLOWED)


@dataclass(frozen=True, slots=True)
class Line:
    """One scored line beside its award; `score` is None for the execution of the budget in the money table.

    `reviewed` is the score of a review and what it should be, where the form prints one.
    """

    name: str
    target: str
    actual: str
    points: Figure | None
    printed: Figure | None
    place: Place
    award: Award
    score: Score | None = None
    level1: str = ""
    level2: str = ""
    reviewed: AfterReview | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """`span` is the sum of the points due (None: not every line has points), `parts` the sum of the printed scores.

    `mended` is that sum with the scores that disagree put right, where each of these has one value only.
    """

    span: Span | None
    printed: Figure | None
    parts: Decimal | None
    standing: Standing
    mended: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form. `said` are statements about the form as a whole, in Chinese and English; an empty form has one only."""

    title: str
    project: str
    form: str
    chosen: Chosen | None
    lines: tuple[Line, ...]
    total: Total
    grade: Grade | None
    said: tuple[tuple[str, str], ...] = ()
    empty: bool = False

    @property
    def reckoned(self) -> bool:
        """Could every line be recomputed? Else the interval of the total says little."""
        return all(line.award.known for line in self.lines)

    @property
    def disagrees(self) -> bool:
        """Is any printed score, the total or the grade at odds with what was recomputed?"""
        lines = any(line.award.standing is Standing.DISAGREES for line in self.lines)
        grade = self.grade is not None and self.grade.disagrees
        return lines or grade or self.total.standing is Standing.DISAGREES


def sheets(report: Report, asked: Scheme | None = None) -> Iterator[Sheet]:
    """Every self-evaluation form of a report, scored under the scheme asked for, or the one it seems to follow."""
    for form in self_evaluations(report):
        if form.lines or points_for_execution(form) is not None:
            yield sheet(report, form, asked)


def sheet(report: Report, form: SelfEvaluation, asked: Scheme | None = None) -> Sheet:
    """One form scored again."""
    chosen, lines = chosen_for(report, form, asked)
    title = form.table.title if form.table is not None else (form.lines[0].form if form.lines else "")
    name = form.table.form if form.table is not None else (form.lines[0].form if form.lines else "")
    if is_empty(form):
        said = ("空表：没有填写完成值和得分，不核算", "an empty form: neither results nor scores, nothing to reckon")
        return Sheet(title, form.project, name, chosen, (), _NO_TOTAL, None, (said,), empty=True)
    whole = total(form, lines)
    hundred = sum_of([line.points for line in lines if line.points is not None]) == HUNDRED
    grade = grade_of_form(report, form, chosen.scheme, whole.span, whole.printed) if hundred else None
    return Sheet(title, form.project, name, chosen, tuple(lines), whole, grade, tuple(misfits(form, chosen)))


_NO_TOTAL = Total(None, None, None, Standing.NONE)


def chosen_for(report: Report, form: SelfEvaluation, asked: Scheme | None = None) -> tuple[Chosen, list[Line]]:
    """The scheme of a form and its lines under it."""
    if asked is not None:
        chosen = Chosen(asked, How.ASKED, ("按 --scheme 指定", "as asked by --scheme"))
        return chosen, lines_under(asked, report, form)
    tried = {scheme.name: lines_under(scheme, report, form) for scheme in candidates(report, form)}
    agreeing = {name: _count(lines) for name, lines in tried.items()}
    scored = sum(line.printed is not None for line in next(iter(tried.values())))
    chosen = choose(report, form, agreeing, scored)
    return chosen, tried[chosen.scheme.name]


def lines_under(scheme: Scheme, report: Report, form: SelfEvaluation) -> list[Line]:
    """The lines of a form under a scheme, the execution of the budget first."""
    found = [_execution(form, scheme)] if points_for_execution(form) is not None else []
    return found + [_line(line, scheme, report.year, unsaid=nothing_to_reckon(form)) for line in form.lines]


def _line(line: Score, scheme: Scheme, year: int | None, unsaid: bool) -> Line:
    """A line; `unsaid` where one statement on the whole form tells why none of its lines can be reckoned."""
    target, actual = (value.text.strip() if value else "" for value in (line.target, line.actual))
    made = award(line, scheme, year)
    made = replace(made, why=("", "")) if unsaid and made.standing is not Standing.DISAGREES else made
    review = after_review(line, scheme, year)
    return Line(
        line.name, target, actual, line.points, line.score, line.place, made, line, line.level1, line.level2, review
    )


def _execution(form: SelfEvaluation, scheme: Scheme) -> Line:
    points, score, row = points_for_execution(form), form.execution_figure(SCORE), form.execution
    result = executed(form)
    made = awarded(points, score, result, scheme.use(EXECUTION), scheme)
    place = points.place if points is not None else Place()
    return Line(
        EXECUTION_NAME, _text(row, ADJUSTED) or _text(row, INITIAL), _text(row, EXECUTED), points, score, place, made
    )


def _text(row: Row | None, column: str) -> str:
    cell = row.cells.get(column) if row is not None else None
    return cell.text if cell is not None else ""


def _count(lines: Sequence[Line]) -> int:
    """How many printed scores agree; those that nobody could recompute do not count."""
    return sum(line.award.known and line.award.standing in _AGREEING for line in lines)


def total(form: SelfEvaluation, lines: Sequence[Line]) -> Total:
    """The total due and printed. The printed one is the sum of the printed scores, to the digit."""
    printed = form.total.score if form.total is not None else None
    complete = bool(lines) and all(line.points is not None for line in lines)
    span = total_of(line.award.span for line in lines) if complete else None
    if printed is None and not form.points():
        return _NO_TOTAL
    parts = sum_of([line.printed for line in lines if line.printed is not None]) if form.fully_scored else None
    return Total(span, printed, parts, total_standing(printed, parts), mended(lines) if parts is not None else None)


def total_standing(printed: Figure | None, parts: Decimal | None) -> Standing:
    """How a printed total stands to the sum of the printed scores."""
    if printed is None:
        return Standing.BLANK
    if parts is None:
        return Standing.OPEN
    return Standing.AGREES if parts == printed.value else Standing.DISAGREES


def mended(lines: Sequence[Line]) -> Decimal | None:
    """The sum of the scores, those that disagree as they should be; None where one of these has no single value."""
    found = Decimal(0)
    for line in lines:
        wrong = line.award.standing is Standing.DISAGREES
        if line.printed is None or (wrong and line.award.plain is None):
            return None
        found += decimal(line.award.plain) if wrong and line.award.plain is not None else line.printed.value
    return found
