"""A table in another unit than it says is one finding; what follows from it is not told again."""

from __future__ import annotations

import pytest

from gouji.model.finding import Checked, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

HEAD = ("青川市档案局2025年部门预算", "")
NATURE = "科目编码|科目名称|合计|基本支出|项目支出"
SPENT = (
    "201|一般公共服务支出|5,000,000|3,000,000|2,000,000",
    "208|社会保障和就业支出|400,000|400,000|",
    "合计||5,400,000|3,400,000|2,000,000",
)
INCOME = (
    "收入预算总表", "编制部门：青川市档案局", "单位：元",
    "科目编码|科目名称|合计|财政拨款收入|事业收入|事业单位经营收入|其他收入",
    "201|一般公共服务支出|5,000,000|5,000,000|||", "208|社会保障和就业支出|400,000|400,000|||",
    "合计||5,400,000|5,400,000|||", "",
)  # fmt: skip
BALANCE = (
    "收支预算总表", "编制部门：青川市档案局", "单位：元", "收入||支出|", "项目|预算数|项目|预算数",
    "一、财政拨款收入|5,400,000|一、一般公共服务支出|5,000,000", "二、事业收入||二、社会保障和就业支出|400,000",
    "收入总计|5,400,000|支出总计|5,400,000", "",
)  # fmt: skip


def spending(unit: str, *rows: str, title: str = "支出预算总表") -> tuple[str, ...]:
    return (title, "编制部门：青川市档案局", f"单位：{unit}" if unit else "", NATURE, *(rows or SPENT), "")


def checked(*lines: str) -> Checked:
    (found,) = check([read_document("预算.txt", "\n".join((*HEAD, *lines)).encode())], all_rules())
    return found


def errors(found: Checked) -> list[str]:
    return [finding.card.name for finding in found.findings if finding.severity is Severity.ERROR]


def test_a_table_in_another_unit_is_one_finding() -> None:
    found = checked(*BALANCE, *INCOME, *spending("万元"))
    assert errors(found) == ["table-is-in-another-unit"]
    (finding,) = (each for each in found.findings if each.card.name == "table-is-in-another-unit")
    assert (finding.at.form, finding.at.field) == ("支出预算总表", "金额单位")


@pytest.mark.parametrize("unit", ["元"])
def test_tables_in_one_unit_are_left_alone(unit: str) -> None:
    assert errors(checked(*BALANCE, *INCOME, *spending(unit))) == []


def test_tables_in_two_units_that_fit_their_figures_are_left_alone() -> None:
    rows = ("201|一般公共服务支出|500.00|300.00|200.00", "208|社会保障和就业支出|40.00|40.00|", "合计||540.00|340.00|200.00")
    assert errors(checked(*BALANCE, *INCOME, *spending("万元", *rows))) == []


def test_another_fault_of_such_a_table_is_told_all_the_same() -> None:
    rows = (SPENT[0].replace("3,000,000", "3,100,000"), *SPENT[1:])
    found = errors(checked(*BALANCE, *INCOME, *spending("万元", *rows)))
    assert "table-is-in-another-unit" in found
    assert len(found) > 1


def test_where_no_unit_is_printed_nothing_is_said_of_it() -> None:
    lines = [line for line in spending("元") if line != "单位：元"]
    assert errors(checked(*BALANCE, *INCOME, *lines)) == []


def test_the_total_of_the_basic_table_alone_tells_its_unit() -> None:
    general = spending("元", title="一般公共预算支出预算表")
    basic = (
        "一般公共预算基本支出预算表", "编制部门：青川市档案局", "单位：万元", "科目编码|科目名称|合计|人员经费|公用经费",
        "301|工资福利支出|3,000,000|3,000,000|", "302|商品和服务支出|400,000||400,000", "合计||3,400,000|3,000,000|400,000", "",
    )  # fmt: skip
    found = checked(*general, *basic)
    assert errors(found) == ["table-is-in-another-unit"]
    assert [f.at.form for f in found.findings if f.severity is Severity.ERROR] == ["一般公共预算基本支出预算表"]


def test_carry_over_in_some_codes_does_not_hide_the_unit() -> None:
    income = [line.replace("5,000,000|5,000,000", "4,900,000|4,900,000").replace("5,400,000|5,400,000", "5,300,000|5,300,000")
              for line in INCOME]
    more = ("2080505|机关事业单位基本养老保险缴费支出|400,000|400,000|",)
    income[-2:-2] = [f"{more[0]}||"]
    found = checked(*spending("元", *SPENT[:2], *more, SPENT[2]), *income[:2], "单位：万元", *income[3:])
    assert "table-is-in-another-unit" in errors(found)


def test_the_total_of_the_projects_alone_tells_their_unit() -> None:
    projects = (
        "项目支出表", "编制部门：青川市档案局", "单位：万元", "项目类别|项目名称|项目单位|合计|一般公共预算",
        "合计|||2,000,000|2,000,000", "特定目标类|档案数字化|青川市档案局|1,500,000|1,500,000",
        "其他运转类|库房运行|青川市档案局|500,000|500,000", "",
    )  # fmt: skip
    found = checked(*spending("元"), *projects)
    assert errors(found) == ["table-is-in-another-unit"]
    assert [f.at.form for f in found.findings if f.severity is Severity.ERROR] == ["项目支出预算表"]


TOTAL = "合计\t\t9,391.96\t9,391.96\t"
HALVES = (
    "一般公共预算财政拨款基本支出决算表", "部门：青川市档案局", "单位：万元", "人员经费\t\t\t公用经费\t\t",
    "经济分类科目编码\t科目名称\t金额\t经济分类科目编码\t科目名称\t金额",
    "301\t工资福利支出\t75,595,893.00\t302\t商品和服务支出\t18,323,688.00",
    "人员经费合计\t\t75,595,893.00\t公用经费合计\t\t18,323,688.00", "",
)  # fmt: skip
ACCOUNTS = "一般公共预算财政拨款支出决算表"


def accounts(title: str, unit: str, amounts: dict[str, str]) -> tuple[str, ...]:
    """A table of the final accounts: 项 with 基本支出 only."""
    header = "功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出"
    rows = (f"{code}\t{code}事务\t{amount}\t{amount}\t" for code, amount in amounts.items())
    return (title, "部门：青川市档案局", f"单位：{unit}", header, *rows, "")


def test_some_long_amounts_tell_the_unit_of_a_table_though_most_rows_differ() -> None:
    grants = {f"20101{n:02}": f"{n}{n}3,456.00" for n in range(1, 9)}
    spent = {code: f"{n}{n}.35" if n < 4 else f"{900 + n}.10" for n, code in enumerate(grants, 1)}
    found = checked(*accounts("支出决算表", "万元", spent), *accounts(ACCOUNTS, "万元", grants))
    assert "table-is-in-another-unit" not in errors(found)  # none is long
    grants = {code: f"{n}{n}1,234,500.00" for n, code in enumerate(grants, 1)}
    spent = {code: f"{n}{n}123.45" if n < 4 else f"{900 + n}.10" for n, code in enumerate(grants, 1)}
    found = checked(*accounts("支出决算表", "万元", spent), *accounts(ACCOUNTS, "万元", grants))
    assert "table-is-in-another-unit" in errors(found)


def test_the_halves_of_the_basic_expenditure_tell_the_unit_of_their_list() -> None:
    functional = accounts(ACCOUNTS, "万元", {"2010101": "9,391.96"})[:-1]
    found = checked(*functional, TOTAL, "", *HALVES)
    assert errors(found) == ["table-is-in-another-unit"]


def test_a_table_that_differs_only_from_one_at_fault_is_not_at_fault_itself() -> None:
    right = {"2010101": "93,919,581.00"}
    spent = (*accounts("支出决算表", "元", right)[:-1], "合计\t\t93,919,581.00\t93,919,581.00\t", "")
    income = ("收入决算表", "部门：青川市档案局", "单位：元", "功能分类科目编码\t科目名称\t本年收入合计\t财政拨款收入\t其他收入",
              "2010101\t2010101事务\t93,919,581.00\t93,919,581.00\t", "合计\t\t93,919,581.00\t93,919,581.00\t", "")  # fmt: skip
    wrong = (*accounts(ACCOUNTS, "元", {"2010101": "9,391.96"})[:-1], TOTAL, "")
    halves = tuple("单位：元" if line == "单位：万元" else line for line in HALVES)
    found = checked(*income, *spent, *wrong, *halves)
    assert [finding.at.form for finding in found.findings if finding.card.name == "table-is-in-another-unit"] == [ACCOUNTS]


def test_one_amount_in_another_unit_is_no_table_in_another_unit() -> None:
    total = INCOME[-2].replace("5,400,000", "54,000,000,000", 1)
    found = checked(*BALANCE, *(total if line == INCOME[-2] else line for line in INCOME), *spending("元"))
    assert "table-is-in-another-unit" not in errors(found)
    assert errors(found)
    lone = checked(*spending("元"), *(total if line == INCOME[-2] else line for line in INCOME))
    assert "table-is-in-another-unit" not in errors(lone)


def test_one_class_in_another_unit_is_no_table_in_another_unit() -> None:
    spent = "支出决算表", "万元", {"2010101": "1,234.56", "2080101": "88.00"}
    wrong = accounts(ACCOUNTS, "万元", {"2010101": "12,345,600.00", "2089901": "70.00", "2210201": "33.00"})
    assert "table-is-in-another-unit" not in errors(checked(*accounts(*spent), *wrong))
