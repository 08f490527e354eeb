"""Reviews: of a project's targets (审核表), and of a self-evaluation (复核表)."""

from __future__ import annotations

import pytest

from gouji.model.report import Report
from gouji.reading.read import read_document

SCORED = """项目支出绩效目标审核表
（2024年度）
项目名称||馆藏档案数字化||
部门名称||青川市档案馆||
审核内容||审核要点|审核意见|得分
完整性（20分）|规范完整性（10分）|内容是否完整|规范|9
|明确清晰性（10分）|目标是否明确|较清晰|8
相关性（30分）|目标相关性（15分）|是否符合职能|符合|14
总分||||31
综合评级||良||
总体意见||细化时效指标后报送||
审核人员签字：||周敏|日期|2024年1月10日
"""
WITH_POINTS = """绩效目标审核表
项目名称|馆藏档案数字化||||
一级审核内容|二级审核内容|分值|审核要点|得分|审核意见
完整性（20分）|规范完整性（10分）|10|内容是否完整|9|规范
|明确清晰性（10分）|10|目标是否明确|8|较清晰
相关性（30分）|目标相关性（15分）|15|是否符合职能|14|符合
合计||35||31|
综合评定等级|良||||
总体意见|细化时效指标后报送||||
"""
GRADED = """项目支出绩效目标审核表
项目名称|馆藏档案数字化|
审核内容|审核要点|审核意见
一、完整性审核|目标是否完整|优☑ 良□ 中□ 差□
二、相关性审核|是否相关|良
综合评定等级|良|
"""
SHEET = """项目支出绩效自评复核表
项目名称|馆藏档案数字化|||||||||||
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|自评完成值|自评得分|复核完成值|复核得分|偏离度|备注
产出指标|数量指标|数字化档案数量|≥|5|万页|60|5.2万页|60|4万页|48|-20%|样本不符
满意度指标|服务对象满意度指标|查档群众满意度|≥|90|%|30|95%|30|95%|30|0%|
合计||||||90||90||78||
"""


def read(text: str) -> Report:
    return read_document("审核.txt", text.encode())


@pytest.mark.parametrize("text", [SCORED, WITH_POINTS])
def test_questions_have_points_scores_and_opinions(text: str) -> None:
    report = read(text)
    told = [
        (one.subject, one.aspect, one.points and str(one.points.value), one.score and str(one.score.value), one.opinion)
        for one in report.reviews
    ]
    assert told[:3] == [
        ("完整性", "规范完整性", "10", "9", "规范"),
        ("完整性", "明确清晰性", "10", "8", "较清晰"),
        ("相关性", "目标相关性", "15", "14", "符合"),
    ]
    assert [(one.subject, one.opinion) for one in report.reviews[3:]] == [
        ("总分", ""), ("综合评级", "良"), ("总体意见", "细化时效指标后报送"),
    ]  # fmt: skip
    assert report.reviews[3].score
    assert report.reviews[3].score.value == 31
    assert (report.kind, report.reviews[0].project) == ("target_review", "馆藏档案数字化")
    assert not any(doubt.unread for doubt in report.doubts)


def test_of_grades_with_boxes_the_ticked_one_is_the_opinion() -> None:
    assert [(one.subject, one.opinion) for one in read(GRADED).reviews] == [
        ("完整性", "优"), ("相关性", "良"), ("综合评级", "良"),
    ]  # fmt: skip


def test_a_review_sheet_has_both_results_and_both_scores() -> None:
    report = read(SHEET)
    first, _, total = report.scores
    assert first.reviewed
    assert first.reviewed.actual
    assert first.reviewed.score
    assert first.reviewed.deviation
    assert (first.actual and first.actual.text, first.reviewed.actual.text) == ("5.2万页", "4万页")
    assert (first.score and first.score.value, first.reviewed.score.value) == (60, 48)
    assert (first.reviewed.deviation.value, first.reviewed.remark) == (-20, "样本不符")
    assert total.reviewed
    assert total.reviewed.score
    assert (total.score and total.score.value, total.reviewed.score.value) == (90, 78)
    assert {"48", "78", "-20%"} <= {figure.text for figure in report.figures()}
