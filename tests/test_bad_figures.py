"""Figures no document should have, from the file to the answer: each ends in a stated outcome, none in a broken rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gouji.cli import main

TITLE = "临江市教育局2020年部门决算\n\n"
TABLE = """支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
"""
HEAD = TITLE + TABLE
CONFIDENCE = {"located", "one-of-k", "covered-once", "not-located", "identity-suspect"}


class Answer:
    """What `gouji check --format json` says of a text."""

    def __init__(self, text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = folder / "a.txt"
        path.write_text(text, encoding="utf-8")
        self.status = main(["check", str(path), "--format", "json"])
        told = json.loads(capsys.readouterr().out)
        assert not told["failures"]
        (self.document,) = told["documents"]
        assert not self.document["broken"]

    @property
    def faults(self) -> list[dict[str, Any]]:
        return [each for each in self.document["findings"] if each["severity"] != "note"]


def test_a_document_without_an_identity_vouches_for_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer(f"{TITLE}本局共有 35 人。\n", tmp_path, capsys)
    assert (answer.status, answer.document["coverage"]["vouched"], answer.faults) == (0, 0, [])


@pytest.mark.parametrize("digits", [15, 19, 23, 29, 60])
def test_numbers_of_any_length_are_reckoned_with_or_said_to_be_unread(
    digits: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "9" * digits
    rows = f"|合计|{long}.00|{long}.00|0.00|0|0|0\n205|教育支出|{long}.00|{long}.00|0.00|0|0|0\n"
    answer = Answer(f"{HEAD}{rows}20502|普通教育|{long}.00|{long}.00|1.00|0|0|0\n", tmp_path, capsys)
    assert answer.faults or answer.document["coverage"]["unread"]
    assert {each["suspect"]["confidence"] for each in answer.faults if each["suspect"]} <= CONFIDENCE


def test_identities_that_contradict_one_another_are_told_without_a_guess(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "|合计|10.00|4.00|5.00|0|0|0\n205|教育支出|12.00|4.00|5.00|0|0|0\n20502|普通教育|9.00|7.00|8.00|0|0|0\n"
    again = rows.replace("10.00", "20.00").replace("12.00", "22.00")
    answer = Answer(f"{HEAD}{rows}\n{TABLE}{again}", tmp_path, capsys)
    assert answer.status == 1
    assert {each["suspect"]["confidence"] for each in answer.faults if each["suspect"]} <= CONFIDENCE


def test_a_column_that_is_not_there_is_said_and_the_others_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = f"{TITLE}支出决算表\n单位：万元\n功能分类科目编码|科目名称|本年支出合计|基本支出\n"
    answer = Answer(f"{head}|合计|10.00|4.00\n205|教育支出|10.00|4.00\n20502|普通教育|10.00|3.00\n", tmp_path, capsys)
    assert any("项目支出" in doubt["message"] for doubt in answer.document["doubts"])
    assert [each["rule"] for each in answer.faults] == ["expenditure-code-is-not-sum-of-subcodes"]


def test_one_wrong_number_among_thousands_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows, total = [], 0
    for group in range(1, 16):
        items = [100 * (7919 * group * item % 9973) + 1234 for item in range(1, 99)]
        rows.append(_row(f"205{group:02}", sum(items)))
        rows += [_row(f"205{group:02}{item:02}", amount) for item, amount in enumerate(items, 1)]
        total += sum(items)
    rows[1000] = rows[1000].replace("|", "|1", 2).replace("|1", "|", 1)
    answer = Answer(HEAD + "\n".join([_row("", total), _row("205", total), *rows]) + "\n", tmp_path, capsys)
    (fault,) = answer.faults
    assert fault["suspect"]["confidence"] == "located"


def _row(code: str, cents: int) -> str:
    name, half = f"事项{code}" if code else "合计", cents // 2
    return f"{code}|{name}|{cents / 100:.2f}|{half / 100:.2f}|{(cents - half) / 100:.2f}|0.00|0.00|0.00"
