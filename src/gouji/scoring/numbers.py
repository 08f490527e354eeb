"""A result beside a target that asks for a number: compared, taken from a story, or judged by what it claims."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.completion import Completion, amount_of, completion
from gouji.scoring.result import Reached
from gouji.scoring.span import ONE, Span
from gouji.scoring.words import REACHED, grade_of
from gouji.vocabulary.indicators import direction

LONGEST_VALUE = 20  # a longer result is a story: its number counts only beside the unit of the target
_FULL = 100
_ABSURD = 10  # a share ten times its target was written as 9500 % for 95 %


def number(name: str, of: str, target: Criterion, actual: Criterion) -> Reached:
    if target.kind is CriterionKind.RELATIVE or actual.kind is CriterionKind.RELATIVE:
        if target.kind is not actual.kind:
            return Reached(of, why=("一个是相对上年的数，一个不是，口径不同", "one is relative to a base, one is not"))
        plain = CriterionKind.NUMBER
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
    if target.period != actual.period:
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


def _in_story(name: str, of: str, target: Criterion, actual: Criterion) -> Reached:
    """Several numbers: the one beside the unit of the target, if there is one only."""
    own = [part for part in actual.parts if target.unit and part.unit == target.unit]
    found = [done for part in own if (done := part_reached(name, target, part)) is not None]
    values = {done.actual for done in found}
    if len(found) == len(own) and len(values) == 1:
        told = f"取文字中的“{_printed(found[0])}{target.unit}”"
        return Reached(of, found[0].share, found[0].met, value=found[0].value, told=told, plain=found[0].exact)
    return Reached(
        of, why=("实际完成值是一段叙述，不能确定哪个数对应指标值", "nobody can tell which number is the result")
    )


def part_reached(name: str, target: Criterion, part: Criterion) -> Completion | None:
    plain = CriterionKind.NUMBER
    number = part.kind in (CriterionKind.NUMBER, CriterionKind.ZERO)
    return completion(name, target, replace(part, kind=plain, period=target.period)) if number else None


def _claimed(of: str, target: Criterion, actual: Criterion) -> Reached:
    """A result in words beside a number asked for: 达成 says that it was reached, 部分达成 that it was not."""
    grade = grade_of(actual.text)
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
