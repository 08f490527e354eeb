"""Sets of indicators side by side: one set for several projects, numbers that restart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Indicator, Project
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import as_few
from gouji.rules.rule import PROJECTS, rule
from gouji.vocabulary.terms import plain

_YEARS = re.compile(r"(?:19|20)?\d{2}(?:[-—－~至]\d{2,4})?(?:年度?)?|\(\)|年度?")
FEWEST_TO_CLONE = 3
NAMED = 4  # so many projects are named
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
    groups: list[tuple[frozenset[tuple[str, str]], list[Project]]] = []
    for project in report.projects:
        if project.secret or len(project.indicators) < FEWEST_TO_CLONE:
            continue
        own = frozenset((plain(each.name), plain(each.value.text)) for each in project.indicators)
        same = next((group for first, group in groups if _same_set(first, own)), None)
        if same is None:
            groups.append((own, [project]))
        else:
            same.append(project)
    yield from as_few([_cloned(group) for _, group in groups if len(group) > 1], "组项目")


def _same_set(first: frozenset[tuple[str, str]], second: frozenset[tuple[str, str]]) -> bool:
    """Do they share nearly all names and values?"""
    return len(first & second) >= NEARLY_ALL * len(first | second)


def _cloned(group: list[Project]) -> Remark:
    names = "、".join(f"“{project.name}”" for project in group[:NAMED]) + ("等" if len(group) > NAMED else "")
    if of_several_years(group):
        why = "看来是同一项目的不同年度，指标应按各年度的任务分解"
    else:
        why = "请按各自内容设置"
    return Remark(
        group[1].indicators[0].place,
        f"{names}{len(group)}个项目的绩效指标几乎完全相同，{why}",
        f"{len(group)} projects share one set of indicators",
        tuple(project.place for project in group if project is not group[1]),
    )


def of_several_years(group: Sequence[Project]) -> bool:
    """Do the names differ in nothing but years?"""
    return len(group) > 1 and len({_YEARS.sub("", plain(project.name)) for project in group}) == 1


@rule(
    title="指标序号不连续",
    title_en="the numbering of indicators restarts or skips",
    basis="公开表样：指标按序号排列",
    reads=(PROJECTS,),
    certainty="O",
    severity="note",
)
def indicator_numbering_is_broken(report: Report) -> Iterator[Observation]:
    """Numbers may start anew with each class, if they do with all of them; else they run on."""
    broken = [(project, gap) for project in report.projects if not project.secret and (gap := _gap(project))]
    if not broken:
        return
    told = "；".join(_told(project, *gap) for project, gap in broken[:NAMED])
    rest = f"；另有{len(broken) - NAMED}个项目" if len(broken) > NAMED else ""
    (_, (before, after, first)), places = broken[0], [gap[2].place for _, gap in broken[1:]]
    yield Remark(
        first.place,
        f"{told}{rest}，请核对有无遗漏",
        f"the numbers run from {before} to {after}; is one missing?",
        tuple(places),
        f"序号{before + 1}",
    )


def _told(project: Project, before: int, after: int, one: Indicator) -> str:
    how = f"在{before}之后又从1开始" if after == 1 else f"由{before}到{after}"
    return f"“{project.name}”共{len(project.indicators)}个指标，序号{how}"


def _gap(project: Project) -> tuple[int, int, Indicator] | None:
    """The first pair of numbers that do not follow each other, and the indicator of the second."""
    numbers = [(int(one.number), one) for one in project.indicators if one.number.isdigit()]
    if len(numbers) != len(project.indicators):
        return None
    firsts = [number == 1 for (_, last), (number, one) in pairwise(numbers) if _class(one) != _class(last)]
    for (before, last), (after, one) in pairwise(numbers):
        anew = all(firsts) and _class(one) != _class(last)
        if after != before + 1 and not anew:
            return before, after, one
    return None


def _class(one: Indicator) -> tuple[str, str]:
    return one.level1, one.level2
