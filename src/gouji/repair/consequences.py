"""Findings that cannot be reckoned again, such as remarks: the rules themselves are asked anew, the located numbers put right."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.finding import Comparison, Finding, Result, Severity, Shape
from gouji.model.report import Report
from gouji.repair.amending import amended
from gouji.repair.corrections import Corrections
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check


def without_consequences(report: Report, findings: Sequence[Finding], corrections: Corrections) -> list[Finding]:
    """The findings without those that only follow from a number which another finding locates."""
    figures = {place: figure for (place, _), figure in corrections.items()}
    asked = [each for each in findings if _cannot_be_reckoned(each) and not figures.keys().isdisjoint((each.at, *each.against))]
    if not asked:
        return list(findings)
    names = {each.card.name for each in asked}
    rules = [rule for rule in all_rules() if rule.card.name in names and not rule.card.across]
    (again,) = check([amended(report, figures)], rules)
    broken = {outcome.card.name for outcome in again.outcomes if outcome.result is Result.BROKEN}
    known = {rule.card.name for rule in rules} - broken
    left = {each.fingerprint for each in again.findings}
    gone = {id(each) for each in asked if each.card.name in known and each.fingerprint not in left}
    return [each for each in findings if id(each) not in gone]


def _cannot_be_reckoned(finding: Finding) -> bool:
    if finding.suspect is not None or finding.tail or finding.severity is Severity.NOTE:
        return False
    return not isinstance(finding.observation, Comparison) or finding.observation.shape is Shape.OPAQUE
