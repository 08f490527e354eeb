"""Percentages that are out by their last digit only: a slip of rounding, not of arithmetic."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gouji.model.finding import Comparison, Severity
from gouji.model.rounding import Verdict, percent
from gouji.rules.slips import with_hint

HOLDS = (Verdict.AGREE, Verdict.WITHIN_ROUNDING)


def judged(comparison: Comparison, above: Decimal, below: Decimal) -> Comparison:
    """The comparison of `above` ÷ `below`, lighter where it misses by less than its last digit, else with a hint."""
    if comparison.verdict is not Verdict.DISAGREE or not below:
        return comparison
    if abs(percent(above, below) - comparison.stated.value) >= comparison.stated.step:
        return with_hint(comparison)
    return replace(
        comparison,
        severity=Severity.NOTE,
        note="只差末位，多半是四舍五入有误，或为使合计等于 100% 作了调整",
        note_en="out by the last digit only: probably a slip of rounding",
    )


Reading = tuple[Comparison, Decimal, Decimal]  # with what stands above and below the line


def best(readings: list[Reading]) -> Comparison | None:
    """Of several readings of a sentence the one that holds, else one too coarse to tell; where all fail, the first."""
    holding = (reading for reading in readings if reading[0].verdict in HOLDS)
    coarse = (reading for reading in readings if reading[0].verdict is not Verdict.DISAGREE)
    chosen = next(holding, next(coarse, next(iter(readings), None)))
    return judged(*chosen) if chosen is not None else None
