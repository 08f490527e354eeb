"""What was reached of any target: numbers, ranges, zero targets, dates, several parts, words; or why nobody can tell."""

from __future__ import annotations

from fractions import Fraction

from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.completion import Completion, amount_of
from gouji.scoring.dates import due_of, in_time
from gouji.scoring.numbers import LONGEST_VALUE, number, part_reached
from gouji.scoring.result import AT_MOST, DATE, NUMBER, PARTS, WORDS, YES_NO, ZERO_TARGET, Reached, kind_of
from gouji.scoring.span import ONE, ZERO, Span
from gouji.scoring.words import MISSED, REACHED, Graded, claim_of
from gouji.vocabulary.results import fitting

_FULL, _WHOLE = 100, Fraction(1)


def reached(name: str, target: Criterion | None, actual: Criterion | None, year: int | None = None) -> Reached:
    """How far a result reaches its target."""
    of = kind_of(target)
    if target is None or target.kind is CriterionKind.MISSING:
        return Reached(of, why=("没有指标值", "there is no target value"))
    if target.kind is CriterionKind.SECRET:
        return Reached(of, why=("涉密项目，不核算", "secret"))
    if actual is None or actual.kind is CriterionKind.MISSING or not actual.text.strip():
        return Reached(of, why=("没有填实际完成值", "no result is given"))
    if of == DATE or _are_days(of, target, actual):
        return _date(target, actual, year)
    if of in (YES_NO, WORDS):
        return _words(of, target, actual)
    if of == ZERO_TARGET:
        return _zero(target, actual)
    if of == PARTS:
        return _parts(name, target, actual)
    return number(name, of, target, actual)


def _words(of: str, target: Criterion, actual: Criterion) -> Reached:
    """By the grade that the result claims; a percentage in its place is the share that was reached."""
    grade = claim_of(actual, target)
    if grade is None and actual.kind is CriterionKind.NUMBER and actual.unit == "%" and actual.low is not None:
        share = Fraction(actual.low) / _FULL
        best = REACHED if share >= Fraction(4, 5) else 1 if share >= Fraction(3, 5) else MISSED
        grade = Graded(best, best, actual.text.strip()) if share <= _WHOLE else None
    if grade is None:
        return Reached(of, why=("实际完成情况没有写明达成程度，须对照佐证资料评定", "the result claims no grade"))
    met = True if grade.worst == REACHED else False if grade.best > REACHED else None
    return Reached(of, None, met, grade)


def _are_days(of: str, target: Criterion, actual: Criterion) -> bool:
    """Is the result a date, and the target a month though it was read as a number (≤5月)?"""
    return of in (NUMBER, AT_MOST) and actual.kind is CriterionKind.DATE and due_of(target) is not None


def _date(target: Criterion, actual: Criterion, year: int | None) -> Reached:
    met = in_time(target, actual, year)
    if met is not None:
        return Reached(DATE, None, met)
    grade = claim_of(actual, target)
    if grade is not None and grade.best == grade.worst:
        met = grade.best == REACHED
        return Reached(DATE, None, met, None if met else grade, told=f"实际完成值写“{grade.words}”")
    if actual.kind is CriterionKind.NUMBER and actual.unit == "%" and actual.low == _FULL:
        return Reached(DATE, None, True)
    if actual.kind is CriterionKind.DATE:
        return Reached(DATE, why=("实际完成时间写得不具体，不能确定是否按期", "the date is too vague to tell"))
    return Reached(
        DATE, why=("指标值是完成时间，实际完成值没有写明何时完成", "the result does not say when it was done")
    )


def _zero(target: Criterion, actual: Criterion) -> Reached:
    """Met or not; never divided."""
    if actual.kind is CriterionKind.ZERO:
        return Reached(ZERO_TARGET, None, True)
    grade = claim_of(actual, target)
    if grade is not None and grade.best == grade.worst:
        return Reached(ZERO_TARGET, None, grade.best == REACHED, told=f"实际完成值写“{grade.words}”")
    plain_number = actual.kind is CriterionKind.NUMBER and len(actual.text) <= LONGEST_VALUE
    if plain_number and (actual.unit != "%" or target.unit == "%") and amount_of(actual, target) is not None:
        return Reached(ZERO_TARGET, None, not amount_of(actual, target))
    return Reached(
        ZERO_TARGET, why=("零目标，实际完成值没有写明是否发生", "the result does not say whether any happened")
    )


def _parts(name: str, target: Criterion, actual: Criterion) -> Reached:
    """Every part has to be met; what is known of all parts lies between the worst and the mean."""
    grade = claim_of(actual, target)
    if grade is not None and grade.best == grade.worst:
        return Reached(PARTS, Span.of(1) if grade.best == REACHED else None, grade.best == REACHED, grade)
    found = [_part_of(name, part, actual, index, len(target.parts)) for index, part in enumerate(target.parts)]
    known = [one for one in found if one is not None]
    if len(known) < len(found) or not known:
        return Reached(PARTS, why=("指标值有几项要求，实际完成值没有逐项对应", "the result does not answer each part"))
    shares = [one.share.within(ZERO, ONE) for one in known]
    worst = min(share.low for share in shares)
    mean = sum((share.high for share in shares), ZERO) / len(shares)
    return Reached(PARTS, Span(worst, mean), all(one.met for one in known))


def _part_of(name: str, target: Criterion, given: Criterion, index: int, count: int) -> Completion | None:
    """The result for one part: the only one in its unit, the one of its words, else that at the same place of as many."""
    if target.kind is not CriterionKind.NUMBER:
        return None
    parts = given.parts or (given,)
    own = [part for part in parts if part.unit == target.unit]
    named = fitting(given, target, target.scope) if target.scope else given
    listed = [part for part in parts if part is named] or ([parts[index]] if len(parts) == count else [])
    found = own if len(own) == 1 else listed
    return part_reached(name, target, found[0]) if found else None
