"""A form of which nothing can be read is said to be unread; one that is merely empty is not."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.reading.read import read_document

SCATTERED = """项目支出绩效目标审核表

（2024年度）

项目名称 城区内河清淤 部门名称 澄湖市水务局

审核内容 审核要点 审核意见 得分

完整性（20分） 规范完整性（10分） 内容是否完整 格式规范 9

总分 89
"""
WHOLE = """项目支出绩效自评表（2024年度）
项目名称|河道清淤
绩效指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|清淤长度|≥3公里|3公里|50|50
"""


def _unread(report: Report) -> list[str]:
    return [doubt.message for doubt in report.doubts if doubt.unread and "没有一项能够读出" in doubt.message]


def test_a_form_whose_lines_are_scattered_is_said_to_be_unread() -> None:
    assert len(_unread(read_document("review.txt", SCATTERED.encode()))) == 1


def test_a_form_that_was_read_is_not() -> None:
    report = read_document("form.txt", WHOLE.encode())
    assert report.scores
    assert _unread(report) == []


HEADLESS = """2024年度单位绩效资料

项目支出绩效目标表

（2024年度）

项目名称 高素质农民培育

项目资金（万元） 年度资金总额： 70.00 执行率分值（10）

绩效指标 一级指标 二级指标 三级指标 指标值 分值权重（90）

产出指标 数量指标 培训农民人数 ≥420人 30

质量指标 培训合格率 ≥95% 20

效益指标 社会效益指标 带动农户数量 ≥1200户 30

满意度指标 服务对象满意度指标 参训农民满意度 ≥90% 10
"""


def test_a_form_of_a_project_of_which_only_indicators_are_read_says_so() -> None:
    report = read_document("targets.txt", HEADLESS.encode())
    told = [doubt for doubt in report.doubts if doubt.unread and "表头的项目名称" in doubt.message]
    assert report.indicators
    assert [doubt.place.ink.line for doubt in told] == [7]
