"""A result beside a target that asks for a number: compared, taken from a story, or judged by what it claims."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.completion import Completion, amount_of, completion, yearly
from gouji.scoring.result import Reached
from gouji.scoring.span import ONE, Span
from gouji.scoring.words import REACHED, claim_of
from gouji.vocabulary.indicators import direction, unit_named
from gouji.vocabulary.results import fitting

LONGEST_VALUE = 20  # a longer result is a story: its number counts only beside the unit of the target
_FULL = 100
_PLANNED = re.compile("计划|目标|预[计定期]|应|原|上年|去年|往年|其中|剩余|尚|还|未")  # not every number is a result
_ABSURD = 10  # a share ten times its target was written as 9500 % for 95 %


def number(name: str, of: str, target: Criterion, actual: Criterion) -> Reached:
    plain = CriterionKind.NUMBER
    if target.kind is plain and (asked := _share_of_target(target, actual)) is not None:
        return replace(_compared(name, of, *asked), told=f"“{actual.text.strip()}”，以指标值为 100%")
    if target.kind is CriterionKind.RELATIVE or actual.kind is CriterionKind.RELATIVE:
        if target.kind is not actual.kind:
            return Reached(of, why=("一个是相对上年的数，一个不是，口径不同", "one is relative to a base, one is not"))
        return number(name, of, replace(target, kind=plain), replace(actual, kind=plain))
    match actual.kind:
        case CriterionKind.NUMBER:
            return _compared(name, of, target, actual)
        case CriterionKind.ZERO:
            return _compared(name, of, target, replace(actual, kind=CriterionKind.NUMBER, unit="", scale=""))
        case CriterionKind.COMPOUND:
            return _in_story(name, of, target, actual)
        case CriterionKind.DATE:
            return Reached(
                of, why=("指标值是数量，实际完成值填的是日期", "the target is a quantity, the result a date")
            )
    return _claimed(of, target, actual)


def _compared(name: str, of: str, target: Criterion, actual: Criterion) -> Reached:
    """Two numbers; a story is taken at its number only where that stands beside the unit of the target."""
    story = len(actual.text.strip()) > LONGEST_VALUE
    if story and (not target.unit or not actual.unit):
        return Reached(of, why=("实际完成值是一段叙述，其中的数没有带指标的单位", "the result is a story"))
    if why := _absurd(target, actual):
        return Reached(of, why=why)
    value = amount_of(actual, like=target)
    if target.low == 0 and target.comparator == "≥" and value is not None and value >= 0:
        return Reached(of, Span.of(1), True, plain=ONE)
    found = completion(name, target, actual)
    if found is None:
        return Reached(of, why=_why_not(name, target, actual))
    told = f"取文字中的“{_printed(found)}{target.unit}”" if story else ""
    loose = found.share.low < ONE < found.share.high and not found.share.single
    met = None if loose and target.comparator != "=" and found.value.low < Fraction(found.target) else found.met
    return Reached(of, found.share, met, value=found.value, told=told, plain=found.exact)


def _why_not(name: str, target: Criterion, actual: Criterion) -> tuple[str, str]:
    if amount_of(actual, like=target) is None:
        told = f"单位不同：指标值以“{target.unit}”计，实际完成值以“{actual.unit}”计"
        return told, f"the target is in {target.unit}, the result in {actual.unit}"
    if not _same_period(actual, target):
        return "指标值与实际完成值的期间不同（如每月与全年）", "target and result are for different periods"
    if direction(name) < 0:
        return "指标越小越好，指标值却没有写明上限，不能判断方向", "less is better, but the target names no upper limit"
    return "指标值不能作除数", "the target cannot be divided by"


def _absurd(target: Criterion, actual: Criterion) -> tuple[str, str] | None:
    """9500 % for 95 %, or 0.95 % for it: a slip in the per cent sign, not a result."""
    aim = target.low if target.low is not None else target.high
    value = actual.low if actual.low is not None else actual.high
    if target.unit != "%" or actual.unit != "%" or aim is None or value is None or not 0 < aim <= _FULL or value <= 0:
        return None
    meant = value / 100 if value > _ABSURD * _FULL else value * 100 if value <= 1 and aim > _ABSURD else None
    if meant is None or not aim / 2 <= meant <= max(aim, Decimal(_FULL)) + 1:
        return None
    likely = f"{meant.normalize():f}%"
    return (
        f"实际完成值 {actual.text.strip()} 疑为 {likely}，请核对百分号",
        f"{actual.text.strip()} may stand for {likely}",
    )


def _share_of_target(target: Criterion, actual: Criterion) -> tuple[Criterion, Criterion] | None:
    """完成年度目标的110%: the target as 100 %, and the result as its share; a range is no whole to have a share of."""
    if actual.kind is not CriterionKind.RELATIVE or fitting(actual, target) is actual or target.comparator == "~":
        return None
    low, high = (None if edge is None else Decimal(_FULL) for edge in (target.low, target.high))
    whole = replace(target, low=low, high=high, unit="%", scale="", period="")
    return whole, replace(actual, kind=CriterionKind.NUMBER, comparator="=", high=actual.low, base="", period="")


def _in_story(name: str, of: str, target: Criterion, actual: Criterion) -> Reached:
    """Several numbers: the one that answers the target, if nobody can doubt which."""
    part = _answer(name, target, actual)
    found = part_reached(name, target, part) if part is not None else None
    if part is None or found is None:
        return Reached(
            of, why=("实际完成值是一段叙述，不能确定哪个数对应指标值", "nobody can tell which number is the result")
        )
    told = f"取文字中的“{_printed(found)}{target.unit or part.unit}”"
    return Reached(of, found.share, found.met, value=found.value, told=told, plain=found.exact)


def _answer(name: str, target: Criterion, actual: Criterion) -> Criterion | None:
    """The only number in the unit of the target (of the name: 培训人次); of several, the one of the indicator's words."""
    units = [part.unit for part in actual.parts if part.unit and part.unit in name]
    unit = target.unit or max(units, key=len, default="")
    own = [part for part in actual.parts if unit and _in_unit(part, unit) and _same_period(part, target)]
    if len({amount_of(part, target) for part in own}) == 1:
        return own[0]
    chosen = fitting(actual, target, name)
    doubtful = chosen is actual or not any(chosen is part for part in own) or _PLANNED.search(actual.text)
    return None if doubtful else chosen


def _in_unit(part: Criterion, unit: str) -> bool:
    one, other = unit_named(part.unit), unit_named(unit)
    return part.unit == unit or (one is not None and other is not None and one.family == other.family)


def _same_period(part: Criterion, target: Criterion) -> bool:
    return yearly(part.period) == yearly(target.period)


def part_reached(name: str, target: Criterion, part: Criterion) -> Completion | None:
    plain = CriterionKind.NUMBER
    number = part.kind in (CriterionKind.NUMBER, CriterionKind.ZERO)
    return completion(name, target, replace(part, kind=plain)) if number else None


def _claimed(of: str, target: Criterion, actual: Criterion) -> Reached:
    """A result in words beside a number asked for: 达成 says that it was reached, 部分达成 that it was not."""
    grade = claim_of(actual, target)
    if grade is None or grade.best != grade.worst:
        return Reached(
            of, why=("实际完成值没有写明数量，也没有写明是否达成", "the result tells neither number nor grade")
        )
    told = f"实际完成值写“{grade.words}”，没有数，按所写判断"
    if grade.best == REACHED:
        return Reached(of, Span.of(1), True, told=told, plain=ONE)
    return Reached(of, None, False, grade, told=told)


def _printed(found: Completion) -> str:
    return f"{found.actual.normalize():f}"
