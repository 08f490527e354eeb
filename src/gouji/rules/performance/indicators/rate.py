"""Rates: more than all, and without a percent sign."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import Told, gathered
from gouji.rules.performance.indicators.judged import (
    HUNDRED,
    PERIOD,
    Judged,
    bound,
    conditions,
    grouped,
    judged,
    value_place,
)
from gouji.rules.performance.indicators.named_unit import named_units
from gouji.rules.performance.indicators.rewriting import rewritten
from gouji.rules.performance.indicators.unit import GUIDE
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import counts_per_many, names_a_change, pattern
from gouji.vocabulary.indicators import ends_as, is_rate, is_share, is_share_of_plan, named
from gouji.vocabulary.terms import plain


@rule(
    title="比率类指标的目标值超过100%",
    title_en="the target of a share is more than 100 %",
    basis="覆盖率、合格率、满意度等为部分占总体之比，不会超过100%",
    reads=(INDICATORS,),
    certainty="O",
)
def share_target_exceeds_hundred_percent(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        for condition, place in _conditions(one):
            if condition.unit == "%" and _over_hundred(condition) and (share := _share(one.name)):
                yield Remark(
                    place,
                    f"{one.label}的目标值“{condition.text}”超过100%",
                    f"the target {condition.text} is more than 100 %",
                    expected="≤100%的数值",
                    severity=share,
                )


def _conditions(one: Judged) -> Iterator[tuple[Criterion, Place]]:
    """The conditions of the year, and those of the period where they are others."""
    yield from ((condition, one.at_value) for condition in conditions(one.value))
    period = one.indicator.period_value
    if period is not None and plain(period.text) != plain(one.value.text):
        place = value_place(one.indicator, period, PERIOD)
        yield from ((condition, place) for condition in conditions(period))


def _share(name: str) -> Severity | None:
    if is_share(name):
        return Severity.ERROR
    return Severity.NOTE if is_share_of_plan(name) else None


def _over_hundred(value: Criterion) -> bool:
    """Does the target ask for more than all? ≤120% asks for less, or says nothing."""
    return value.low is not None and (value.low > HUNDRED or (value.low == HUNDRED and value.comparator == ">"))


@rule(
    title="比率类指标值没有百分号，含义不明",
    title_en="a rate without a percent sign",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def rate_target_has_no_percent_sign(report: Report) -> Iterator[Observation]:
    yield from gathered(told for one in judged(report) if (told := _without_sign(one)))


def _without_sign(one: Judged) -> Told | None:
    edge = bound(one.value)
    if one.value.kind is not CriterionKind.NUMBER or one.value.unit or edge is None or not is_rate(one.name):
        return None
    if named_units(one.name) or edge > HUNDRED or counts_per_many(one.name):
        return None
    unclear = "：是1%还是100%？" if edge == 1 else ""
    message = f"{one.label}是比率，指标值“{one.value.text}”没有写%{unclear}"
    message_en = f"a rate, but {one.value.text} has no percent sign"
    return one, Remark(one.at_value, message, message_en, rewrite=rewritten(one))


@rule(
    title="效益用百分数表示，名称却不是比率，没有计算口径",
    title_en="an effect is given as a percentage of nothing stated",
    basis="财预〔2021〕101号：指标值应当有明确的计算方法",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def effect_is_a_percentage_of_nothing(report: Report) -> Iterator[Observation]:
    """促进经济发展 ≥95%: the same percentage in one project is said once."""
    found = (one for one in judged(report) if _of_nothing(one))
    yield from gathered(_percentage(group) for group in grouped(found, lambda one: (id(one.project), one.value.text)))


def _percentage(group: list[Judged]) -> Told:
    names = "、".join(one.label for one in group[:3]) + ("等" if len(group) > 3 else "")
    return group[0], Remark(
        group[0].at_value,
        f"{names}不是比率，“{group[0].value.text}”看不出是什么的百分之几",
        f"{group[0].value.text} of what?",
        tuple(one.at_value for one in group[1:]),
        rewrite=f"{pattern('share_of')}{group[0].value.text}",
    )


def _of_nothing(one: Judged) -> bool:
    value = one.value
    told = (
        is_rate(one.name)
        or names_a_change(one.name)
        or ends_as("satisfaction", one.name)
        or any(word in value.scope for word in "率比度")
    )
    percentage = value.kind is CriterionKind.NUMBER and value.unit == "%"
    return percentage and not told and one.level1 == "效益指标" and named("effect", one.name)
