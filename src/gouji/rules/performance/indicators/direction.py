"""Operators against names, and targets that tell nothing: reached by everyone, or by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import gathered
from gouji.rules.performance.indicators.judged import HUNDRED, Judged, bound, conditions, judged
from gouji.rules.performance.indicators.rewriting import better_of, fits, rewritten
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import BLANK, pattern
from gouji.vocabulary.indicators import ends_as, head, words

REVIEW = "财预〔2015〕88号：绩效目标应当指向明确、细化量化、合理可行"


@rule(
    title="指标值的比较方向与指标含义相反",
    title_en="the operator points the wrong way for what the indicator measures",
    basis=REVIEW,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def operator_contradicts_the_name(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        for condition in conditions(one.value):
            better = better_of(one, condition)
            if better and not condition.implied and condition.comparator in (("≥", ">") if better < 0 else ("≤", "<")):
                yield _wrong_way(one, condition, better)


def _wrong_way(one: Judged, value: Criterion, better: int) -> Remark:
    wish, wish_en = ("越低越好", "smaller is better") if better < 0 else ("越高越好", "larger is better")
    return Remark(
        one.at_value,
        f"{one.label}{wish}，目标值却写作“{value.text}”",
        f"{wish_en}, but the target is {value.text}",
        rewrite=rewritten(one),
    )


@rule(
    title="满意度目标定为满分，难以实现也难以取信",
    title_en="a satisfaction target of 100 %",
    basis="绩效评价实务：满意度须有调查支撑，100%不切实际",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def satisfaction_target_is_hundred_percent(report: Report) -> Iterator[Observation]:
    full = (one for one in judged(report) if ends_as("satisfaction", one.name) and _full(one.value, ("%", "分", "")))
    yield from gathered((one, _full_satisfaction(one)) for one in full)


def _full_satisfaction(one: Judged) -> Remark:
    return Remark(
        one.at_value,
        f"{one.label}目标定为{one.value.text}，建议按往年调查结果确定",
        f"a satisfaction target of {one.value.text}; set it by earlier surveys",
        rewrite=f"≥{BLANK}分" if one.value.unit == "分" and fits(one, one.value) else pattern("share"),
    )


@rule(
    title="以履行法定职责或办理手续的100%作为绩效目标，不反映项目成效",
    title_en="the target is 100 % of what is required anyway",
    basis="绩效评价实务：采购、支付等合规性事项不作为绩效指标",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def target_is_full_compliance_with_a_duty(report: Report) -> Iterator[Observation]:
    duties = (one for one in judged(report) if ends_as("duty", one.name) and _full(one.value, ("%",)))
    yield from gathered((one, _duty(one)) for one in duties)


def _duty(one: Judged) -> Remark:
    return Remark(
        one.at_value,
        f"{one.label}100%是办理手续的基本要求，不反映产出或效果；宜改为所购货物、服务的数量、质量或用后效果",
        "100 % of a duty says nothing of outputs or effects",
    )


@rule(
    title="节约率目标远高于通常水平",
    title_en="a savings rate far above practice",
    basis="财预〔2020〕10号：成本节约率=（计划成本-实际成本）/计划成本",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def savings_target_is_implausible(report: Report) -> Iterator[Observation]:
    limit = Decimal(words()["limits"]["savings"])
    for one in judged(report):
        edge = bound(one.value)
        if head(one.name).endswith("节约率") and one.value.unit == "%" and edge is not None and edge >= limit:
            yield Remark(
                one.at_value,
                f"{one.label}目标为“{one.value.text}”：若能节约一半以上，预算本身即偏高，请核对",
                f"a savings rate of {one.value.text} would mean the budget is far too high",
            )


def _full(value: Criterion, units: tuple[str, ...]) -> bool:
    """Is the target all of it: 100%, ≥100%, 100分?"""
    return (
        value.kind is CriterionKind.NUMBER
        and value.low == HUNDRED
        and value.comparator in ("≥", "=")
        and value.unit in units
    )
