"""A light mark behind the numbers that no identity looks at, to be checked by eye."""

from __future__ import annotations

from collections.abc import Iterable

from gouji.exporting.speech import Speech
from gouji.model.figure import Figure
from gouji.model.finding import Checked
from gouji.model.report import Report

MARK = "*"  # narrow in every terminal, unlike °


class Looked:
    """What is known of one document's figures; nothing is marked where it is not known."""

    def __init__(self, checked: Checked | None) -> None:
        self._looks = checked.looks if checked else None

    def bare(self, figure: Figure | None) -> bool:
        """Is it known that no identity looks at the figure?"""
        return self._looks is not None and figure is not None and figure.place not in self._looks

    def all_bare(self, figures: Iterable[Figure]) -> bool:
        """Does no identity look at any of the figures? One remark is then better than many marks."""
        known = list(figures)
        return bool(known) and all(map(self.bare, known))

    def marked(self, figure: Figure) -> str:
        """The number as printed, with its mark."""
        return figure.text + MARK * self.bare(figure)

    def legend(self, report: Report, speech: Speech) -> str:
        """What the mark means; "" where there is none."""
        if not any(map(self.bare, report.figures())):
            return ""
        return speech(
            f"数后带 {MARK} 的没有勾稽关系核对，请人工核对。",
            f"No identity looks at numbers with {MARK}: check them by eye.",
        )
