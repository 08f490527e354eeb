"""Findings that only follow from another and cannot be reckoned again, such as remarks: the rules are heard again on them."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.finding import Comparison, Finding, Severity, Shape
from gouji.model.report import Report
from gouji.repair.amending import amended
from gouji.repair.corrections import Corrections
from gouji.repair.hearing import gone_with
from gouji.repair.tables.lost import without_repeats


def without_consequences(
    report: Report, right: Report, findings: Sequence[Finding], corrections: Corrections
) -> list[Finding]:
    """The findings without those that are gone once rows (in `right`) and located numbers are put right.

    What points at a repeated row stays, and what only follows from its being there goes.
    """
    figures = {place: figure for (place, _), figure in corrections.items()}
    asked = [each for each in findings if _cannot_be_reckoned(each)]
    right, pointing = without_repeats(right, asked)
    asked = [each for each in asked if each not in pointing]
    if right is report:
        asked = [each for each in asked if not figures.keys().isdisjoint((each.at, *each.against))]
    gone = {id(each) for each in gone_with(amended(right, figures), asked)} if asked else ()
    return [each for each in findings if id(each) not in gone]


def _cannot_be_reckoned(finding: Finding) -> bool:
    if finding.suspect is not None or finding.tail or finding.severity is Severity.NOTE:
        return False
    return not isinstance(finding.observation, Comparison) or finding.observation.shape is Shape.OPAQUE
