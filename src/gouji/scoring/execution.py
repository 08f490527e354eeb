"""The execution of the budget as a scored line: what was spent of what could be, and the points it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from gouji.model.figure import Figure
from gouji.model.rounding import HUNDRED, Verdict, judge_range
from gouji.model.table import Row
from gouji.scoring.form import ADJUSTED, EXECUTED, INITIAL, POINTS, RATE, SCORE, SelfEvaluation, sum_of
from gouji.scoring.result import EXECUTION, Reached
from gouji.scoring.span import ONE, ZERO, Span


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of execution in per cent (`value`), its words, and as a share with what rounding may hide."""

    value: Decimal
    words: str
    share: Span
    plain: Fraction
    of_sources: bool = False


def points_for_execution(form: SelfEvaluation) -> Figure | None:
    """The points of the execution as printed; where only its score is, those that the indicators leave of a hundred."""
    points, score = form.execution_figure(POINTS), form.execution_figure(SCORE)
    left = HUNDRED - sum_of(form.points())
    if points is not None or score is None or left <= 0 or any(line.points is None for line in form.lines):
        return points
    return replace(score, value=left, text=f"{left.normalize():f}", step=Decimal(1))


def executed(form: SelfEvaluation) -> Reached:
    """How much of the budget was spent; 1 is all of it."""
    rate = rate_of(form)
    if rate is None:
        return Reached(EXECUTION, why=("没有预算数，或预算数为 0，不能核算执行率", "there is no budget to reckon with"))
    told = "合计行为 0，按各资金来源计" if rate.of_sources else ""
    if form.execution_figure(POINTS) is None and points_for_execution(form) is not None:
        told = "表上没有印分值，按 100 分减各指标分值计"
    whole = rate.plain >= ONE
    share = Span.of(max(rate.plain, ONE)) if whole else rate.share
    return Reached(EXECUTION, share, whole, told=told, plain=rate.plain)


def rate_of(form: SelfEvaluation) -> Rate | None:
    """The rate of the line of totals; of the sources, where that line was left at zero."""
    row = form.execution
    if row is None:
        return None
    budget = _budget(row)
    if budget is not None and not budget.value:
        return _of_sources(form)
    return row_rate(row)


def row_rate(row: Row) -> Rate | None:
    """The rate of a row: as printed where the amounts allow it, else what the amounts give."""
    rate, spent, budget = row.figure(RATE), row.figure(EXECUTED), _budget(row)
    if spent is not None and budget is not None and budget.value > 0:
        exact = HUNDRED * spent.value / budget.value
        if rate is None or judge_range(rate, exact, exact, exact)[0] is Verdict.DISAGREE:
            return _of_amounts([spent], [budget])
        amounts = _of_amounts([spent], [budget]).share
        plain = Fraction(rate.value) / 100
        return Rate(rate.value, _words(rate), Span(min(plain, amounts.low), max(plain, amounts.high)), plain)
    if rate is None or (budget is not None and not budget.value):
        return None
    plain, half = Fraction(rate.value) / 100, Fraction(rate.step) / 200
    return Rate(rate.value, _words(rate), Span(max(ZERO, plain - half), plain + half), plain)


def _of_sources(form: SelfEvaluation) -> Rate | None:
    rows = list(form.table.rows)[1:] if form.table is not None else []
    outer = [row for row in rows if row.depth == min(part.depth for part in rows)]
    spent = [figure for row in outer if (figure := row.figure(EXECUTED)) is not None]
    budget = [figure for row in outer if (figure := _budget(row)) is not None]
    if not spent or not any(figure.value for figure in budget):
        return None
    found = _of_amounts(spent, budget)
    return Rate(found.value, found.words, found.share, found.plain, of_sources=True)


def _of_amounts(spent: Sequence[Figure], budget: Sequence[Figure]) -> Rate:
    above, below = (sum((Fraction(one.value) for one in side), ZERO) for side in (spent, budget))
    halves = [sum((Fraction(one.half) for one in side), ZERO) for side in (spent, budget)]
    plain = above / below
    least = max(ZERO, above - halves[0]) / (below + halves[1])
    most = (above + halves[0]) / (below - halves[1]) if below > halves[1] else plain
    value = HUNDRED * sum((one.value for one in spent), Decimal(0)) / sum((one.value for one in budget), Decimal(0))
    return Rate(value, f"({_sum(spent)} ÷ {_sum(budget)})", Span(least, max(plain, most)), plain)


def _sum(figures: Sequence[Figure]) -> str:
    return figures[0].text if len(figures) == 1 else f"({' + '.join(figure.text for figure in figures)})"


def _budget(row: Row) -> Figure | None:
    return row.figure(ADJUSTED) or row.figure(INITIAL)


def _words(rate: Figure) -> str:
    return rate.text if rate.text.endswith("%") else f"{rate.text}%"
