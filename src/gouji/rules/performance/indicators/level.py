"""Levels: second-level names under the wrong first level, indicators under the wrong class."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import Told, gathered
from gouji.rules.performance.indicators.judged import (
    Judged,
    conditions,
    elsewhere,
    elsewhere_en,
    grouped,
    judged,
    unit_of,
)
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import counts_a_result
from gouji.vocabulary.indicators import COUNT, ends_as, named
from gouji.vocabulary.levels import first_level, first_levels_over, second_level

GUIDE = "财预〔2021〕101号：一级指标为成本、产出、效益、满意度，各有其二级指标"
SATISFACTION = "满意度指标"
SATISFACTION_SECOND = "服务对象满意度指标"
WHERE = {"产出指标": "数量指标", SATISFACTION: SATISFACTION_SECOND}
CLASSES = ("产出指标", "效益指标", "满意度指标", "成本指标")


@rule(
    title="二级指标不属于所在的一级指标",
    title_en="a second-level indicator under a first level it does not belong to",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def second_level_is_under_the_wrong_first_level(report: Report) -> Iterator[Observation]:
    for rows in grouped(judged(report), lambda one: (id(one.project), one.indicator.level1)):
        printed = rows[0].indicator.level1
        as_first = bool(second_level(printed)) and not first_level(printed)
        if as_first:
            here = [one for one in rows if _stands_right(one, printed)]  # others are told below, each once
            if here:
                yield _misplaced(here, f"“{printed}”是二级指标，却列为一级指标", printed, Severity.NOTE)
        elif first_level(printed) not in CLASSES:
            continue
        for group in grouped(rows, lambda one: one.indicator.level2):
            below = group[0].indicator.level2
            if second_level(below) and not _belongs(below, printed, as_first):
                yield _misplaced(group, f"“{below}”列在“{printed}”下", below)


def _stands_right(one: Judged, printed: str) -> bool:
    below = one.indicator.level2
    return not second_level(below) or _belongs(below, printed, as_first=True)


def _belongs(below: str, printed: str, as_first: bool) -> bool:
    """May the second level stand here? 成本 moved up in 2021: both ways of listing it are met with."""
    right = first_levels_over(below)
    if as_first:
        same = second_level(below) == second_level(printed)
        return same or (
            second_level(below) != SATISFACTION_SECOND and bool(set(right) & set(first_levels_over(printed)))
        )
    return first_level(printed) in right or ("成本" in below and first_level(printed) in ("产出指标", "成本指标"))


def _misplaced(group: list[Judged], what: str, second: str, severity: Severity | None = None) -> Remark:
    """`second`: the second level as printed; the rewrite is the path on which it belongs."""
    rows = "、".join(one.label for one in group[:3]) + ("等" if len(group) > 3 else "")
    return Remark(
        group[0].at_name,
        f"{what}（{rows}）",
        f"{group[0].indicator.level2 or group[0].indicator.level1} does not belong here",
        tuple(one.at_name for one in group[1:]),
        severity=severity,
        rewrite=f"{first_levels_over(second)[0]} › {second_level(second)}",
    )


@rule(
    title="指标放错了类别",
    title_en="an indicator under the wrong class",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def indicator_is_under_the_wrong_class(report: Report) -> Iterator[Observation]:
    astray = (one for one in judged(report) if _right_class(one))
    yield from gathered(_astray(group) for group in grouped(astray, lambda one: (one.name, one.indicator.level1)))


def _astray(group: list[Judged]) -> Told:
    one, right = group[0], _right_class(group[0])
    printed = one.indicator.level2 or one.indicator.level1
    return one, Remark(
        one.at_name,
        f"{one.label}列在“{printed}”下，宜列入{right}{elsewhere(group)}",
        f"listed under {printed}; it belongs to another class{elsewhere_en(group)}",
        tuple(other.at_name for other in group[1:]),
        rewrite=f"{right} › {WHERE[right]}",
    )


def _right_class(one: Judged) -> str:
    """The class the name asks for; "" where it stands right, or where its level is unknown."""
    satisfaction = ends_as("satisfaction", one.name)
    if satisfaction and one.level1 in ("产出指标", "效益指标", "成本指标") and one.level2 != SATISFACTION_SECOND:
        return SATISFACTION
    mishap = named("event", one.name)  # few complaints are a kind of satisfaction
    if one.level1 == SATISFACTION and named("output", one.name) and not (mishap or named("satisfaction", one.name)):
        return "产出指标"
    counted = [unit for part in conditions(one.value) if (unit := unit_of(part))]
    effect = mishap or counts_a_result(one.name)
    if one.level1 == "效益指标" and ends_as("output", one.name) and not effect:
        return "产出指标" if counted and all(unit.family.startswith(COUNT) for unit in counted) else ""
    return ""


@rule(
    title="指标只说明需要资金，不是绩效",
    title_en="an indicator that only says money is needed",
    basis="财预〔2015〕88号：绩效指标反映预算支出的产出和效果",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def indicator_is_a_need_of_money(report: Report) -> Iterator[Observation]:
    for group in grouped((one for one in judged(report) if named("need", one.name)), lambda one: one.name):
        one = group[0]
        yield Remark(
            one.at_name,
            f"{one.label}是申请资金的理由，不反映资金带来的产出或效果{elsewhere(group)}",
            f"a reason for the budget, not a result of it{elsewhere_en(group)}",
            tuple(other.at_name for other in group[1:]),
        )
