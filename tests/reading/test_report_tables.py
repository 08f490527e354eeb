"""Tables inside self-evaluation reports: money of the department, scores of the evaluation, targets reached."""

from __future__ import annotations

from gouji.model.figure import Kind
from gouji.model.report import Report
from gouji.reading.read import read_document

REPORT = """青川市档案馆2023年度部门整体支出绩效自评报告

部门整体收支情况
单位：万元
按支出性质分类\t年初预算数\t预算调整\t\t\t实际支出\t
\t\t调整金额\t调整后预算\t预算调整率\t决算数\t实际支出率
一、基本支出\t100.00\t10.00\t110.00\t10.00%\t108.90\t99.00%
人员经费\t80.00\t10.00\t90.00\t12.50%\t89.10\t99.00%
日常公用经费\t20.00\t0\t20.00\t0\t19.80\t99.00%
二、项目支出\t50.00\t0.00\t50.00\t0.00%\t4,9.50\t99.00%
本年支出合计\t150.00\t10.00\t160.00\t6.67%\t158.40\t99.00%

部门整体支出绩效评价综合得分情况
评价内容\t权重（%）\t分值配置\t实际得分\t得分率
履职效能评价\t50\t50\t48\t96%
管理效能评价\t50\t50\t45.5\t91%

2023年度部门整体支出主要绩效目标完成情况表
\t部门整体支出目标\t关键指标\t预期实现值\t指标完成情况
年度绩效目标\t管好用好档案\t查档人次。\t不少于5000人次\t全年接待6000人次
\t\t其中：部门年度预算完成率：99.5 %\t\t完成率为 99.9 %
"""


def report() -> Report:
    return read_document("报告.txt", REPORT.encode())


def test_header_of_two_lines_gives_the_columns() -> None:
    table = report().table("部门整体收支情况")
    assert table is not None
    assert table.columns == ("年初预算数", "调整金额", "调整后预算", "预算调整率", "决算数", "实际支出率")
    assert [row.name for row in table.rows] == ["基本支出", "人员经费", "日常公用经费", "项目支出", "本年支出合计"]
    assert table.figure("人员经费", "调整后预算").value == 900_000  # type: ignore[union-attr]


def test_a_bare_zero_in_a_column_of_rates_is_a_rate() -> None:
    table = report().table("部门整体收支情况")
    assert table is not None
    zero = table.figure("日常公用经费", "预算调整率")
    assert zero is not None
    assert (zero.kind, zero.value) == (Kind.PERCENT, 0)


def test_malformed_figure_is_a_doubt() -> None:
    read = report()
    table = read.table("部门整体收支情况")
    assert table is not None
    assert table.figure("项目支出", "决算数") is None
    assert [doubt.place.text for doubt in read.doubts if doubt.unread] == ["4,9.50"]


def test_scores_and_rates_of_the_evaluation_are_measured_by_their_columns() -> None:
    table = report().table("评价得分情况")
    assert table is not None
    kinds = {column: table.figure("管理效能评价", column).kind for column in table.columns}  # type: ignore[union-attr]
    assert kinds == {"权重": Kind.PERCENT, "分值配置": Kind.SCORE, "实际得分": Kind.SCORE, "得分率": Kind.PERCENT}
    assert not [doubt for doubt in report().doubts if "百分号" in doubt.message]


def test_targets_reached_are_indicators_and_scores_without_points() -> None:
    read = report()
    assert [(one.name, str(one.value.low)) for one in read.indicators] == [
        ("查档人次", "5000"),
        ("部门年度预算完成率", "99.5"),
    ]
    assert [str(score.actual and score.actual.low) for score in read.scores] == ["6000", "99.9"]
    assert all(score.points is None for score in read.scores)


def test_a_table_that_prints_no_unit_is_read_in_the_unit_of_the_others_and_said() -> None:
    table = "科目编码|科目名称|合计|基本支出|项目支出\n205|教育支出|5000000|3000000|2000000\n20502|普通教育|5000000|3000000|2000000"
    text = f"青川市水务局2024年部门预算\n支出预算总表\n单位：元\n{table}\n\n一般公共预算支出预算表\n{table}\n"
    report = read_document("预算.txt", text.encode())
    assert [table.unit for table in report.tables] == ["元", "元"]
    assert any("没有写明金额单位，按“元”读取" in doubt.message for doubt in report.doubts)
