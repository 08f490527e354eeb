"""What a form does not share with the scheme it is scored by: one statement for the whole form, not one for each line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

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
    blank = [line for line in form.lines if line.points is not None and not (line.actual and line.actual.text.strip())]
    if blank and len(blank) == len(form.lines) and any(line.target is not None for line in form.lines):
        yield "各项指标都没有填实际完成值，不能核算得分。", "no indicator has a result: scores cannot be recomputed."
    names = [plain(line.name) for line in form.lines if line.name]
    if twice := [name for name in dict.fromkeys(names) if names.count(name) > 1]:
        told = "、".join(twice[:3])
        yield (
            f"指标名称重复：{told}，按各自所在行核算。",
            f"indicators of one name: {told}; each line is reckoned alone.",
        )


def wholes(chosen: Chosen) -> tuple[Decimal, ...]:
    """What the points of a form may add up to: 100, or what is left where the execution is not printed."""
    execution = chosen.scheme.execution
    return (_WHOLE,) if execution is None else (_WHOLE, _WHOLE - decimal(execution.points))


def _points(form: SelfEvaluation, chosen: Chosen) -> Iterator[tuple[str, str]]:
    """The points that do not add up to 100; a form without its total line may be cut off, and says nothing."""
    points = form.points()
    total = sum_of(points)
    if form.total is None or any(line.points is None for line in form.lines) or total == _WHOLE:
        return
    execution = execution_points(form)
    if (
        execution is None
        and chosen.scheme.execution is not None
        and total + int(chosen.scheme.execution.points) == _WHOLE
    ):
        told = worded(chosen.scheme.execution.points)
        yield (
            f"表上没有预算执行率一项（{told} 分），只核算指标得分",
            f"the {told} points of the execution are not printed",
        )
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
