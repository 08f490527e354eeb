"""The final accounts of regions and years that print a table of their own: layouts told by their columns."""

from __future__ import annotations

from seated_tables import amount

from gouji.model.figure import Kind
from gouji.model.table import Table
from gouji.reading.read import read_document

BODY = ("青川市档案馆2024年度部门决算", "")


def table(*lines: str) -> Table:
    found = read_document("决算.txt", "\n".join((*BODY, *lines)).encode())
    assert not [doubt.message for doubt in found.doubts if doubt.unread]
    (only,) = found.tables
    assert only.known
    return only


def test_budget_and_final_figures_in_pairs_under_each_expense() -> None:
    found = table(
        "财政拨款“三公”经费支出决算表", "单位：万元",
        "财政拨款“三公”经费|||||||||||",
        "合计||因公出国（境）费||公务用车购置及运行维护费||||||公务接待费|",
        "||||小计||公务用车购置费||公务用车运行维护费|||",
        "预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数",
        "9.00|7.00|1.00|0.00|5.00|5.00|2.00|2.00|3.00|3.00|3.00|2.00",
    )  # fmt: skip
    assert amount(found, "预算数", "合计") == 90_000
    assert amount(found, "决算数", "合计") == 70_000
    assert amount(found, "决算数", "公务用车购置及运行费小计") == 50_000
    assert amount(found, "决算数", "公务接待费") == 20_000


def test_a_total_printed_in_the_row_of_the_last_headers_is_no_column() -> None:
    found = table(
        "政府性基金预算财政拨款收入支出决算表", "单位：万元",
        "项目||年初结转和结余|本年收入|本年支出|||年末结转和结余",
        "功能分类科目编码|科目名称||||||",
        "合计||||合计|基本支出|项目支出|",
        "212|城乡社区支出|0.00|9.00|9.00|0.00|9.00|0.00",
    )  # fmt: skip
    assert found.columns == ("年初结转和结余", "本年收入", "本年支出小计", "基本支出", "项目支出", "年末结转和结余")
    assert amount(found, "城乡社区支出", "本年支出小计") == 90_000


def test_three_expenses_with_conferences_and_training_have_their_own_total() -> None:
    found = table(
        "“三公”经费及会议费、培训费支出决算表", "单位：万元",
        "项目|“三公”经费||||||会议费|培训费",
        "|小计|因公出国（境）费用|公务接待费|公务用车购置费及运行维护费|||",
        "||||小计|公务用车购置费|公务用车运行维护费||",
        "预算数|9.00|1.00|3.00|5.00|2.00|3.00|4.00|2.00",
        "决算数|7.00|0.00|2.00|5.00|2.00|3.00|3.00|1.00",
    )  # fmt: skip
    assert amount(found, "预算数", "合计") == 90_000
    assert amount(found, "决算数", "公务用车购置及运行费小计") == 50_000
    assert amount(found, "决算数", "会议费") == 30_000


def test_a_list_of_three_expenses_and_operating_costs_keeps_counts_apart_from_money() -> None:
    found = table(
        "“三公”经费、行政参公单位机关运行经费情况表", "单位：万元",
        "项目|行次|预算数|决算统计数",
        "一、“三公”经费支出|1||",
        "（一）支出合计|2|9.00|7.00",
        "1．因公出国（境）费|3|1.00|0.00",
        "2．公务用车购置及运行维护费|4|5.00|5.00",
        "（1）公务用车购置费|5|2.00|2.00",
        "（2）公务用车运行维护费|6|3.00|3.00",
        "3．公务接待费|7|3.00|2.00",
        "（二）相关统计数|8||",
        "1．因公出国（境）团组数（个）|9||2",
    )  # fmt: skip
    assert amount(found, "决算数", "合计") == 70_000
    assert amount(found, "预算数", "公务用车运行费") == 30_000
    counted = found.figure("决算数", "因公出国（境）团组数（个）")
    assert counted is not None
    assert (counted.kind, counted.value) == (Kind.COUNT, 2)


def test_general_public_accounts_with_carry_over_are_those_of_yunnan() -> None:
    found = table(
        "一般公共预算财政拨款收入支出决算表", "单位：万元",
        "项目||年初结转和结余|本年收入|本年支出|||年末结转和结余",
        "功能分类科目编码|科目名称|||合计|基本支出|项目支出|",
        "|合计|1.00|9.00|8.00|5.00|3.00|2.00",
        "201|一般公共服务支出|1.00|9.00|8.00|5.00|3.00|2.00",
    )  # fmt: skip
    assert found.layout == "yunnan-2020"
    assert amount(found, "合计", "本年支出合计") == 80_000
    assert amount(found, "合计", "年末结转和结余") == 20_000


def test_economic_codes_in_a_list_with_personnel_and_operating_columns() -> None:
    found = table(
        "一般公共预算财政拨款基本支出决算明细表", "单位：万元",
        "科目编码|科目名称|合计|人员经费|公用经费",
        "|合计|9.00|7.00|2.00",
        "301|工资福利支出|7.00|7.00|",
        "302|商品和服务支出|2.00||2.00",
    )  # fmt: skip
    assert amount(found, "合计", "人员经费") == 70_000
