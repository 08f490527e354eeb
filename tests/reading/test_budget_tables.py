"""The tables of budgets are seated by form, row and column, whatever region they come from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.model.report import DocumentKind, Report
from gouji.model.table import Table
from gouji.reading.read import read_document


def report(*lines: str) -> Report:
    return read_document("预算.txt", "\n".join(lines).encode())


def table(*lines: str) -> Table:
    found = report(*lines)
    assert not [doubt for doubt in found.doubts if doubt.unread]
    (only,) = found.tables
    return only


def amount(found: Table, row: str, column: str, side: str = "") -> Decimal:
    figure = found.figure(row, column, side)
    assert figure is not None
    return figure.value


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


JIANGSU = ("公开01表", "", "收支预算总表", "部门：江苏省档案局", "单位：万元")


def test_purposes_of_expenditure_are_a_list_of_their_own() -> None:
    found = table(
        *JIANGSU,
        "收入||支出|||",
        "项目名称|金额|功能分类||支出用途|",
        "||功能科目名称|金额|项目名称|金额",
        "一、财政拨款|90.00|一、一般公共服务支出|80.00|一、基本支出|60.00",
        "1.一般公共预算|90.00|二、社会保障和就业支出|20.00|二、项目支出|30.00",
        "三、其他资金|10.00|||三、单位预留机动经费|10.00",
        "当年收入小计|100.00|当年支出小计|||100.00",
        "上年结转资金||结转下年资金|||",
        "收入合计|100.00|支出合计|||100.00",
    )
    assert (found.form, found.layout) == ("收支预算总表", "jiangsu-2017")
    assert amount(found, "本年支出合计", "预算数", "支出") == amount(found, "总计", "预算数", "支出") == 1_000_000
    assert [row.name for row in found.rows if row.side == "支出用途"] == ["基本支出", "项目支出", "单位预留机动经费"]
    assert found.figure("上年结转", "预算数", "收入") is None


def test_sources_of_income_nest_in_two_columns() -> None:
    found = table(
        "公开02表", "收入预算总表", "部门：江苏省档案局", "单位：万元",
        "项目名称||金额",
        "收入总计||100.00",
        "一般公共预算资金|小计|90.00",
        "|公共财政拨款(补助)资金|90.00",
        "|专项收入|",
        "其他资金|小计|10.00",
        "|其他收入|10.00",
    )  # fmt: skip
    assert [(row.depth, row.name) for row in found.rows] == [
        (0, "总计"), (1, "一般公共预算财政拨款"), (2, "公共财政拨款(补助)资金"), (2, "专项收入"),
        (1, "其他资金"), (2, "其他收入"),
    ]  # fmt: skip
    assert amount(found, "其他资金", "合计") == 100_000


def test_a_table_of_totals_alone_has_one_row() -> None:
    found = table(
        "公开03表", "支出预算总表", "部门：江苏省档案局", "单位：万元",
        "合计|基本支出|项目支出|单位预留机动经费|结转下年资金",
        "100.00|60.00|30.00|10.00|",
    )  # fmt: skip
    assert amount(found, "合计", "合计") == 1_000_000
    assert amount(found, "合计", "单位预留机动经费") == 100_000


def test_the_total_of_the_three_public_expenses_is_not_that_with_conferences() -> None:
    found = table(
        "公开09表", "“三公”经费、会议费、培训费支出预算表", "部门：江苏省档案局", "单位：万元",
        "合计|“三公”经费||||||会议费|培训费",
        "|小计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费||",
        "|||小计|公务用车购置费|公务用车运行维护费|||",
        "1,656.86|675.10|106.00|156.60||156.60|412.50|884.16|97.60",
    )  # fmt: skip
    assert amount(found, "预算数", "合计") == 6_751_000
    assert amount(found, "预算数", "公务用车购置及运行费小计") == 1_566_000
    assert amount(found, "预算数", "三公经费、会议费、培训费合计") == 16_568_600
    assert amount(found, "预算数", "培训费") == 976_000


def test_goods_to_be_procured_nest_under_their_projects() -> None:
    found = table(
        "公开12表", "2018年政府采购预算表", "部门：江苏省档案局", "单位：万元",
        "采购品目大类|专项名称|经济科目|采购物品名称|采购组织形式|总计",
        "合计|||||50.00",
        "一、货物A|||||50.00",
        "|办公设备购置费|办公设备购置|||50.00",
        "|||台式计算机（20万以下）|分散自行组织|20.00",
        "|||家具用具|分散自行组织|30.00",
    )  # fmt: skip
    assert [row.depth for row in found.rows] == [0, 1, 3, 4, 4]
    assert amount(found, "家具用具", "合计") == 300_000


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("财政拨款支出预算表（功能科目）", "财政拨款支出预算表"),
        ("一般公共预算支出预算表", "一般公共预算支出预算表"),
        ("财政拨款政府性基金支出预算表", "政府性基金预算支出预算表"),
    ],
)
def test_a_table_of_codes_may_print_one_amount(title: str, form: str) -> None:
    found = table(
        "公开05表", title, "部门：江苏省档案局", "单位：万元",
        "功能科目代码|功能科目名称|金额", "|合计|9.00", "201|一般公共服务支出|9.00", "20126|档案事务|9.00",
    )  # fmt: skip
    assert found.form == form
    assert amount(found, "合计", "合计") == 90_000


def test_operating_costs_stand_by_economic_code() -> None:
    found = table(
        "公开11表", "一般公共预算机关运行经费支出预算表", "部门：江苏省档案局", "单位：万元",
        "科目编码|科目名称|机关运行经费支出", "|合计|9.00", "302|商品和服务支出|9.00", "30201|办公费|9.00",
    )  # fmt: skip
    assert found.form == "一般公共预算机关运行经费支出预算表"
    assert found.by_code("30201").figure("合计").value == 90_000


NATIONAL = ("青川市档案局2018年部门预算", "", "部门：青川市档案局", "单位：万元")


def test_what_is_carried_over_splits_by_budget_under_a_name_of_its_own() -> None:
    found = table(
        *NATIONAL[:2], "财政拨款收支总表", *NATIONAL[2:],
        "收入||支出||||",
        "项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算",
        "一、本年收入|90.00|一、本年支出|100.00|100.00||",
        "（一）一般公共预算拨款|90.00|（一）一般公共服务支出|80.00|80.00||",
        "（二）政府性基金预算拨款||（二）教育支出|20.00|20.00||",
        "二、上年结转|10.00|二、结转下年||||",
        "（一）一般公共预算拨款|10.00|||||",
        "（二）政府性基金预算拨款||||||",
        "收入总计|100.00|支出总计|100.00|100.00||",
    )  # fmt: skip
    assert [(row.depth, row.name) for row in found.rows if row.side == "收入"] == [
        (1, "本年收入合计"), (2, "一般公共预算财政拨款"), (2, "政府性基金预算财政拨款"),
        (1, "上年结转"), (2, "上年结转一般公共预算财政拨款"), (2, "上年结转政府性基金预算财政拨款"), (0, "总计"),
    ]  # fmt: skip
    assert amount(found, "教育支出", "一般公共预算财政拨款", "支出") == 200_000


def test_expenditure_by_economic_class_is_no_second_half_of_that_by_function() -> None:
    found = table(
        *NATIONAL[:2], "部门收支总表", *NATIONAL[2:],
        "收入||支出|||",
        "项目|预算数|项目（按功能分类）|预算数|项目（按经济分类）|预算数",
        "一、一般公共预算拨款收入|9.00|一、一般公共服务支出|6.00|一、工资福利支出|7.00",
        "二、事业收入||二、教育支出|3.00|二、商品和服务支出|2.00",
        "本年收入合计|9.00|本年支出合计|9.00|本年支出合计|9.00",
    )  # fmt: skip
    assert [row.name for row in found.rows if row.side == "支出"] == ["一般公共服务支出", "教育支出", "本年支出合计"]
    assert [row.side for row in found.rows if row.name == "工资福利支出"] == ["支出经济分类"]


def test_a_second_breakdown_without_a_name_is_kept_apart() -> None:
    found = table(
        *NATIONAL[:2], "部门收支总表", *NATIONAL[2:],
        "收入||支出|||",
        "项目|预算数|项目|预算数|项目|预算数",
        "一、一般公共预算拨款收入|9.00|一、一般公共服务支出|6.00|一、基本支出|7.00",
        "二、事业收入||二、教育支出|3.00|二、项目支出|2.00",
        "本年收入合计|9.00|本年支出合计|9.00|本年支出合计|9.00",
    )  # fmt: skip
    assert [row.name for row in found.rows if row.side == "支出"] == ["一般公共服务支出", "教育支出", "本年支出合计"]


def test_the_year_before_is_not_the_year_of_the_budget() -> None:
    found = table(
        *NATIONAL[:2], "一般公共预算支出情况表", *NATIONAL[2:],
        "功能分类科目||2017年执行数|2018年预算数|||2018年预算数比2017年执行数|",
        "科目编码|科目名称||小计|基本支出|项目支出|增减额|增减%",
        "|合计|8.00|9.00|5.00|4.00|1.00|12.50",
        "201|一般公共服务支出|8.00|9.00|5.00|4.00|1.00|12.50",
    )  # fmt: skip
    assert amount(found, "合计", "合计") == 90_000
    assert amount(found, "合计", "上年执行数") == 80_000


def test_three_public_expenses_of_two_years_are_two_rows() -> None:
    found = table(
        *NATIONAL[:2], "一般公共预算“三公”经费支出表", *NATIONAL[2:],
        "2017年预算数||||||2018年预算数|||||",
        "合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行费|||公务接待费",
        "||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|",
        "9.00|1.00|6.00|2.00|4.00|2.00|8.00|1.00|5.00|1.00|4.00|2.00",
    )  # fmt: skip
    assert [row.name for row in found.rows] == ["预算数", "上年预算数"]
    assert amount(found, "预算数", "合计") == 80_000
    assert amount(found, "上年预算数", "公务用车购置费") == 20_000


def test_three_public_expenses_may_be_a_list() -> None:
    found = table(
        *NATIONAL[:2], "一般公共预算安排的行政经费及“三公”经费预算表", *NATIONAL[2:],
        "项目|本年预算数",
        "行政经费|50.00",
        "“三公”经费|8.00",
        "其中：（一）因公出国（境）支出|1.00",
        "（二）公务用车购置及运行维护支出|5.00",
        "1.公务用车购置|1.00",
        "2.公务用车运行维护费|4.00",
        "（三）公务接待费支出|2.00",
    )  # fmt: skip
    assert amount(found, "预算数", "合计") == 80_000
    assert amount(found, "预算数", "公务用车购置及运行费小计") == 50_000
    assert amount(found, "预算数", "行政经费") == 500_000


def test_income_of_bodies_by_source_is_told_from_what_is_carried_over() -> None:
    found = table(
        *NATIONAL[:2], "部门收入总表", *NATIONAL[2:],
        "部门（单位）代码|部门（单位）名称|合计|本年收入|||上年结转结余||",
        "|||小计|一般公共预算|单位资金|小计|一般公共预算|单位资金",
        "|合计|10.00|9.00|9.00||1.00|1.00|",
        "101|青川市档案局|10.00|9.00|9.00||1.00|1.00|",
        "101001|青川市档案局本级|10.00|9.00|9.00||1.00|1.00|",
    )  # fmt: skip
    assert amount(found, "合计", "本年收入合计") == 90_000
    assert amount(found, "合计", "上年结转一般公共预算财政拨款") == 10_000
    assert [(row.depth, row.code) for row in found.rows] == [(0, ""), (1, ""), (2, "")]


def test_codes_of_bodies_are_no_part_of_codes_of_the_classification() -> None:
    found = table(
        *NATIONAL[:2], "部门支出总表", *NATIONAL[2:],
        "科目编码|||单位代码|单位名称（科目）|合计|基本支出|项目支出",
        "类|款|项|||||",
        "||||合计|9.00|5.00|4.00",
        "|||301001|青川市档案局|9.00|5.00|4.00",
        "201|26|01|301001|行政运行|9.00|5.00|4.00",
    )  # fmt: skip
    assert [(row.code, row.name) for row in found.rows] == [("", "合计"), ("", "青川市档案局"), ("2012601", "行政运行")]


def test_projects_are_called_by_their_names() -> None:
    found = table(
        *NATIONAL[:2], "项目支出表", *NATIONAL[2:],
        "类型|项目名称|项目单位|合计|本年拨款|||财政专户管理资金|单位资金",
        "||||一般公共预算|政府性基金预算|国有资本经营预算||",
        "合计|||9.00|9.00||||",
        "特定目标类|库房修缮|青川市档案局|9.00|9.00||||",
    )  # fmt: skip
    assert [row.name for row in found.rows] == ["合计", "库房修缮"]
    assert amount(found, "库房修缮", "一般公共预算财政拨款") == 90_000


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("一般公共预算支出情况表（按功能分类科目）", "一般公共预算支出预算表"),
        ("表5 国有资本经营预算支出表", "国有资本经营预算支出预算表"),
        ("政府性基金预算支出情况表", "政府性基金预算支出预算表"),
        ("2018年部门预算支出总表", "支出预算总表"),
    ],
)
def test_titles_of_other_regions_are_known(title: str, form: str) -> None:
    found = table(
        *NATIONAL[:2], title, *NATIONAL[2:], "科目编码|科目名称|合计|基本支出|项目支出", "201|一般公共服务支出|9.00|5.00|4.00"
    )
    assert (found.form, found.known) == (form, True)


def test_a_table_of_no_known_form_has_its_codes_all_the_same() -> None:
    found = table(
        *NATIONAL[:2], "财政拨款支出明细表", *NATIONAL[2:],
        "科目编码|||科目名称|合计|工资福利支出|商品和服务支出",
        "类|款|项||||",
        "||||9.00|5.00|4.00",
        "201|||一般公共服务支出|9.00|5.00|4.00",
        "201|26||档案事务|9.00|5.00|4.00",
        "201|26|01|行政运行|9.00|5.00|4.00",
    )  # fmt: skip
    assert not found.known
    assert [(row.code, row.name) for row in found.rows][1:] == [
        ("201", "一般公共服务支出"), ("20126", "档案事务"), ("2012601", "行政运行"),
    ]  # fmt: skip
    assert found.columns == ("合计", "工资福利支出", "商品和服务支出")


def test_a_sentence_in_a_row_of_an_empty_table_is_a_note() -> None:
    said = "注：本部门2025年无政府性基金预算安排的预算，故本表为空表。"
    found = table(*COVER, *FUND[:-2], f"{said}||||||", "合计||||||")
    assert found.notes == (said,)
    assert [row.name for row in found.rows] == ["合计"]


def test_a_title_broken_before_its_last_sign_is_one() -> None:
    found = table(
        *NATIONAL[:2], "“三公”经费、会议费、培训费支出预算", "表", *NATIONAL[2:],
        "合计|“三公”经费|||会议费|培训费", "|小计|公务接待费|因公出国（境）费||", "9.00|3.00|3.00|0.00|4.00|2.00",
    )  # fmt: skip
    assert found.form == "“三公”经费预算表"


def test_codes_of_two_classifications_side_by_side_are_not_joined() -> None:
    found = table(
        *NATIONAL[:2], "一般公共预算基本支出情况表（按支出经济分类科目）", *NATIONAL[2:],
        "部门预算支出经济科目||政府预算支出经济科目||金额",
        "科目编码|科目名称|科目编码|科目名称|",
        "|合计|||9.00",
        "301|工资福利支出|501|机关工资福利支出|9.00",
        "30101|基本工资|50101|工资奖金津补贴|9.00",
    )  # fmt: skip
    assert [(row.code, row.name) for row in found.rows] == [("", "合计"), ("301", "工资福利支出"), ("30101", "基本工资")]


def test_a_title_of_one_place_over_the_columns_of_another_is_read_by_its_header() -> None:
    found = table(
        *NATIONAL[:2], "财政拨款支出预算表（部门经济分类科目）", *NATIONAL[2:],
        "科目编码|科目名称|总计|省级当年安排|||上年结转安排|||",
        "|||合计|基本安排|项目安排|小计|基本结转|项目结转|其他结转",
        "|合计|9.00|9.00|9.00||||||",
        "301|工资福利支出|9.00|9.00|9.00|||||",
    )  # fmt: skip
    assert not found.known


def test_expenditure_of_four_breakdowns_stands_on_four_sides() -> None:
    found = table(
        *NATIONAL[:2], "部门综合预算收支总表", *NATIONAL[2:],
        "收入||支出|||||",
        "项目|预算数|支出功能分科目（按大类）|预算数|部门预算支出经济分类科目（按大类）|预算数|政府预算支出经济分类科目（按大类）|预算数",
        "一、部门预算|9.00|一、一般公共服务支出|9.00|一、部门预算|9.00|一、部门预算|9.00",
        "本年收入合计|9.00|本年支出合计|9.00|本年支出合计|9.00|本年支出合计|9.00",
        "收入总计|9.00|支出总计|9.00|支出总计|9.00|支出总计|9.00",
    )  # fmt: skip
    assert list(dict.fromkeys(row.side for row in found.rows)) == ["收入", "支出", "支出经济分类", "支出政府经济分类"]


def test_unnumbered_rows_under_a_numbered_head_are_its_parts() -> None:
    found = table(
        *NATIONAL[:2], "财政拨款收支总表", *NATIONAL[2:],
        "收入||支出||",
        "项目|预算数|项目|合计|一般公共预算",
        "一、本年收入|90.00|一、本年支出|100.00|100.00",
        "一般公共预算拨款收入|90.00|一般公共服务支出|80.00|80.00",
        "政府性基金预算拨款收入||教育支出|20.00|20.00",
        "二、上年结转|10.00|二、结转下年||",
        "一般公共预算拨款收入|10.00|||",
        "收入总计|100.00|支出总计|100.00|100.00",
    )  # fmt: skip
    assert [(row.depth, row.name) for row in found.rows if row.side == "收入"] == [
        (1, "本年收入合计"), (2, "一般公共预算财政拨款"), (2, "政府性基金预算财政拨款"),
        (1, "上年结转"), (2, "上年结转一般公共预算财政拨款"), (0, "总计"),
    ]  # fmt: skip
