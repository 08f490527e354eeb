"""What a form does not share with the scheme it is scored by: one statement for the whole form, not one for each line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from gouji.model.performance import Criterion
from gouji.scoring.fit import Chosen, execution_points
from gouji.scoring.form import SelfEvaluation, sum_of
from gouji.scoring.span import decimal, worded
from gouji.vocabulary.terms import plain

_WHOLE = Decimal(100)


def is_empty(form: SelfEvaluation) -> bool:
    """A template: neither results, nor scores, nor amounts are filled in."""
    filled = any(
        line.score is not None or (line.actual is not None and line.actual.text.strip()) for line in form.lines
    )
    total = form.total is not None and form.total.score is not None
    money = form.table is not None and any(figure.value for figure in form.table.figures() if figure.kind == "money")
    return not (filled or total or money)


def misfits(form: SelfEvaluation, chosen: Chosen) -> Iterator[tuple[str, str]]:
    """At most one sentence on the points, and one on what was left blank."""
    found = [*_points(form, chosen), *_scheme(form, chosen)]
    if found:
        yield "；".join(chinese for chinese, _ in found) + "。", "; ".join(english for _, english in found) + "."
    if not form.points():
        yield "表上没有分值，不核算得分。", "there are no points to be had: no scores are reckoned."
    elif nothing_to_reckon(form):
        yield _NO_TARGETS if not any(_text(line.target) for line in form.lines) else _NO_RESULTS
    names = [plain(line.name) for line in form.lines if line.name]
    if twice := [name for name in dict.fromkeys(names) if names.count(name) > 1]:
        told = "、".join(twice[:3])
        yield (
            f"指标名称重复：{told}，按各自所在行核算。",
            f"indicators of one name: {told}; each line is reckoned alone.",
        )


_NO_RESULTS = "各项指标都没有填实际完成值，不能核算得分。", "no indicator has a result: scores cannot be recomputed."
_NO_TARGETS = (
    "表上只有分值和得分，没有指标值和完成值，只核对得分是否在分值之内、是否合成总分。",
    "there are points and scores, but no targets and results: only bounds and sums are checked.",
)


def nothing_to_reckon(form: SelfEvaluation) -> bool:
    """Has no indicator at all a target, or none a result, or are there no points to be had?"""
    if not form.points():
        return True
    results = any(_text(line.actual) for line in form.lines)
    return bool(form.lines) and not (results and any(_text(line.target) for line in form.lines))


def _text(value: Criterion | None) -> str:
    return value.text.strip() if value is not None else ""


def wholes(chosen: Chosen) -> tuple[Decimal, ...]:
    """What the points of a form may add up to: 100, or what is left where the execution is not printed."""
    execution = chosen.scheme.execution
    return (_WHOLE,) if execution is None else (_WHOLE, _WHOLE - decimal(execution.points))


def _points(form: SelfEvaluation, chosen: Chosen) -> Iterator[tuple[str, str]]:
    """The points that do not add up to 100; a form without its total line may be cut off, and says nothing."""
    total = sum_of(form.points())
    if form.total is None or any(line.points is None for line in form.lines) or total == _WHOLE:
        return
    execution = chosen.scheme.execution
    if execution is not None and total in wholes(chosen):
        if execution_points(form) is None:
            told = worded(execution.points)
            english = f"the {told} points of the execution are not printed"
            yield f"表上没有预算执行率一项（{told} 分），只核算指标得分", english
        return
    yield f"各项分值合计 {worded(total)} 分，不是 100 分", f"the points add up to {worded(total)}, not to 100"


def _scheme(form: SelfEvaluation, chosen: Chosen) -> Iterator[tuple[str, str]]:
    """A scheme that asks for other points than the form prints: the form's own are used."""
    scheme, printed = chosen.scheme, execution_points(form)
    if scheme.execution is not None and printed is not None and printed != scheme.execution.points:
        due, own = worded(scheme.execution.points), worded(printed)
        yield (
            f"预算执行率 {own} 分，“{scheme.title}”规定 {due} 分，按表上的分值核算",
            f"the execution is worth {own} points, {due} by the scheme; those of the form are used",
        )
    if scheme.lines is not None and len(form.lines) != scheme.lines[0]:
        count, points = scheme.lines[0], Fraction(scheme.lines[1])
        yield f"“{scheme.title}”应有 {count} 项各 {worded(points)} 分的指标", f"the scheme has {count} indicators"
    if form.table is not None and "整体" in form.table.title:
        yield (
            "部门整体自评没有全国统一的记分规则，按项目自评的规则核算",
            "whole departments have no national rules of their own",
        )
