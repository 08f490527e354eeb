"""Sets of indicators side by side: one set for several projects, numbers that restart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Indicator, Project
from gouji.model.report import Report
from gouji.rules.rule import PROJECTS, rule
from gouji.vocabulary.terms import plain

FEWEST_TO_CLONE = 3
NEARLY_ALL = Decimal("0.8")


@rule(
    title="不同项目使用同一套绩效指标",
    title_en="several projects share one set of indicators",
    basis="财预〔2015〕88号：绩效目标应当与项目内容相匹配",
    reads=(PROJECTS,),
    certainty="S",
    severity="note",
)
def indicator_set_is_cloned(report: Report) -> Iterator[Observation]:
    groups: list[list[Project]] = []
    for project in report.projects:
        if project.secret or len(project.indicators) < FEWEST_TO_CLONE:
            continue
        for group in groups:
            if _same_set(group[0].indicators, project.indicators):
                group.append(project)
                break
        else:
            groups.append([project])
    for group in groups:
        if len(group) > 1:
            yield _cloned(group)


def _same_set(one: tuple[Indicator, ...], other: tuple[Indicator, ...]) -> bool:
    """Do they share nearly all names and values?"""
    first, second = ({(plain(each.name), plain(each.value.text)) for each in each_set} for each_set in (one, other))
    return len(first & second) >= NEARLY_ALL * len(first | second)


def _cloned(group: list[Project]) -> Remark:
    names = "、".join(f"“{project.name}”" for project in group[:4]) + ("等" if len(group) > 4 else "")
    return Remark(
        group[1].indicators[0].place,
        f"{names}{len(group)}个项目的绩效指标几乎完全相同，请按各自内容设置",
        f"{len(group)} projects share one set of indicators",
        tuple(project.place for project in group if project is not group[1]),
    )


@rule(
    title="指标序号不连续",
    title_en="the numbering of indicators restarts or skips",
    basis="公开表样：指标按序号排列",
    reads=(PROJECTS,),
    certainty="O",
    severity="note",
)
def indicator_numbering_is_broken(report: Report) -> Iterator[Observation]:
    for project in report.projects:
        numbers = [(int(one.number), one) for one in project.indicators if one.number.isdigit()]
        if project.secret or len(numbers) != len(project.indicators):
            continue
        for (before, _), (after, one) in pairwise(numbers):
            if after != before + 1:
                how = f"在{before}之后又从1开始" if after == 1 else f"由{before}到{after}"
                yield Remark(
                    one.place,
                    f"“{project.name}”的指标序号{how}，共{len(numbers)}个指标，请核对有无遗漏",
                    f"the numbers run from {before} to {after}; is one missing?",
                    expected=f"序号{before + 1}",
                )
                break
