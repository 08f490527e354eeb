"""The rules heard again, about a report put right in thought: what holds then, and which of their findings are left."""

from __future__ import annotations

from collections.abc import Container, Sequence

from gouji.model.finding import Checked, Comparison, Finding, Result, Severity
from gouji.model.report import Report
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

_HOLDS = (Result.AGREE, Result.WITHIN_ROUNDING)


def heard(report: Report, names: Container[str]) -> Checked:
    """What the rules of those names say of one document alone; rules across documents are not heard."""
    (again,) = check([report], [rule for rule in all_rules() if rule.card.name in names and not rule.card.across])
    return again


def grave(findings: Sequence[Finding], again: Checked) -> dict[str, Finding]:
    """The errors and warnings of the rules that were heard again, by fingerprint."""
    known = {each.card.name for each in again.outcomes} - {e.card.name for e in again.outcomes if e.result is Result.BROKEN}
    return {each.fingerprint: each for each in findings if each.card.name in known and each.severity is not Severity.NOTE}


def holding(checked: Checked, names: Container[str]) -> int:
    """How many comparisons of the rules of those names hold."""
    return sum(
        each.result in _HOLDS and isinstance(each.observation, Comparison) and each.card.name in names
        for each in checked.outcomes
    )


def gone_with(report: Report, findings: Sequence[Finding]) -> list[Finding]:
    """Those of some findings that the rules would not make of this report."""
    again = heard(report, {each.card.name for each in findings})
    left = grave(again.findings, again)
    return [each for fingerprint, each in grave(findings, again).items() if fingerprint not in left]
