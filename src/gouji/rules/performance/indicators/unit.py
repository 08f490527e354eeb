"""Units: the one in the name against the one in the value, quantities that are no counts, values without a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.judged import (
    HUNDRED,
    Judged,
    bound,
    conditions,
    judged,
    number,
    unit_of,
)
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.indicators import COUNT, Unit, ends_as, is_rate, unit_named

GUIDE = "财预〔2021〕101号：指标值应当量化，数值与计量单位明确"
PARTS_OF_WORDS = ("度", "级")  # 满意(度)
# Counters that say more than that it is one thing: 人 against 户 is another count, 个 against 家 is not.
TELLING = frozenset(("人", "人次", "户", "户次", "次", "场", "期", "天", "人天", "亩", "批"))
_IN_BRACKETS = re.compile(r"\((?:单位:?)?([^()]{1,8})\)$")
# Names that say themselves what is counted: 培训人数, 活动场次.
_TELLS_UNIT = re.compile(
    r"(?:人数|次数|户数|个数|台数|份数|件数|篇数|期数|套数|家数|天数|场数|场次|人次|批次|倍数|分数|评分|得分)$"
)


@rule(
    title="指标名称里的计量单位与指标值的单位不一致",
    title_en="the unit in the indicator's name is not the unit of its value",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
)
def unit_in_name_differs_from_unit_in_value(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        named = named_units(one.name)
        for condition in conditions(one.value) if named else ():
            found = _differing(one, named, condition)
            if found:
                yield found


def named_units(name: str) -> list[Unit]:
    """The units in brackets at the end of a name, 台/套 being two; none when any word there is no unit."""
    match = _IN_BRACKETS.search(name)
    words = re.split("[/、或]", match[1]) if match else []
    found = [unit_named(word) or unit_named(word.lstrip("亿万千")) for word in words if word not in PARTS_OF_WORDS]
    return [unit for unit in found if unit] if all(found) else []


def _differing(one: Judged, named: list[Unit], value: Criterion) -> Remark | None:
    unit = unit_of(value)
    if unit is None or any(_same(known, unit) for known in named):
        return None
    known = named[0]
    if _both_counted(unit, known) and not {_counter(unit.name), _counter(known.name)} <= TELLING:
        return None
    convertible = unit.family == known.family and not unit.family.startswith(COUNT)
    expected = f"{_converted(value, unit, known)}（换算为{known.name}）" if convertible else ""
    severity = Severity.ERROR if convertible else Severity.NOTE if _both_counted(unit, known) else Severity.WARNING
    return Remark(
        one.at_value,
        f"{one.label}名称以{known.name}计，指标值却以{unit.name}计：“{value.text}”",
        f"the name counts in {known.name}, the value in {unit.name}: {value.text}",
        (one.at_name,),
        expected,
        severity,
    )


def _same(named: Unit, unit: Unit) -> bool:
    """Is it one unit, 场 and 场次 too? 人 and 人次 are two. (分) after a name may mean minutes."""
    if not named.family.startswith(COUNT):
        return (named.family, named.worth) == (unit.family, unit.worth)
    if named.name == "分" and unit.family == "seconds":
        return unit.name == "分钟"
    return _counter(named.name) == _counter(unit.name)


def _counter(name: str) -> str:
    return name if name in ("次", "人次") else name.removesuffix("次").removeprefix("个")


def _both_counted(unit: Unit, known: Unit) -> bool:
    return unit.family.startswith(COUNT) and known.family.startswith(COUNT)


def _converted(value: Criterion, unit: Unit, known: Unit) -> str:
    """The bounds in the name's unit, with the operator: 60-1440分钟, ≤120分钟."""
    bounds = [number(edge * unit.worth / known.worth) for edge in (value.low, value.high) if edge is not None]
    if value.comparator == "~" and len(bounds) == 2:
        return f"{bounds[0]}-{bounds[1]}{known.name}"
    sign = "" if value.implied else value.comparator
    return f"{sign}{bounds[0]}{known.name}"


@rule(
    title="数量指标写成了比率或金额",
    title_en="a quantity is given as a rate or as money",
    basis="财预〔2021〕101号：数量指标反映计划完成的产品或服务数量",
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def quantity_indicator_is_no_count(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        by_name = ends_as("quantity", one.name)
        if one.level2 != "数量指标" and not by_name:
            continue
        for condition in conditions(one.value)[:1]:
            unit = unit_of(condition)
            if unit is not None and unit.family in ("percent", "money") and condition.kind is CriterionKind.NUMBER:
                yield _no_count(one, condition, by_name and not is_rate(one.name), unit.family == "money")


def _no_count(one: Judged, value: Criterion, contradicts: bool, money: bool) -> Remark:
    what, what_en = ("金额", "money") if money else ("比率", "a rate")
    where = "是数量" if contradicts else "列在数量指标下"
    advice = "请写明数量和单位" if contradicts else f"{what}宜列入{'成本' if money else '质量'}指标"
    return Remark(
        one.at_value,
        f"{one.label}{where}，指标值“{value.text}”却是{what}；{advice}",
        f"a quantity whose value {value.text} is {what_en}",
        severity=Severity.WARNING if contradicts and not money else None,
    )


@rule(
    title="定量指标值没有计量单位",
    title_en="a quantitative target without a unit",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def quantitative_target_has_no_unit(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        value = one.value
        if value.kind is not CriterionKind.NUMBER or value.unit or not one.name:
            continue
        if named_units(one.name) or _TELLS_UNIT.search(one.name):
            continue
        edge = bound(value)
        if edge is None or (is_rate(one.name) and edge <= HUNDRED):
            continue
        yield Remark(
            one.at_value,
            f"{one.label}的指标值“{value.text}”没有计量单位",
            f"the target {value.text} has no unit",
        )
