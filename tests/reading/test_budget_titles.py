"""A title is that of a form only where the words before it leave it what it is."""

from __future__ import annotations

import pytest

from gouji.reading.recognise import titled


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("2025年部门财务收支预算总表", "收支预算总表"),
        ("表1-2 单位支出总表", "支出预算总表"),
        ("青川市档案局2022年收入总表", "收入预算总表"),
        ("2020年部门综合预算收支总表", "收支预算总表"),
        ("2020年部门综合预算一般公共预算支出明细表（按支出功能分类科目）", "一般公共预算支出预算表"),
        ("一般公共预算支出情况表（按支出经济分类科目）", "一般公共预算支出经济分类预算表"),
        ("部门预算项目支出及其他支出预算表", "项目支出预算表"),
        ("2024年度收入支出决算总表", "收入支出决算总表"),
    ],
)
def test_bodies_numbers_and_names_of_documents_stand_before_titles(title: str, form: str) -> None:
    assert titled(title)[0].name == form


@pytest.mark.parametrize(
    "title",
    [
        "会议费、培训费支出预算表", "政府购买服务支出预算表", "政府性基金预算“三公”经费支出预算表", "一般公共预算项目收支总表",
        "社会保险基金收支预算表", "转移支付项目支出表", "专项债券收支情况表",
    ],
)  # fmt: skip
def test_another_table_that_ends_alike_is_not_that_form(title: str) -> None:
    assert not titled(title)
