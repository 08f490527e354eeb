"""The number behind several findings is named, with the value that mends them all; doubt is left as it is."""

from __future__ import annotations

import pytest

from gouji.model.finding import Checked, Comparison, Finding, Result, Severity
from gouji.model.slip import Slip
from gouji.model.standing import Standing
from gouji.reading.read import read_document
from gouji.repair import locate as locating
from gouji.repair.locate import locate
from gouji.rules import all_rules
from gouji.rules.check import check

HEAD = """青川市教育局2020年部门决算

支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
"""
ROWS = """|合计|130.00|90.00|40.00|0.00|0.00|0.00
205|教育支出|130.00|90.00|40.00|0.00|0.00|0.00
20502|普通教育|130.00|90.00|40.00|0.00|0.00|0.00
2050201|学前教育|34.56|23.45|11.11|0.00|0.00|0.00
2050202|小学教育|43.21|31.10|12.11|0.00|0.00|0.00
2050203|初中教育|22.23|15.45|6.78|0.00|0.00|0.00
2050204|高中教育|30.00|20.00|10.00|0.00|0.00|0.00
"""


def checked(**boxes: str) -> Checked:
    """The table with a row of other numbers for those named, located."""
    lines = ROWS.splitlines()
    for name, numbers in boxes.items():
        place = next(number for number, line in enumerate(lines) if line.split("|")[1] == name)
        lines[place] = "|".join([*lines[place].split("|")[:2], *numbers.split(), "0.00", "0.00", "0.00"])
    return located(HEAD + "\n".join(lines) + "\n")


def located(text: str) -> Checked:
    report = read_document("accounts.txt", text.encode())
    (before,) = check([report], [rule for rule in all_rules() if not rule.card.across])
    return locate(report, before)


def faults(after: Checked) -> list[Finding]:
    return [finding for finding in after.findings if finding.severity is Severity.ERROR]


def test_a_number_that_breaks_its_row_and_its_column_is_the_one_finding() -> None:
    (finding,) = faults(checked(小学教育="43.21 13.10 12.11"))
    assert (finding.at.row, finding.at.field, finding.at.text) == ("小学教育", "基本支出", "13.10")
    assert isinstance(finding.observation, Comparison)
    assert finding.observation.stated.worded(finding.observation.expected) == "31.10"
    assert finding.observation.title == "这个数同时与 2 条勾稽关系不符"
    assert finding.suspect is not None
    (change,) = finding.suspect.changes
    assert (finding.suspect.standing, len(finding.suspect.clears)) == (Standing.LOCATED, 2)
    assert (change.figure.worded(change.likely), change.slip) == ("31.10", Slip.TRANSPOSED)


def test_two_wrong_numbers_in_one_column_are_two_findings() -> None:
    found = faults(checked(学前教育="34.56 24.45 11.11", 初中教育="22.23 51.45 6.78"))
    assert [finding.at.text for finding in found] == ["24.45", "51.45"]
    assert [finding.suspect.standing for finding in found if finding.suspect] == [Standing.LOCATED] * 2


def test_numbers_in_one_identity_are_said_to_be_put_right_together() -> None:
    one, other = faults(checked(学前教育="34.56 24.45 11.11", 初中教育="22.23 51.45 6.78"))
    assert isinstance(one.observation, Comparison)
    assert isinstance(other.observation, Comparison)
    assert "初中教育·基本支出 51.45 应为 15.45" in one.observation.note
    assert "学前教育·基本支出 24.45 应为 23.45" in other.observation.note


def test_every_identity_counts_for_one_of_the_numbers_only() -> None:
    one, other = faults(checked(学前教育="34.56 24.45 11.11", 初中教育="22.23 51.45 6.78"))
    assert one.suspect is not None
    assert other.suspect is not None
    assert len(one.suspect.clears) + len(other.suspect.clears) == 3


def test_exchanged_neighbours_are_one_finding_with_both_numbers() -> None:
    (finding,) = faults(checked(初中教育="22.23 6.78 15.45"))
    assert finding.at.text == "6.78"
    assert finding.suspect is not None
    assert [change.figure.text for change in finding.suspect.changes] == ["6.78", "15.45"]
    assert {change.slip for change in finding.suspect.changes} == {Slip.SWAPPED}


def test_a_clean_table_is_left_alone() -> None:
    after = checked()
    assert faults(after) == []
    assert not any(outcome.card is locating.LOCATION for outcome in after.outcomes)


def test_a_table_without_a_number_in_its_place_ends_and_says_that_it_gave_up() -> None:
    after = located(HEAD + "\n".join(_wrong(number) for number in range(250)) + "\n")
    found = faults(after)
    assert len(found) > 300
    assert {finding.suspect.standing for finding in found if finding.suspect} <= {Standing.NOT_LOCATED, Standing.ONE_OF}
    (given_up,) = [outcome for outcome in after.outcomes if outcome.card is locating.LOCATION]
    assert (given_up.result, given_up.reason) == (Result.NOT_APPLICABLE, locating.CUT_SHORT)


def _wrong(number: int) -> str:
    """A row of which nothing adds up: an item, after every five of them another group."""
    group, item = divmod(number, 6)
    code = f"2{group // 9 + 1:02d}{group % 9 + 1:02d}" + (f"{item:02d}" if item else "")
    name = "事项" + "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in code)
    numbers = [(number * factor) % 9973 + 17 for factor in (7919, 6271, 3571)]
    return "|".join([code, name, *(f"{each / 100:.2f}" for each in numbers), "0.00", "0.00", "0.00"])


def test_a_fault_of_this_step_loses_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("no answer")

    monkeypatch.setattr(locating, "ask", fails)
    after = checked(小学教育="43.21 13.10 12.11")
    assert len(faults(after)) == 2
    assert [outcome.reason for outcome in after.outcomes if outcome.result is Result.BROKEN] == ["RuntimeError: no answer"]
