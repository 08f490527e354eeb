"""Self-evaluation forms of projects in dumps: money, goal and result, scored indicators, total."""

from __future__ import annotations

from collections.abc import Callable

from gouji.model.report import Report
from gouji.reading.read import read_document

Print = Callable[..., list[str]]

INDICATORS = [
    ("产出指标", "数量指标", "开展防溺水宣传场次", "≥40场", "46场", "20", "20", ""),
    ("", "", "发放防汛应急包数量", "≥500个", "420个", "15", "12.6", "采购流程延后，年底前补发。"),
    ("", "质量指标", "应急物资验收合格率", "100%", "100%", "15", "15", ""),
    ("效益指标", "社会效益指标", "群众防灾避险意识", "明显增强", "明显增强", "30", "30", ""),
    ("满意度指标", "服务对象满意度指标", "受训群众满意度", "≥90%", "93%", "10", "10", ""),
]


def form(paper: Print) -> str:
    lines = [
        "2023 年度项目支出绩效自评表",
        "单位：万元",
        "项目名称 防灾减灾宣传项目",
        "主管部门 青川市应急管理局 实施单位 青川市防灾减灾中心",
        "项目资金 年初预算数 全年预算数 全年执行数 分值 执行率 得分",
        "年度资金总额 120.00 110.00 99.00 10 90.00% 9",
        "其中：财政拨款 120.00 110.00 99.00",
        "其他资金 0.00 0.00 0.00",
        "年度总体目标 预期目标 实际完成情况",
        "广泛开展防灾减灾宣传，提高群众避险自救能力，配齐",
        "基层应急物资。",
        "全年开展宣传四十余场，发放应急包四百余个，群众避",
        "险意识明显增强。",
        "绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施",
    ]
    for level1, level2, *rest in INDICATORS:
        levels = " ".join(filter(None, (level1, level2)))
        lines += [levels] if levels else []
        lines += paper([rest], [16, 10, 10, 6, 6, 14])
    return "\n\n".join([*lines, "总分 100 96.6", "三、存在的问题"])


def read(text: str) -> Report:
    return read_document("自评表.txt", text.encode())


def test_the_money_of_every_source_stands_in_its_column(paper: Print) -> None:
    table = read(form(paper)).table("项目支出绩效自评表")
    assert table is not None
    assert [[cell.text for cell in row.cells.values()] for row in table.rows] == [
        ["120.00", "110.00", "99.00", "10", "90.00%", "9"],
        ["120.00", "110.00", "99.00", "", "", ""],
        ["0.00", "0.00", "0.00", "", "", ""],
    ]


def test_several_boxes_on_one_line_are_parted(paper: Print) -> None:
    boxes = {box.field: box.text for box in read(form(paper)).boxes}
    assert boxes["主管部门"] == "青川市应急管理局"
    assert boxes["实施单位"] == "青川市防灾减灾中心"


def test_goal_and_result_that_run_together_are_parted_and_said(paper: Print) -> None:
    report = read(form(paper))
    boxes = {box.field: box.text for box in report.boxes}
    assert boxes["年度绩效目标"] == "广泛开展防灾减灾宣传，提高群众避险自救能力，配齐基层应急物资。"
    assert boxes["实际完成情况"] == "全年开展宣传四十余场，发放应急包四百余个，群众避险意识明显增强。"
    assert any("连成一片" in doubt.message for doubt in report.doubts)


def test_every_indicator_has_target_result_and_scores(paper: Print) -> None:
    found = [
        (s.name, s.target.text, s.actual.text, s.points.text, s.score.text, s.reason)
        for s in read(form(paper)).scores
        if s.target and s.actual and s.points and s.score
    ]
    assert found == [row[2:] for row in INDICATORS]


def test_the_total_is_read_and_ends_the_form(paper: Print) -> None:
    report = read(form(paper))
    total = report.scores[-1]
    assert total.name == "总分"
    assert total.points is not None
    assert total.score is not None
    assert (total.points.text, total.score.text) == ("100", "96.6")
    assert report.paragraphs[-1].text == "三、存在的问题"
