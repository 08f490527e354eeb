"""How sure the recognition of a scanned page is of a figure, as a prior: what is read unsurely is suspected first."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from gouji.engine.typing_errors import WRONG
from gouji.model.figure import Figure
from gouji.model.report import Report

# In nats, and less than what makes an explanation clearly better: a doubtful reading never decides by itself.
MOST = 3.0
SUREST = 1 - 1e-6


def priors(report: Report, figures: Sequence[Figure]) -> dict[int, float]:
    """For each cell that was recognised unsurely, how much likelier it is to be wrong than a printed number.

    Were the scores of the recognition chances, it would be the logarithm of the ratio; they are not, so half of it counts.
    """
    if not any(spot.sure for spot in report.spots):
        return {}
    found = {cell: _prior(least_sure(report, figure)) for cell, figure in enumerate(figures)}
    return {cell: prior for cell, prior in found.items() if prior > 0}


def _prior(sure: float) -> float:
    return max(0.0, min(MOST, (WRONG + log(1 - min(sure, SUREST))) / 2))


def least_sure(report: Report, figure: Figure) -> float:
    """How sure the recognition is of the least sure character of a figure; 1 for one that was not recognised."""
    ink = figure.place.ink
    if figure.place.document != report.path or not ink.line or ink.line > len(report.spots):
        return 1.0
    start = (ink.column or 1) - 1
    end = ink.end_column - 1 if ink.end_column and ink.end_line in (None, ink.line) else None
    return min(report.spots[ink.line - 1].sure[start:end], default=1.0)
