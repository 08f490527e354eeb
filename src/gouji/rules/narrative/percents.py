"""Percentages that are out by their last digit only: a slip of rounding, not of arithmetic."""

from __future__ import annotations

from dataclasses import replace

from gouji.model.finding import Comparison, Severity
from gouji.model.rounding import Verdict
from gouji.rules.slips import with_hint

HOLDS = (Verdict.AGREE, Verdict.WITHIN_ROUNDING)


def judged(comparison: Comparison) -> Comparison:
    """The comparison, lighter where a percentage misses by one step of its last digit, else with the likely slip."""
    if comparison.verdict is not Verdict.DISAGREE:
        return comparison
    if abs(comparison.expected - comparison.stated.value) > comparison.stated.step:
        return with_hint(comparison)
    return replace(
        comparison,
        severity=Severity.NOTE,
        note="只差末位，多半是四舍五入有误，或为使合计等于 100% 作了调整",
        note_en="out by the last digit only: probably a slip of rounding",
    )


def best(compared: list[Comparison]) -> Comparison | None:
    """Of several readings of a sentence the one that holds; where none does, the first."""
    holding = (comparison for comparison in compared if comparison.verdict in HOLDS)
    return next(holding, next(iter(compared), None))
