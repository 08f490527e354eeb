"""Projects of one document side by side: names that stand twice, goals and indicators that are missing or the same."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Project
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.performance.indicators.clones import of_several_years
from gouji.rules.performance.indicators.gathering import as_few
from gouji.rules.performance.indicators.judged import live
from gouji.rules.performance.likeness import alike
from gouji.rules.rule import PROJECTS, rule
from gouji.vocabulary.terms import plain

TARGETS = "财预〔2015〕88号：申请预算资金的项目都应当设定绩效目标和指标"
SHORTEST_GOAL = 15  # a shorter goal says too little to be called a copy
SAME = 0.95
NAMED = 4  # so many projects are named


@rule(
    title="同一单位内项目名称重复",
    title_en="two projects of one unit have the same name",
    basis="项目支出绩效目标表：同一单位的项目名称应当能够区分",
    reads=(PROJECTS,),
    certainty="S",
    severity="note",
)
def project_name_stands_twice(report: Report) -> Iterator[Observation]:
    seen: dict[tuple[str, str, str], Project] = {}
    for project in live(report.projects):
        first = seen.setdefault((project.form, project.body, plain(project.name)), project)
        if first is not project and project.name:
            yield Remark(
                project.place,
                f"“{project.name}”在同一单位出现两次，请合并或加以区分（如注明年度）",
                "the same name twice in one unit",
                (first.place,),
            )


@rule(
    title="项目没有绩效目标或绩效指标",
    title_en="a project without a goal or without indicators",
    basis=TARGETS,
    reads=(PROJECTS,),
    severity="warning",
)
def project_has_no_target(report: Report) -> Iterator[Observation]:
    """Where a whole document shows no goals, or no indicators, its form has no such column: nothing is said."""
    projects = list(live(report.projects))
    goals = any(project.goal.text for project in projects)
    indicators = any(project.indicators for project in projects)
    groups: dict[str, list[Project]] = {}
    for project in projects:
        missing = ["绩效目标"] * (goals and not project.goal.text) + ["绩效指标"] * (
            indicators and not project.indicators
        )
        if missing:
            groups.setdefault("和".join(missing), []).append(project)
    for lacks, group in groups.items():
        names = "、".join(f"“{project.name}”" for project in group[:NAMED]) + "等" * (len(group) > NAMED)
        many = f"{len(group)}个项目" if len(group) > 1 else ""
        yield Remark(
            group[0].place,
            f"{names}{many}没有填写{lacks}",
            f"{len(group)} projects without a goal or indicators",
            tuple(project.place for project in group[1:]),
        )


@rule(
    title="不同项目使用同一段绩效目标",
    title_en="several projects share one goal",
    basis="财预〔2015〕88号：绩效目标应当与项目内容相匹配",
    reads=(PROJECTS,),
    certainty="S",
    severity="note",
)
def goal_is_copied_between_projects(report: Report) -> Iterator[Observation]:
    groups: list[list[Project]] = []
    for project in live(report.projects):
        goal = plain(project.goal.text)
        if len(goal) < SHORTEST_GOAL:
            continue
        same = next((group for group in groups if alike(plain(group[0].goal.text), goal, SAME)), None)
        if same is None:
            groups.append([project])
        elif project.name != same[0].name or project.body != same[0].body:
            same.append(project)
    yield from as_few([_copied(group) for group in groups if len(group) > 1], "组项目")


def _copied(group: list[Project]) -> Remark:
    names = "、".join(f"“{project.name}”" for project in group[:NAMED]) + "等" * (len(group) > NAMED)
    years = of_several_years(group)
    why = "看来是同一项目的不同年度，没有写出各年度分别完成什么" if years else "看不出各自要达到什么"
    return Remark(
        at_goal(group[1]),
        f"{names}{len(group)}个项目的绩效目标文字相同，{why}",
        f"{len(group)} projects share one goal",
        tuple(at_goal(project) for project in group if project is not group[1]),
    )


def at_goal(project: Project) -> Place:
    """The first words of the goal: a finding points at something narrow."""
    ink = project.goal.ink(0, min(len(project.goal), SHORTEST_GOAL))
    text = project.goal.text[:SHORTEST_GOAL]
    return Place(project.place.document, project.place.form, project.place.row, "绩效目标", text, ink)
