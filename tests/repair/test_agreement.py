"""The engine and the rules judge alike, on the published documents too: what they would differ about has no say."""

from __future__ import annotations

from pathlib import Path

from gouji.engine.document import document
from gouji.engine.verdict import standings, verdict
from gouji.model.finding import Comparison, Result
from gouji.model.rounding import Verdict
from gouji.model.standing import Standing
from gouji.reading.read import read_document
from gouji.rules import all_rules
from gouji.rules.check import check


def test_the_engine_judges_every_identity_of_the_published_documents_as_its_rule_does(seeds: Path) -> None:
    reports = [read_document(path.name, path.read_bytes()) for path in sorted(seeds.glob("*.txt"))]
    for one in check(reports, all_rules()):
        judged = [
            outcome.observation for outcome in one.outcomes
            if isinstance(outcome.observation, Comparison) and outcome.result is not Result.NOT_APPLICABLE
        ]  # fmt: skip
        built = document(judged, own=one.path)
        told = standings(built.system, verdict(built.system))
        for comparison, standing in zip(built.comparisons, told, strict=True):
            assert (standing is Standing.VIOLATED) == (comparison.verdict is Verdict.DISAGREE), comparison
