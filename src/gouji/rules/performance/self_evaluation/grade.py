"""项目支出绩效自评表, the grade: it follows from the form's own total."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.rules.rule import SCORES, rule
from gouji.scoring.form import FORM
from gouji.scoring.grade import graded_box
from gouji.scoring.sheet import sheets


@rule(
    title="自评表的等级与总分不符",
    title_en="the grade of a self-evaluation form does not follow from its total",
    basis="财预〔2020〕10号：优 90—100，良 80—90，中 60—80，差 60 以下",
    reads=(SCORES,),
    certainty="O",
    severity="warning",
)
def form_grade_does_not_follow_from_total(report: Report) -> Iterator[Observation]:
    for sheet in sheets(report):
        total, grade = sheet.total.printed, sheet.grade
        box = graded_box(report, sheet.project)
        if total is None or grade is None or not grade.printed or box is None:
            yield NotApplicable(f"《{FORM}》没有同时写明总分和等级")
        elif grade.disagrees:
            yield Remark(
                box.place,
                f"总分 {total.text} 属“{grade.of_printed}”，这里写的是“{grade.printed}”",
                f"a total of {total.text} makes “{grade.of_printed}”, not “{grade.printed}”",
                against=(total.place,),
                expected=grade.of_printed,
            )
