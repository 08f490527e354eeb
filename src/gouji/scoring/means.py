"""Averages of monthly rates that earn points: the average with the cap the report states, and the points it is worth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from gouji.model.figure import Figure
from gouji.model.finding import Certainty
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED
from gouji.scoring.award import awarded
from gouji.scoring.fit import usual
from gouji.scoring.points import RuleType
from gouji.scoring.result import Reached
from gouji.scoring.scheme import Scheme, Use
from gouji.scoring.sentences import Mean, score_after
from gouji.scoring.sheet import Line
from gouji.scoring.span import ONE, Span, percent

MEAN = "mean"
_RATE_WORDS = ("支出率", "执行率")
_RULE = Use(MEAN, (RuleType.LINEAR,), Certainty.SEEN, "得分 = 分值 × 平均数，平均数按报告写明的上限计算")


def mean_line(report: Report, mean: Mean, scheme: Scheme | None) -> Line | None:
    """The line of an average with a score right behind it; None where its points cannot be told."""
    score = score_after(report, mean)
    points = _points(mean, score, scheme) if score is not None else None
    if score is None or points is None:
        return None
    plain = Fraction(sum((_capped(mean, term) for term in mean.terms), Decimal(0))) / Fraction(mean.divisor.value) / 100
    slack = sum((Fraction(term.half) for term in mean.terms), Fraction(0)) / Fraction(mean.divisor.value) / 100
    whole = plain >= ONE
    share = Span.of(max(plain, ONE)) if whole else Span(plain - slack, plain + slack)
    capped = f"超过 {mean.cap}% 的按 {mean.cap}% 计" if mean.cap_matters else f"{mean.divisor.text} 项平均"
    made = awarded(points, score, Reached(MEAN, share, whole, plain=plain), _RULE, scheme or usual())
    why = f"{capped}，平均 {percent(plain)}；{made.why[0]}"
    made = replace(made, why=(why, f"average {percent(plain)}; {made.why[1]}"))
    headings = " ".join(mean.paragraph.headings)
    return Line(mean.what, capped, mean.stated.text, points, score, score.place, made, level1=headings)


def _capped(mean: Mean, term: Figure) -> Decimal:
    return term.value if mean.cap is None else min(term.value, mean.cap)


def _points(mean: Mean, score: Figure, scheme: Scheme | None) -> Figure | None:
    """What the scheme gives to the rate of expenditure; else the printed score, where the printed average earned it all."""
    parts = scheme.areas if scheme is not None else ()
    named = [part for part in parts if part.points and any(word in part.name for word in _RATE_WORDS)]
    if named and any(word in mean.what for word in _RATE_WORDS):
        value = Decimal(named[0].points.numerator) / Decimal(named[0].points.denominator)
        return replace(score, value=value, text=f"{value:f}")
    return score if mean.stated.value >= HUNDRED else None
