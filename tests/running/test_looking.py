"""What `gouji read` knows of coverage: the rules look, nothing is judged, and no fault of theirs stops the reading."""

from __future__ import annotations

import pytest

from gouji.model.examination import Gathered
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.rules.rule import Rule
from gouji.running import looking

LINES = """临江市水务局2023年度部门决算
支出决算表
单位：万元
科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t55.00\t30.00\t20.00
213\t农林水支出\t55.00\t30.00\t20.00
"""


@pytest.fixture
def report() -> Report:
    return read_document("决算.txt", LINES.encode())


def test_reading_is_not_judging(report: Report) -> None:
    gathered, known = looking.looked_over(Gathered((report,)))
    assert gathered.reports == (report,)
    assert known[report.path].findings == ()
    assert known[report.path].outcomes == ()
    assert known[report.path].coverage.figures > 0
    assert known[report.path].looks


def test_rules_that_cannot_be_run_never_stop_the_reading(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> list[Rule]:
        raise RuntimeError("no rules")

    monkeypatch.setattr(looking, "all_rules", fails)
    gathered = Gathered((report,))
    assert looking.looked_over(gathered) == (gathered, {})
