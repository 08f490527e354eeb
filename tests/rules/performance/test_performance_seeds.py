"""The rules on targets, projects and indicators over published documents: what an auditor would find is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.model.finding import Finding, Result, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

FOLDERS = ("targets", "projects", "indicators")
MINE = [rule for rule in all_rules() if rule.module.split(".")[-2] in FOLDERS]


@pytest.fixture(scope="module")
def graves(seeds: Path) -> set[tuple[str, str, int | None]]:
    """(rule, severity, line) of every error and warning in the published documents."""
    paths = sorted(seeds.glob("*.txt"))
    checked = check([read_document(path.name, path.read_bytes()) for path in paths], MINE)
    assert not [outcome for one in checked for outcome in one.outcomes if outcome.result is Result.BROKEN]
    return {_told(finding) for one in checked for finding in one.findings if finding.severity is not Severity.NOTE}


def _told(finding: Finding) -> tuple[str, str, int | None]:
    return finding.card.name, finding.severity.value, finding.at.ink.line


@pytest.mark.parametrize(
    ("rule", "severity"),
    [
        ("department-expenditure-differs-from-income", "error"),
        ("payments-do-not-make-the-total", "warning"),
        ("payment-is-outside-the-period", "warning"),
        ("project-period-is-implausible", "warning"),
        ("boxes-hold-one-text", "warning"),
        ("split-by-level-is-left-blank", "warning"),
        ("unit-in-name-differs-from-unit-in-value", "error"),
        ("quantity-indicator-is-no-count", "warning"),
    ],
)
def test_a_fault_known_to_be_there_is_found_once(
    graves: set[tuple[str, str, int | None]], rule: str, severity: str
) -> None:
    assert len([each for each in graves if each[:2] == (rule, severity)]) == 1


def test_nothing_that_holds_is_called_an_error(graves: set[tuple[str, str, int | None]]) -> None:
    known = {"department-expenditure-differs-from-income", "unit-in-name-differs-from-unit-in-value"}
    assert {rule for rule, severity, _ in graves if severity == "error"} == known
