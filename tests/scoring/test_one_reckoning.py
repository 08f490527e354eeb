"""`check` and `score` come from one reckoning: what a rule says of a score, score says too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gouji.model.finding import Severity
from gouji.model.report import Report
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check
from gouji.scoring.award import Standing
from gouji.scoring.sheet import sheets

Filled = Callable[..., Report]
RULES = {
    "score-fits-no-scoring-rule",
    "full-marks-although-target-was-missed",
    "graded-score-is-outside-its-band",
    "score-is-outside-its-points",
    "execution-score-does-not-follow-from-rate",
}


def places(report: Report) -> set[tuple[int | None, int | None]]:
    """Where the rules on scores find a fault."""
    (checked,) = check([report], [rule for rule in all_rules() if rule.card.name in RULES])
    return {(finding.at.ink.line, finding.at.ink.column) for finding in checked.findings if finding.card.name in RULES}


@pytest.mark.parametrize("target", ["≥10个", "≤10个", "10个", "5-10个", "0次", "提高", "≥95%", "=10个"])
@pytest.mark.parametrize(
    "actual", ["12个", "8个", "4个", "0次", "部分达成预期指标", "未完成", "达成预期指标", "93%", "约9个", ""]
)
@pytest.mark.parametrize("score", ["0", "2", "5.5", "7.25", "8", "9.79", "10", "11"])
def test_what_check_finds_wrong_score_finds_wrong(filled: Filled, target: str, actual: str, score: str) -> None:
    rows = [("整理数量", target, actual, "10", score), ("合格率", "≥95%", "96%", "80", "80")]
    report = filled(rows, total=f"{90 + float(score):g}")
    (sheet,) = sheets(report)
    wrong = {
        (line.printed.place.ink.line, line.printed.place.ink.column)
        for line in sheet.lines
        if line.printed is not None and line.award.standing is Standing.DISAGREES
    }
    assert places(report) <= wrong


def test_an_execution_that_check_finds_wrong_score_finds_wrong(filled: Filled) -> None:
    rows = [("整理数量", "≥10个", "12个", "90", "90")]
    for score in ("9.93", "9.27", "10", "9.9", "9.92", "9.5", "9.85", "9.98"):
        report = filled(rows, ("613.50", "609.04", "10", "99.27%", score), total=f"{90 + float(score):g}")
        (sheet,) = sheets(report)
        assert bool(places(report)) == (sheet.lines[0].award.standing is Standing.DISAGREES), score


@pytest.mark.parametrize(
    ("target", "actual", "score", "told"),
    [
        ("≥10个", "12个", "8", True),
        ("≥10个", "12个", "10", False),
        ("≥10个", "8个", "8", False),
        ("0次", "0次", "6", True),
    ],
)
def test_points_below_what_a_met_target_earns_are_a_note(
    filled: Filled, target: str, actual: str, score: str, told: bool
) -> None:
    report = filled([("整理数量", target, actual, "10", score), ("合格率", "≥95%", "96%", "80", "80")])
    (sheet,) = sheets(report)
    (checked,) = check([report], all_rules())
    notes = [one for one in checked.findings if one.card.name.startswith("less-than-full-marks")]
    assert bool(notes) == (sheet.lines[1].award.standing is Standing.DISAGREES) == told
    assert all(one.severity is Severity.NOTE for one in notes)
