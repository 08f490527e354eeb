"""绩效目标 of a project: what the money is for is no goal; a goal says what comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Project
from gouji.model.report import Report
from gouji.rules.performance.indicators.judged import live
from gouji.rules.performance.projects.side_by_side import at_goal
from gouji.rules.rule import PROJECTS, rule
from gouji.vocabulary.advice import names_an_effect
from gouji.vocabulary.terms import plain

SHORTEST = 8
NAMED = 4
_MEASURED = re.compile(
    r"[0-9]|[一二两三四五六七八九十百千]+(?:个|次|项|家|场|人|套|台|份|篇|期|条|公里|亩|户)|年底|年内|月底|季度"
)


@rule(
    title="绩效目标没有写明产出、效果或时限",
    title_en="a goal that names no output, no effect and no time",
    basis="财预〔2015〕88号：绩效目标应当包括预期产出、预期效果，指向明确、细化量化",
    reads=(PROJECTS,),
    certainty="O",
    severity="note",
)
def goal_names_no_result(report: Report) -> Iterator[Observation]:
    """A goal of some words that holds neither a number nor a date nor a word of what it brings about, or next to nothing."""
    found = [project for project in live(report.projects) if project.goal.text and _names_nothing(project)]
    if not found:
        return
    names = "、".join(f"“{project.name}”" for project in found[:NAMED]) + "等" * (len(found) > NAMED)
    many = f"{len(found)}个项目" if len(found) > 1 else ""
    yield Remark(
        at_goal(found[0]),
        f"{names}{many}的绩效目标只写了要做的事或资金用途，没有写明产出、效果或时限",
        f"{len(found)} goals name no output, effect or time",
        tuple(at_goal(project) for project in found[1:]),
        rewrite="到＿＿年＿＿月，完成＿＿（数量、质量），实现＿＿（效果）",
    )


def _names_nothing(project: Project) -> bool:
    goal = plain(project.goal.text).strip("。；;，,")
    if _MEASURED.search(goal):
        return False
    return len(goal) < SHORTEST or goal == plain(project.name) or not names_an_effect(goal)
