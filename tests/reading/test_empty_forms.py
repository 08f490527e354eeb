"""Forms that nobody has filled in: one sentence says so, and nothing else is made of them."""

from __future__ import annotations

import pytest

from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

SELF_EVALUATION = """项目支出绩效自评表
（    年度）
项目名称|||||||
主管部门||||实施单位|||
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分|
年度资金总额||||10|||
其中：当年财政拨款||||—||—|
年度总体目标|预期目标|||实际完成情况|||
|目标1：……目标2：……||||||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|指标1：|||||
||……|||||
|质量指标||||||
满意度指标|服务对象满意度指标|指标1：|||||
总分|||||100||
"""
APPLICATION = """财政支出项目绩效目标申报表（  年度）
填报单位（盖章）|项目名称|项目属性|新增项目□ 延续项目□
主管部门|主管部门编码|项目实施单位|项目负责人|联系电话|项目起止时间
项目资金申请（万元）|资金总额：|财政拨款：|自有资金：|其他：
年度绩效指标|一级指标|二级指标|指标内容|指标值|备注
填报人：|单位负责人：|填报日期：
"""
DEPARTMENT = """部门整体支出绩效目标申报表
部门名称||||
预算整体情况|部门预算支出|预算金额（万元）|收入来源|预算金额（万元）
|基本支出|0.00|财政拨款|0.00
|项目支出||其他资金|
总体绩效目标||||
年度重点工作任务|名称|主要实施内容|拟投入的资金（万元）|期望达到的目标（概述）
|任务1|||
绩效指标|一级指标|二级指标|三级指标|年度指标值
|产出指标|数量指标||
|效益指标|社会效益指标||
"""
MONITORING = """项目支出绩效运行监控表
项目名称||||||||
项目资金（万元）|年初预算数|1-7月执行数|1-7月执行率|全年预计执行数||||
年度资金总额||||||||
一级指标|二级指标|三级指标|年度指标值|1-7月执行情况|全年预计完成情况|偏差原因分析|完成目标可能性|备注
产出指标|数量指标|||||||
"""
REVIEW = """项目支出绩效目标审核表
项目名称||
审核内容|审核要点|审核意见
一、完整性审核|目标是否完整|优□ 良□ 中□ 差□
二、相关性审核|是否相关|优□ 良□ 中□ 差□
综合评定等级|优□ 良□ 中□ 差□|
"""
TEMPLATES = [SELF_EVALUATION, APPLICATION, DEPARTMENT, MONITORING, REVIEW]


@pytest.mark.parametrize("text", TEMPLATES)
def test_a_template_gives_one_sentence_and_no_finding(text: str) -> None:
    report = read_document("空表.txt", text.encode())
    assert ["空表" in doubt.message for doubt in report.doubts] == [True]
    assert not (report.tables)
    assert not (report.projects)
    assert not (report.scores)
    assert not (report.reviews)
    assert not (report.boxes)
    assert not report.indicators
    assert not check([report], all_rules())[0].findings


@pytest.mark.parametrize("text", TEMPLATES)
def test_a_template_with_one_answer_is_none(text: str) -> None:
    filled = text.replace("项目名称|", "项目名称|馆藏档案数字化", 1).replace("部门名称|", "部门名称|青川市档案馆", 1)
    filled = filled.replace("数量指标||", "数量指标|数字化档案数量|≥5万页", 1).replace("优□", "优☑", 1)
    report = read_document("表.txt", filled.replace("馆藏档案数字化项目属性", "馆藏档案数字化|项目属性").encode())
    assert not any("空表" in doubt.message for doubt in report.doubts)


def test_an_empty_block_beside_filled_ones_is_no_template() -> None:
    text = DEPARTMENT.replace("基本支出|0.00", "基本支出|120.50")
    report = read_document("表.txt", text.encode())
    assert not any("空表" in doubt.message for doubt in report.doubts)
    assert report.table("预算整体情况") is not None
