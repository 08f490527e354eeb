"""项目支出绩效目标审核表: each score within its points, the total, the grade that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.performance import Review
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.rule import rule
from gouji.scoring.fit import usual
from gouji.scoring.grade import grade_alone, grade_for, same_grade

FORM = "项目支出绩效目标审核表"
BASIS = f"财预〔2015〕88号 {FORM}"
TOTAL, GRADE, WHOLE = "总分", "综合评级", "总体意见"


@rule(
    title="绩效目标审核的得分超出分值，或为负数",
    title_en="a score of the review of targets exceeds its points or is negative",
    basis=f"{BASIS}：各项得分不超过分值",
    certainty="O",
)
def target_review_score_is_outside_its_points(report: Report) -> Iterator[Observation]:
    pairs = [(one.points, one.score) for one in report.reviews if one.points is not None and one.score is not None]
    if not pairs:
        yield NotApplicable(f"没有列出分值和得分的《{FORM}》")
    for points, score in pairs:
        if not 0 <= score.value <= points.value:
            yield Remark(
                score.place, f"得分 {score.text} 不在 0 与分值 {points.text} 之间",
                f"the score {score.text} lies outside 0 to {points.text}", (points.place,), f"0—{points.text}",
            )  # fmt: skip


@rule(
    title="绩效目标审核的总分不等于各项得分之和",
    title_en="the total of the review of targets is not the sum of its scores",
    basis=f"{BASIS}：总分为各项得分之和",
    certainty="O",
)
def target_review_total_is_not_sum_of_scores(report: Report) -> Iterator[Observation]:
    for lines, total, _ in _forms(report):
        scores = _all_scores(lines)
        if total is None or total.score is None or scores is None:
            yield NotApplicable(f"《{FORM}》没有总分，或得分没有列全")
            continue
        yield must_total(total.score, [Term(score) for score in scores], "总分 = 各项得分之和", exact=True)


@rule(
    title="绩效目标审核的综合评级与总分不符",
    title_en="the grade of the review of targets does not follow from its total",
    basis="财预〔2015〕88号：优 90—100，良 80—90，中 60—80，差 60 以下",
    certainty="O",
    severity="warning",
)
def target_review_grade_does_not_follow(report: Report) -> Iterator[Observation]:
    for _, total, verdict in _forms(report):
        printed = grade_alone(verdict.opinion) if verdict is not None else ""
        if total is None or total.score is None or verdict is None or not printed:
            yield NotApplicable(f"《{FORM}》没有同时列出总分和综合评级")
            continue
        due = grade_for(Fraction(total.score.value), usual().grades)
        if due and not same_grade(printed, due):
            yield Remark(
                verdict.place, f"总分 {total.score.text} 对应“{due}”，这里写的是“{printed}”",
                f"a total of {total.score.text} makes “{due}”, not “{printed}”", (total.score.place,), due,
            )  # fmt: skip


def _forms(report: Report) -> Iterator[tuple[list[Review], Review | None, Review | None]]:
    """Each form: its lines, its total and its verdict. A form ends where the next project's begins."""
    for project in dict.fromkeys(one.project for one in report.reviews):
        own = [one for one in report.reviews if one.project == project]
        total = next((one for one in own if one.subject == TOTAL), None)
        verdict = next((one for one in own if one.subject == GRADE), None)
        yield [one for one in own if one.subject not in (TOTAL, GRADE, WHOLE)], total, verdict


def _all_scores(lines: list[Review]) -> list[Figure] | None:
    """The scores of all lines; None where one is blank."""
    scores = [one.score for one in lines if one.score is not None]
    return scores if scores and len(scores) == len(lines) else None
