"""Texts of budgets and accounts as other places publish them: what is right in them, and what slipped in."""

from __future__ import annotations

import pytest

from gouji.model.finding import Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

ACCOUNTS = "青川市水务局2023年度部门决算\n\n第三部分 2023年度部门决算情况说明\n\n一、有关情况说明\n\n"
BUDGET = (
    "江苏省青川市水务局2023年度部门预算\n\n支出总表\n部门：青川市水务局\n单位：万元\n"
    "科目编码|科目名称|合计|基本支出|项目支出\n|合计|100.00|60.00|40.00\n213|农林水支出|100.00|60.00|40.00\n\n"
    "第三部分 2023年度部门预算情况说明\n\n十五、预算绩效目标设置情况说明\n\n"
)


def found(text: str, head: str = ACCOUNTS) -> list[tuple[str, str]]:
    (checked,) = check([read_document("例.txt", (head + text + "\n").encode())], all_rules())
    return [(f.card.name, f.at.text) for f in checked.findings if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "text",
    [
        # The difference of two rounded amounts is out by one in the last digit; the rate is of the exact ones.
        "机关运行经费支出65.19万元，比上年决算数增加6.51万元，增长11.11%，主要原因是办公费增加。",
        # The amounts are too small for the rate to be told from them.
        "因公出国（境）费支出预算为3.11万元，支出决算为2.45万元，完成预算的78.84%，决算数小于预算数的主要原因是厉行节约，"
        "与上年相比增加0.34万元，增长16.18%。",
        "2022年，本部门对2021年度一般公共预算项目支出开展绩效自评，2023年据此调整了预算。",
        "（项）年初预算为0万元，支出决算为0.50万元，决算数大于预算数的主要原因是年中追加了专项工作经费。\n\n"
        "（项）年初预算为0万元，支出决算为0.50万元，决算数大于预算数的主要原因是年中追加了专项工作经费。",
    ],
)
def test_what_holds_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "wrong"),
    [
        (
            "因公出国（境）费支出预算为16.56万元，支出决算为13.36万元，完成预算的80.68%，决算数小于预算数的主要原因是厉行节约，"
            "与上年相比减少2.92万元，下降18.91%。",
            "growth-rate-does-not-follow", "18.91%",
        ),
        ("本部门组织对2021年度一般公共预算项目支出全面开展绩效自评，共涉及项目8个。", "year-slips", "2021"),
        ("2021年度财政拨款收、支总计4,365.20万元。", "year-slips", "2021"),
        ("机关运行经费支出65.19万元，比上年决算数增加6.51万元，增长11.09%，主要原因XXXX。", "template-was-not-filled-in", "XXXX"),
        (
            "农林水支出（类）水利（款）行政运行（项）。年初预算为1,283.45万元，支出决算为1,283.45万元，与年初预算数持平。\n\n"
            "农林水支出（类）水利（款）行政运行（项）。年初预算为1,283.45万元，支出决算为1,283.45万元，与年初预算数持平。",
            "paragraph-stands-twice",
            "农林水支出（类）水利（款）行政运行（项）。年初预算为1,283.45万元，支出决算为1,283.45万元，与年初预算数持平。",
        ),
    ],
)  # fmt: skip
def test_what_slipped_in_is_found(text: str, rule: str, wrong: str) -> None:
    assert (rule, wrong) in found(text)


def test_money_under_the_target_of_the_whole_department_is_no_money_of_projects() -> None:
    text = "2023年度，本部门整体支出纳入绩效目标管理，涉及财政性资金100.00万元；本部门共3个项目纳入绩效目标管理，"
    assert found(f"{text}涉及财政性资金合计40.00万元。", BUDGET) == []


def test_a_name_that_the_document_itself_prints_right_elsewhere_is_wrong() -> None:
    table = "{0}\n部门：青川市水务局\n单位：万元\n"
    table += "科目编码|科目名称|合计|基本支出|项目支出\n|合计|9.00||9.00\n212|城乡社区支出|9.00||9.00\n"
    table += "21208|{1}|9.00||9.00\n2120803|{2}|9.00||9.00\n\n"
    fund = "国有土地使用权出让收入安排的支出"
    right = table.format("支出预算总表", fund, "城市建设支出")
    wrong = table.format("政府性基金预算支出表", fund, "用于体育事业的彩票公益金支出")
    assert ("code-has-another-name", "2120803") in found(right + wrong, "青川市水务局2023年度部门预算\n\n")


def test_a_fund_name_cut_by_a_narrow_column_is_no_other_name() -> None:
    table = "支出预算总表\n部门：青川市水务局\n单位：万元\n"
    table += "科目编码|科目名称|合计|基本支出|项目支出\n|合计|9.00||9.00\n212|城乡社区支出|9.00||9.00\n"
    cut = "21208|国有土地使用权出让收入及对应专项债务收|9.00||9.00\n2120803|城市建设支出|9.00||9.00\n"
    assert found(table + cut, "青川市水务局2023年度部门预算\n\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "江苏省青川市水务局2021年一般公共预算当年拨款100.00万元，比2022年执行数增加5.00万元。",
        "江苏省青川市水务局2021年一般公共预算基本支出60.00万元，其中：人员经费50.00万元。",
        "江苏省青川市水务局2021年没有使用政府性基金预算拨款安排的支出。",
        "江苏省青川市水务局2021年政府性基金预算支出20.00万元。",
        "2021年江苏省青川市水务局机关运行经费财政拨款预算10.00万元。",
        "2021年江苏省青川市水务局下属1家机关和1家事业单位财政拨款的机关运行经费预算为10.00万元。",
    ],
)
def test_a_budget_that_calls_itself_one_of_another_year(text: str) -> None:
    head = BUDGET.replace("支出总表\n部门：青川市", "支出总表\n部门：江苏省青川市")
    assert ("year-slips", "2021") in found(text, head)
    assert "year-slips" not in {rule for rule, _ in found(text.replace("2021", "2023"), head)}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("林州市水务局内设机构包括办公室、计划财务科等6个科室。", "林州市水务局"),
        ("按照综合预算的原则，林州市水务局所有收入和支出均纳入部门预算管理。", "林州市水务局"),
        ("纳入林州市水务局2023年部门决算编制范围的单位共2个。", "林州市水务局"),
    ],
)
def test_another_body_named_where_the_template_names_its_own(text: str, wrong: str) -> None:
    head = f"{ACCOUNTS}截至2023年12月31日，青川市水务局共有车辆0辆。\n\n"
    assert ("document-names-another-body", wrong) in found(text, head)
    assert found(text.replace(wrong, "青川市水务局"), head) == []


def test_a_list_of_projects_by_item_adds_up_whatever_the_digits() -> None:
    table = (
        "青川市水务局2023年度部门预算\n\n一般公共预算项目支出预算表\n部门：青川市水务局\n单位：万元\n"
        "科目编码|单位名称（科目）|金额\n|合计|2,713.82\n2130101|行政运行经费|29.62\n2130102|一般行政管理事务经费|1,246.82\n"
        "2130199|其他支出经费|1,441.39\n"
    )
    assert ("project-budget-total-is-not-sum-of-projects", "2,713.82") in found("", table)


LIST = (
    "青川市水务局2024年部门预算\n\n支出总体情况表\n单位名称：青川市水务局\n单位：万元\n项目|2024年预算\n一、基本支出|60.00\n工资福利支出|50.00\n"
    "商品和服务支出|10.00\n二、项目支出|40.00\n本年支出合计|{}\n结转下年|5.00\n支出总计|105.00\n"
)


@pytest.mark.parametrize(("total", "wrong"), [("100.00", []), ("110.00", ["110.00"])])
def test_the_total_of_the_year_is_the_sum_of_the_chief_entries_above_it(total: str, wrong: list[str]) -> None:
    rule = "budget-entry-is-not-sum-of-entries-below"
    assert [text for name, text in found("", LIST.format(total)) if name == rule] == wrong
