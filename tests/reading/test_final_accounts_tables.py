"""The public tables of the final accounts are seated by form, row and column, however they are laid out."""

from __future__ import annotations

from decimal import Decimal

from seated_tables import amount

from gouji.model.report import Report
from gouji.model.table import Table
from gouji.reading.read import read_document


def report(*lines: str) -> Report:
    return read_document("决算.txt", "\n".join(lines).encode())


def table(*lines: str) -> Table:
    (found,) = report(*lines).tables
    return found


EXPENDITURE = (
    "支出决算表",
    "部门：青川市档案馆",
    "单位：万元",
    "项 目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出",
    "功能分类 科目编码\t科目名称\t\t\t\t\t\t",
    "栏次\t\t1\t2\t3\t4\t5\t6",
    "\t合计\t9.00\t5.00\t4.00\t0.00\t0.00\t",
    "201\t一般公共服务支出\t9.00\t5.00\t4.00\t0.00\t0.00\t",
    "20126\t档案事务\t9.00\t5.00\t4.00\t0.00\t0.00\t",
    "2012601\t行政运行\t5.00\t5.00\t0.00\t0.00\t0.00\t",
)


def test_rows_keep_codes_names_and_amounts() -> None:
    found = table(*EXPENDITURE)
    assert [(row.code, row.name) for row in found.rows][-1] == ("2012601", "行政运行")
    assert found.by_code("20126").figure("项目支出").value == 40_000
    assert found.figure("合计", "对附属单位补助支出") is None
    assert found.unit == "万元"
    assert found.known


def test_every_figure_knows_its_form_row_column_and_ink() -> None:
    figure = table(*EXPENDITURE).figure("行政运行", "基本支出")
    assert figure is not None
    assert (figure.place.form, figure.place.row, figure.place.field) == ("支出决算表", "行政运行", "基本支出")
    assert (figure.place.ink.line, figure.place.ink.column, figure.place.ink.end_column) == (10, 19, 23)


def test_amounts_in_yuan_are_read_in_yuan() -> None:
    lines = ("金额单位：元" if line.startswith("单位") else line for line in EXPENDITURE)
    assert amount(table(*lines), "合计", "基本支出") == Decimal("5.00")


def test_a_table_without_a_unit_is_doubted() -> None:
    lines = [line for line in EXPENDITURE if not line.startswith("单位")]
    assert any("金额单位" in doubt.message for doubt in report(*lines).doubts)


def test_a_malformed_figure_is_unread_and_said() -> None:
    found = report(
        *(line.replace("201\t一般公共服务支出\t9.00", "201\t一般公共服务支出\t1,23.4") for line in EXPENDITURE)
    )
    assert found.tables[0].figure("一般公共服务支出", "本年支出合计") is None
    assert [(doubt.unread, doubt.place.text) for doubt in found.doubts if doubt.unread] == [(True, "1,23.4")]


def test_rows_with_too_few_cells_are_doubted() -> None:
    assert any("少于表头" in doubt.message for doubt in report(*EXPENDITURE[:-1], "2012601\t行政运行\t5.00").doubts)


def test_half_a_form_is_read_for_what_it_has() -> None:
    found = report("支出决算表", "单位：万元", "科目编码|科目名称|基本支出|项目支出", "|合计|5.00|4.00")
    assert found.tables[0].columns == ("基本支出", "项目支出")
    assert any("本年支出合计" in doubt.message for doubt in found.doubts)


def test_codes_spread_over_three_columns_are_one_code() -> None:
    found = table(
        "收入决算表", "单位：万元", "科目编码|||科目名称|本年收入合计|财政拨款收入|其他收入", "类|款|项||||",
        "|||合计|3.00|2.00|1.00", "201|26|01|行政运行|3.00|2.00|1.00",
    )  # fmt: skip
    assert found.by_code("2012601") is not None


def test_code_and_name_in_one_cell_are_told_apart() -> None:
    found = table(
        "支出决算表",
        "单位：万元",
        "项目|本年支出合计|基本支出|项目支出",
        "合计|3.00|2.00|1.00",
        "[2012601]行政运行|3.00|2.00|1.00",
    )
    assert found.by_code("2012601").name == "行政运行"


INCOME_AND_EXPENDITURE = (
    "财政拨款收入支出决算总表",
    "单位：万元",
    "收入|||支出|||||",
    "项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算 财政拨款|国有资本经营预算财政拨款",
    "栏次||1|栏次||2|3|4|5",
    "一、一般公共预算财政拨款|1|8.00|一、一般公共服务支出|33|9.00|9.00||",
    "二、政府性基金预算财政拨款|2||二、外交支出|34||||",
    "本年收入合计|27|8.00|本年支出合计|59|9.00|9.00||",
    "年初财政拨款结转和结余|28|1.00|年末财政拨款结转和结余|60|0.00|0.00||",
    "一般公共预算财政拨款|29|1.00||61||||",
    "总计|32|9.00|总计|64|9.00|9.00||",
)


def test_two_lists_side_by_side_become_rows_of_two_sides() -> None:
    found = table(*INCOME_AND_EXPENDITURE)
    assert amount(found, "总计", "金额", "收入") == 90_000
    assert amount(found, "总计", "合计", "支出") == 90_000
    assert [row.number for row in found.rows if row.side == "支出"] == ["33", "34", "59", "60", "61", "64"]


def test_a_name_that_repeats_under_the_carry_over_has_a_name_of_its_own() -> None:
    found = table(*INCOME_AND_EXPENDITURE)
    assert amount(found, "一般公共预算财政拨款", "金额", "收入") == 80_000
    assert amount(found, "年初一般公共预算财政拨款结转和结余", "金额", "收入") == 10_000


def test_the_place_of_a_row_on_both_sides_names_the_side() -> None:
    figure = table(*INCOME_AND_EXPENDITURE).figure("总计", "合计", "支出")
    assert figure is not None
    assert figure.place.row == "支出：总计"


def test_rows_renamed_over_the_years_have_one_name() -> None:
    found = table(
        "2023年度收入支出决算总表", "单位：万元", "收入|金额|支出|金额",
        "使用非财政拨款结余（含专用结余）|2.00|结余分配|1.00",
    )  # fmt: skip
    assert amount(found, "使用非财政拨款结余", "决算数", "收入") == 20_000


def test_basic_expenditure_in_three_lists_has_two_sides() -> None:
    found = table(
        "一般公共预算财政拨款基本支出决算表", "单位：万元", "人员经费|||公用经费|||||",
        "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
        "301|工资福利支出|3.00|302|商品和服务支出|2.00|310|资本性支出|1.00",
        "人员经费合计||3.00|公用经费合计|||||3.00",
    )  # fmt: skip
    assert [(row.side, row.code) for row in found.rows if row.code] == [
        ("人员经费", "301"),
        ("公用经费", "302"),
        ("公用经费", "310"),
    ]
    assert amount(found, "人员经费合计", "金额") == 30_000
    assert amount(found, "公用经费合计", "金额") == 30_000


def three_expenses(*lines: str) -> Table:
    return table("一般公共预算财政拨款“三公”经费支出决算表", "单位：万元", *lines)


def test_three_expenses_under_a_header_of_three_lines() -> None:
    found = three_expenses(
        "预算数||||||决算数|||||",
        "|".join(["合计|因公出国 (境)费|公务用车购置及运行费|||公务接待 费"] * 2),
        "||小计|公务用车 购置费|公务用车 运行费||||小计|公务用车 购置费|公务用车 运行费|",
        "1|2|3|4|5|6|7|8|9|10|11|12",
        "6.00|0.00|5.00|3.00|2.00|1.00|4.00|0.00|3.50|2.00|1.50|0.50",
    )
    assert amount(found, "预算数", "公务用车购置费") == 30_000
    assert amount(found, "决算数", "公务用车购置及运行费小计") == 35_000
    assert amount(found, "决算数", "公务接待费") == 5_000


def test_three_expenses_with_the_items_as_rows() -> None:
    found = three_expenses(
        "项目|预算数|决算数", "合计|6.00|4.00", "3.公务接待费|1.00|0.50", "其中：公务用车运行维护费|2.00|1.50"
    )
    assert amount(found, "决算数", "合计") == 40_000
    assert amount(found, "预算数", "公务用车运行费") == 20_000


def test_three_expenses_with_both_figures_under_each_item() -> None:
    found = three_expenses("合计||公务接待费|", "预算数|决算数|预算数|决算数", "6.00|4.00|1.00|0.50")
    assert amount(found, "预算数", "公务接待费") == 10_000
    assert amount(found, "决算数", "合计") == 40_000


def test_names_without_codes_keep_the_depth_of_their_numbering() -> None:
    found = table(
        "非税收入征缴情况表", "单位：万元", "科目名称|合计|纳入预算管理|纳入财政专户管理",
        "合计|2.00|2.00|0.00", "一、专项收入|2.00|2.00|0.00", "利息收入|1.00|1.00|0.00",
    )  # fmt: skip
    assert [row.depth for row in found.rows] == [0, 1, 2]


def test_another_form_of_a_like_title_is_not_taken_for_it() -> None:
    found = table(
        "一般公共预算财政拨款项目支出决算表",
        "单位：万元",
        "科目编码|科目名称|合计|其中：基本建设支出",
        "201|甲|3.00|1.00",
    )
    assert not found.known
    assert found.form == "一般公共预算财政拨款项目支出决算表"


def test_an_unknown_table_is_read_by_its_own_header() -> None:
    found = table(
        "资产情况表", "单位：万元", "名称\t数量\t价值（万元）\t占比", "车辆\t4\t12.50\t80%", "设备\t2\t3.10\t20%"
    )
    figures = [found.figure("车辆", column) for column in ("数量", "价值", "占比")]
    assert [figure and (figure.value, figure.kind.value) for figure in figures] == [
        (Decimal(4), "count"), (Decimal("125000.00"), "money"), (Decimal(80), "percent"),
    ]  # fmt: skip


def test_an_unknown_table_of_two_lists_is_read_list_by_list() -> None:
    found = table(
        "资金来源与去向表",
        "单位：万元",
        "收入项目|预算|支出项目|预算",
        "一、拨款|5.00|一、教育支出|3.00",
        "收入总计|5.00|支出总计|5.00",
    )
    assert amount(found, "教育支出", "预算") == 30_000
    assert amount(found, "收入总计", "预算") == 50_000


def test_three_expenses_with_years_in_the_header() -> None:
    found = three_expenses("2021年度预算数||2021年度决算数|", "合计|公务接待费|合计|公务接待费", "6.00|1.00|4.00|0.50")
    assert amount(found, "决算数", "公务接待费") == 5_000


def test_a_table_printed_empty_has_no_rows() -> None:
    found = table(
        "国有资本经营预算财政拨款支出决算表",
        "单位：万元",
        "项目||本年支出||",
        "科目编码|科目名称|小计|基本支出|项目支出",
        "注：本单位没有国有资本经营预算支出，故本表无数据。",
    )
    assert found.rows == ()
    assert found.columns == ("本年支出小计", "基本支出", "项目支出")
    assert found.notes
