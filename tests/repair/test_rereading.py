"""A figure of a scan that was misread is read again where the identities of the document show it, and that is said."""

from __future__ import annotations

from dataclasses import replace

from gouji.model.finding import Checked, Result, Severity
from gouji.model.medium import Spot
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.repair.amending import amended
from gouji.repair.scans.rereading import checked_twice
from gouji.rules import all_rules

TABLE = """青川市档案馆2020年部门决算

支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
|合计|90.00|60.00|30.00|0.00|0.00|0.00
201|一般公共服务支出|70.00|50.00|20.00|0.00|0.00|0.00
20126|档案事务|70.00|50.00|20.00|0.00|0.00|0.00
2012601|行政运行|50.00|{one}|0.00|0.00|0.00|0.00
2012602|一般行政管理事务|20.00|0.00|20.00|0.00|0.00|0.00
208|社会保障和就业支出|20.00|10.00|10.00|0.00|0.00|0.00
"""
LINE = 9
RULES = [rule for rule in all_rules() if not rule.card.across]


def scanned(one: str, sure: float, other: str = "", at: int = 0) -> Report:
    """The table with a figure whose character `at` was recognised with so much certainty, and may be `other`."""
    report = read_document("accounts.txt", TABLE.format(one=one).encode())
    spots = [Spot(1, sure=(0.99,) * len(line), others=("",) * len(line)) for line in report.lines]
    line = report.lines[LINE - 1]
    place = line.index(f"|{one}|") + 1 + at
    certain = tuple(sure if index == place else 0.99 for index in range(len(line)))
    beside = tuple(other if index == place else "" for index in range(len(line)))
    spots[LINE - 1] = replace(spots[LINE - 1], sure=certain, others=beside)
    return replace(report, spots=tuple(spots))


def faults(checked: Checked) -> int:
    return sum(finding.severity is Severity.ERROR for finding in checked.findings)


def test_a_misread_figure_is_read_again_its_findings_go_and_both_readings_are_said() -> None:
    report = scanned("60.00", 0.85, "5")
    (made,), (checked,) = checked_twice([report], RULES)
    figure = made.tables[0].rows[3].cells["基本支出"]
    assert (figure.text, figure.figure and figure.figure.worded(figure.figure.value)) == ("50.00", "50.00")
    assert faults(checked) == 0
    (doubt,) = [each for each in made.doubts if each not in report.doubts]
    assert doubt.message == "此数识别为 60.00，按 2 条勾稽关系推定为 50.00，请核对原件。"
    assert (doubt.place.ink, doubt.place.text) == (report.tables[0].rows[3].cells["基本支出"].place.ink, "50.00")


def test_what_was_read_surely_is_left_and_its_finding_stays() -> None:
    report = scanned("60.00", 0.95, "5")
    (made,), (checked,) = checked_twice([report], RULES)
    assert made is report
    assert faults(checked) > 0


def test_a_value_that_the_ink_cannot_stand_for_is_left_to_the_finding() -> None:
    report = scanned("90.00", 0.85, "8")
    (made,), (checked,) = checked_twice([report], RULES)
    assert made is report
    assert faults(checked) > 0


def test_a_document_that_was_not_scanned_is_never_read_again() -> None:
    report = read_document("accounts.txt", TABLE.format(one="60.00").encode())
    (made,), _ = checked_twice([report], RULES)
    assert made is report


def test_an_unsure_figure_that_all_identities_hold_with_is_left() -> None:
    report = scanned("50.00", 0.85, "6")
    (made,), (checked,) = checked_twice([report], RULES)
    assert made is report
    assert all(outcome.result is not Result.BROKEN for outcome in checked.outcomes)


def test_a_figure_exchanged_leaves_all_else_in_the_report_as_it_was() -> None:
    report = scanned("60.00", 0.85)
    old = report.tables[0].rows[3].figure("基本支出")
    assert old is not None
    new = replace(old, value=old.value - 100_000, text="50.00", place=replace(old.place, text="50.00"))
    made = amended(report, {old.place: new})
    assert made.tables[0].rows[2] is report.tables[0].rows[2]
    assert made.tables[0].figure("行政运行", "基本支出") is new
    assert made.claims is report.claims
    assert [each for each in made.figures() if each is not new] == [
        each for each in report.figures() if each is not old
    ]
