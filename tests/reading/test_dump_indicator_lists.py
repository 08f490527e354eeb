"""Lists of projects with an indicator in each row, in a dump: whose each indicator is, and what is not told is said."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.reading.read import read_document

HEADER = (
    "单位名称 项目名称 预算数 年度目标 一级指标 二级指标 三级指标 绩效指标性质 绩效指标值 绩效度量单位 权重 指标方向性"
)
LIST = """\
2024年部门预算项目绩效目标表

部门：青川市农业农村局 金额单位：万元

{header}

[301]青川市农业农村局 90.50

青川市种子站 良种推广 60.50 推广良种，提高单产。 产出指标 数量指标 推广面积 ≥ 3000 亩 40 正向指标

产出指标 质量指标 出苗率 ≥ 90 % 30 正向指标

效益指标 社会效益指标 农户认可程度 定性 明显提高 20 正向指标

青川市农机站 农机检修 30.00 检修农机，保障春耕。 产出指标 数量指标 检修台数 ≥ 200 台 60 正向指标

成本指标 经济成本指标 每台检修成本 ≤ 1500 元 30 反向指标
"""


def _report(text: str) -> Report:
    return read_document("清单.txt", text.encode())


def _read(report: Report) -> list[tuple[str, str, str, str]]:
    return [
        (project.name, found.name, found.value.text, found.weight.text if found.weight else "")
        for project in report.projects
        for found in project.indicators
    ]


def test_every_indicator_is_of_the_project_printed_before_it() -> None:
    assert _read(_report(LIST.format(header=HEADER))) == [
        ("良种推广", "推广面积", "≥3000亩", "40"),
        ("良种推广", "出苗率", "≥90%", "30"),
        ("良种推广", "农户认可程度", "明显提高", "20"),
        ("农机检修", "检修台数", "≥200台", "60"),
        ("农机检修", "每台检修成本", "≤1500元", "30"),
    ]


def test_the_money_of_projects_is_read_as_well() -> None:
    printed = [figure.text for figure in _report(LIST.format(header=HEADER)).figures()]
    assert {"60.50", "30.00"} <= set(printed)


def test_a_goal_over_several_lines_behind_an_amount_is_one_goal() -> None:
    broken = LIST.format(header=HEADER).replace("推广良种，提高单产。 产出", "推广良种，\n\n提高单产。\n\n产出")
    assert _report(broken).projects[0].goal.text == "推广良种，提高单产。"


def test_unit_name_and_goal_that_run_together_are_said_to_be_unread() -> None:
    running = LIST.format(header=HEADER).replace("青川市农机站 农机检修 30.00", "青川市 农机站 农机检修 30.00")
    report = _report(running)
    assert {name for name, *_ in _read(report)} == {"良种推广"}
    assert any(doubt.unread for doubt in report.doubts)


def test_a_list_without_signs_of_comparison_is_said_to_be_unread() -> None:
    plain = LIST.format(header=HEADER.replace("绩效指标性质 ", "")).replace(" ≥ ", " ").replace(" ≤ ", " ")
    report = _report(plain)
    assert not _read(report)
    assert any(doubt.unread for doubt in report.doubts)
