"""Signs of comparison that stand behind the value, where they can be read both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.performance import CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.judged import elsewhere, elsewhere_en, grouped, judged
from gouji.rules.performance.indicators.rewriting import fits, rewritten
from gouji.rules.rule import INDICATORS, rule

_BEHIND = re.compile(
    r"(?P<value>\d[\d.,]{0,15}\s?[^\d\s<>=≤≥＜＞＝]{0,6})\s?(?:[<>＜＞]\s?[=＝]|[=＝]\s?[<>＜＞]|[<>≤≥＜＞])"
)


@rule(
    title="比较符号写在数值后面，方向不明",
    title_en="the sign of comparison stands behind the value",
    basis="财预〔2021〕101号：定量指标应当明确≥、＝、≤等性质",
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def operator_stands_behind_the_value(report: Report) -> Iterator[Observation]:
    found = (
        one for one in judged(report) if one.value.kind is CriterionKind.NUMBER and _BEHIND.fullmatch(one.value.text)
    )
    for group in grouped(found, lambda one: one.value.text):
        one = group[0]
        match = _BEHIND.fullmatch(one.value.text)
        value = match["value"].strip() if match else ""
        signed = one.value.comparator in ("≥", "≤", ">", "<") and fits(one, one.value)
        meant = f"{one.value.comparator}{value}" if signed else ""
        better = rewritten(one) or meant
        yield Remark(
            one.at_value,
            f"{one.label}的指标值“{one.value.text}”把比较符号写在数值后面，可以读成至少也可以读成至多，"
            f"请写在前面{elsewhere(group)}",
            f"{one.value.text}: put the sign before the value{elsewhere_en(group)}",
            tuple(other.at_value for other in group[1:]),
            rewrite=better,
        )
