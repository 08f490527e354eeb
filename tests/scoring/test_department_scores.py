"""Score tables of departments, and lists of projects with their scores and grades."""

from __future__ import annotations

from gouji.reading.read import read_document
from gouji.scoring.award import Standing
from gouji.scoring.scored import Scored, score

REPORT = """广州市档案馆2023年度部门整体支出绩效自评报告

一、绩效自评情况

（一）自评结论

本馆部门整体支出绩效评价综合评分为 {total} 分，自评结果为“{grade}”。

部门整体支出绩效评价综合得分情况

评价内容|权重（%）|分值配置|实际得分|得分率
履职效能评价|50|50|{duty}|{rate}
管理效能评价|50|50|46|92%

（二）履职效能分析

部门预算资金支出率。一般公共预算支出年度平均执行率=∑每月执行率÷n（每月执行率超过100%的，按100%计算）。\
一般公共预算支出年度平均执行率=(120.00%+100.00%+96.00%+84.00%)/4={average}。本指标得分{points}分。
"""
LIST = """青川市水务局2024年度部门整体支出绩效自评报告

项目支出绩效自评结果汇总表

单位：万元

项目名称|年初预算数|全年预算数|全年执行数|执行率|自评得分|自评等级
合计|300.00|300.00|285.00|95.00%||
河道清淤|200.00|200.00|190.00|95.00%|95.20|优秀
水质检测|100.00|100.00|95.00|95.00%|88.50|优
"""


def report(**differs: str) -> Scored:
    usual = {"total": "95.5", "duty": "49.5", "rate": "99%", "average": "95.00%", "points": "9.5", "grade": "优"}
    return score(read_document("报告.txt", REPORT.format(**{**usual, **differs}).encode()))


def test_rates_the_total_the_average_and_the_grade_of_a_department_agree() -> None:
    (sheet,) = report().sheets
    assert not sheet.disagrees
    assert sheet.chosen is not None
    assert sheet.chosen.scheme.name == "guangzhou-department-2023"
    assert sheet.grade is not None
    assert sheet.grade.of_printed == "优"


def test_an_average_without_its_cap_costs_points_in_the_area_and_the_total() -> None:
    (sheet,) = report(average="100.00%", points="10", duty="50", rate="100%", total="96").sheets
    standings = {line.name: line.award.standing for line in sheet.lines}
    assert standings["一般公共预算支出年度平均执行率"] is Standing.DISAGREES
    assert standings["履职效能评价"] is Standing.DISAGREES
    assert standings["管理效能评价"] is Standing.OPEN
    assert str(sheet.total.mended) == "95.50"


def test_a_rate_that_is_not_score_over_points_disagrees() -> None:
    (sheet,) = report(rate="98%").sheets
    assert sheet.lines[0].award.standing is Standing.DISAGREES
    assert "另印得分率 98%，与此不符" in sheet.lines[0].award.why[0]


def test_a_grade_that_does_not_follow_from_the_total_disagrees() -> None:
    (sheet,) = report(grade="良").sheets
    assert sheet.grade is not None
    assert sheet.grade.disagrees


def test_the_grades_of_a_list_of_projects_are_held_against_their_scores() -> None:
    (sheet,) = score(read_document("报告.txt", LIST.encode())).sheets
    assert [line.award.standing for line in sheet.lines] == [Standing.AGREES, Standing.DISAGREES]
    assert "88.50 分属“良”，表上写“优”" in sheet.lines[1].award.why[0]
