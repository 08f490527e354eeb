"""项目支出绩效自评表: targets that were reached and have less than the points that every scheme gives for that."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.rule import rule
from gouji.scoring.award import Standing, known_awards
from gouji.scoring.form import self_evaluations
from gouji.scoring.sheet import Line, chosen_for

_GRANTED = (Standing.AGREES, Standing.NEAR, Standing.ALLOWED)


@rule(
    title="达到了目标值，却没有给满分",
    title_en="less than full marks although the target was reached",
    basis="财预〔2020〕10号 项目支出绩效评价管理办法：完成指标值的，记该指标所赋全部分值",
    reads=("评分",),
    severity="note",
)
def less_than_full_marks_although_target_was_reached(report: Report) -> Iterator[Observation]:
    """Harmless, but it does not follow from the rule; whoever takes points off for a reason says so beside them."""
    for form in self_evaluations(report):
        for line in chosen_for(report, form)[1]:
            if _is_low(line, report.year) and line.points is not None and line.printed is not None:
                yield Remark(
                    line.printed.place,
                    f"目标值 {line.target}，实际 {line.actual}，已经达到，按规则应得满分 {line.points.text} 分，"
                    f"这里给了 {line.printed.text} 分；如另有扣分原因，请写在表上",
                    f"the target was reached and earns {line.points.text} points; {line.printed.text} were given",
                    against=(line.points.place, line.place),
                    expected=line.points.text,
                )


def _is_low(line: Line, year: int | None) -> bool:
    """Is it less than any scheme gives, with no reason beside it?"""
    award, scored = line.award, line.score
    if scored is None or award.standing is not Standing.DISAGREES or not award.reached.met or not award.known:
        return False
    points, score = line.points, line.printed
    if points is None or score is None or not 0 <= score.value < points.value or scored.reason.strip("无/—- 。"):
        return False
    return award.span.low == points.value and not any(
        one.standing in _GRANTED for one in known_awards(scored, year) if one.known
    )
