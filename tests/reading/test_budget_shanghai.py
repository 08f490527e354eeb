"""The nine tables of a budget of Shanghai are seated by form, row and column."""

from __future__ import annotations

import pytest
from seated_tables import amount, report, table

from gouji.model.report import DocumentKind

COVER = ("上海市青川区2025年区级部门预算", "", "预算主管部门：上海市青川区档案局", "")
ABOVE = ("编制部门：上海市青川区档案局", "单位：元")
CODES = "功能分类科目编码|||功能分类科目名称|合计|基本支出|项目支出"
BY_FUNCTION = (
    "类|款|项||||",
    "201|||一般公共服务支出|5,000,000|3,000,000|2,000,000",
    "201|26||档案事务|5,000,000|3,000,000|2,000,000",
    "201|26|01|行政运行|3,000,000|3,000,000|0",
    "201|26|04|档案馆|2,000,000|0|2,000,000",
    "208|||社会保障和就业支出|400,000|400,000|0",
    "208|05||行政事业单位养老支出|400,000|400,000|0",
    "208|05|05|机关事业单位基本养老保险缴费支出|400,000|400,000|0",
    "合计||||5,400,000|3,400,000|2,000,000",
)
OVERALL = (
    "2025年部门财务收支预算总表", *ABOVE,
    "本年收入||本年支出|",
    "项目|预算数|项目|预算数",
    "一、财政拨款收入|5,400,000|一、一般公共服务支出|5,000,000",
    "1. 一般公共预算资金|5,400,000|二、社会保障和就业支出|400,000",
    "2. 政府性基金|||",
    "3. 国有资本经营预算|||",
    "二、事业收入|||",
    "三、事业单位经营收入|||",
    "四、其他收入|||",
    "收入总计|5,400,000|支出总计|5,400,000",
)  # fmt: skip
INCOME = (
    "2025年部门收入预算总表", *ABOVE,
    "项目||||收入预算||||",
    "功能分类科目编码|||功能分类科目名称|合计|财政拨款收入|事业收入|事业单位经营收入|其他收入",
    "类|款|项||||||",
    "201|||一般公共服务支出|5,400,000|5,400,000|0|0|0",
    "201|26||档案事务|5,400,000|5,400,000|0|0|0",
    "201|26|01|行政运行|5,400,000|5,400,000|0|0|0",
    "合计||||5,400,000|5,400,000|0|0|0",
)  # fmt: skip
SPENDING = ("2025年部门支出预算总表", *ABOVE, "项目||||支出预算||", CODES, *BY_FUNCTION)
GRANTS = (
    "2025年部门财政拨款收支预算总表", *ABOVE,
    "财政拨款收入||财政拨款支出||||",
    "项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算",
    "一、一般公共预算资金|5,400,000|一、一般公共服务支出|5,000,000|5,000,000||",
    "二、政府性基金||二、社会保障和就业支出|400,000|400,000||",
    "三、国有资本经营预算||||||",
    "收入总计|5,400,000|支出总计|5,400,000|5,400,000||",
)  # fmt: skip
GENERAL = ("2025年部门一般公共预算支出功能分类预算表", *ABOVE, "项目||||一般公共预算支出||", CODES, *BY_FUNCTION)
FUND = (
    "2025年部门政府性基金预算支出功能分类预算表", *ABOVE, "项目||||政府性基金预算支出||", CODES, "类|款|项||||",
    "合计||||||", "注：本部门2025年无政府性基金预算安排的预算支出，故本表为空表。",
)  # fmt: skip
CAPITAL = (
    "2025年部门国有资本经营预算支出功能分类预算表", *ABOVE, "项目||||国有资本经营预算支出||", CODES, "类|款|项||||",
    "合计||||||", "注：本部门2025年无国有资本经营预算安排的预算支出，故本表为空表。",
)  # fmt: skip
BASIC = (
    "2025年部门一般公共预算基本支出部门预算经济分类预算表", *ABOVE,
    "项目|||一般公共预算基本支出||",
    "部门预算经济分类科目编码||经济分类科目名称|合计|人员经费|公用经费",
    "类|款||||",
    "301||工资福利支出|3,000,000|3,000,000|0",
    "301|2|津贴补贴|3,000,000|3,000,000|0",
    "302||商品和服务支出|400,000|0|400,000",
    "302|01|办公费|400,000|0|400,000",
    "合计|||3,400,000|3,000,000|400,000",
)  # fmt: skip
THREE_PUBLIC = (
    "2025年部门“三公”经费和机关运行经费预算表", "编制部门：上海市青川区档案局", "单位:万元",
    "“三公”经费预算数||||||机关运行经费预算数",
    "合计|因公出国(境)费|公务接待费|公务用车购置及运行费|||",
    "|||小计|购置费|运行费|",
    "37.91|0|1.35|36.56|15|21.56|40.00",
)  # fmt: skip
SHANGHAI = (
    *COVER, *OVERALL, "", *INCOME, "", *SPENDING, "", *GRANTS, "", *GENERAL, "", *FUND, "", *CAPITAL, "", *BASIC, "",
    *THREE_PUBLIC,
)  # fmt: skip


def test_a_budget_of_shanghai_is_read_into_its_nine_forms() -> None:
    found = report(*SHANGHAI)
    assert [each.form for each in found.tables] == [
        "收支预算总表", "收入预算总表", "支出预算总表", "财政拨款收支预算总表", "一般公共预算支出预算表",
        "政府性基金预算支出预算表", "国有资本经营预算支出预算表", "一般公共预算基本支出预算表", "“三公”经费预算表",
    ]  # fmt: skip
    assert all(each.known for each in found.tables)
    assert not found.doubts


def test_a_budget_says_its_kind_body_year_and_region() -> None:
    found = report(*SHANGHAI)
    assert found.kind is DocumentKind.BUDGET
    assert (found.body, found.year, found.region) == ("上海市青川区档案局", 2025, "上海")
    assert found.layout == "shanghai-2023"


def test_both_sides_of_income_and_expenditure_are_seated() -> None:
    found = table(*COVER, *OVERALL)
    assert amount(found, "总计", "预算数", "收入") == amount(found, "总计", "预算数", "支出") == 5_400_000
    assert amount(found, "一般公共预算财政拨款", "预算数", "收入") == 5_400_000
    assert amount(found, "社会保障和就业支出", "预算数", "支出") == 400_000


def test_codes_in_three_columns_make_one_code() -> None:
    found = table(*COVER, *SPENDING)
    assert [row.code for row in found.rows][:4] == ["201", "20126", "2012601", "2012604"]
    assert found.rows[-1].name == "合计"
    assert amount(found, "档案馆", "项目支出") == 2_000_000


def test_a_level_of_codes_left_blank_is_that_of_the_row_above() -> None:
    rows = ("201|||一般公共服务支出|9|9|0", "|26||档案事务|9|9|0", "||01|行政运行|9|9|0", "||50|事业运行|0|0|0")
    found = table(*COVER, *SPENDING[:5], "类|款|项||||", *rows)
    assert [row.code for row in found.rows] == ["201", "20126", "2012601", "2012650"]


def test_a_level_typed_without_its_zero_is_the_same_code() -> None:
    found = table(*COVER, *BASIC)
    assert [row.code for row in found.rows] == ["301", "30102", "302", "30201", ""]


def test_amounts_of_one_table_are_in_its_own_unit() -> None:
    found = report(*SHANGHAI)
    assert amount(found.tables[-1], "预算数", "合计") == 379_100
    assert amount(found.tables[0], "总计", "预算数", "收入") == 5_400_000


def test_three_public_expenses_and_operating_costs_stand_in_one_row() -> None:
    found = table(*COVER, *THREE_PUBLIC)
    (row,) = found.rows
    assert row.name == "预算数"
    assert [row.cells[column].text for column in found.columns] == ["37.91", "0", "1.35", "36.56", "15", "21.56", "40.00"]


@pytest.mark.parametrize("lines", [FUND, CAPITAL])
def test_a_table_without_amounts_is_kept_with_its_sentence(lines: tuple[str, ...]) -> None:
    found = table(*COVER, *lines)
    assert not list(found.figures())
    assert found.notes == (lines[-1],)


def test_a_sentence_in_a_row_of_an_empty_table_is_a_note() -> None:
    said = "注：本部门2025年无政府性基金预算安排的预算，故本表为空表。"
    found = table(*COVER, *FUND[:-2], f"{said}||||||", "合计||||||")
    assert found.notes == (said,)
    assert [row.name for row in found.rows] == ["合计"]
