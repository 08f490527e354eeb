"""Lists of projects in dumps: names, amounts and texts of every row, pages joined, lost fund columns found again."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from gouji.model.report import Report
from gouji.reading.read import read_document

Print = Callable[..., list[str]]

GOAL = "通过实施本项目，完善基层应急队伍建设，补充应急装备，提高突发事件处置能力，保障群众生命财产安全。"
INDICATORS = (
    "1、产出指标：应急演练场次，年度指标值：不少于12场。2、效益指标：事故下降率，年度指标值：≥5%。"
    "3、满意度指标：群众满意度，年度指标值：90%以上。"
)
TITLE = ["青川市应急管理局 2025年项目支出绩效目标表（含转移支付项目）", "部门名称：青川市应急管理局 单位：万元"]
HEADER = ["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"]
WIDTHS = [18, 12, 10, 10, 6, 52, 56]

# name, funds (fiscal, special account, other), is a project
ROWS = [
    ("合计", (1500_00, 0, 260_50), False),
    ("青川市应急管理局", (1200_00, 0, 0), False),
    ("应急物资储备库建设项目(2025)", (1000_00, 0, 0), True),
    ("安全生产宣传教育2024-2025年项目", (200_00, 0, 0), True),
    ("青川市防灾减灾中心", (300_00, 0, 260_50), False),
    ("监测预警系统运维", (180_00, 0, 60_50), True),
    ("培训费", (0, 0, 200_00), True),
    ("专项工作经费", (120_00, 0, 0), True),
]


def amounts(funds: tuple[int, ...]) -> list[str]:
    return [f"{sum(funds) / 100:,.2f}", *(f"{fund / 100:,.2f}" if fund else "" for fund in funds)]


def document(paper: Print, indent: str = "    ", rows: list[tuple[str, tuple[int, ...], bool]] = ROWS) -> str:
    head = [*TITLE, *paper([HEADER], WIDTHS)]
    lines = list(head)
    for number, (name, funds, project) in enumerate(rows):
        if number == 4:
            lines += ["— 1 —", *head]
        texts = [GOAL, INDICATORS] if project else ["", ""]
        printed = paper([[name, *amounts(funds), *texts]], [WIDTHS[0] - len(indent) * project, 14, 14, 14, 14, 52, 56])
        lines += [indent * project + printed[0], *printed[1:]]
    return "\n\n".join(lines)


def read(text: str) -> Report:
    return read_document("项目表.txt", text.encode())


def funds_of(report: Report) -> list[tuple[str, list[str]]]:
    table = report.table("项目支出绩效目标表")
    assert table is not None
    return [(row.name, [row.cells[name].text for name in HEADER[1:5]]) for row in table.rows]


@pytest.mark.parametrize("indent", ["    ", "  ", ""])
def test_every_row_has_its_name_and_its_funds(paper: Print, indent: str) -> None:
    expected = [(name, amounts(funds)) for name, funds, _ in ROWS]
    assert funds_of(read(document(paper, indent))) == expected


@pytest.mark.parametrize("indent", ["    ", ""])
def test_projects_have_goal_indicators_and_body(paper: Print, indent: str) -> None:
    projects = read(document(paper, indent)).projects
    assert [project.name for project in projects] == [name for name, _, project in ROWS if project]
    assert {project.body for project in projects} == {"青川市应急管理局", "青川市防灾减灾中心"}
    assert all(project.goal.text == GOAL for project in projects)
    assert all([i.value.text for i in project.indicators] == ["不少于12场", "≥5%", "90%以上"] for project in projects)


def test_the_column_that_the_text_does_not_decide_is_said(paper: Print) -> None:
    doubts = [doubt for doubt in read(document(paper)).doubts if "空列" in doubt.message]
    assert [doubt.place.text for doubt in doubts] == ["260.50"]
    assert "财政专户拨款" in doubts[0].message


def test_a_wrong_figure_is_left_to_the_sums(paper: Print) -> None:
    rows = [(name, (1001_00, 0, 0) if name.startswith("应急物资") else funds, project) for name, funds, project in ROWS]
    found = dict(funds_of(read(document(paper, rows=rows))))
    assert found["应急物资储备库建设项目(2025)"] == ["1,001.00", "1,001.00", "", ""]
    assert found["监测预警系统运维"] == ["240.50", "180.00", "", "60.50"]


def test_secret_projects_stand_on_one_line() -> None:
    text = (
        "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n\n合计 72.30 72.30\n\n"
        "青川市应急管理局 72.30 72.30\n\n    QC2025-SM-\n\nN-008011(2025)\n\n13.80 13.80 涉密项目。 涉密项目。\n\n"
        "    QC2025-QM-\n\nN-008009\n\n58.50 58.50 涉密项目。 涉密项目。"
    )
    text = "\n\n".join([*TITLE, text])
    projects = read(text).projects
    assert [(project.name, project.secret) for project in projects] == [
        ("QC2025-SM-N-008011(2025)", True),
        ("QC2025-QM-N-008009", True),
    ]
    assert [project.funds["总计"].value for project in projects] == [Decimal("138000.00"), Decimal("585000.00")]


def test_figures_point_at_their_line_and_column(paper: Print) -> None:
    text = document(paper)
    printed = text.split("\n")
    for project in read(text).projects:
        for figure in project.funds.values():
            ink = figure.place.ink
            assert printed[(ink.line or 0) - 1][(ink.column or 0) - 1 :].startswith(figure.text)


def test_a_name_that_ends_in_a_digit_keeps_it() -> None:
    text = (
        "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n合计 50.00 50.00\n"
        "青川市应急管理局 50.00 50.00\n    GZ2025-QM-13\n1 50.00 50.00 涉密项目。 涉密项目。"
    )
    text = "\n".join([*TITLE, text])
    assert [project.name for project in read(text).projects] == ["GZ2025-QM-131"]


def test_too_many_seatings_to_try_leave_the_funds_unread_and_the_totals_read(paper: Print) -> None:
    projects = [(f"巡查项目{number}号", (1000 + 7 * number, 0, 0), True) for number in range(120)]
    projects[1::2] = [(name, (0, 0, funds[0]), True) for name, funds, _ in projects[1::2]]
    total = tuple(sum(funds[column] for _, funds, _ in projects) for column in range(3))
    rows = [("合计", total, False), ("青川市应急管理局", total, False), *projects]
    report = read(document(paper, rows=rows))
    table = report.table("项目支出绩效目标表")
    assert table is not None
    assert all(row.figure("总计") for row in table.rows)
    assert all(row.cells["其他资金"].unread for row in table.rows[2:])
    assert any("排法过多" in doubt.message for doubt in report.doubts)
