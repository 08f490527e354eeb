"""Sixty forms as provinces and ministries lay them out: a true one is left alone, in one with a wrong score that score is found."""

from __future__ import annotations

import pytest
from provinces import made, sheet, text

from gouji.model.finding import Severity
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check
from gouji.scoring.award import Standing
from gouji.scoring.sheet import Sheet, sheets

FORMS = range(60)
RULES = all_rules()


def read(number: int, wrong: bool) -> Report:
    """Every other form as a workbook, the others as text."""
    rows = made(number, wrong).rows
    return read_document("自评表.xlsx", sheet(rows)) if number % 2 else read_document("自评表.txt", text(rows))


def disagreeing(found: Sheet) -> list[str]:
    return [line.name for line in found.lines if line.award.standing is Standing.DISAGREES]


@pytest.mark.parametrize("number", FORMS)
def test_a_form_whose_scores_follow_the_rules_is_left_alone(number: int) -> None:
    report = read(number, wrong=False)
    (found,) = sheets(report)
    assert len(found.lines) == 9
    assert all(line.award.known for line in found.lines), [line.award.why[0] for line in found.lines]
    assert not found.disagrees
    (checked,) = check([report], RULES)
    assert not [finding.card.name for finding in checked.findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize("number", FORMS)
def test_one_wrong_score_is_found_and_no_other_is_accused(number: int) -> None:
    report = read(number, wrong=True)
    (found,) = sheets(report)
    wrong = made(number, wrong=True).wrong
    assert disagreeing(found) == [wrong]
    (line,) = (line for line in found.lines if line.name == wrong)
    (checked,) = check([report], RULES)
    told = [finding.at.ink.line for finding in checked.findings if finding.severity is not Severity.NOTE]
    assert set(told) <= {line.printed.place.ink.line if line.printed else None}
