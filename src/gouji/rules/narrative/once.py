"""What several rules reckon from one report is reckoned once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gouji.model.report import Report

T = TypeVar("T")


def once_per_report(reckon: Callable[[Report], T]) -> Callable[[Report], T]:
    """The function, remembering its answer for the report it was last asked about."""
    kept: list[tuple[Report, T]] = []

    def remembered(report: Report) -> T:
        for known, answer in kept:
            if known is report:
                return answer
        answer = reckon(report)
        kept[:] = [(report, answer)]
        return answer

    return remembered
