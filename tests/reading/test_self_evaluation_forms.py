"""Self-evaluation forms: money by any spelling of the header, scored indicators, totals, several forms."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.model.table import Table
from gouji.reading.read import read_document

SHIFTED = """2020年度项目支出绩效自评表

单位：万元

项目名称\t湿地修复\t\t\t\t\t\t
主管部门\t临江市林业局\t\t\t实施单位\t临江市林业局\t\t
项目资金 (万元)\t\t\t年度预算数\t年度预算完成数\t分值\t预算完成率\t得分
\t总额\t\t200\t150.5\t20\t75.25%\t15.05
\t其中：财政拨款（市本级支出）\t\t200\t150.5\t\t\t
绩效目标完成情况\t年度绩效目标内容\t\t\t目标实际完成情况\t\t\t
\t修复湿地一千亩\t\t\t修复湿地八百亩\t\t\t
指标类别\t一级指标\t二级指标\t年度指标值\t实际完成指标值\t分值\t得分\t偏差原因分析及改进措施
产出指标\t数量指标\t修复面积\t1000亩\t800亩\t40\t32\t汛期停工
\t\t苗木种植\t3000株\t3000株\t20\t20\t
效益指标\t社会效益\t湿地景观改善\t改善\t改善\t20\t20\t
总分\t\t\t87.05\t\t\t\t
"""

NATIONAL = """项目支出绩效自评表（2022年度）
项目名称|培训经费
主管部门|301-青川市人社局|实施单位|301001-青川市人社局
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|90|89.5|89.5|10|100%|10
其中：本年财政拨款|90|89.5|89.5|—|100%|—
预期目标：培训三百人。
实际完成：培训三百一十人。
绩效指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标（50分）|数量指标|培训人数|≥300人|310|50|50
满意度指标（40分）|服务对象满意度指标|学员满意度|≥90%|95%|40|40
合计|||||100|100
"""


def report(text: str) -> Report:
    return read_document("表.txt", text.encode())


def money(text: str) -> Table:
    table = report(text).table("项目支出绩效自评表")
    assert table is not None
    return table


def test_money_columns_have_one_name_for_all_spellings() -> None:
    table = money(SHIFTED)
    assert table.columns == ("全年预算数", "全年执行数", "分值", "执行率", "得分")
    assert [(row.depth, row.name) for row in table.rows] == [(0, "总额"), (1, "财政拨款(市本级支出)")]
    assert table.figure("总额", "全年执行数").value == 1_505_000  # type: ignore[union-attr]
    assert table.figure("总额", "执行率").kind == "percent"  # type: ignore[union-attr]


def test_header_a_level_off_is_solved_by_the_cells_and_said_once() -> None:
    read = report(SHIFTED)
    first = read.scores[0]
    assert (first.level1, first.level2, first.name) == ("产出指标", "数量指标", "修复面积")
    assert sum("错开一级" in doubt.message for doubt in read.doubts) == 1


def test_each_line_has_target_result_points_and_reason() -> None:
    first = report(SHIFTED).scores[0]
    assert first.target is not None
    assert first.actual is not None
    assert (first.target.low, first.actual.low, first.reason) == (1000, 800, "汛期停工")
    assert (first.points and first.points.value, first.score and first.score.value) == (40, 32)


def test_total_is_a_score_wherever_the_line_prints_it() -> None:
    last = report(SHIFTED).scores[-1]
    assert (last.name, last.points, last.score and str(last.score.value)) == ("总分", None, "87.05")
    last = report(NATIONAL).scores[-1]
    assert (last.name, last.points and last.points.value, last.score and last.score.value) == ("总分", 100, 100)


def test_goal_and_result_are_boxes_below_or_beside_their_labels() -> None:
    assert {box.field: box.text for box in report(SHIFTED).boxes}["实际完成情况"] == "修复湿地八百亩"
    assert {box.field: box.text for box in report(NATIONAL).boxes}["年度绩效目标"] == "培训三百人。"


def test_row_cut_by_a_page_break_is_one_line() -> None:
    cut = SHIFTED.replace(
        "\t\t苗木种植\t3000株\t3000株\t20\t20\t\n",
        "\t\t滨河苗木\t3000株\t3000株\t20\t20\t苗木\n\n\t\t种植数量\t\t\t\t\t按期完成\n",
    )
    line = report(cut).scores[1]
    assert (line.name, line.reason) == ("滨河苗木种植数量", "苗木按期完成")


def test_signs_for_nothing_are_no_figures_and_no_doubts() -> None:
    assert money(NATIONAL).figure("本年财政拨款", "得分") is None
    assert not report(NATIONAL).doubts or all("—" not in doubt.place.text for doubt in report(NATIONAL).doubts)


def test_rate_without_percent_sign_is_not_held_against_anything() -> None:
    rate = money(NATIONAL.replace("|10|100%|10", "|10|0.98|10")).figure("年度资金总额", "执行率")
    assert rate is not None
    assert rate.loose


def test_several_forms_are_told_apart_by_their_projects() -> None:
    read = report(SHIFTED + "\n" + SHIFTED.replace("湿地修复", "林地管护"))
    assert [table.rows[0].side for table in read.tables_of("项目支出绩效自评表")] == ["湿地修复", "林地管护"]
    assert {score.project for score in read.scores} == {"湿地修复", "林地管护"}
