"""The rules of the final accounts over a published document that ties out, and over the same document with one slip."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from gouji.model.figure import Figure, Kind
from gouji.model.finding import Checked, Result, Severity
from gouji.model.report import DocumentKind, Report
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

MINE = [rule for rule in all_rules() if ".final_accounts" in rule.module]
FORMS = ("决算表", "决算总表")
SLIPS = 24


@pytest.fixture(scope="module")
def printed(seeds: Path) -> bytes:
    for path in sorted(seeds.glob("*.txt")):
        data = path.read_bytes()
        if read_document(path.name, data).kind is DocumentKind.FINAL_ACCOUNTS:
            return data
    pytest.skip("no final accounts among the published documents")


def checked(data: bytes) -> tuple[Report, Checked]:
    report = read_document("决算.txt", data)
    return report, check([report], MINE)[0]


def graves(found: Checked) -> list[str]:
    return [finding.card.name for finding in found.findings if finding.severity is not Severity.NOTE]


def test_accounts_that_tie_out_have_neither_errors_nor_warnings(printed: bytes) -> None:
    _, found = checked(printed)
    assert graves(found) == []
    assert not [outcome.reason for outcome in found.outcomes if outcome.result is Result.BROKEN]


def test_rounding_tails_are_one_note_for_each_form(printed: bytes) -> None:
    _, found = checked(printed)
    tails = [finding.at.form for finding in found.findings if finding.tail]
    assert len(tails) == len(set(tails))


def test_nearly_every_figure_of_the_tables_is_vouched_for(printed: bytes) -> None:
    report, found = checked(printed)
    figures = sum(1 for table in report.tables if table.form.endswith(FORMS) for _ in table.figures())
    assert found.coverage.vouched >= 0.95 * figures


def test_any_changed_digit_is_found(printed: bytes) -> None:
    report, _ = checked(printed)
    choose = random.Random(7)
    figures = [figure for table in report.tables if table.form.endswith(FORMS) for figure in table.figures()]
    amounts = [figure for figure in figures if figure.value and figure.kind is Kind.MONEY and len(figure.text) > 4]
    missed = [
        figure.place.label
        for figure in choose.sample(amounts, SLIPS)
        if not graves(checked(slipped(printed, figure))[1])
    ]
    assert missed == []


def slipped(data: bytes, figure: Figure) -> bytes:
    """The document with the first digit of a figure changed."""
    lines = data.decode().split("\n")
    ink = figure.place.ink
    if ink.line is None or ink.column is None:
        return data
    line, at = lines[ink.line - 1], ink.column - 1
    digit = "7" if line[at] != "7" else "3"
    lines[ink.line - 1] = f"{line[:at]}{digit}{line[at + 1 :]}"
    return "\n".join(lines).encode()
