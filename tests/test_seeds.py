"""The five published documents, checked together as a user would: what they are, and what is known to be wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.model.finding import Checked, Result, Severity
from gouji.model.report import DocumentKind, Report
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

GUANGZHOU = "中共广州市委网络安全和信息化委员会办公室"
ZHANJIANG = "中共湛江市委网络安全和信息化委员会办公室"

# Document, line and printed text of faults an auditor has confirmed.
KNOWN = [
    pytest.param("000", {10, 12}, "department-expenditure-differs-from-income", id="income and expenditure of 2024"),
    pytest.param("001", {332, 333, 334, 335}, "unit-in-name-differs-from-unit-in-value", id="minutes against hours"),
    pytest.param("002", {916}, "execution-score-does-not-follow-from-rate", id="a score that repeats the rate"),
    pytest.param("003", {225}, "completion-rate-does-not-follow", id="the execution rate in the text"),
    pytest.param("003", {269}, "overall-spending-rate-is-wrong", id="the execution rate in the table"),
    pytest.param("003", {269}, "overall-adjustment-rate-is-wrong", id="the total adjustment rate"),
    pytest.param("003", {423}, "average-ignores-the-cap-the-report-states", id="the average against its own cap"),
    pytest.param("003", {423}, "score-rests-on-mistaken-average", id="what follows for the score"),
    pytest.param("004", {34}, "payments-do-not-make-the-total", id="the instalments of 2026"),
]


@pytest.fixture(scope="module")
def reports(seeds: Path) -> tuple[Report, ...]:
    return tuple(read_document(path.name[:3], path.read_bytes()) for path in sorted(seeds.glob("00[0-4]*.txt")))


@pytest.fixture(scope="module")
def checked(reports: tuple[Report, ...]) -> dict[str, Checked]:
    return {one.path: one for one in check(reports, all_rules())}


def test_kinds_bodies_and_years_are_recognised(reports: tuple[Report, ...]) -> None:
    assert [(report.kind, report.body, report.year) for report in reports] == [
        (DocumentKind.DEPARTMENT_TARGET, GUANGZHOU, 2024),
        (DocumentKind.PROJECT_TARGETS, GUANGZHOU, 2023),
        (DocumentKind.FINAL_ACCOUNTS, GUANGZHOU, 2020),
        (DocumentKind.SELF_EVALUATION_REPORT, GUANGZHOU, 2023),
        (DocumentKind.DEPARTMENT_TARGET, ZHANJIANG, 2026),
    ]


def test_all_projects_and_indicators_are_read(reports: tuple[Report, ...]) -> None:
    form, listed, _, _, application = reports
    assert len(form.indicators) == 12
    assert sum(len(project.indicators) for project in listed.projects) == 165
    assert sum(project.secret for project in listed.projects) == 2
    assert len(list(application.all_indicators())) == 16


def test_no_figure_is_lost(reports: tuple[Report, ...]) -> None:
    assert [doubt for report in reports for doubt in report.doubts if doubt.unread] == []


def test_no_rule_breaks(checked: dict[str, Checked]) -> None:
    outcomes = [outcome for one in checked.values() for outcome in one.outcomes]
    assert [(o.card.name, o.reason) for o in outcomes if o.result is Result.BROKEN] == []


@pytest.mark.parametrize(("document", "lines", "rule"), KNOWN)
def test_a_known_fault_is_found(checked: dict[str, Checked], document: str, lines: set[int], rule: str) -> None:
    found = [finding for finding in checked[document].findings if finding.card.name == rule]
    assert [f for f in found if f.at.ink.line in lines and f.severity is not Severity.NOTE]


def test_the_tables_of_the_published_accounts_hold(checked: dict[str, Checked]) -> None:
    errors = [finding for finding in checked["002"].findings if finding.severity is Severity.ERROR]
    assert {finding.card.name for finding in errors} == {"execution-score-does-not-follow-from-rate"}
