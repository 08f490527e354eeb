"""Target forms of departments: money boxes, tasks, counts, goal and indicators, also where rows are shifted."""

from __future__ import annotations

from decimal import Decimal

from gouji.model.report import Report
from gouji.reading.read import read_document

FORM = """青川市档案馆2025年部门整体预算绩效目标申报表

部门名称\t青川市档案馆\t\t\t\t
基本信息\t财政供养人员数\t25\t下属二级单位数\t1\t
预算整体情况\t部门预算支出\t预算金额（万元）\t收入来源\t预算金额（万元）\t
\t基本支出\t500.10\t财政拨款\t900.30\t
\t项目支出\t400.20\t其他资金\t\t
\t事业发展性支出\t预算金额（万元）\t按预算级次划分\t预算金额（万元）\t
\t财政专项资金\t0.00\t区本级使用资金\t900.30\t
\t其他事业发展性支出\t400.20\t对下转移支付资金\t\t
总体绩效目标\t完成馆藏档案数字化，提升查档服务水平，保障档案安全保管与利用，全年接待查档群众。\t\t\t\t
年度重点工作任务\t名称\t主要实施内容\t拟投入的资金（元）\t期望达到的目标（概述）\t
\t馆藏数字化\t扫描档案三万卷\t1,200,000.00\t查档更快\t
其他需完成的任务（可选填）\t库房维护\t更换空调\t3,0000.00\t库房达标\t
绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值
\t产出指标\t数量指标\t扫描卷数\t长期\t3万卷
\t\t\t\t质量指标\t扫描合格率\t≥99%\t≥98%
\t\t时效指标\t按时完成率\t长期\t100%
效益指标\t社会效益指标\t查档便利程度\t提升\t提升\t
\t满意度指标\t查档群众满意度\t\t长期\t≥90%
"""


def report(text: str = FORM) -> Report:
    return read_document("表.txt", text.encode())


def test_every_money_box_has_its_heading_and_blank_boxes_stay_blank() -> None:
    table = report().table("预算整体情况")
    assert table is not None
    assert table.figure("基本支出", "预算金额", "部门预算支出").value == Decimal("5001000.00")  # type: ignore[union-attr]
    blank = table.row("其他资金", "收入来源")
    assert blank is not None
    assert blank.cells["预算金额"].blank
    assert blank.cells["预算金额"].place.ink.line == 7
    printed_zero = table.figure("财政专项资金", "预算金额", "事业发展性支出")
    assert printed_zero is not None
    assert printed_zero.value == 0


def test_levels_of_government_share_the_row_names_of_the_form() -> None:
    table = report().table("预算整体情况")
    assert table is not None
    names = [row.name for row in table.rows if row.side == "按预算级次划分"]
    assert names == ["市本级使用资金", "拟用于对下转移支付资金"]


def test_money_of_tasks_is_in_the_unit_of_its_own_header() -> None:
    table = report().table("年度重点工作任务")
    assert table is not None
    assert table.figure("馆藏数字化", "拟投入的资金").value == Decimal("1200000.00")  # type: ignore[union-attr]
    assert [row.side for row in table.rows] == ["年度重点工作任务", "其他需完成的任务"]
    assert table.rows[0].cells["期望达到的目标"].text == "查档更快"


def test_malformed_amount_is_said_to_be_unread() -> None:
    doubts = [doubt for doubt in report().doubts if doubt.unread]
    assert [doubt.place.text for doubt in doubts] == ["3,0000.00"]


def test_counts_of_persons_and_bodies_are_read() -> None:
    table = report().table("基本信息")
    assert table is not None
    assert table.figure("财政供养人员数", "数量").value == 25  # type: ignore[union-attr]


def test_goal_is_a_box() -> None:
    assert [box.text[:8] for box in report().boxes if box.field == "总体绩效目标"] == ["完成馆藏档案数字"]


def test_levels_are_carried_down_and_shifted_rows_set_right() -> None:
    read = [(one.level1, one.level2, one.name, one.value.text) for one in report().indicators]
    assert read == [
        ("产出指标", "数量指标", "扫描卷数", "3万卷"),
        ("产出指标", "质量指标", "扫描合格率", "≥98%"),
        ("产出指标", "时效指标", "按时完成率", "100%"),
        ("效益指标", "社会效益指标", "查档便利程度", "提升"),
        ("满意度指标", "", "查档群众满意度", "≥90%"),
    ]


def test_a_shifted_row_keeps_the_ink_of_its_cells_and_is_said() -> None:
    shifted = report().indicators[1]
    assert (shifted.place.ink.line, shifted.value.ink.line) == (17, 17)
    assert shifted.period_value is not None
    assert shifted.period_value.text == "≥99%"
    said = [doubt for doubt in report().doubts if "扫描合格率" in doubt.message]
    assert said
    assert not said[0].unread


def test_without_a_printed_unit_the_forms_own_is_taken_and_said() -> None:
    read = report(FORM.replace("预算金额（万元）", "预算金额"))
    table = read.table("预算整体情况")
    assert table is not None
    assert table.figure("基本支出", "预算金额").value == Decimal("5001000.00")  # type: ignore[union-attr]
    assert any("没有印金额单位" in doubt.message for doubt in read.doubts)


def test_national_form_has_labels_and_amounts_in_one_cell() -> None:
    read = report(
        "部门整体支出绩效目标申报表\n（2024年度）\n部门名称\t临江市水务局\t\t\t\n"
        "年度预算申请（万元）\t资金总额：1200.50\t\t\t\n\t按收入性质分：\t\t按支出性质分：\t\n"
        "\t其中：一般公共预算：1100.50\t\t其中：基本支出：800.50\t\n\t其他资金：100\t\t项目支出：400\t\n"
        "年度总体目标\t保障城乡供水安全\t\t\t\n绩效指标\t一级指标\t二级指标\t三级指标\t指标目标值\n"
        "\t产出指标\t数量指标\t巡河次数\t≥120次\n"
    )
    table = read.table("预算整体情况")
    assert table is not None
    assert [(row.side, row.name) for row in table.rows] == [
        ("", "资金总额"),
        ("按收入性质分", "一般公共预算"),
        ("按收入性质分", "其他资金"),
        ("按支出性质分", "基本支出"),
        ("按支出性质分", "项目支出"),
    ]
    assert table.figure("资金总额", "预算金额").value == 12_005_000  # type: ignore[union-attr]
    assert [one.value.text for one in read.indicators] == ["≥120次"]


def test_a_short_goal_is_no_money_box() -> None:
    read = report(FORM.replace("完成馆藏档案数字化，提升查档服务水平，保障档案安全保管与利用，全年接待查档群众。", "管好档案"))
    table = read.table("预算整体情况")
    assert table is not None
    assert "管好档案" not in [row.name for row in table.rows]
    assert [box.text for box in read.boxes if box.field == "总体绩效目标"] == ["管好档案"]
