"""One number, one finding: no more numbers than the rules ask for, the value that all else bears out, nothing told twice."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Change, Comparison, Finding, Severity
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term
from gouji.model.slip import Slip
from gouji.model.standing import Standing
from gouji.reading.read import read_document
from gouji.repair.asking import Told
from gouji.repair.evidence import Identity
from gouji.repair.locate import locate
from gouji.repair.refining import refined
from gouji.rules import all_rules
from gouji.rules.check import check

RULES = Path(__file__).resolve().parents[2] / "src" / "gouji" / "rules"
REPORT = """青川市档案馆2023年度部门整体支出绩效自评报告

一、部门基本情况

（一）部门整体收支情况

部门整体收支情况表

单位：万元

按支出性质分类	年初预算数	调整金额	调整后预算	预算调整率	决算数	实际支出率
一、基本支出	600.00	20.00	620.00	3.33%	614.98	99.19%
人员经费	500.00	15.00	515.00	3.00%	514.98	99.99%
日常公用经费	100.00	5.00	105.00	5.00%	100.00	95.24%
二、项目支出	400.00	80.00	480.00	20.00%	435.00	90.63%
行政事业类项目	400.00	80.00	480.00	20.00%	435.00	90.63%
本年支出合计	1000.00	100.00	1100.00	10.00%	1049.98	95.45%
"""


def findings(text: str) -> list[Finding]:
    report = read_document("document.txt", text.encode())
    (before,) = check([report], [rule for rule in all_rules() if not rule.card.across])
    return [finding for finding in locate(report, before).findings if finding.severity is not Severity.NOTE]


def test_a_cut_percentage_is_not_blamed_with_the_amount_it_was_reckoned_from() -> None:
    assert findings(REPORT) == []
    (finding,) = findings(REPORT.replace("514.98", "51.98"))
    assert (finding.at.row, finding.at.field, finding.at.text) == ("人员经费", "决算数", "51.98")
    assert finding.suspect is not None
    assert finding.suspect.standing is Standing.LOCATED
    assert [change.likely for change in finding.suspect.changes] == [Decimal("5149800")]


def test_what_only_follows_from_a_located_number_is_not_told_again() -> None:
    (page,) = RULES.rglob("code-differs-beyond-carry-over.md")
    *_, clean = re.findall(r"```gouji\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    assert findings(clean) == []
    row = "2210201\t住房公积金\t{}\t60.00\t0.00\t0.00\t0.00\t0.00\t0.00"
    wrong = clean.replace(row.format("60.00"), row.format("600.00"))
    assert wrong != clean
    assert [(finding.at.form, finding.at.text) for finding in findings(wrong)] == [("收入决算表", "600.00")]


ACCOUNTS = """青川市教育局2020年部门决算

支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
|合计|130.00|90.00|40.00|0.00|0.00|0.00
205|教育支出|130.00|90.00|40.00|0.00|0.00|0.00
20502|普通教育|99.43|69.43|30.00|0.00|0.00|0.00
2050201|学前教育|34.56|23.45|11.11|0.00|0.00|0.00
2050202|小学教育|43.21|31.10|12.11|0.00|0.00|0.00
2050203|初中教育|21.66|14.88|6.78|0.00|0.00|0.00
20503|职业教育|30.57|20.57|10.00|0.00|0.00|0.00
2050301|初等职业教育|10.57|10.57|0.00|0.00|0.00|0.00
2050302|中等职业教育|20.00|10.00|10.00|0.00|0.00|0.00
"""


def test_two_numbers_printed_in_place_of_each_other_are_one_finding_though_no_sum_has_both() -> None:
    assert findings(ACCOUNTS) == []
    (finding,) = findings(ACCOUNTS.replace("21.66|14.88", "21.66|10.57").replace("10.57|10.57", "10.57|14.88"))
    assert finding.suspect is not None
    assert [(change.figure.text, change.slip) for change in finding.suspect.changes] == [
        ("10.57", Slip.SWAPPED), ("14.88", Slip.SWAPPED)
    ]  # fmt: skip
    assert (finding.suspect.standing, len(finding.suspect.clears)) == (Standing.LOCATED, 4)


def amount(value: str, line: int) -> Figure:
    place = Place("a", "f", str(line), "c", value, Ink(line=line, column=1))
    return Figure(value, Decimal(value), Decimal("0.01"), Kind.MONEY, "元", place)


def test_a_value_that_rounding_leaves_free_is_told_by_what_else_fails() -> None:
    wrong, twin = amount("7464.04", 1), amount("2464.02", 2)
    others = [amount(text, line) for line, text in enumerate(("11443.76", "0.01", "0.02", "0.01"), 3)]
    total = must_total(amount("13907.84", 9), [Term(wrong), *map(Term, others)])
    alike = must_equal(wrong, twin)
    likely = Change(wrong, Decimal("2464.04"), Slip.DIGIT)
    told = Told(Standing.LOCATED, (failing(total),), ((likely,),), (), False)
    (change,) = refined(told, [failing(total), failing(alike)]).changes
    assert (change.likely, change.slip) == (Decimal("2464.02"), Slip.OTHER)
    assert refined(told, [failing(total)]) == told


def failing(comparison: Comparison) -> Identity:
    return Identity(comparison, (comparison,), True, True)
