"""Units: the one in the name against the one in the value, quantities that are no counts, values without a unit."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import gathered
from gouji.rules.performance.indicators.judged import (
    HUNDRED,
    Judged,
    bound,
    conditions,
    judged,
    unit_of,
)
from gouji.rules.performance.indicators.named_unit import named_units, tells_unit
from gouji.rules.performance.indicators.rewriting import rewritten, unfilled
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import right_second_level
from gouji.vocabulary.indicators import COUNT, Unit, ends_as, is_rate

GUIDE = "财预〔2021〕101号：指标值应当量化，数值与计量单位明确"
# Counters that say more than that it is one thing: 人 against 户 is another count, 个 against 家 is not.
TELLING = frozenset(("人", "人次", "户", "户次", "次", "场", "期", "天", "人天", "亩", "批"))


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


def _differing(one: Judged, named: list[Unit], value: Criterion) -> Remark | None:
    unit = unit_of(value)
    if unit is None or any(_same(known, unit) for known in named):
        return None
    known = named[0]
    if _both_counted(unit, known) and not {_counter(unit.name), _counter(known.name)} <= TELLING:
        return None
    convertible = unit.family == known.family and not unit.family.startswith(COUNT)
    return Remark(
        one.at_value,
        f"{one.label}名称以{known.name}计，指标值却以{unit.name}计：“{value.text}”",
        f"the name counts in {known.name}, the value in {unit.name}: {value.text}",
        (one.at_name,),
        severity=None if convertible else Severity.NOTE if _both_counted(unit, known) else Severity.WARNING,
        rewrite=rewritten(one) if convertible else "",
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


@rule(
    title="数量指标写成了比率或金额",
    title_en="a quantity is given as a rate or as money",
    basis="财预〔2021〕101号：数量指标反映计划完成的产品或服务数量",
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def quantity_indicator_is_no_count(report: Report) -> Iterator[Observation]:
    """Rates that tell how much was done (覆盖率) may stand among quantities."""
    yield from gathered((one, remark) for one in judged(report) if (remark := _no_count(one)))


def _no_count(one: Judged) -> Remark | None:
    contradicts = ends_as("quantity", one.name) and not is_rate(one.name)
    value = next(iter(conditions(one.value)), None)
    if value is None or value.kind is not CriterionKind.NUMBER or not (contradicts or one.level2 == "数量指标"):
        return None
    unit = unit_of(value)
    if unit is None or unit.family not in ("percent", "money"):
        return None
    if contradicts:
        return _contradicted(one, value, unit.family == "money")
    right = right_second_level(one.name) if unit.family == "percent" else "成本指标"
    return _better_elsewhere(one, value, right) if right else None


def _contradicted(one: Judged, value: Criterion, money: bool) -> Remark:
    """培训人数≥90%: by its name a number."""
    what, what_en = ("金额", "money") if money else ("比率", "a rate")
    return Remark(
        one.at_value,
        f"{one.label}是数量，指标值“{value.text}”却是{what}；请写明数量和单位",
        f"a quantity whose value {value.text} is {what_en}",
        severity=None if money else Severity.WARNING,
        rewrite=unfilled(one),
    )


def _better_elsewhere(one: Judged, value: Criterion, right: str) -> Remark:
    what, what_en = ("金额", "money") if right == "成本指标" else ("比率", "a rate")
    above = "成本指标 › 经济成本指标" if right == "成本指标" else f"产出指标 › {right}"
    return Remark(
        one.at_value,
        f"{one.label}列在数量指标下，指标值“{value.text}”却是{what}，宜列入{right}",
        f"a quantity whose value {value.text} is {what_en}",
        rewrite=above,
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
    bare = (one for one in judged(report) if _lacks_unit(one))
    yield from gathered(
        (
            one,
            Remark(
                one.at_value,
                f"{one.label}的指标值“{one.value.text}”没有计量单位",
                f"the target {one.value.text} has no unit",
            ),
        )
        for one in bare
    )


def _lacks_unit(one: Judged) -> bool:
    value, edge = one.value, bound(one.value)
    if value.kind is not CriterionKind.NUMBER or value.unit or not one.name or tells_unit(one.name) or edge is None:
        return False
    return not (is_rate(one.name) and edge <= HUNDRED)
