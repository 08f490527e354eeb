"""A document scored again: every self-evaluation form and score table in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gouji.model.report import Report
from gouji.scoring.award import Standing
from gouji.scoring.department import department_sheets
from gouji.scoring.listing import listing_sheets
from gouji.scoring.scheme import DEPARTMENT, PROJECT, Scheme
from gouji.scoring.sheet import Sheet, sheets


@dataclass(frozen=True, slots=True)
class Scored:
    """A report and its forms, in the order of the document."""

    report: Report
    sheets: tuple[Sheet, ...]

    @property
    def disagrees(self) -> bool:
        return any(sheet.disagrees for sheet in self.sheets)

    def counts(self) -> Counter[Standing]:
        """How many lines stand how."""
        return Counter(line.award.standing for sheet in self.sheets for line in sheet.lines)


def score(report: Report, asked: Scheme | None = None) -> Scored:
    """The forms of a report under the scheme asked for, or the one each seems to follow."""
    levels = {asked.level: asked} if asked is not None else {}
    forms = sheets(report, levels.get(PROJECT))
    return Scored(report, (*forms, *listing_sheets(report), *department_sheets(report, levels.get(DEPARTMENT))))
