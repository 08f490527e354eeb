"""Figures as they should be, and whether an identity holds with them: asked of the rules' own judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import remade
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Change, Comparison
from gouji.model.place import Place
from gouji.model.rounding import Verdict

Corrections = Mapping[tuple[Place, Decimal], Figure]  # by place and printed value


def correcting(changes: Iterable[Change]) -> Corrections:
    """The figures with their likely values."""
    return {(each.figure.place, each.figure.value): replace(each.figure, value=each.likely) for each in changes}


def in_unit(figures: Iterable[Figure], factor: Decimal) -> Corrections:
    """Amounts, and the worth of their last digits, as many times over."""
    return {
        (figure.place, figure.value): replace(figure, value=figure.value * factor, step=figure.step * factor)
        for figure in figures
        if figure.kind is Kind.MONEY
    }


def corrected(comparison: Comparison, corrections: Corrections) -> Comparison:
    """The comparison with corrected figures; itself where none of its figures is, or it cannot be reckoned again."""
    if not touches(comparison, corrections):
        return comparison
    return remade(comparison, corrections) or comparison


def touches(comparison: Comparison, corrections: Corrections) -> bool:
    """Is any of its figures corrected?"""
    return any((figure.place, figure.value) in corrections for figure in comparison.figures)


def holds_with(comparison: Comparison, corrections: Corrections) -> bool:
    """Does it hold with the corrections? One that they only leave without a base does not."""
    if not touches(comparison, corrections):
        return comparison.verdict in (Verdict.AGREE, Verdict.WITHIN_ROUNDING)
    made = remade(comparison, corrections)
    return made is not None and made.verdict in (Verdict.AGREE, Verdict.WITHIN_ROUNDING)
