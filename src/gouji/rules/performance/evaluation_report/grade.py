"""部门整体支出绩效自评报告, the grade: it follows from the total score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.sentences import total_score
from gouji.vocabulary.terms import half_width

_GRADE = re.compile(
    r"(?:等级|等次|结果|结论|评级|档次)(?:为|是|评定为|：|:)?\s?[“\"「]?(?P<grade>优秀|优|良好|良|中等|中|差|不合格|合格)(?![级好质])"
)
# 财预〔2020〕10号; the names 合格 and 不合格 stand for 中 and 差 in some regions.
_BANDS = {"优": (90, 1000), "良": (80, 90), "中": (60, 80), "差": (0, 60), "合格": (60, 80), "不合格": (0, 60)}
_LONG = {"优秀": "优", "良好": "良", "中等": "中"}


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
    match = _GRADE.search(half_width(total[1].text)) if total is not None else None
    if total is None or match is None:
        yield NotApplicable("没有同时写明总分和等级")
        return
    score, paragraph = total
    grade = _LONG.get(match["grade"], match["grade"])
    low, high = _BANDS[grade]
    if not low <= score.value < high:
        due = next(name for name, (least, _) in _BANDS.items() if score.value >= least)
        ink = paragraph.content.ink(*match.span("grade"))
        place = replace(score.place, row="评价等级", text=match["grade"], ink=ink)
        yield Remark(
            place,
            f"总分 {score.text} 对应“{due}”，这里写的是“{match['grade']}”",
            f"a total of {score.text} makes “{due}”, not “{match['grade']}”",
            against=(score.place,),
            expected=due,
        )
