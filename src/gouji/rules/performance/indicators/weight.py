"""Weights of indicators: with the ten points of execution, or without, they make a full score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.report import Report
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
    for project, indicators in [(None, report.indicators), *sets]:
        # The last set of a list may go on, on a page that is not here.
        weights = [one.weight for one in indicators]
        if len(weights) < 2 or any(weight is None for weight in weights):
            continue
        idle = [weight for weight in weights if weight is not None and weight.value <= 0]
        if idle and len(idle) < len(weights):
            yield Remark(
                idle[0].place,
                f"{len(idle)}个指标的权重为{idle[0].text}，等于不考核",
                "an indicator without weight counts for nothing",
                tuple(weight.place for weight in idle[1:]),
                severity=Severity.NOTE,
            )
        total = sum((weight.value for weight in weights if weight), Decimal(0))
        if total not in (Decimal(90), Decimal(100), Decimal(1)):
            last = judge(project, indicators[-1])
            in_list = project is not None and project.form == LIST
            cut_off = total < 90 and in_list and project is report.projects[-1]
            yield Remark(
                last.indicator.weight.place if last.indicator.weight else last.at_name,
                f"{f'“{project.name}”' if project else '部门整体'}{len(weights)}个指标的权重合计{number(total)}",
                f"the weights make {number(total)}",
                tuple(weight.place for weight in weights[:-1] if weight),
                "90或100",
                Severity.NOTE if cut_off else None,
            )
