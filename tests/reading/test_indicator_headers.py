"""Headers of indicators as regions and platforms print them."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.reading.read import read_document


def read(text: str) -> Report:
    return read_document("表.txt", text.encode())


def test_a_group_may_stand_over_the_levels() -> None:
    (line,) = read("""项目支出绩效自评表
项目名称|馆藏档案数字化||||||||
绩效指标|||年度指标值|||实际完成值|分值|得分
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|||
产出指标|数量指标|数字化档案数量|≥|5|万页|5.2万页|90|90
""").scores
    assert line.target
    assert line.actual
    assert line.points
    assert (line.target.text.replace("|", ""), line.actual.text, line.points.value, line.nature) == ("≥5万页", "5.2万页", 90, "≥")


def test_the_target_is_that_of_the_year_not_of_half_of_it() -> None:
    (project,) = read("""项目支出绩效目标表
项目名称|馆藏档案数字化||||
一级指标|二级指标|三级指标|半年（程）指标值|全年（程）指标值|分值
产出指标|数量指标|数字化档案数量|≥2万页|≥5万页|40
""").projects
    assert project.indicators[0].value.text == "≥5万页"


def test_the_innermost_of_four_levels_names_the_indicator() -> None:
    line = read("""项目支出绩效自评表
项目名称|馆藏档案数字化||||||
一级指标|二级指标|三级指标|四级指标|目标值|完成值|分值|得分
过程|资金管理|预算执行|预算执行率|=100%|95%|20|19
""").scores[0]
    assert (line.level1, line.level2, line.name) == ("过程", "资金管理", "预算执行率")


def test_what_a_platform_exports_has_direction_and_nature() -> None:
    (project,) = read("""部门预算项目绩效目标表
单位名称|项目名称|预算数|一级指标名称|二级指标名称|三级指标名称|绩效指标性质|绩效指标值|绩效度量单位|权重|指标方向性
青川市档案馆|馆藏档案数字化|600.00|成本指标|经济成本指标|每页成本|≤|0.8|元|20|反向指标
""").projects
    (one,) = project.indicators
    assert (one.level1, one.name, one.nature, one.direction) == ("成本指标", "每页成本", "≤", "反向指标")


def test_units_and_projects_may_share_a_column() -> None:
    report = read("""项目支出绩效目标表（本次下达）
单位名称、项目名称|项目年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|指标属性|指标内容
1|2|3|4|5|6|7|8|9|10
青川市档案馆|||||||||
馆藏档案数字化|完成数字化|产出指标|数量指标|数字化档案数量|>=|5|万页|定量指标|反映数量
||满意度指标|服务对象满意度指标|查档群众满意度|>=|90|%|定量指标|反映满意度
""")
    assert [(one.name, len(one.indicators)) for one in report.projects] == [("馆藏档案数字化", 2)]
    assert not any(doubt.unread for doubt in report.doubts)


def test_indicators_may_be_packed_with_dashes() -> None:
    (project,) = read("""部门预算项目支出绩效目标表
单位：万元
序号|单位名称|项目名称|预算金额|年度绩效目标|绩效指标
1|青川市档案馆|馆藏档案数字化|600.00|完成数字化|产出指标-数量指标-数字化档案数量：≥5万页；满意度指标-服务对象满意度指标-查档群众满意度：≥90%。
""").projects
    assert [(one.level1, one.level2, one.name, one.value.text) for one in project.indicators] == [
        ("产出指标", "数量指标", "数字化档案数量", "≥5万页"),
        ("满意度指标", "服务对象满意度指标", "查档群众满意度", "≥90%"),
    ]


def test_a_signature_is_no_indicator() -> None:
    (project,) = read("""项目支出绩效目标申报表
项目名称|馆藏档案数字化||
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|数字化档案数量|≥5万页
填表人：周敏|联系电话：0712-5550123|填报日期：|
""").projects
    assert [one.name for one in project.indicators] == ["数字化档案数量"]
