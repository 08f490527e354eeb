"""The rules heard again, about a report put right in thought: which of their findings are left."""

from __future__ import annotations

from collections.abc import Container

from gouji.model.finding import Finding, Result, Severity
from gouji.model.report import Report
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check


def heard(report: Report, names: Container[str]) -> tuple[list[Finding], set[str]]:
    """Errors and warnings of the rules of those names, and which of these could be heard on this document alone."""
    rules = [rule for rule in all_rules() if rule.card.name in names and not rule.card.across]
    (again,) = check([report], rules)
    broken = {outcome.card.name for outcome in again.outcomes if outcome.result is Result.BROKEN}
    grave = [each for each in again.findings if each.severity is not Severity.NOTE]
    return grave, {rule.card.name for rule in rules} - broken


def gone_with(report: Report, findings: list[Finding]) -> list[Finding]:
    """Those of some findings that the rules would not make of this report."""
    left, known = heard(report, {each.card.name for each in findings})
    still = {each.fingerprint for each in left}
    return [each for each in findings if each.card.name in known and each.fingerprint not in still]
