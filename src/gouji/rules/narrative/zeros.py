"""Numbers of one sentence that print more and fewer decimals: whoever prints 29.99 beside 30 has left out zeros."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, Severity
from gouji.model.rounding import Term
from gouji.rules.narrative.percents import HOLDS

NOTE = "各数的小数位数不一，按补足末尾的零计算"
NOTE_EN = "some numbers print fewer decimals: counted as if the zeros were there"


def evened(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each as exact as the most exact of them."""
    finest = min(figure.step for figure in figures)
    return [replace(figure, step=finest) for figure in figures]


def with_zeros(comparison: Comparison) -> Comparison | None:
    """The sum with every number as exact as the most exact, where it holds only because some print fewer decimals.

    The stated number and one of the parts must be of the most exact: a rounded whole may stand beside exact parts.
    """
    figures = [term.figure for term in comparison.terms]
    finest = min(figure.step for figure in comparison.figures)
    if comparison.verdict not in HOLDS or comparison.exact or comparison.stated.step != finest or len(figures) < 2:
        return None
    spent = [figure for figure in figures if figure.value]
    if not any(figure.step == finest for figure in spent) or all(figure.step == finest for figure in spent):
        return None
    terms = [Term(figure, term.factor) for figure, term in zip(evened(figures), comparison.terms, strict=True)]
    compared = must_total(comparison.stated, terms, comparison.formula)
    if compared.verdict in HOLDS:
        return None
    return replace(compared, severity=Severity.WARNING, note=NOTE, note_en=NOTE_EN)
