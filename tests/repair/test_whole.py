"""Faults of whole tables, rows and columns are told once, not cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_equal, must_not_exceed
from gouji.model.finding import Card, Comparison, Finding, Remark, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.standing import Standing, Whole
from gouji.reading.read import read_document
from gouji.repair.locate import locate
from gouji.rules import all_rules
from gouji.rules.check import check
from gouji.rules.rule import Rule

HEAD = """临江市教育局2020年部门决算

支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
|合计|130.00|90.00|40.00|0.00|0.00|0.00
205|教育支出|130.00|90.00|40.00|0.00|0.00|0.00
20502|普通教育|130.00|90.00|40.00|0.00|0.00|0.00
"""
ITEMS = """2050201|学前教育|34.56|23.45|11.11|0.00|0.00|0.00
2050202|小学教育|43.21|31.10|12.11|0.00|0.00|0.00
2050203|初中教育|22.23|15.45|6.78|0.00|0.00|0.00
2050204|高中教育|30.00|20.00|10.00|0.00|0.00|0.00
""".splitlines()
BUDGET = """青川市档案局2025年部门预算

收入预算总表
编制部门：青川市档案局
单位：元
科目编码|科目名称|合计|财政拨款收入|事业收入|事业单位经营收入|其他收入
201|一般公共服务支出|5,000,000|5,000,000|||
208|社会保障和就业支出|400,000|400,000|||
221|住房保障支出|300,000|300,000|||
合计||5,700,000|5,700,000|||

支出预算总表
编制部门：青川市档案局
单位：元
科目编码|科目名称|合计|基本支出|项目支出
201|一般公共服务支出|5,000|3,000|2,000
208|社会保障和就业支出|400|400|
221|住房保障支出|300|300|
合计||5,700|3,700|2,000
"""


def located(text: str, *rules: Rule) -> list[Finding]:
    report = read_document("a.txt", text.encode())
    (before,) = check([report], rules or [rule for rule in all_rules() if not rule.card.across])
    return [finding for finding in locate(report, before).findings if finding.severity is Severity.ERROR]


def accounts(*items: str) -> list[Finding]:
    return located(HEAD + "\n".join(items) + "\n")


def test_a_lost_row_says_below_which_parent_it_belongs_and_what_is_missing() -> None:
    (finding,) = accounts(*ITEMS[:1], *ITEMS[2:])
    assert (finding.card.name, finding.at.row) == ("detail-row-is-missing", "普通教育")
    assert isinstance(finding.observation, Remark)
    assert "本年支出合计 43.21、基本支出 31.10、项目支出 12.11（万元）" in finding.observation.message
    assert "识读时漏了一行" in finding.observation.message
    assert finding.suspect is not None
    assert (finding.suspect.whole, finding.suspect.standing) == (Whole.LOST_ROW, Standing.LOCATED)
    assert len(finding.suspect.clears) == 3


def test_a_doubled_row_names_both_rows() -> None:
    (finding,) = accounts(*ITEMS, ITEMS[1].replace("2050202|小学教育", "2050205|高等教育"))
    assert finding.card.name == "detail-row-is-printed-twice"
    assert isinstance(finding.observation, Remark)
    assert "“小学教育”“高等教育”的数正是这些" in finding.observation.message


def test_a_row_moved_by_a_column_is_one_finding() -> None:
    (finding,) = accounts(ITEMS[0], "2050202|小学教育|0.00|43.21|31.10|12.11|0.00|0.00", *ITEMS[2:])
    assert (finding.card.name, finding.at.row, finding.at.text) == ("row-is-moved-by-a-column", "小学教育", "0.00")


def test_a_row_that_left_a_blank_box_behind_is_one_finding_that_says_from_where() -> None:
    (finding,) = accounts(ITEMS[0], "2050202|小学教育||43.21|31.10|12.11|0.00|", *ITEMS[2:])
    assert (finding.card.name, finding.at.row, finding.at.field) == ("row-is-moved-by-a-column", "小学教育", "基本支出")
    assert isinstance(finding.observation, Remark)
    assert "从“本年支出合计”起整体错了一栏" in finding.observation.message
    assert finding.suspect is not None
    assert (finding.suspect.whole, len(finding.suspect.clears)) == (Whole.MOVED_ROW, 4)


def test_what_follows_from_a_row_printed_twice_under_one_code_is_not_told_besides() -> None:
    income = """
收入支出决算总表
单位：万元
收入|行次|金额|支出|行次|金额
一、一般公共预算财政拨款收入|1|130.00|一、教育支出|31|130.00
本年收入合计|9|130.00|本年支出合计|39|130.00
年初结转和结余|11|0.00|年末结转和结余|41|0.00
总计|12|130.00|总计|42|130.00

收入决算表
单位：万元
功能分类科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
|合计|130.00|130.00|0.00|0.00|0.00|0.00|0.00
205|教育支出|130.00|130.00|0.00|0.00|0.00|0.00|0.00
20502|普通教育|130.00|130.00|0.00|0.00|0.00|0.00|0.00
"""
    rows = [f"{code}|{name}|{total}|{total}|0.00|0.00|0.00|0.00|0.00" for code, name, total, *_ in (each.split("|") for each in ITEMS)]
    text = HEAD + "\n".join(ITEMS) + "\n" + income + "\n".join([*rows[:2], *rows[1:]]) + "\n"
    report = read_document("a.txt", text.encode())
    (before,) = check([report], [rule for rule in all_rules() if not rule.card.across])
    told = {finding.card.name for finding in before.findings}
    left = {finding.card.name for finding in locate(report, before).findings}
    assert told - left == {"code-differs-beyond-carry-over"}
    assert "code-appears-twice" in left


def test_two_rows_that_moved_are_two_findings() -> None:
    text = HEAD + "\n".join([ITEMS[0], "2050202|小学教育||43.21|31.10|12.11|0.00|", *ITEMS[2:]]) + "\n"
    text += """
收入决算表
单位：万元
功能分类科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
|合计|90.00|60.00|20.00|10.00|0.00|0.00|0.00
205|教育支出|90.00|60.00|20.00|10.00|0.00|0.00|0.00
20502|普通教育|90.00|60.00|20.00|10.00|0.00|0.00|0.00
2050201|学前教育|50.00|40.00|10.00|0.00|0.00|0.00|0.00
2050204|高中教育||40.00|20.00|10.00|10.00||
"""
    found = located(text)
    assert [(finding.card.name, finding.at.row) for finding in found if finding.suspect and finding.suspect.whole] == [
        ("row-is-moved-by-a-column", "小学教育"), ("row-is-moved-by-a-column", "高中教育")
    ]  # fmt: skip


def test_a_row_that_closed_up_over_a_blank_box_is_one_finding() -> None:
    head = HEAD.replace("|90.00|40.00|0.00|0.00|0.00", "|95.00|32.22|0.78|2.00|0.00")
    items = [ITEMS[0], "2050202|小学教育|43.21|31.10|11.11|0.00|1.00|0.00", "2050203|初中教育|22.23|20.45||0.78|1.00|", ITEMS[3]]
    assert not located(head + "\n".join(items) + "\n")
    items[2] = "2050203|初中教育|22.23|20.45|0.78|1.00||"
    (finding,) = located(head + "\n".join(items) + "\n")
    assert (finding.card.name, finding.at.row, finding.at.field) == ("row-is-moved-by-a-column", "初中教育", "项目支出")


def test_one_wrong_number_in_a_row_with_blanks_is_no_row_that_moved() -> None:
    found = accounts(ITEMS[0], "2050202|小学教育|43.21|31.10|21.11|||", *ITEMS[2:])
    assert [(finding.at.row, finding.at.field) for finding in found] == [("小学教育", "项目支出")]


def test_a_row_is_not_moved_to_where_nothing_looks_at_it() -> None:
    found = accounts(ITEMS[0], "2050202|小学教育|43.21|34.21|0.00|||", "2050203|初中教育|22.23|27.56|6.78|0.00|0.00|0.00", ITEMS[3])
    assert "row-is-moved-by-a-column" not in {finding.card.name for finding in found}


def test_a_lost_row_that_another_table_has_is_named_and_not_told_again() -> None:
    granted = """
一般公共预算财政拨款支出决算表
单位：万元
功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出
|合计|41.00|31.00|10.00
205|教育支出|41.00|31.00|10.00
20502|普通教育|41.00|31.00|10.00
2050202|小学教育|41.00|31.00|10.00
"""
    (finding,) = located(HEAD + "\n".join([ITEMS[0], *ITEMS[2:]]) + "\n" + granted)
    assert finding.card.name == "detail-row-is-missing"
    assert isinstance(finding.observation, Remark)
    assert "漏列“2050202 小学教育”一行" in finding.observation.message


def test_a_table_in_another_unit_is_told_once() -> None:
    (finding,) = located(BUDGET, _equal_columns(limit=False))
    assert (finding.card.name, finding.at.form) == ("table-is-in-another-unit", "支出预算总表")
    assert isinstance(finding.observation, Remark)
    assert "都是《收入预算总表》的千分之一，应是千元" in finding.observation.message
    assert finding.suspect is not None
    assert len(finding.suspect.clears) == 4


def test_what_the_rule_of_units_told_is_not_told_again() -> None:
    printed = BUDGET.replace("支出预算总表\n编制部门：青川市档案局\n单位：元", "支出预算总表\n编制部门：青川市档案局\n单位：万元")
    for small, large in (("|5,000|", "|5,000,000|"), ("|400|400|", "|400,000|400,000|"), ("|300|300|", "|300,000|300,000|")):
        printed = printed.replace(small, large)
    printed = printed.replace("||5,700|3,700|2,000", "||5,700,000|3,700,000|2,000,000").replace("|3,000|2,000", "|3,000,000|2,000,000")
    found = located(printed)
    assert [finding.card.name for finding in found] == ["table-is-in-another-unit"]


def test_limits_alone_do_not_tell_a_unit() -> None:
    found = located(BUDGET, _equal_columns(limit=True))
    assert {finding.card.name for finding in found} == {"tables-differ"}


def _equal_columns(limit: bool) -> Rule:
    """That the totals of codes in the two tables are equal; or only that they are no more."""

    def observe(report: Report) -> Iterator[Comparison]:
        income, spent = report.tables
        for row, other in zip(income.rows, spent.rows, strict=True):
            one, two = row.figure("合计"), other.figure("合计")
            if one and two:
                yield must_not_exceed(one, [Term(two)]) if limit else must_equal(two, one)

    return Rule(Card("tables-differ", "表间不符", "tables differ", ""), observe=observe)
