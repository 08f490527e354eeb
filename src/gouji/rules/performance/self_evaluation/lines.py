"""Forms of scores, the lines among each other: none stands twice, and a level has the points of its indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.performance import Score
from gouji.model.report import Report
from gouji.rules.rule import SCORES, rule
from gouji.scoring.form import FORM, SelfEvaluation, self_evaluations
from gouji.vocabulary.terms import plain

_POINTS = re.compile(r"[(（](?:权重|分值|共|满分)?(?P<points>\d{1,3}(?:\.\d)?)分?[)）]$")


@rule(
    title="同一张表中指标列了两次",
    title_en="an indicator stands twice in one form of scores",
    basis=f"财预〔2020〕10号 {FORM}：每项指标只评一次",
    reads=(SCORES,),
    certainty="O",
    severity="warning",
)
def scored_indicator_stands_twice(report: Report) -> Iterator[Observation]:
    """Only the same target, too, makes it the same: parts of a task go by one name with targets of their own."""
    for form in self_evaluations(report):
        seen: dict[tuple[str, ...], Score] = {}
        for line in form.lines:
            key = (plain(line.level1), plain(line.level2), plain(line.name), plain(line.target.text if line.target else ""))
            if not line.name or line.target is None or not line.target.text:
                continue
            first = seen.setdefault(key, line)
            if first is not line:
                yield Remark(
                    line.place, f"“{line.name}”（{line.target.text}）在本表中已经列过，重复计分，请核对",
                    "the same indicator with the same target stands above", (first.place,),
                )  # fmt: skip


@rule(
    title="一级指标标明的分值不等于其下各项分值之和",
    title_en="the points printed with a level are not the sum of its indicators' points",
    basis=f"财预〔2020〕10号 {FORM}：一级指标分值为其下各项之和",
    reads=(SCORES,),
    certainty="O",
    severity="warning",
)
def points_of_level_are_not_sum_of_indicators(report: Report) -> Iterator[Observation]:
    """产出指标（50分）. A form without its total may be cut off: then nothing is said of its last level."""
    for form in self_evaluations(report):
        levels = _levels(form)
        if not levels:
            yield NotApplicable("一级指标没有标明分值")
        for level, lines in levels.items():
            match = _POINTS.search(level)
            points = [line.points for line in lines if line.points is not None]
            if match is None or len(points) < len(lines) or (form.total is None and lines[-1] is form.lines[-1]):
                continue
            total = sum((one.value for one in points), Decimal(0))
            if total != Decimal(match["points"]):
                yield Remark(
                    points[0].place, f"“{level}”其下 {len(points)} 项分值合计 {total.normalize():f}，与标明的 {match['points']} 分不符",
                    f"the indicators make {total}, the level says {match['points']}",
                    tuple(one.place for one in points[1:]), match["points"],
                )  # fmt: skip


def _levels(form: SelfEvaluation) -> dict[str, list[Score]]:
    """The first levels that print their points, each with its lines."""
    found: dict[str, list[Score]] = {}
    for line in form.lines:
        if _POINTS.search(line.level1.strip()):
            found.setdefault(line.level1.strip(), []).append(line)
    return found
