"""What a person is told of the number behind a fault: what to change, what it mends, or why it cannot be told."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from gouji.exporting.candidates import likely
from gouji.exporting.json import checked, written
from gouji.exporting.schema import schema
from gouji.exporting.speech import Speech
from gouji.exporting.standings import FAULTS, SLIPS, WHOLES
from gouji.exporting.text.check import check_lines
from gouji.exporting.text.lines import plain
from gouji.model.comparison import must_total
from gouji.model.examination import Examination, Examined
from gouji.model.figure import Figure
from gouji.model.finding import Change, Comparison, Finding, Remark, Severity, Suspect
from gouji.model.rounding import Term
from gouji.model.slip import Slip
from gouji.model.standing import Standing, Whole
from gouji.rules.slips import with_hint

Make = Callable[..., Figure]
Told = Callable[..., str]


@pytest.fixture
def error(examination: Examination) -> Finding:
    (found,) = examination.documents[0].found(Severity.ERROR)
    return found


def _with(examination: Examination, *findings: Finding) -> Examination:
    (document,) = examination.documents
    checked = replace(document.checked, findings=findings)
    return replace(examination, documents=(Examined(document.report, checked),))


@pytest.fixture
def told(examination: Examination, error: Finding, chinese: Speech) -> Told:
    def tell(suspect: Suspect, speech: Speech = chinese, **changes: Any) -> str:
        finding = replace(error, suspect=suspect, **changes)
        return plain(check_lines(_with(examination, finding), speech))

    return tell


@pytest.fixture
def answer(examination: Examination, error: Finding, chinese: Speech) -> Callable[[Suspect], Any]:
    def give(suspect: Suspect) -> Any:
        value = checked(_with(examination, replace(error, suspect=suspect)), chinese)
        jsonschema.Draft202012Validator(schema()).validate(value)
        return json.loads(written(value))["documents"][0]["findings"][0]["suspect"]

    return give


@pytest.fixture
def total(figure: Make) -> Figure:
    return figure("55.00", "教育支出", "合计", 4, 6)


@pytest.fixture
def part(figure: Make) -> Figure:
    return figure("30.00", "教育支出", "基本支出", 4, 12)


@pytest.fixture
def down(figure: Make, total: Figure) -> Comparison:
    """The sum of the column, which the same number upsets."""
    whole = figure("60.01", "合计", "合计", 3, 1)
    other = figure("10.01", "住房支出", "合计", 5, 6)
    return must_total(whole, [Term(total), Term(other)], "合计 = 各科目之和")


def own(error: Finding) -> Comparison:
    assert isinstance(error.observation, Comparison)
    return error.observation


def test_a_located_number_is_told_with_its_value_and_what_it_mends(
    told: Told, error: Finding, total: Figure, down: Comparison
) -> None:
    change = Change(total, Decimal(500_000), Slip.DIGIT)
    text = told(Suspect(Standing.LOCATED, (change,), (own(error), down)))
    assert "  多半是 55.00 应为 50.00（错一位数字）：改这一处，2 条勾稽关系全部成立。\n" in text
    assert "  连带 第 3 行 《支出决算表》合计·合计  列示 60.01  核算 55.00 + 10.01 = 65.01\n" in text
    assert text.count("30.00 + 20.00 = 50.00") == 1


def test_a_number_elsewhere_is_told_with_its_address(
    told: Told, error: Finding, part: Figure, down: Comparison
) -> None:
    text = told(Suspect(Standing.LOCATED, (Change(part, Decimal(350_000), Slip.OTHER),), (own(error), down)))
    assert "多半是 《支出决算表》教育支出·基本支出 30.00 应为 35.00：改这一处" in text


def test_much_evidence_is_cut_and_counted(told: Told, error: Finding, total: Figure, figure: Make) -> None:
    many = [must_total(figure("1.00", f"第{n}项", "合计", 3, n), [Term(total)]) for n in range(1, 9)]
    text = told(Suspect(Standing.LOCATED, (Change(total, Decimal(500_000), Slip.DIGIT),), (own(error), *many)))
    assert text.count("核算 55.00") == 5
    assert "……另有 3 条" in text


def test_one_sum_with_its_own_figure_wrong_is_told_in_a_clause(told: Told, error: Finding, total: Figure) -> None:
    text = told(Suspect(Standing.LOCATED, (Change(total, Decimal(500_000), Slip.DIGIT),), (own(error),)))
    assert "  判断 多半是错一位数字\n" in text
    assert "改这一处" not in text


def test_a_slip_is_not_said_twice(told: Told, figure: Make) -> None:
    stated, part = figure("4500.00", "甲", "合计", 4, 6), figure("5400.00", "乙", "合计", 4, 12)
    observed = with_hint(must_total(stated, [Term(part)]))
    change = Change(stated, part.value, Slip.TRANSPOSED)
    text = told(Suspect(Standing.LOCATED, (change,), (observed,)), observation=observed)
    assert text.count("颠倒") == 1
    text = told(Suspect(Standing.COVERED_ONCE, (), (observed,)), observation=observed)
    assert "说明 多半是相邻两位数字颠倒" in text


def test_a_rules_own_explanation_is_enough(told: Told, error: Finding, total: Figure) -> None:
    observed = replace(own(error), note="只差末位，多半是四舍五入有误", note_en="only the last digit")
    for suspect in (
        Suspect(Standing.LOCATED, (Change(total, Decimal(500_000), Slip.DIGIT),), (observed,)),
        Suspect(Standing.COVERED_ONCE, (), (observed,)),
    ):
        text = told(suspect, observation=observed)
        assert "说明 只差末位" in text
        assert "判断" not in text


def test_exchanged_neighbours_name_both_places_and_both_values(
    told: Told, error: Finding, total: Figure, part: Figure, down: Comparison
) -> None:
    changes = Change(total, part.value, Slip.SWAPPED), Change(part, total.value, Slip.SWAPPED)
    text = told(Suspect(Standing.LOCATED, changes, (own(error), down)))
    assert (
        "多半是两处的数互换了：《支出决算表》教育支出·合计 55.00 应为 30.00，"
        "《支出决算表》教育支出·基本支出 30.00 应为 55.00；换回来，2 条勾稽关系全部成立。"
    ) in text


def test_of_several_candidates_each_is_listed_with_its_value(
    told: Told, error: Finding, total: Figure, part: Figure
) -> None:
    suspect = Suspect(
        Standing.ONE_OF, (Change(total, Decimal(500_000), Slip.DIGIT),), (own(error),),
        ((Change(part, Decimal(350_000), Slip.OTHER),),),
    )  # fmt: skip
    text = told(suspect)
    assert "以下 2 处改任何一处，都能使这条勾稽关系成立，请对照原始凭证：\n" in text
    assert "  可能 第 4 行  《支出决算表》教育支出·合计  55.00 应为 50.00（错一位数字）\n" in text
    assert "       第 4 行  《支出决算表》教育支出·基本支出  30.00 应为 35.00\n" in text


def test_numbers_that_are_wrong_together_are_listed_one_by_one(
    told: Told, error: Finding, total: Figure, part: Figure, down: Comparison
) -> None:
    changes = Change(total, Decimal(500_000), Slip.DIGIT), Change(part, Decimal(310_000), Slip.DIGIT)
    text = told(Suspect(Standing.LOCATED, changes, (own(error), down)))
    assert "多半是以下 2 个数同时有误，一并更正，2 条勾稽关系全部成立：\n  更正 第 4 行  " in text
    assert "基本支出  30.00 应为 31.00（错一位数字）" in text


def test_the_same_suspects_are_told_once(
    examination: Examination, error: Finding, total: Figure, part: Figure, chinese: Speech
) -> None:
    suspect = Suspect(
        Standing.ONE_OF, (Change(total, Decimal(500_000), Slip.DIGIT),), (own(error),),
        ((Change(part, Decimal(350_000), Slip.OTHER),),),
    )  # fmt: skip
    first, second = replace(error, suspect=suspect), replace(error, suspect=suspect, at=part.place, fingerprint="2")
    text = plain(check_lines(_with(examination, first, second), chinese))
    assert text.count("以下 2 处改任何一处") == 1
    assert "判断 与 第 4 行 《支出决算表》教育支出·合计 同因，可能有误的数见该处" in text


def test_what_cannot_be_told_is_said_in_a_clause(told: Told) -> None:
    assert "判断 只有一条勾稽关系涉及，看得出不符，分不清是哪个数\n" in told(Suspect(Standing.COVERED_ONCE))
    assert "也可能是这条关系在本表不适用，请先核对口径\n" in told(Suspect(Standing.IDENTITY_SUSPECT))
    assert "判断 不能确定是哪个数有误\n" in told(Suspect(Standing.NOT_LOCATED))


def test_a_whole_table_tells_how_many_identities_it_concerns(told: Told, error: Finding, down: Comparison) -> None:
    remark = Remark(error.at, "整张表多半以元为单位。", "the table is probably in 元")
    suspect = Suspect(Standing.LOCATED, (), (own(error), down), whole=Whole.UNIT)
    text = told(suspect, observation=remark)
    assert "问题 整张表多半以元为单位；涉及 2 条勾稽关系。\n" in text


def test_english_tells_the_same(told: Told, error: Finding, total: Figure, down: Comparison, english: Speech) -> None:
    text = told(Suspect(Standing.LOCATED, (Change(total, Decimal(500_000), Slip.DIGIT),), (own(error), down)), english)
    assert "most likely 55.00 should be 50.00 (one wrong digit): this one change makes all 2 identities hold." in text


def test_a_program_gets_the_suspect_with_its_confidence_and_alternatives(
    answer: Callable[[Suspect], Any], error: Finding, total: Figure, part: Figure, down: Comparison
) -> None:
    found = answer(Suspect(
        Standing.ONE_OF, (Change(total, Decimal(500_000), Slip.DIGIT),), (own(error), down),
        ((Change(part, Decimal(350_000), Slip.OTHER), Change(total, Decimal(550_000), Slip.OTHER)),),
    ))  # fmt: skip
    assert (found["stated"], found["likely"], found["kind"], found["clears"]) == ("55.00", "50.00", "digit", 2)
    assert found["confidence"] == "one-of-k"
    assert found["whole"] is None
    (other,) = found["alternatives"]
    assert (other["likely"], other["kind"], len(other["with"])) == ("35.00", "other", 1)
    assert [each["stated"] for each in found["identities"]] == ["55.00", "60.01"]


def test_a_suspect_without_a_number_is_null_safe(answer: Callable[[Suspect], Any]) -> None:
    found = answer(Suspect(Standing.NOT_LOCATED))
    assert (found["at"], found["stated"], found["likely"], found["kind"], found["with"]) == (None, "", "", None, [])


def test_every_figure_tells_how_many_identities_look_at_it(examination: Examination, chinese: Speech) -> None:
    (document,) = checked(examination, chinese)["documents"]
    figures = {each["at"]["text"]: each for each in document["figures"]}
    assert len(document["figures"]) == document["coverage"]["figures"]
    assert (figures["55.00"]["identities"], figures["55.00"]["hold"]) == (1, 0)
    assert figures["55.00"]["standing"] == "violated"
    assert (figures["10.01"]["identities"], figures["10.01"]["hold"]) == (1, 1)
    assert figures["10.01"]["standing"] == "covered-once"


def test_a_likely_value_is_printed_as_its_figure_is(figure: Make) -> None:
    bare = replace(figure("12345.00", "甲", "合计", 1, 1), text="12345.00万元")
    assert likely(Change(bare, Decimal(123_540_000), Slip.OTHER)) == "12354.00万元"
    assert likely(Change(figure("86.00", "甲", "合计", 1, 1), Decimal(859_999), Slip.OTHER)) == "85.9999"


def test_every_standing_slip_and_whole_has_its_words() -> None:
    faults = (Standing.LOCATED, Standing.ONE_OF, Standing.COVERED_ONCE, Standing.NOT_LOCATED, Standing.IDENTITY_SUSPECT)
    assert set(FAULTS) == set(faults)
    assert set(SLIPS) == set(Slip)
    assert set(WHOLES) == set(Whole)
