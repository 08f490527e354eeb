"""Self-evaluations among the published documents: what an auditor finds is found, each once and at its own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.model.finding import Comparison, Finding, Result, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

FOLDERS = ("self_evaluation", "evaluation_report", "across_documents")
MINE = [rule for rule in all_rules() if rule.module.split(".")[-2] in FOLDERS]


@pytest.fixture(scope="module")
def found(seeds: Path) -> list[Finding]:
    paths = sorted(seeds.glob("*.txt"))
    checked = check([read_document(path.name, path.read_bytes()) for path in paths], MINE)
    assert not [outcome.reason for one in checked for outcome in one.outcomes if outcome.result is Result.BROKEN]
    return [finding for one in checked for finding in one.findings]


@pytest.mark.parametrize(
    ("rule", "printed", "expected"),
    [
        ("overall-adjustment-rate-is-wrong", "11.51%", "0.93%"),
        ("overall-spending-rate-is-wrong", "99.83%", "99.79%"),
        ("average-ignores-the-cap-the-report-states", "107.06%", "99.26%"),
        ("score-rate-is-not-score-over-points", "99.86%", "100.00%"),
        ("score-rests-on-mistaken-average", "10分", "9.93"),
        ("execution-score-does-not-follow-from-rate", "19.27", "19.85"),
    ],
)
def test_a_wrong_figure_is_found_once_with_its_right_value(
    found: list[Finding], rule: str, printed: str, expected: str
) -> None:
    (finding,) = [finding for finding in found if finding.card.name == rule]
    assert isinstance(finding.observation, Comparison)
    assert finding.at.text == printed
    assert finding.observation.stated.worded(finding.observation.expected) == expected


def test_what_follows_from_a_wrong_score_is_told_with_it(found: list[Finding]) -> None:
    notes = {
        finding.card.name: finding.observation.note for finding in found if isinstance(finding.observation, Comparison)
    }
    assert all(word in notes["score-rests-on-mistaken-average"] for word in ("9.93", "49.93", "99.86%", "95.43"))
    assert all(word in notes["execution-score-does-not-follow-from-rate"] for word in ("94.27", "94.85"))


def test_a_score_no_rule_explains_is_a_warning(found: list[Finding]) -> None:
    (finding,) = [finding for finding in found if finding.card.name == "score-fits-no-scoring-rule"]
    assert finding.severity is Severity.WARNING


def test_a_target_lowered_between_years_is_found(found: list[Finding]) -> None:
    names = {finding.card.name for finding in found}
    assert {"target-was-lowered-without-reason", "target-lies-far-below-what-was-reached"} <= names


def test_nothing_that_holds_is_called_an_error(found: list[Finding]) -> None:
    errors = [finding.card.name for finding in found if finding.severity is Severity.ERROR]
    assert len(errors) == len(set(errors)) == 5
