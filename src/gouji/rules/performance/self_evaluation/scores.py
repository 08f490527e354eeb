"""项目支出绩效自评表, the scores: within their points, adding up, and following from what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.performance.self_evaluation.results import hundredfold
from gouji.rules.rule import rule
from gouji.scoring.award import Standing, known_awards
from gouji.scoring.completion import completion
from gouji.scoring.form import FORM, TOTAL, SelfEvaluation, self_evaluations, sum_of
from gouji.scoring.misfit import wholes
from gouji.scoring.points import RuleType
from gouji.scoring.sheet import Line, chosen_for
from gouji.scoring.span import decimal, percent, percent_span, told, worded

CIRCULAR = "财预〔2020〕10号 项目支出绩效评价管理办法"
_MOST_FOR_EXECUTION = Decimal(20)
_FITTING = (Standing.AGREES, Standing.NEAR)


@rule(
    title="得分超出分值，或为负数",
    title_en="a score exceeds its points or is negative",
    basis=f"{CIRCULAR}：各项得分不超过分值",
    reads=("评分",),
)
def score_is_outside_its_points(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        pairs = [(line.points, line.score) for line in form.lines]
        row = form.execution
        pairs.append((row.figure("分值"), row.figure("得分")) if row is not None else (None, None))
        for points, score in pairs:
            if points is not None and score is not None and not 0 <= score.value <= points.value:
                yield Remark(
                    score.place,
                    f"得分 {score.text} 不在 0 与分值 {points.text} 之间",
                    f"the score {score.text} lies outside 0 to {points.text}",
                    against=(points.place,),
                    expected=f"0—{points.text}",
                )


@rule(
    title="各项分值之和不是 100 分",
    title_en="the points do not add up to 100",
    basis=f"{CIRCULAR}：满分 100 分，预算执行率和各指标分值之和应为 100",
    reads=("评分",),
    severity="warning",
)
def points_do_not_add_up_to_the_whole(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        points = form.points()
        # A form without its total line may be cut off: nothing can be said about the whole.
        if form.total is None or len(points) < 2 or any(line.points is None for line in form.lines):
            yield NotApplicable(f"《{FORM}》没有总分行，或分值没有列全")
            continue
        total, stated = sum_of(points), form.total.points
        if stated is not None and _lacks_execution(form, stated.value - total):
            yield NotApplicable("预算执行率的分值没有印在表中，总分与各项分值之差即是它")
        elif stated is not None:
            yield must_total(stated, [Term(point) for point in points], "总分分值 = 各项分值之和", exact=True)
        elif total not in wholes(chosen_for(report, form)[0]):
            yield Remark(
                points[0].place,
                f"各项分值 {' + '.join(point.text for point in points)} = {total}，不是 100 分",
                f"the points add up to {total}, not to 100",
                against=tuple(point.place for point in points[1:]),
                expected="100",
            )


@rule(
    title="总分不等于各项得分之和",
    title_en="the total score is not the sum of the scores",
    basis=f"{CIRCULAR}：总分 = 预算执行得分 + 各指标得分",
    reads=("评分",),
)
def scores_do_not_add_up_to_total(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        total = form.total.score if form.total is not None else None
        scores = form.scores()
        if total is None or not form.fully_scored:
            yield NotApplicable(f"《{FORM}》没有总分，或有的指标没有得分")
        else:
            yield must_total(total, [Term(score) for score in scores], f"{TOTAL} = 各项得分之和", exact=True)


@rule(
    title="未达标指标的得分不合任何一种计分办法",
    title_en="the score of a target that was missed fits no known scoring rule",
    basis=f"{CIRCULAR}：按完成比例计分；财预〔2021〕101号：完成率低于 60% 不得分",
    reads=("评分",),
    certainty="O",
    severity="warning",
)
def score_fits_no_scoring_rule(report: Report) -> Iterator[Observation]:
    for line, points, score in _missed(report):
        awards = known_awards(line.score, report.year) if line.score is not None else []
        if score.value in (points.value, 0) or any(one.standing in _FITTING for one in awards):
            continue
        share = f"{decimal((line.award.reached.plain or 0) * 100)}%"
        due = {one.rule: worded(one.plain) for one in reversed(awards) if one.plain is not None}
        linear, passed = due.get(RuleType.LINEAR) or due.get(RuleType.INVERSE, ""), due.get(RuleType.FLOOR, "")
        linear = linear or worded(line.award.plain or 0)
        yield Remark(
            score.place,
            f"完成 {share}：按完成比例计分应为 {linear} 分，按 60% 及格线计分应为 {passed} 分，这里给了 {score.text} 分",
            f"{share} reached: {linear} by ratio, {passed} with a pass mark of 60 %; {score.text} was given",
            against=(points.place, line.place),
            expected=worded(line.award.plain) if line.award.plain is not None else linear,
        )


@rule(
    title="没有达到目标值，却给了满分",
    title_en="full marks although the target was missed",
    basis=f"{CIRCULAR}：未完成指标值的，按完成比例计分",
    reads=("评分",),
    severity="warning",
)
def full_marks_although_target_was_missed(report: Report) -> Iterator[Observation]:
    for line, points, score in _missed(report):
        award = line.award
        if score.value == points.value and award.standing is Standing.DISAGREES:
            share = f"{decimal((award.reached.plain or 0) * 100)}%"
            yield Remark(
                score.place,
                f"目标值 {line.target}，实际 {line.actual}，完成 {share}，却得满分 {score.text} 分",
                f"{share} of the target was reached, yet full marks were given",
                against=(line.place,),
                expected=worded(award.plain) if award.plain is not None else told(award.span),
            )


@rule(
    title="定性指标的得分与所写的达成程度不符",
    title_en="the score of a qualitative target does not fit the grade it is said to have reached",
    basis=f"{CIRCULAR}：达成 100—80%，部分达成 80—60%，未达成 60—0%",
    reads=("评分",),
    certainty="O",
    severity="warning",
)
def graded_score_is_outside_its_band(report: Report) -> Iterator[Observation]:
    for line in _lines(report):
        grade, points, score = line.award.reached.grade, line.points, line.printed
        if (
            grade is None
            or points is None
            or score is None
            or not points.value
            or line.award.rule is not RuleType.GRADED
        ):
            continue
        if line.award.standing is not Standing.DISAGREES or not (grade.best or _claims(line)):
            continue
        band = percent_span(line.award.span.times(1 / Fraction(points.value)), 0)
        share = percent(Fraction(score.value) / Fraction(points.value), 0)
        yield Remark(
            score.place,
            f"实际完成写“{line.actual}”，得分应在分值的 {band} 之间，这里是 {share}",
            f"by its wording the score should be {band} of the points; it is {share}",
            against=(points.place,),
        )


def _claims(line: Line) -> bool:
    """Does the result say 达成 in the words of the circular, with no reason given for taking points off?"""
    reason = line.score.reason if line.score is not None else ""
    return "达成" in line.actual and not reason.strip("无/—- 。")


def _lines(report: Report) -> Iterator[Line]:
    """The scored indicators of every form, under the scheme it follows."""
    for form in self_evaluations(report):
        yield from (line for line in chosen_for(report, form)[1] if line.score is not None)


def _lacks_execution(form: SelfEvaluation, rest: Decimal) -> bool:
    """The execution has a score whose points are not printed: they are what the lines leave of the whole."""
    scored = form.execution_figure("得分")
    return scored is not None and form.execution_figure("分值") is None and scored.value <= rest <= _MOST_FOR_EXECUTION


def _missed(report: Report) -> Iterator[tuple[Line, Figure, Figure]]:
    """The scored lines whose number falls short of the target."""
    for line in _lines(report):
        scored, score = line.score, line.printed
        if scored is None or hundredfold(scored) is not None:
            continue
        reached = completion(scored.name, scored.target, scored.actual)
        if reached is not None and not reached.met and line.points is not None and score is not None:
            yield line, line.points, score
