"""Forms of monitoring: what is expected of the year, how likely it is, and what a deviation is put down to."""

from __future__ import annotations

from gouji.model.performance import Score
from gouji.reading.read import read_document

HEAD = """项目支出绩效运行监控表
（2023年度）
项目名称|馆藏档案数字化||||||||||||
主管部门|青川市档案馆||||||实施单位|青川市档案馆|||||
项目资金（万元）||年初预算数||1-7月执行数||1-7月执行率||全年预计执行数|||||
|年度资金总额|100||46||46%||100|||||
"""
NATIONAL = HEAD + """绩效指标|一级指标|二级指标|三级指标|年度指标值|1-7月执行情况|全年预计完成情况|偏差原因分析||||完成目标可能性||备注
|||||||经费保障|人员保障|其他|原因说明|确定能|有可能|
|产出指标|数量指标|数字化档案数量|≥5万页|2万页|4.5万页|√|||资金下达较晚||√|
||质量指标|数字化验收合格率|≥98%|99%|99%|||||√||
|满意度指标|服务对象满意度指标|查档群众满意度|≥90%|尚未开展|90%||人手不足|||√||
"""
TICKED = HEAD + """一级指标|二级指标|三级指标|年度指标值|1-7月执行情况|全年预计完成值|偏差原因分析|完成目标可能性||||||
产出指标|数量指标|数字化档案数量|≥5万页|2万页|5万页||☑确定能 □有可能 □完全不可能||||||
满意度指标|服务对象满意度指标|查档群众满意度|≥90%|尚未开展|90%|年底开展调查|有可能||||||
"""


def scores(text: str) -> dict[str, Score]:
    report = read_document("监控.txt", text.encode())
    assert not report.doubts
    return {score.name: score for score in report.scores}


def test_a_header_of_two_rows_is_one_header_in_plain_text_too() -> None:
    late = scores(NATIONAL)["数字化档案数量"]
    assert late.actual
    assert late.actual.text == "2万页"
    assert late.outlook
    assert late.outlook.forecast
    assert late.outlook.forecast.text == "4.5万页"
    assert (late.outlook.possibility, late.outlook.classes, late.reason) == ("有可能", ("经费保障",), "资金下达较晚")


def test_what_is_written_under_a_class_is_the_reason() -> None:
    line = scores(NATIONAL)["查档群众满意度"]
    assert line.outlook
    assert line.outlook.classes == ("人员保障",)
    assert (line.reason, line.outlook.possibility) == ("人手不足", "确定能")


def test_the_possibility_is_the_option_that_is_ticked() -> None:
    lines = scores(TICKED)
    assert [line.outlook and line.outlook.possibility for line in lines.values()] == ["确定能", "有可能"]


def test_a_self_evaluation_has_no_outlook() -> None:
    text = """项目支出绩效自评表
项目名称|馆藏档案数字化|||||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|数字化档案数量|≥5万页|5.2万页|90|90
"""
    (line,) = read_document("自评.txt", text.encode()).scores
    assert line.outlook is None
    assert line.reviewed is None
