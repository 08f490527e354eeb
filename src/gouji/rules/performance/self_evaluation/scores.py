"""项目支出绩效自评表, the scores: within their points, adding up, and following from what was reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.performance import Score
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.rule import rule
from gouji.scoring.completion import Completion, completion
from gouji.scoring.form import FORM, TOTAL, self_evaluations, sum_of

CIRCULAR = "财预〔2020〕10号 项目支出绩效评价管理办法"
HUNDRED_POINTS = Decimal(100)
# Without the ten points kept for the execution of the budget.
_WHOLES = (HUNDRED_POINTS, Decimal(90))
_PASS_MARK = Decimal("0.6")
_NEAR = Decimal("0.1")
# Grades of qualitative targets: how the result is worded, and the share of the points it is worth.
_GRADES = (
    (re.compile(r"部分达成|部分达到|基本达成"), Decimal("0.6"), Decimal("0.8")),
    (re.compile(r"未达成|未达到|未完成"), Decimal(0), Decimal("0.6")),
)


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
        if stated is not None:
            yield must_total(stated, [Term(point) for point in points], "总分分值 = 各项分值之和", exact=True)
        elif total not in _WHOLES:
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
    for line, points, score, reached in _missed(report):
        linear = points.value * reached.ratio
        passed = points.value * max(Decimal(0), reached.ratio - _PASS_MARK) / (1 - _PASS_MARK)
        near = max(_NEAR, score.step / 2)
        if score.value == points.value or any(abs(score.value - known) <= near for known in (linear, passed, 0)):
            continue
        share = f"{reached.ratio:.2%}"
        yield Remark(
            score.place,
            f"完成 {share}：按完成比例计分应为 {_points(linear)} 分，按 60% 及格线计分应为 {_points(passed)} 分，"
            f"这里给了 {score.text} 分",
            f"{share} reached: {_points(linear)} by ratio, {_points(passed)} with a pass mark of 60 %; "
            f"{score.text} was given",
            against=(points.place, line.place),
            expected=_points(linear),
        )


@rule(
    title="没有达到目标值，却给了满分",
    title_en="full marks although the target was missed",
    basis=f"{CIRCULAR}：未完成指标值的，按完成比例计分",
    reads=("评分",),
    severity="warning",
)
def full_marks_although_target_was_missed(report: Report) -> Iterator[Observation]:
    for line, points, score, reached in _missed(report):
        if score.value == points.value:
            target, actual = (line.target.text if line.target else ""), (line.actual.text if line.actual else "")
            yield Remark(
                score.place,
                f"目标值 {target}，实际 {actual}，完成 {reached.ratio:.2%}，却得满分 {score.text} 分",
                f"{reached.ratio:.2%} of the target was reached, yet full marks were given",
                against=(line.place,),
                expected=_points(points.value * reached.ratio),
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
    for form in self_evaluations(report):
        for line in form.lines:
            graded = _grade(line.actual.text if line.actual else "")
            if graded is None or line.points is None or line.score is None or not line.points.value:
                continue
            low, high = graded
            share = line.score.value / line.points.value
            if not low <= share <= high:
                yield Remark(
                    line.score.place,
                    f"实际完成写“{line.actual.text if line.actual else ''}”，得分应在分值的 {low:.0%}—{high:.0%} 之间，"
                    f"这里是 {share:.0%}",
                    f"by its wording the score should be {low:.0%} to {high:.0%} of the points; it is {share:.0%}",
                    against=(line.points.place,),
                )


def _missed(report: Report) -> Iterator[tuple[Score, Figure, Figure, Completion]]:
    """The scored lines whose number falls short of the target."""
    for form in self_evaluations(report):
        for line in form.lines:
            reached = completion(line.name, line.target, line.actual)
            if reached is not None and not reached.met and line.points is not None and line.score is not None:
                yield line, line.points, line.score, reached


def _grade(text: str) -> tuple[Decimal, Decimal] | None:
    return next(((low, high) for words, low, high in _GRADES if len(text) <= 20 and words.search(text)), None)


def _points(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01')).normalize():f}"
