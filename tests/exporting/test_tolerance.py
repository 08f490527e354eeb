"""What the outputs say of rounding: the tolerance asked for, and tails that rounding hardly ever leaves, first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from gouji.exporting.html import page
from gouji.exporting.json import checked, written
from gouji.exporting.schema import schema
from gouji.exporting.speech import Speech
from gouji.exporting.text.check import check_lines
from gouji.exporting.text.lines import plain
from gouji.model.comparison import must_total
from gouji.model.examination import Examination, Examined
from gouji.model.figure import Figure
from gouji.model.finding import Card, Observation
from gouji.model.report import Report
from gouji.model.rounding import Term, Tolerance
from gouji.rules.check import check
from gouji.rules.rule import Rule

WORDS = "尾数相差偏大，按四舍五入极少出现，建议核对"
Make = Callable[..., Figure]


@pytest.fixture
def wide(report: Report, figure: Make) -> Examination:
    """A sum that is off by a unit, and below it one of twenty parts that is off by seven."""

    def observe(_: Report) -> Iterator[Observation]:
        for line, off in ((4, 1), (5, 7)):
            parts = [Term(figure("0.07", str(number), "合计", line, 9 + 5 * number)) for number in range(20)]
            yield must_total(figure(str(Decimal("1.40") + off * Decimal("0.01")), "合计", "合计", line, 1), parts)

    (found,) = check([report], [Rule(Card("total-is-off", "合计不符", "off", "常识"), observe=observe)])
    return Examination((Examined(report, found),))


def answer(examination: Examination, speech: Speech) -> Any:
    jsonschema.Draft202012Validator(schema()).validate(checked(examination, speech))
    return json.loads(written(checked(examination, speech)))


def test_a_tail_that_rounding_hardly_ever_leaves_comes_first_in_its_note_and_is_no_fault(
    wide: Examination, chinese: Speech
) -> None:
    (finding,) = answer(wide, chinese)["documents"][0]["findings"]
    assert finding["severity"] == "note"
    assert [(tail["stated"], tail["standing"]) for tail in finding["tails"]] == [
        ("1.47", "improbable"), ("1.41", "consistent"),
    ]  # fmt: skip


def test_the_probability_of_a_tail_is_told_in_plain_digits(wide: Examination, chinese: Speech) -> None:
    (finding,) = answer(wide, chinese)["documents"][0]["findings"]
    rare, usual = (Decimal(tail["chance"]) for tail in finding["tails"])
    assert 0 < rare < Decimal("0.001") < usual < 1


def test_identities_are_counted_by_what_can_be_said_of_them(wide: Examination, chinese: Speech) -> None:
    assert answer(wide, chinese)["documents"][0]["standings"] == {
        "consistent": 1, "improbable": 1, "needs_hidden_amount": 0, "not_checkable": 0, "violated": 0,
    }  # fmt: skip


def test_one_unit_in_a_sum_of_two_is_left_in_a_quarter_of_the_cases(examination: Examination, chinese: Speech) -> None:
    (finding,) = [each for each in answer(examination, chinese)["documents"][0]["findings"] if each["tails"]]
    assert [tail["chance"] for tail in finding["tails"]] == ["0.25"]


def test_a_clerk_is_told_to_look_at_such_a_tail_only(wide: Examination, chinese: Speech) -> None:
    (told,) = [line for line in plain(check_lines(wide, chinese)).splitlines() if WORDS in line]
    assert "列示 1.47" in told
    assert page(wide, chinese).count(WORDS) >= 1


def test_the_tolerance_is_in_the_answer_and_said_aloud_only_where_it_is_not_the_usual_one(
    wide: Examination, chinese: Speech, english: Speech
) -> None:
    asked = replace(wide, tolerance=Tolerance.CLOSED)
    assert (answer(wide, chinese)["tolerance"], answer(asked, chinese)["tolerance"]) == ("strict", "closed")
    assert "尾数容差" not in plain(check_lines(wide, chinese)) + page(wide, chinese)
    assert "尾数容差：闭区间，与 XBRL Calculations 1.1 一致。" in plain(check_lines(asked, chinese))
    assert "尾数容差：闭区间" in page(asked, chinese)
    assert "Tolerance: closed intervals" in plain(check_lines(asked, english))
