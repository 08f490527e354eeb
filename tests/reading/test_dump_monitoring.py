"""Forms of monitoring in a dump: which boxes are blank is told by what may stand in them, and what is lost is said."""

from __future__ import annotations

from time import perf_counter

from gouji.model.report import Report
from gouji.reading.read import read_document

TOP = """\
2024年度临江市水务局绩效资料

{title}

（2024年1-8月）

项目名称 西城泵站更新改造

主管部门 临江市水务局 实施单位 临江市排水管理所

预算执行情况（万元） 年初预算数 调整后预算数 1-8月执行数 预算执行率 全年预计执行数

总额 300.00 300.00 180.00 60.00% 300.00

年度目标 更新泵站设备，提高排涝能力。

"""
NATURES = """\
一级指标 二级指标 三级指标 指标性质 指标值 度量单位 1-8月完成值 全年预计完成值 偏差原因 完成可能性 备注

产出指标 数量指标 更新水泵台数 ≥ 6 台 4台 6台 确定能

维修闸门数量 ≥ 3 扇 1扇 3扇 设备到货较晚 有可能

质量指标 验收合格率 ≥ 95 % 95% 95% 确定能

效益指标 社会效益指标 排涝能力 定性 有所提高 已有提高 有所提高 确定能
"""
TICKED = """\
绩效指标 一级指标 二级指标 三级指标 年度指标值 1-8月执行情况 全年预计完成情况 偏差原因分析 完成目标可能性 备注

经费保障 人员保障 其他 原因说明 确定能 有可能 完全不可能

产出指标 数量指标 更新水泵台数 ≥6台 4台 ≥6台 √

维修闸门数量 ≥3扇 1扇 ≥3扇 √ 设备到货较晚 √
"""


def _report(indicators: str, title: str = "项目支出绩效运行监控表") -> Report:
    return read_document("监控.txt", (TOP.format(title=title) + indicators).encode())


def _lines(report: Report) -> list[tuple[str, str, str, str, str]]:
    return [
        (
            line.name,
            line.target.text if line.target else "",
            line.actual.text if line.actual else "",
            line.outlook.possibility if line.outlook else "",
            line.reason,
        )
        for line in report.scores
    ]


def test_blank_boxes_between_filled_ones_are_found_by_what_stands_beside_them() -> None:
    assert _lines(_report(NATURES)) == [
        ("更新水泵台数", "≥6台", "4台", "确定能", ""),
        ("维修闸门数量", "≥3扇", "1扇", "有可能", "设备到货较晚"),
        ("验收合格率", "≥95%", "95%", "确定能", ""),
        ("排涝能力", "有所提高", "已有提高", "确定能", ""),
    ]


def test_the_money_of_the_form_is_read_as_well() -> None:
    assert "180.00" in [figure.text for figure in _report(NATURES).figures()]


def test_a_title_of_another_wording_that_says_monitoring_will_do() -> None:
    assert len(_report(NATURES, "部门预算项目绩效监控情况表").scores) == 4


def test_cells_broken_over_lines_read_alike() -> None:
    broken = NATURES.replace("维修闸门数量 ", "维修闸门\n\n数量 ").replace("设备到货较晚", "设备到\n\n货较晚\n\n")
    assert _lines(_report(broken)) == _lines(_report(NATURES))


def test_a_tick_without_its_box_is_said_to_be_unread() -> None:
    report = _report(TICKED)
    assert [(line[0], line[1], line[2], line[3]) for line in _lines(report)] == [
        ("更新水泵台数", "≥6台", "4台", ""),
        ("维修闸门数量", "≥3扇", "1扇", ""),
    ]
    assert any(doubt.unread and "√" in doubt.message for doubt in report.doubts)


def test_a_long_stretch_of_pieces_is_read_in_good_time() -> None:
    start = perf_counter()
    _report(NATURES + "甲 乙 丙 丁 ≥ 1 2 3\n\n" * 400)
    assert perf_counter() - start < 20
