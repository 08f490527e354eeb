"""The tables of a budget of Jiangsu: lists of purposes, nested names, totals alone."""

from __future__ import annotations

import pytest
from seated_tables import amount, table

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


def test_since_2020_the_grants_tell_basic_and_project_expenditure_apart() -> None:
    found = table(
        "公开05表", "财政拨款支出表（功能科目）", "部门：江苏省档案局", "单位：万元",
        "科目编码|科目名称|合计|基本支出|||项目支出",
        "|||小计|人员经费|公用经费|",
        "|合计|90.00|60.00|50.00|10.00|30.00",
        "201|一般公共服务支出|90.00|60.00|50.00|10.00|30.00",
    )  # fmt: skip
    assert (found.form, found.layout) == ("财政拨款支出预算表", "jiangsu-2020")
    assert amount(found, "合计", "项目支出") == 300_000
    assert amount(found, "合计", "公用经费") == 100_000
