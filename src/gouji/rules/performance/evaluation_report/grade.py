"""部门整体支出绩效自评报告, the grade: it follows from the total score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.fit import usual
from gouji.scoring.grade import grade_for, grade_in, same_grade
from gouji.scoring.sentences import total_score


@rule(
    title="评价等级与总分不符",
    title_en="the grade does not follow from the total score",
    basis="财预〔2020〕10号：优 90—100，良 80—90，中 60—80，差 60 以下",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def grade_does_not_follow_from_total_score(report: Report) -> Iterator[Observation]:
    total = total_score(report)
    match = grade_in(total[1].text) if total is not None else None
    if total is None or match is None:
        yield NotApplicable("没有同时写明总分和等级")
        return
    score, paragraph = total
    due = grade_for(Fraction(score.value), usual().grades)
    if due and not same_grade(match["grade"], due):
        ink = paragraph.content.ink(*match.span("grade"))
        place = replace(score.place, row="评价等级", text=match["grade"], ink=ink)
        yield Remark(
            place,
            f"总分 {score.text} 对应“{due}”，这里写的是“{match['grade']}”",
            f"a total of {score.text} makes “{due}”, not “{match['grade']}”",
            against=(score.place,),
            expected=due,
        )
