"""Tables of points and scores in a dump: which level each row begins with, and none of it where rows are not told."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.reading.read import read_document

PAIRS = """\
2023年度临江市文化馆部门整体支出绩效评价指标评分表

一级指标 分值 二级指标 分值 三级指标 分值 指标说明 评分标准 得分

决策 40 目标 20 目标合理性 10 目标与职责相符 相符得10分，否则不得分 10

目标明确性 10 目标可以衡量 可衡量得10分 8

预算 20 预算编制 20 编制有依据 有依据得20分 20

绩效 60 产出 60 任务完成率 60 任务按期完成 按比例得分 57.5

合计 100 100 100 95.5
"""
BRACKETS = """\
临江市文化馆项目绩效评价得分表

一级指标 二级指标 三级指标 分值 评分标准 得分 扣分原因

决策（40分） 目标（40分） 目标合理性 20 相符得满分 20

目标明确性 20 可衡量得满分 15 个别目标不能衡量

绩效（60分） 产出（60分） 任务完成率 60 按比例得分 60

合计 100 95
"""


def _lines(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (line.level1, line.name, line.points.text if line.points else "", line.score.text if line.score else "")
        for line in _report(text).scores
    ]


def _report(text: str) -> Report:
    return read_document("评分.txt", text.encode())


def test_points_beside_each_level_tell_which_levels_begin_on_a_row() -> None:
    assert _lines(PAIRS) == [
        ("决策", "目标合理性", "10", "10"),
        ("决策", "目标明确性", "10", "8"),
        ("决策", "预算编制", "20", "20"),
        ("绩效", "任务完成率", "60", "57.5"),
        ("", "总分", "100", "95.5"),
    ]


def test_points_in_brackets_behind_the_levels_are_no_column() -> None:
    assert [line[1:] for line in _lines(BRACKETS)] == [
        ("目标合理性", "20", "20"),
        ("目标明确性", "20", "15"),
        ("任务完成率", "60", "60"),
        ("总分", "100", "95"),
    ]


def test_a_standard_over_several_lines_belongs_to_its_row() -> None:
    assert _lines(PAIRS.replace("相符得10分，否则不得分 10", "相符得10分，\n\n否则不得分\n\n10")) == _lines(PAIRS)


def test_a_table_with_a_row_that_is_not_told_is_said_to_be_unread() -> None:
    report = _report(PAIRS.replace("可衡量得10分 8", "可衡量得10分"))
    assert not report.scores
    assert any(doubt.unread for doubt in report.doubts)
