"""Signs of comparison: missing, behind the value where they can be read both ways, or contradicting each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.performance import CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import Told, gathered
from gouji.rules.performance.indicators.judged import (
    HUNDRED,
    Judged,
    conditions,
    elsewhere,
    elsewhere_en,
    grouped,
    judged,
    number,
)
from gouji.rules.performance.indicators.rewriting import fits, rewritten
from gouji.rules.rule import INDICATORS, rule

SIGNS = "财预〔2021〕101号：定量指标应当明确≥、＝、≤等性质"
_BEHIND = re.compile(
    r"(?P<value>\d[\d.,]{0,15}\s?[^\d\s<>=≤≥＜＞＝]{0,6})\s?(?:[<>＜＞]\s?[=＝]|[=＝]\s?[<>＜＞]|[<>≤≥＜＞])"
)


@rule(
    title="比较符号写在数值后面，方向不明",
    title_en="the sign of comparison stands behind the value",
    basis=SIGNS,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def operator_stands_behind_the_value(report: Report) -> Iterator[Observation]:
    found = (
        one for one in judged(report) if one.value.kind is CriterionKind.NUMBER and _BEHIND.fullmatch(one.value.text)
    )
    yield from gathered(_behind(group) for group in grouped(found, lambda one: one.value.text))


def _behind(group: list[Judged]) -> Told:
    one = group[0]
    match = _BEHIND.fullmatch(one.value.text)
    signed = match is not None and one.value.comparator in ("≥", "≤", ">", "<") and fits(one, one.value)
    meant = f"{one.value.comparator}{match['value'].strip()}" if match is not None and signed else ""
    return one, Remark(
        one.at_value,
        f"{one.label}的指标值“{one.value.text}”把比较符号写在数值后面，可以读成至少也可以读成至多，"
        f"请写在前面{elsewhere(group)}",
        f"{one.value.text}: put the sign before the value{elsewhere_en(group)}",
        tuple(other.at_value for other in group[1:]),
        rewrite=rewritten(one) or meant,
    )


@rule(
    title="定量指标值没有写明≥、≤或＝",
    title_en="quantitative targets without an operator",
    basis=SIGNS,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def quantitative_targets_have_no_operator(report: Report) -> Iterator[Observation]:
    """One note for a document: the fault is a habit of the form's author, not of a row."""
    bare = [one for one in judged(report) if one.name and _has_no_sign(one)]
    if not bare:
        return
    one = next((one for one in bare if rewritten(one)), bare[0])
    yield Remark(
        one.at_value,
        f"本文件有{len(bare)}个定量指标值没有写明≥、≤或＝，如{one.label}“{one.value.text}”",
        f"{len(bare)} quantitative targets have no operator, such as {one.value.text}",
        tuple(other.at_value for other in bare if other is not one),
        rewrite=rewritten(one),
    )


def _has_no_sign(one: Judged) -> bool:
    """Is the sign left to be inferred? All is all, with ≥ or =."""
    ratio = one.value.unit.startswith(":")  # 带动 1:5
    implied = one.value.kind is CriterionKind.NUMBER and one.value.implied and not ratio
    return implied and not (one.value.low == HUNDRED and one.value.unit in ("%", "分"))


@rule(
    title="指标值自相矛盾：比较符号相反，或区间上下颠倒",
    title_en="a target that contradicts itself",
    basis="财预〔2015〕88号：绩效目标应当细化量化，可衡量",
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def target_value_contradicts_itself(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        for condition in conditions(one.value):
            if condition.comparator == "":
                reason, reason_en, right = "同时写了“至少”和“至多”", "both at least and at most", ""
            elif condition.low is not None and condition.high is not None and condition.low > condition.high:
                reason, reason_en = "区间上下限颠倒", "the bounds are the wrong way round"
                plainly = not condition.scale and fits(one, condition)
                right = f"{number(condition.high)}—{number(condition.low)}{condition.unit}" if plainly else ""
            else:
                continue
            yield Remark(one.at_value, f"{one.label}的指标值“{condition.text}”{reason}", reason_en, rewrite=right)
