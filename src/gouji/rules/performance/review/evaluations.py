"""项目支出绩效自评复核表: what the review gives each line, within its points, with its reason, and its total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_total
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.performance import Reviewed, Score
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.rule import SCORES, rule
from gouji.scoring.form import SelfEvaluation, self_evaluations

PRACTICE = "绩效自评复核工作底稿（复核完成值、复核得分、偏离度、备注）"
_NO_EVIDENCE = re.compile(
    r"(?:无|没有|未(?:能)?(?:提供|附|见|上传|提交)|缺少?)[^，。；]{0,6}(?:佐证|证明|支撑|依据|问卷|调查)[^，。；]{0,4}(?:材料|资料|数据|文件)?"
)
_IN_PART = re.compile(r"部分|个别|不全|不足|不够|完整")


@rule(
    title="复核得分没有填写",
    title_en="the score of a review is left blank",
    basis=PRACTICE,
    reads=(SCORES,),
    certainty="S",
    severity="warning",
)
def review_score_is_left_blank(report: Report) -> Iterator[Observation]:
    for form, lines in _reviewed(report):
        if not any(reviewed.score is not None for _, reviewed in lines):
            yield NotApplicable("复核得分一栏整栏没有填写")
            continue
        for line, reviewed in lines:
            if reviewed.score is None and line is not form.total and line.points is not None:
                yield Remark(line.place, f"“{line.name}”没有复核得分，其他各行都有", "no score after review here")


@rule(
    title="复核得分超出分值，或为负数",
    title_en="a score after review exceeds its points or is negative",
    basis=f"{PRACTICE}：复核得分不超过分值",
    reads=(SCORES,),
    certainty="S",
)
def review_score_is_outside_its_points(report: Report) -> Iterator[Observation]:
    for _, lines in _reviewed(report):
        for line, reviewed in lines:
            score, points = reviewed.score, line.points
            if score is not None and points is not None and not 0 <= score.value <= points.value:
                yield Remark(
                    score.place, f"复核得分 {score.text} 不在 0 与分值 {points.text} 之间",
                    f"the score {score.text} lies outside 0 to {points.text}", (points.place,), f"0—{points.text}",
                )  # fmt: skip


@rule(
    title="复核总分不等于各项复核得分之和",
    title_en="the total after review is not the sum of the scores after review",
    basis=f"{PRACTICE}：合计行为各行之和",
    reads=(SCORES,),
    certainty="S",
)
def review_total_is_not_sum_of_scores(report: Report) -> Iterator[Observation]:
    for form, lines in _reviewed(report):
        total = form.total.reviewed.score if form.total is not None and form.total.reviewed is not None else None
        own = [(line, reviewed) for line, reviewed in lines if line is not form.total and line.points is not None]
        scores = [reviewed.score for _, reviewed in own if reviewed.score is not None]
        if total is None or not scores or len(scores) < len(own) or form.execution_figure("得分") is not None:
            yield NotApplicable("复核表没有合计，或复核得分没有列全")
            continue
        yield must_total(total, [Term(score) for score in scores], "复核总分 = 各项复核得分之和", exact=True)


@rule(
    title="复核扣了分，没有写理由",
    title_en="the review takes points off without a reason",
    basis=f"{PRACTICE}：每一处扣分应写明依据的规则",
    reads=(SCORES,),
    certainty="S",
    severity="note",
)
def review_deduction_has_no_reason(report: Report) -> Iterator[Observation]:
    """A sheet without any remark may have no column for them: then nothing is missed."""
    for form, lines in _reviewed(report):
        if not any(reviewed.remark for _, reviewed in lines):
            yield NotApplicable("复核表没有备注")
            continue
        for line, reviewed in lines:
            given, kept = line.score, reviewed.score
            if given is None or kept is None or kept.value >= given.value or reviewed.remark or line is form.total:
                continue
            yield Remark(
                kept.place, f"“{line.name}”自评 {given.text} 分，复核 {kept.text} 分，没有写扣分理由",
                f"from {given.text} to {kept.text} without a reason", (given.place,),
            )  # fmt: skip


@rule(
    title="复核写明没有佐证材料，却仍给分",
    title_en="the review finds no evidence and still gives points",
    basis="自评复核评分规则：没有佐证材料的指标不得分",
    reads=(SCORES,),
    certainty="S",
    severity="note",
)
def review_gives_points_without_evidence(report: Report) -> Iterator[Observation]:
    for _, lines in _reviewed(report):
        for line, reviewed in lines:
            lacking = _NO_EVIDENCE.search(reviewed.remark)
            if lacking and not _IN_PART.search(reviewed.remark) and reviewed.score is not None and reviewed.score.value > 0:
                yield Remark(
                    reviewed.score.place, f"备注写“{lacking[0]}”，“{line.name}”仍得 {reviewed.score.text} 分，请核实",
                    "the remark finds no evidence, yet points are given",
                )  # fmt: skip


def _reviewed(report: Report) -> Iterator[tuple[SelfEvaluation, list[tuple[Score, Reviewed]]]]:
    """The forms that have been reviewed, with each line and its review."""
    for form in self_evaluations(report):
        lines = [(line, line.reviewed) for line in (*form.lines, form.total) if line is not None and line.reviewed is not None]
        if lines:
            yield form, lines
