"""Budgets: what one wrong number in a table or a sentence brings to light, and what passes."""

from __future__ import annotations

import pytest

from gouji.model.finding import Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

BUDGET = """临江市青川区2025年部门预算
预算主管部门：青川区档案馆

2025年部门预算编制说明
2025年，青川区档案馆收入预算280.00万元，其中：财政拨款收入280.00万元，比2024年预算增加20.00万元；事业收入0.00万元。
支出预算280.00万元，其中：财政拨款支出预算280.00万元，比2024年预算增加20.00万元。
财政拨款支出主要内容如下：
1. “一般公共服务支出（类）档案事务（款）行政运行（项）”180.00万元，主要用于行政单位的基本支出。
2. “一般公共服务支出（类）档案事务（款）档案馆（项）”60.00万元，主要用于档案馆的项目支出。
3. “住房保障支出（类）住房改革支出（款）住房公积金（项）”40.00万元，主要用于为职工缴纳住房公积金。

2025年部门支出预算总表
编制部门：青川区档案馆
单位：元
功能分类科目编码|||功能分类科目名称|支出预算||
类|款|项||合计|基本支出|项目支出
201|||一般公共服务支出|2,400,000|1,800,000|600,000
201|26||档案事务|2,400,000|1,800,000|600,000
201|26|01|行政运行|1,800,000|1,800,000|0
201|26|04|档案馆|600,000|0|600,000
221|||住房保障支出|400,000|400,000|0
221|02||住房改革支出|400,000|400,000|0
221|02|01|住房公积金|400,000|400,000|0
合计||||2,800,000|2,200,000|600,000
"""


def faults(text: str) -> set[str]:
    """The names of the rules that find an error or a warning."""
    found = check([read_document("例.txt", text.encode())], all_rules())[0].findings
    return {finding.card.name for finding in found if finding.severity is not Severity.NOTE}


def test_a_budget_that_ties_out_has_no_faults() -> None:
    assert faults(BUDGET) == set()


@pytest.mark.parametrize(
    ("printed", "wrong", "rule"),
    [
        ("档案馆（项）”60.00万元", "档案馆（项）”6.00万元", "items-do-not-make-up-grants"),
        ("档案馆（项）”60.00万元", "档案馆（项）”60.00元", "stated-budget-expenditure-differs-from-table"),
        ("档案馆（项）”", "专项普查活动（项）”", "item-of-text-is-in-no-table"),
        ("住房公积金|400,000", "住房公积金|440,000", "budget-row-is-not-sum-of-columns"),
        ("档案馆|600,000|0|600,000", "档案馆|620,000|0|620,000", "budget-code-is-not-sum-of-subcodes"),
        ("支出预算280.00万元，其中", "支出预算208.00万元，其中", "stated-budget-expenditure-differs-from-table"),
        ("增加20.00万元；", "增加200.00万元；", "changes-of-grant-income-and-expenditure-differ"),
        ("2025年部门支出预算总表", "2024年部门支出预算总表", "table-title-names-another-year"),
        ("2025年，青川区档案馆", "2025年，青川区水务局", "document-names-another-body"),
    ],
)
def test_one_wrong_thing_is_found(printed: str, wrong: str, rule: str) -> None:
    assert rule in faults(BUDGET.replace(printed, wrong, 1))


def test_a_column_of_remarks_is_no_part_of_the_sum_of_a_row() -> None:
    remarked = """青川区档案馆2025年部门预算

支出预算总表
单位：万元
科目编码|科目名称|合计|基本支出|项目支出|备注
|合计|25.00|18.00|6.00|
20126|档案事务|25.00|18.00|6.00|新馆
"""
    assert "budget-row-is-not-sum-of-columns" in faults(remarked)


def test_yuan_of_the_table_may_round_to_the_wan_of_the_text() -> None:
    finer = BUDGET.replace("2,400,000", "2,400,049").replace("1,800,000", "1,800,049")
    finer = finer.replace("2,200,000", "2,200,049").replace("2,800,000", "2,800,049")
    assert faults(finer) == set()
