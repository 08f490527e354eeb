"""Summaries of projects in the running text against their forms: the right form, or none."""

from __future__ import annotations

from gouji.model.finding import Comparison, Result
from gouji.reading.read import read_document
from gouji.rules.check import check
from gouji.rules.performance.self_evaluation.told import project_summary_differs_from_its_form

FORM = """项目支出绩效自评表

单位：万元

项目名称|{name}|||||
项目资金（万元）||年度预算数|年度预算完成数|分值|预算完成率|得分
|总额|{budget}|{spent}|10|95.00%|9.50
|其中：财政拨款|{budget}|{spent}|||
指标类别|一级指标|二级指标|年度指标值|实际完成指标值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|采样次数|≥40次|42次|50|50|
效益指标|社会效益|水质达标率|≥95%|96%|40|40|
总分||||99.50||
"""
OPENING = "临江市水务局2023年度部门决算\n\n第四部分 预算绩效管理情况\n\n二、绩效自评结果\n\n"


def results(text: str) -> list[tuple[str, Result]]:
    report = read_document("某局2023年度部门决算.txt", (OPENING + text).encode())
    (checked,) = check([report], [project_summary_differs_from_its_form])
    return [
        (outcome.observation.stated.text, outcome.result)
        for outcome in checked.outcomes
        if isinstance(outcome.observation, Comparison)
    ]


def test_each_summary_is_held_against_the_form_of_its_own_project() -> None:
    forms = FORM.format(name="水质监测", budget="60.00", spent="57.00") + FORM.format(
        name="河道清淤", budget="80.00", spent="76.00"
    )
    text = (
        "水质监测项目自评得分99.50分，全年预算数为60.00万元，执行数为57.00万元。\n\n"
        "河道清淤项目自评得分98.00分，全年预算数为80.00万元，执行数为57.00万元。\n\n"
    )
    assert [stated for stated, result in results(text + forms) if result is Result.DISAGREE] == ["57.00万元", "98.00分"]


def test_a_project_with_a_longer_name_is_another_project() -> None:
    text = "水质监测设备采购项目自评得分90.00分，全年预算数为80.00万元。\n\n"
    assert not results(text + FORM.format(name="水质监测", budget="60.00", spent="57.00"))


def test_the_funds_of_a_project_without_a_form_are_not_held_against_another_form() -> None:
    text = (
        "（二）项目绩效自评综述\n\n本部门对水质监测和河道清淤2个项目开展自评：\n\n"
        "1、项目概况\n\n项目资金情况：该项目安排资金80.00万元。\n\n"
    )
    assert not results(text + FORM.format(name="水质监测", budget="60.00", spent="57.00"))


def test_the_department_as_a_whole_is_no_project() -> None:
    text = "（一）部门整体支出绩效自评综述\n\n水质监测等工作完成较好，全年预算数980.00万元，执行数970.00万元，自评得分95分。\n\n"
    assert not results(text + FORM.format(name="水质监测", budget="60.00", spent="57.00"))
