"""What `gouji read` tells of coverage: how many identities look at each figure, and a mark where none does."""

from __future__ import annotations

from dataclasses import replace

import jsonschema
import pytest

from gouji.exporting.json import readings
from gouji.exporting.schema import schema
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import plain
from gouji.exporting.text.read import read_lines
from gouji.model.examination import Examination, Gathered
from gouji.model.finding import Checked
from gouji.model.report import Report


@pytest.fixture
def checked(examination: Examination) -> Checked:
    return examination.documents[0].checked


def told(report: Report, checked: Checked | None, speech: Speech) -> str:
    return plain(read_lines(Gathered((report,)), speech, {report.path: checked} if checked else {}))


def test_coverage_is_told_in_one_sentence(report: Report, checked: Checked, chinese: Speech) -> None:
    assert "共读出 6 个数，3 个有勾稽关系印证（其中 3 个只有 1 条），3 个无从印证" in told(report, checked, chinese)


def test_numbers_nothing_looks_at_are_marked_and_digits_stay_below_each_other(
    report: Report, checked: Checked, chinese: Speech
) -> None:
    bare = report.tables[0].rows[0].cells["项目支出"].place
    text = told(report, replace(checked, looks={k: v for k, v in checked.looks.items() if k != bare}), chinese)
    assert "数后带 * 的没有勾稽关系核对" in text
    first, second = (line for line in text.splitlines() if "支出 " in line and "." in line)
    assert first.endswith("20.00*")
    assert second.endswith("5.00")
    assert first.index("20.00") + 1 == second.rindex("5.00")


def test_a_table_nothing_looks_at_is_said_once_and_not_marked(
    report: Report, checked: Checked, chinese: Speech
) -> None:
    text = told(report, replace(checked, looks={}), chinese)
    assert "《支出决算表》  万元  第 3 行起  表内的数没有勾稽关系核对" in text
    assert "55.00*" not in text


def test_without_coverage_nothing_is_marked(report: Report, chinese: Speech) -> None:
    text = told(report, None, chinese)
    assert "*" not in text
    assert "共 6 个数" in text


def test_a_program_gets_the_identities_of_every_figure(report: Report, checked: Checked, chinese: Speech) -> None:
    answer = readings(Gathered((report,)), chinese, {report.path: checked})
    jsonschema.Draft202012Validator(schema()).validate(answer)
    (document,) = answer["documents"]
    assert document["tables"][0]["rows"][0]["cells"]["合计"]["identities"] == 1
    assert document["coverage"] is not None
    assert document["coverage"]["once"] == 3
    (unknown,) = readings(Gathered((report,)), chinese)["documents"]
    assert unknown["coverage"] is None
    assert unknown["tables"][0]["rows"][0]["cells"]["合计"]["identities"] is None
