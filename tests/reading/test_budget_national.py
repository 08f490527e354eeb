"""The budget tables of most provinces: two-sided tables, the year before, the three public expenses."""

from __future__ import annotations

from seated_tables import amount, table

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


def test_a_title_broken_before_its_last_sign_is_one() -> None:
    found = table(
        *NATIONAL[:2], "“三公”经费、会议费、培训费支出预算", "表", *NATIONAL[2:],
        "合计|“三公”经费|||会议费|培训费", "|小计|公务接待费|因公出国（境）费||", "9.00|3.00|3.00|0.00|4.00|2.00",
    )  # fmt: skip
    assert found.form == "“三公”经费预算表"


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


def test_a_total_with_conferences_is_told_from_that_of_three_expenses_in_any_layout() -> None:
    found = table(
        *NATIONAL[:2], "2018年部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表", *NATIONAL[2:],
        "单位编码|单位名称|合计|一般公共预算拨款安排的“三公”经费预算||||||会议费|培训费",
        "|||小计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费||||",
        "||||||小计|公务用车购置费|公务用车运行维护费||",
        "|合计|9.00|3.00||1.00|2.00||2.00|4.00|2.00",
    )  # fmt: skip
    assert amount(found, "预算数", "合计") == 30_000
    assert amount(found, "预算数", "三公经费、会议费、培训费合计") == 90_000
    assert amount(found, "预算数", "公务用车购置及运行费小计") == 20_000


def test_rates_of_change_are_no_amounts() -> None:
    found = table(
        *NATIONAL[:2], "一般公共预算支出情况表", *NATIONAL[2:],
        "科目编码|科目名称|2017年执行数|2018年预算数||增减额|增减%",
        "|||小计|基本支出||",
        "201|一般公共服务支出|8.00|9.00|9.00|1.00|12.50",
    )  # fmt: skip
    rate = found.figure("一般公共服务支出", "增减率")
    assert rate is not None
    assert rate.kind.value == "percent"
