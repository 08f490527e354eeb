"""One wrong number behind several faults is named, with the value that mends them all; doubt is left as it is."""

from __future__ import annotations

from gouji.model.finding import Checked, Comparison, Finding, Severity
from gouji.reading.read import read_document
from gouji.repair.locate import locate
from gouji.rules import all_rules
from gouji.rules.check import check

TABLE = """青川市档案馆2020年部门决算

支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
|合计|90.00|60.00|30.00|0.00|0.00|0.00
201|一般公共服务支出|70.00|50.00|20.00|0.00|0.00|0.00
20126|档案事务|70.00|50.00|20.00|0.00|0.00|0.00
2012601|行政运行|50.00|{one}|0.00|0.00|0.00|0.00
2012602|一般行政管理事务|20.00|0.00|20.00|0.00|0.00|0.00
208|社会保障和就业支出|20.00|{other}|10.00|0.00|0.00|0.00
"""


def _located(**boxes: str) -> list[Finding]:
    report = read_document("accounts.txt", TABLE.format(**({"one": "50.00", "other": "10.00"} | boxes)).encode())
    (checked,) = check([report], [rule for rule in all_rules() if not rule.card.across])
    return _faults(locate(report, checked))


def _faults(checked: Checked) -> list[Finding]:
    return [finding for finding in checked.findings if finding.severity is Severity.ERROR]


def test_a_number_that_breaks_its_row_and_its_column_is_the_one_finding() -> None:
    (finding,) = _located(one="5.00")
    assert (finding.at.row, finding.at.field, finding.at.text) == ("行政运行", "基本支出", "5.00")
    assert isinstance(finding.observation, Comparison)
    assert finding.observation.stated.worded(finding.observation.expected) == "50.00"
    assert len(finding.suspect.clears) == 2


def test_what_agrees_is_never_broken_to_mend_something_else() -> None:
    for finding in _located(one="5.00", other="1.00"):
        assert finding.at.text in ("5.00", "1.00")


def test_a_clean_table_has_no_culprit() -> None:
    assert _located() == []
