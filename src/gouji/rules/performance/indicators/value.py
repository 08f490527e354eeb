"""Values that cannot be judged: blank, long-term, vague, a copy of the name."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import Told, gathered
from gouji.rules.performance.indicators.judged import (
    Judged,
    elsewhere,
    elsewhere_en,
    grouped,
    judged,
)
from gouji.rules.performance.indicators.rewriting import unfilled
from gouji.rules.performance.likeness import alike
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import describes_grades, is_graded_by_others, measurable, yearly
from gouji.vocabulary.indicators import direction, named
from gouji.vocabulary.terms import plain

QUANTIFY = "财预〔2015〕88号：绩效目标应当细化量化，可衡量"
GRADES = "财预〔2021〕101号：定性指标应当说明分级标准"


@rule(
    title="指标没有填写目标值",
    title_en="an indicator without a target",
    basis=QUANTIFY,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def target_value_is_missing(report: Report) -> Iterator[Observation]:
    yield from gathered((one, _missing(one)) for one in judged(report) if one.name and _is_missing(one))


def _is_missing(one: Judged) -> bool:
    return one.value.kind is CriterionKind.MISSING or _idle_nothing(one)


def _missing(one: Judged) -> Remark:
    why = f"（{one.value.reason}）" if one.value.reason else ""
    printed = f"“{one.value.text}”{why}" if one.value.text else "空白"
    whole = one.indicator.period_value
    later = whole is not None and whole.kind is not CriterionKind.MISSING  # it may not be due this year
    return Remark(
        one.at_value,
        f"{one.label}的年度指标值为{printed}，无从考核",
        "no target: nothing to judge by",
        severity=Severity.NOTE if later else None,
        rewrite=unfilled(one),
    )


@rule(
    title="指标只有指标值，没有指标名称",
    title_en="targets without the name of an indicator",
    basis=QUANTIFY,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def indicator_has_no_name(report: Report) -> Iterator[Observation]:
    """One finding for a set: whoever leaves out one name has mostly left out all. No name at all may be a lost column."""
    everything = list(judged(report))
    nameless = [one for one in everything if not one.name and one.value.text]
    lost = len(nameless) == len(everything) and len(everything) > 1
    for group in grouped(nameless, lambda one: id(one.project)):
        yield Remark(
            group[0].at_value,
            f"有{len(group)}个指标没有填写指标名称（内容），只有指标值“{group[0].value.text}”等"
            + ("；如原件列有名称，则是文字提取时丢失" if lost else ""),
            f"{len(group)} targets have no indicator's name",
            tuple(one.at_value for one in group[1:]),
            severity=Severity.NOTE if lost else None,
        )


def _idle_nothing(one: Judged) -> bool:
    """无 as the target of something that is no mishap says that there is no target."""
    return one.value.text == "无" and not named("event", one.name) and direction(one.name) >= 0


@rule(
    title="年度指标值写“长期”“持续”，当年无法考核",
    title_en="“long-term” as the target of a year",
    basis=QUANTIFY,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def target_value_is_long_term(report: Report) -> Iterator[Observation]:
    found = (one for one in judged(report) if one.value.kind is CriterionKind.LONG_TERM)
    yield from gathered((one, _long_term(one)) for one in found)


def _long_term(one: Judged) -> Remark:
    return Remark(
        one.at_value,
        f"{one.label}的年度指标值是“{one.value.text}”，年末无法判断是否完成，请写当年可考核的数值",
        f"{one.value.text} cannot be judged at the end of the year",
        rewrite=unfilled(one) or yearly(one.name, one.level2),
    )


@rule(
    title="定性指标值没有分级描述，难以考核",
    title_en="a qualitative target without grades",
    basis=GRADES,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def qualitative_target_has_no_grades(report: Report) -> Iterator[Observation]:
    vague = [one for one in judged(report) if _is_vague(one)]
    several = (_vague(group) for group in grouped(vague, lambda one: (one.name, plain(one.value.text))))
    yield from gathered(several)


def _is_vague(one: Judged) -> bool:
    text = one.value.text
    short = one.value.kind is CriterionKind.QUALITATIVE and len(text) <= LONGEST_WITHOUT_GRADES
    graded = describes_grades(text) or is_graded_by_others(one.name)
    return short and not repeats_name(one) and not graded


def _vague(group: list[Judged]) -> Told:
    one = group[0]
    return one, Remark(
        one.at_value,
        f"{one.label}的指标值“{one.value.text}”没有说明达到什么程度算完成{elsewhere(group)}",
        f"{one.value.text}: nothing says when it is reached{elsewhere_en(group)}",
        tuple(other.at_value for other in group[1:]),
        rewrite=measurable(one.name, one.value.text),
    )


LONGEST_WITHOUT_GRADES = 30  # a longer text may hold its grades itself


@rule(
    title="指标值重复指标名称，没有给出衡量标准",
    title_en="the target repeats the name",
    basis=QUANTIFY,
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def target_value_repeats_the_name(report: Report) -> Iterator[Observation]:
    found = filter(repeats_name, judged(report))
    yield from gathered(_repeated(group) for group in grouped(found, lambda one: (one.name, plain(one.value.text))))


def _repeated(group: list[Judged]) -> Told:
    one = group[0]
    return one, Remark(
        one.at_value,
        f"{one.label}的指标值“{one.value.text}”只是重复名称{elsewhere(group)}",
        f"the target {one.value.text} repeats the name{elsewhere_en(group)}",
        tuple(other.at_value for other in group[1:]),
        rewrite=_said_anew(one),
    )


def _said_anew(one: Judged) -> str:
    """无安全事故发生 is 0起; what only says which way things go needs a measure."""
    if one.value.kind is CriterionKind.ZERO:
        return "0元" if "损失" in one.name else "0起"
    return measurable(one.name, one.value.text)


def repeats_name(one: Judged) -> bool:
    """Is the value, which has no number, the name again or nearly so?"""
    if one.value.kind not in (CriterionKind.QUALITATIVE, CriterionKind.PASS, CriterionKind.ZERO) or one.value.unit:
        return False
    value = plain(one.value.text.strip("。；; "))
    return len(value) >= 3 and (value == one.name or (len(value) >= 5 and alike(value, one.name)))
