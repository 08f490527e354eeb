"""Codes and names of budget tables: bodies, projects, two classifications side by side, tables of no known form."""

from __future__ import annotations

import pytest
from seated_tables import amount, table

NATIONAL = ("青川市档案局2018年部门预算", "", "部门：青川市档案局", "单位：万元")


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
