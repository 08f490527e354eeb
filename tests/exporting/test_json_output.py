"""The JSON a program reads: the shape that is published, exact numbers, every place by meaning and by ink."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gouji.exporting.json import checked, readings, written
from gouji.exporting.json.values import value
from gouji.exporting.json.written import digits
from gouji.exporting.schema import schema
from gouji.exporting.speech import Speech
from gouji.model.examination import Examination, Gathered
from gouji.model.inked import Inked
from gouji.model.report import Report
from gouji.reading.criteria import criterion


@pytest.fixture
def answer(examination: Examination, chinese: Speech) -> Any:
    return json.loads(written(checked(examination, chinese)))


def test_both_answers_follow_the_schema(examination: Examination, report: Report, chinese: Speech) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    validator.validate(checked(examination, chinese))
    validator.validate(readings(Gathered((report,)), chinese))


def test_the_seeds_follow_the_schema(seeds: Path, chinese: Speech) -> None:
    from gouji.running.batch import check_paths, read_paths

    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(checked(check_paths([str(seeds)]), chinese))
    validator.validate(readings(read_paths([str(seeds)]), chinese))


def test_a_finding_has_figure_sum_and_places(answer: Any) -> None:
    finding = next(each for each in answer["documents"][0]["findings"] if each["severity"] == "error")
    assert finding["stated"] == "55.00"
    assert finding["expected"] == "50.00"
    assert finding["difference"] == "5.00 万元"
    assert finding["working"] == "30.00 + 20.00 = 50.00"
    assert finding["message"] == "合计不等于各分项之和：列示 55.00，核算 50.00，相差 5.00 万元。"
    assert finding["at"]["line"] == 4
    assert finding["at"]["field"] == "合计"
    assert [place["text"] for place in finding["against"]] == ["30.00", "20.00"]


def test_counts_of_coverage_and_outcomes_are_given(answer: Any) -> None:
    document = answer["documents"][0]
    assert document["coverage"] == {"figures": 6, "vouched": 3, "once": 3, "unvouched": 3, "unread": 1}
    assert document["outcomes"]["within_rounding"] == 1
    assert document["doubts"][0]["unread"] is True
    assert answer["failures"] == [{"path": "坏.txt", "message": "文件是空的。请重新导出。"}]


def test_what_was_read_has_text_yuan_step_and_line(report: Report, chinese: Speech) -> None:
    row = readings(Gathered((report,)), chinese)["documents"][0]["tables"][0]["rows"][0]
    cell = row["cells"]["合计"]
    assert (cell["text"], cell["yuan"], cell["step"], cell["line"]) == ("55.00", "550000.00", "100", 4)


@pytest.mark.parametrize(("value", "text"), [("5.5E+5", "550000"), ("0.010", "0.010"), ("-1E-7", "-0.0000001")])
def test_numbers_are_written_in_plain_digits(value: str, text: str) -> None:
    assert digits(Decimal(value)) == text


def test_a_criterion_is_given_with_every_field_it_was_read_with() -> None:
    given = value(criterion(Inked.at("2024年底前较上年增长5万户以上", 1)))
    assert (given["canonical"], given["due"]) == (
        "2024年底前较上年增长≥5万户",
        {"year": 2024, "month": None, "day": None},
    )
    assert (given["base"], given["change"], given["scale"], given["low"]) == ("上年", "增长", "万", "50000")
    graded = value(criterion(Inked.at("优≥90%，良≥80%", 1)))
    assert [(grade["scope"], grade["low"]) for grade in graded["grades"]] == [("优", "90"), ("良", "80")]
    assert value(criterion(Inked.at("未开展", 1)))["met"] is False
    assert value(criterion(Inked.at("显著提升", 1)))["reason"]
