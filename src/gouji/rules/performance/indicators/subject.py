"""Indicators written for another project: they name people that this one does not serve."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Project
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import Told, gathered
from gouji.rules.performance.indicators.judged import Judged, judged
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import served
from gouji.vocabulary.terms import plain


@rule(
    title="指标提到的服务对象与项目内容不符",
    title_en="an indicator names people that its project does not serve",
    basis="财预〔2015〕88号：绩效指标应当与项目内容相关",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def indicator_serves_others_than_the_project(report: Report) -> Iterator[Observation]:
    """Said only where nothing in the project, its body or its other indicators hints at those the indicator names."""
    naming = ((one, found[0]) for one in judged(report) if (found := served(one.name)))
    groups: dict[tuple[int, str], list[Judged]] = {}
    for one, who in naming:
        groups.setdefault((id(one.project), who), []).append(one)
    alone = (group[0] for group in groups.values() if len(group) == 1)  # named twice they may well be meant
    yield from gathered(told for one in alone if (told := _foreign(report, one)))


def _foreign(report: Report, one: Judged) -> Told | None:
    who, hints = served(one.name) or ("", ())
    around = _around(report, one)
    if len(around) < SHORTEST or who in around or any(hint in around for hint in hints):
        return None
    return one, Remark(
        one.at_name,
        f"{one.label}针对“{who}”，而项目名称、目标和其他指标都与此无关，是否沿用了别的项目的指标？请改为本项目实际的服务对象",
        f"an indicator for {who}, of which nothing else in the project speaks",
    )


SHORTEST = 20  # of less text it cannot be told what the project is about


def _around(report: Report, one: Judged) -> str:
    """All that is said of the project but this indicator: its body, name, goal, boxes and other indicators."""
    project = one.project
    others = [other for other in (project.indicators if project else report.indicators) if other is not one.indicator]
    texts = [report.body, report.title, *(f"{other.name}\n{other.value.text}" for other in others)]
    return plain("\n".join([*texts, *(_of_project(project) if project else _of_department(report))]))


def _of_project(project: Project) -> list[str]:
    return [project.body, project.name, project.goal.text, *(box.text for box in project.boxes)]


def _of_department(report: Report) -> list[str]:
    """The department's boxes and tasks, and its projects."""
    rows = [row for table in report.tables for row in table.rows]
    cells = [cell.text for row in rows for cell in row.cells.values()]
    return [
        *(box.text for box in report.boxes),
        *(row.name for row in rows),
        *cells,
        *(p.name for p in report.projects),
    ]
