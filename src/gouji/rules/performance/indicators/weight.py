"""Weights of indicators: with the ten points of execution, or without, they make a full score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Indicator, Project
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import as_few
from gouji.rules.performance.indicators.judged import judge, number
from gouji.rules.rule import INDICATORS, rule

LIST = "项目支出绩效目标表"


@rule(
    title="指标权重之和不是90或100",
    title_en="the weights of the indicators do not make 90 or 100",
    basis="财预〔2020〕10号：预算执行率10分，其余指标合计90分；或按100分设置",
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def indicator_weights_make_no_full_score(report: Report) -> Iterator[Observation]:
    sets = [(project, project.indicators) for project in report.projects if not project.secret]
    found = [(p, i) for p, i in [(None, report.indicators), *sets] if len(i) > 1 and all(one.weight for one in i)]
    yield from as_few([remark for project, indicators in found if (remark := _idle(project, indicators))])
    odd = [remark for project, indicators in found if (remark := _odd(report, project, indicators))]
    for severity in (None, Severity.NOTE):
        yield from as_few([remark for remark in odd if remark.severity is severity])


def _idle(project: Project | None, indicators: tuple[Indicator, ...]) -> Remark | None:
    weights = [one.weight for one in indicators if one.weight]
    idle = [weight for weight in weights if weight.value <= 0]
    if not idle or len(idle) == len(weights):
        return None
    return Remark(
        idle[0].place,
        f"{_named(project)}{len(idle)}个指标的权重为{idle[0].text}，等于不考核",
        "an indicator without weight counts for nothing",
        tuple(weight.place for weight in idle[1:]),
        severity=Severity.NOTE,
    )


def _odd(report: Report, project: Project | None, indicators: tuple[Indicator, ...]) -> Remark | None:
    """Eighty may be what 20 points of execution leave. The last set of a list may go on, on a page that is not here."""
    weights = [one.weight for one in indicators if one.weight]
    total = sum((weight.value for weight in weights), Decimal(0))
    if total in (Decimal(90), Decimal(100), Decimal(1), Decimal("0.9")):
        return None
    in_list = project is not None and project.form == LIST
    cut_off = total < 90 and in_list and project is report.projects[-1]
    eighty = total in (Decimal(80), Decimal("0.8"))
    last = judge(project, indicators[-1])
    return Remark(
        last.indicator.weight.place if last.indicator.weight else last.at_name,
        f"{_named(project)}{len(weights)}个指标的权重合计{number(total)}{'；如预算执行率另占20分则相符' if total == 80 else ''}",
        f"the weights make {number(total)}",
        tuple(weight.place for weight in weights[:-1]),
        "90或100",
        Severity.NOTE if cut_off or eighty else None,
    )


def _named(project: Project | None) -> str:
    return f"“{project.name}”" if project else "部门整体"
