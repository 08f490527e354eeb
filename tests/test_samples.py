"""The sample documents: every error put into them is found where it stands, and nothing else is called wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gouji.model.finding import Checked, Finding, Result, Severity
from gouji.model.report import DocumentKind, Report
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

ROOT = Path(__file__).resolve().parents[1]

KINDS = [
    (DocumentKind.DEPARTMENT_TARGET, "青川市水务局", 2023),
    (DocumentKind.PROJECT_TARGETS, "青川市水务局", 2022),
    (DocumentKind.FINAL_ACCOUNTS, "青川市水务局", 2022),
    (DocumentKind.SELF_EVALUATION_REPORT, "青川市水务局", 2022),
    (DocumentKind.DEPARTMENT_TARGET, "临江市文化广电局", 2024),
    (DocumentKind.FINAL_ACCOUNTS, "青川市档案馆", 2021),
]


@dataclass(frozen=True)
class Samples:
    """The documents as read, what was found in them, and the errors they were made with: (document, error)."""

    reports: tuple[Report, ...]
    checked: tuple[Checked, ...]
    errors: list[tuple[str, dict[str, Any]]]

    def grave(self) -> Iterator[tuple[str, Finding]]:
        """Errors and warnings with the document they were found in."""
        for one in self.checked:
            yield from ((one.path, finding) for finding in one.findings if finding.severity is not Severity.NOTE)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, ROOT / "samples" / "make.py", folder], check=True, capture_output=True)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    reports = tuple(read_document(name, (folder / "documents" / name).read_bytes()) for name in expected)
    errors = [(name, error) for name, made in expected.items() for error in made]
    return Samples(reports, check(reports, all_rules()), errors)


def _tells_of(finding: Finding, error: dict[str, Any]) -> bool:
    lines = {place.ink.line for place in (finding.at, *finding.against)}
    return finding.card.name in error["rules"] and error["line"] in lines


def test_kind_body_and_year_are_recognised(samples: Samples) -> None:
    assert [(report.kind, report.body, report.year) for report in samples.reports] == KINDS


def test_every_figure_is_read(samples: Samples) -> None:
    assert [doubt for report in samples.reports for doubt in report.doubts if doubt.unread] == []


def test_no_rule_is_broken(samples: Samples) -> None:
    outcomes = [outcome for one in samples.checked for outcome in one.outcomes]
    assert [(o.card.name, o.reason) for o in outcomes if o.result is Result.BROKEN] == []


def test_every_error_put_in_is_found(samples: Samples) -> None:
    grave = list(samples.grave())
    missed = [
        (document, error)
        for document, error in samples.errors
        if not any(path == document and _tells_of(finding, error) for path, finding in grave)
    ]
    assert missed == []


def test_nothing_else_is_called_wrong(samples: Samples) -> None:
    astray = [
        (path, finding.card.name, finding.at.ink.line, finding.at.text)
        for path, finding in samples.grave()
        if not any(path == document and _tells_of(finding, error) for document, error in samples.errors)
    ]
    assert astray == []
