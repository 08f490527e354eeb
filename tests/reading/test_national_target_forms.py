"""Target forms of the national kind and tables of scores: money, tasks under a header of two rows, clean and faulty."""

from __future__ import annotations

import pytest

from gouji.model.finding import Severity
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.rules import all_rules
from gouji.rules.check import check

TASKS = """部门整体支出绩效目标申报表
（2024年度）

部门（单位）名称\t青川县教育局\t\t\t\t\t
年度主要任务\t任务名称\t主要内容\t预算金额（万元）\t\t\t
\t\t\t总额\t财政拨款\t其他资金\t
\t1.校舍维修\t维修校舍三处\t681.20\t500.20\t181.00\t
\t2.学生资助\t发放助学金\t90.00\t90.00\t\t
\t3.……\t\t\t\t\t
\t金额合计\t\t771.20\t590.20\t181.00\t
年度总体目标\t落实教育优先发展战略，改善办学条件，保障困难学生就学。\t\t\t\t\t
年度绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t\t
\t产出指标\t数量指标\t维修校舍\t≥3处\t\t
\t\t质量指标\t验收合格率\t≥98%\t\t
\t效益指标\t社会效益指标\t受助学生比例\t≥95%\t\t
\t满意度指标\t服务对象满意度指标\t家长满意度\t≥90%\t\t
"""

BY_SOURCE = """部门整体支出绩效目标表
（2024年度）

部门名称\t临江县水务局\t\t\t\t\t
年度预算申请（万元）\t资金总额：5,200.00\t\t\t\t\t
\t按收入性质分：\t\t\t按支出性质分：\t\t
\t其中：一般公共预算\t4,800.00\t\t其中：基本支出\t1,700.00\t
\t政府性基金拨款\t300.00\t\t项目支出\t3,500.00\t
\t其他资金\t100.00\t\t\t\t
整体绩效目标\t保障防洪安全，供水稳定，完成年度各项任务。\t\t\t\t\t
"""

BESIDE_GROUPS = """部门（单位）整体绩效目标申报表
（2023年度）

部门（单位）名称\t河口市司法局\t\t
预算情况（万元）\t部门预算总额（万元）\t3,456.70\t
\t1.资金来源：\t（1）财政性资金\t3,400.70
\t\t（2）其他资金\t56.00
\t2.资金结构：\t（1）基本支出\t2,000.00
\t\t（2）项目支出\t1,456.70
年度履职目标\t推进依法行政，做好人民调解和法律援助。\t\t
"""

BELOW_LABELS = """部门整体支出绩效目标表
（2024年度）
单位：万元

部门名称\t古塘区民政局\t\t\t
年度部门整体支出预算\t资金总额\t财政拨款\t其他资金\t
\t4,321.50\t4,300.00\t21.50\t
年度总体目标\t做好民生兜底保障，提升养老服务水平。\t\t\t
"""

TWO_LISTS = """部门整体绩效目标表
2025年度
单位：万元

部门名称\t云溪市审计局\t\t\t
年度预算情况\t收入预算合计\t2,300.00\t支出预算合计\t2,300.00
\t财政拨款收入\t2,240.00\t基本支出\t1,600.00
\t事业收入\t10.00\t项目支出\t700.00
\t其他收入\t50.00\t\t
总体目标\t依法履行审计监督职责，推动审计全覆盖。\t\t\t
"""

NO_GROUPS = """部门整体支出绩效目标表
（2024年度）
单位：万元

部门名称\t东岭市交通运输局\t\t\t
部门整体支出\t预算总额\t5,600.00\t\t
\t其中：基本支出\t2,100.00\t项目支出\t3,500.00
\t其中：财政拨款\t5,000.00\t单位资金\t600.00
总体目标\t完成农村公路建设和养护任务，保障道路畅通。\t\t\t
"""

REPORT = """{year}年度部门整体支出绩效自评报告

单位名称：衡南区先锋街道办事处

三、绩效评价得分情况

"""

BY_INDICATOR = REPORT.format(year=2023) + """一级指标\t二级指标\t三级指标\t分值\t得分
投入\t目标设定\t目标合理性\t10\t10
\t\t指标明确性\t10\t9
\t小计\t\t20\t19
过程\t预算执行\t预算完成率\t40\t38
\t预算管理\t资金合规性\t40\t40
合计\t\t\t100\t97
"""

TWO_LEVELS = REPORT.format(year=2023) + """评价内容\t权重（%）\t分值配置\t实际得分\t得分率
一、履职效能\t50\t50\t49.70\t99.4%
二、管理效能\t50\t50\t44\t88%
预算编制\t20\t20\t19\t95%
预算执行\t30\t30\t25\t83.33%
合计\t100\t100\t93.70\t93.7%
"""

BY_CHAPTER = REPORT.format(year=2023) + """指标\t分值\t得分
投入\t10\t10
过程\t30\t28.5
产出\t35\t34
效果\t25\t24
合计\t100\t96.5
"""

CLEAN = [
    TASKS, BY_SOURCE, BESIDE_GROUPS, BELOW_LABELS, TWO_LISTS, NO_GROUPS, BY_INDICATOR, TWO_LEVELS, BY_CHAPTER,
]  # fmt: skip

# (the clean document, what is printed, what is printed instead, the rule that says so)
FAULTY = [
    (TASKS, "681.20", "618.20", "task-money-is-not-sum-of-its-sources"),
    (TASKS, "590.20", "599.20", "task-total-is-not-sum-of-tasks"),
    (BY_SOURCE, "300.00\t\t项", "330.00\t\t项", "budget-total-is-not-sum-of-parts"),
    (BESIDE_GROUPS, "1,456.70", "1,465.70", "budget-total-is-not-sum-of-parts"),
    (BELOW_LABELS, "\t21.50\t", "\t12.50\t", "budget-total-is-not-sum-of-parts"),
    (TWO_LISTS, "\t支出预算合计\t2,300.00", "\t支出预算合计\t2,330.00", "budget-income-differs-from-expenditure"),
    (NO_GROUPS, "3,500.00", "3,005.00", "budget-total-is-not-sum-of-parts"),
    (BY_INDICATOR, "100\t97", "100\t98", "scores-do-not-add-up-to-total"),
    (BY_INDICATOR, "40\t38", "40\t48", "score-is-outside-its-points"),
    (TWO_LEVELS, "30\t30\t25\t83.33%", "30\t30\t26\t86.67%", "overall-score-is-not-sum-of-parts"),
    (BY_CHAPTER, "30\t28.5", "30\t25.8", "overall-score-is-not-sum-of-parts"),
]


def read(text: str) -> Report:
    return read_document("表.txt", text.encode())


def grave(text: str) -> list[str]:
    """The rules that find an error or give a warning."""
    findings = check([read(text)], all_rules())[0].findings
    return [found.card.name for found in findings if found.severity is not Severity.NOTE]


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_form_gives_no_alarm(text: str) -> None:
    assert grave(text) == []


@pytest.mark.parametrize(("text", "printed", "instead", "rule"), FAULTY)
def test_one_wrong_figure_is_found(text: str, printed: str, instead: str, rule: str) -> None:
    assert text.count(printed) == 1
    assert rule in grave(text.replace(printed, instead))


def test_tasks_and_their_total_are_told_apart() -> None:
    report = read(TASKS)
    table, total = report.table("年度重点工作任务"), report.table("年度重点工作任务合计")
    assert table is not None
    assert total is not None
    assert [row.name for row in table.rows] == ["1.校舍维修", "2.学生资助"]
    assert total.figure("合计", "财政拨款").text == "590.20"  # type: ignore[union-attr]


def test_the_body_stands_beside_its_label_with_brackets() -> None:
    assert read(TASKS).body == "青川县教育局"


def test_points_and_scores_without_targets_are_no_target_form() -> None:
    report = read(BY_INDICATOR)
    assert report.indicators == ()
    assert [score.name for score in report.scores] == ["目标合理性", "指标明确性", "预算完成率", "资金合规性", "总分"]


def test_money_below_its_labels_is_read() -> None:
    table = read(BELOW_LABELS).table("预算整体情况")
    assert table is not None
    assert [row.name for row in table.rows] == ["资金总额", "财政拨款", "其他资金"]
    assert table.figure("其他资金", "预算金额").text == "21.50"  # type: ignore[union-attr]
