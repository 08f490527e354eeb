"""Self-evaluation and monitoring forms with merged boxes, as Word files and web pages print them."""

from __future__ import annotations

from decimal import Decimal

from web_tables import page

from gouji.model.finding import Severity
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

MONITORING = """
项目名称>2|水位监测>3|实施单位|临江市水文站>2
项目资金（万元）>2v3||年初预算数|1-7月执行数|1-7月执行率|全年预计执行数>2
年度资金总额|30.00|18.00|60.00%|30.00>2
其中：本年财政拨款|30.00|18.00|60.00%|30.00>2
年度总体目标>2|按时上报水位。>6
绩效指标v4|一级指标v2|二级指标v2|三级指标v2|年度指标值v2|1-7月执行情况v2|偏差原因分析>2
经费保障|原因说明
产出指标|数量指标|监测断面|≥12个|12个||
效益指标|社会效益指标|预警及时率|≥95%|96%||
"""

WHOLE = """
部门名称>2|临江市水务局>7
年度预算申请（万元）>2v4||年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|300.00|320.00|304.00|10|95.00%|9.50
按收入性质分：>3|按支出性质分：>4
其中：一般公共预算：320.00>3|其中：基本支出：120.00>4
年度总体目标>2|完成年度任务。>7
一级指标|二级指标|三级指标>2|年度指标值|实际完成值|分值|得分|原因
产出指标|数量指标|更换水管>2|≥20公里|21公里|90|90|
"""

PLATFORM = """
项目名称>2|水位监测>6
资金来源>2|年初预算|调整后的预算|全年执行数|预算执行率%|自评得分|结转比例
年度资金总额>2|30.00|30.00|28.50|95.00|9.50|5.00
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|自评完成值|自评得分
"""


def test_a_form_of_monitoring_has_its_money_and_its_results_so_far() -> None:
    report = page("2023年度项目支出绩效运行监控表", MONITORING)
    table = report.table("项目支出绩效运行监控表")
    assert report.kind == "monitoring"
    assert table is not None
    assert [table.rows[0].cells[column].text for column in ("已执行数", "执行率", "全年预计执行数")] == [
        "18.00", "60.00%", "30.00",
    ]  # fmt: skip
    results = [(score.name, score.target.text, score.actual.text) for score in report.scores]  # type: ignore[union-attr]
    assert results == [("监测断面", "≥12个", "12个"), ("预警及时率", "≥95%", "96%")]
    assert not report.doubts[1:]  # the body alone is not printed as one


def test_what_the_money_of_a_department_is_made_of_is_read_below_its_totals() -> None:
    table = page("2023年度部门整体支出绩效自评表", WHOLE).table("整体收支构成")
    assert table is not None
    assert [(row.side, row.name, row.cells["金额"].text) for row in table.rows] == [
        ("按收入性质分", "一般公共预算", "320.00"),
        ("按支出性质分", "基本支出", "120.00"),
    ]


def test_a_per_cent_sign_without_brackets_names_its_column_and_unknown_columns_are_said() -> None:
    report = page("2023年度项目支出绩效自评表", PLATFORM)
    table = report.table("项目支出绩效自评表")
    assert table is not None
    assert table.rows[0].figure("执行率").value == Decimal("95.00")  # type: ignore[union-attr]
    assert any(doubt.unread and "结转比例" in doubt.message for doubt in report.doubts)


def test_a_list_of_projects_is_no_form_of_one_project() -> None:
    rows = """
序号|项目名称|全年预算数|全年执行数|执行率|自评得分
1|水位监测|30.00|27.00|90.00%|99.00
2|站房修缮|20.00|20.00|100.00%|98.00
合计>2|50.00|47.00|94.00%|
"""
    report = page("2023年度项目支出绩效自评结果汇总表", rows)
    table = report.table("项目支出绩效自评汇总表")
    assert table is not None
    assert [row.name for row in table.rows] == ["水位监测", "站房修缮", "合计"]
    assert report.table("项目支出绩效自评表") is None


def test_the_total_in_the_head_of_a_form_and_the_points_of_execution_are_scores() -> None:
    rows = """
项目名称|水位监测>5|自评总分（分）|99.00
|年初预算数|全年（调整）预算数|全年执行数|执行率（%）|备注|执行率权重|执行率得分
项目资金（万元）|30.00|30.00|27.00|90.00||10|9.00
指标名称|计量单位|指标性质|年初指标值|全年完成值|备注|指标权重|指标得分
监测断面|个|≥|12|12||90|90
"""
    report = page("2023年度项目支出绩效自评表", rows)
    table = report.table("项目支出绩效自评表")
    assert table is not None
    assert [table.rows[0].figure(column).text for column in ("分值", "得分")] == ["10", "9.00"]  # type: ignore[union-attr]
    assert [(score.name, score.score.text) for score in report.scores] == [("监测断面", "90"), ("总分", "99.00")]  # type: ignore[union-attr]


def test_points_of_the_levels_are_not_those_of_the_indicator() -> None:
    rows = """
一级指标|分值|二级指标|分值|三级指标|分值|评分标准|得分
过程v2|35v2|预算执行v2|35v2|预算完成率|20|完成率×20|19
结转结余控制率|15|控制在5%以内|15
"""
    scores = page("2023年度部门整体支出绩效评价指标体系评分表", rows).scores
    assert [(score.name, score.points.text) for score in scores] == [("预算完成率", "20"), ("结转结余控制率", "15")]  # type: ignore[union-attr]


def test_results_below_a_header_of_two_rows_are_told_from_targets() -> None:
    rows = """
项目名称|水位监测>6
一级指标v2|二级指标v2|三级指标v2|指标值>2|分值v2|得分v2
年度指标值|实际完成值
产出指标|数量指标|监测断面|≥12个|13个|50|50
效益指标|社会效益指标|预警及时率|≥95%|96%|40|40
"""
    scores = page("2023年度项目支出绩效自评表", rows).scores
    assert [(one.name, one.target.text, one.actual.text) for one in scores] == [  # type: ignore[union-attr]
        ("监测断面", "≥12个", "13个"),
        ("预警及时率", "≥95%", "96%"),
    ]


def test_a_rate_that_may_be_a_ratio_is_not_held_against_the_amounts() -> None:
    rows = """
项目名称|水位监测>5
项目资金（万元）|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|40.00|39.00|10|0.975|9.75
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标|数量指标|监测断面|≥12个|13个|50
"""
    report = page("2023年度项目支出绩效自评表", rows)
    assert any("没有印百分号" in doubt.message for doubt in report.doubts)
    found = check([report], all_rules())[0].findings
    assert not [finding.card.name for finding in found if finding.severity is Severity.ERROR]


def test_the_form_of_a_transfer_names_its_project() -> None:
    rows = """
转移支付（项目）名称>2|水位监测>4
地方主管部门>2|临江市水务局>2|资金使用单位|临江市水文站
资金投入情况（万元）v2||全年预算数（A）|全年执行数（B）>2|预算执行率（B/A×100%)
年度资金总额|40.00|39.00>2|97.50%
"""
    report = page("2023年度转移支付区域绩效自评表", rows)
    table = report.table("项目支出绩效自评表")
    assert table is not None
    assert (report.body, table.rows[0].side, table.rows[0].figure("执行率").text) == (  # type: ignore[union-attr]
        "临江市水务局", "水位监测", "97.50%",
    )  # fmt: skip


def test_goals_that_a_page_cuts_below_their_labels_are_whole() -> None:
    rows = """
项目名称|水位监测>4
年度总体目标v3|预期目标>2|实际完成情况>2
按时上报水位，保障汛期预警准确，>2|全年按时上报水位数据，汛期预警准确，>2
并定期维护沿江各处监测断面。>2|沿江各处监测断面已全部维护一次。>2
一级指标|二级指标|三级指标|年度指标值|实际完成值
产出指标|数量指标|监测断面|≥12个|13个
"""
    boxes = {box.field: box.text.replace("\n", "") for box in page("2023年度项目支出绩效自评表", rows).boxes}
    assert boxes["年度绩效目标"] == "按时上报水位，保障汛期预警准确，并定期维护沿江各处监测断面。"
    assert boxes["实际完成情况"] == "全年按时上报水位数据，汛期预警准确，沿江各处监测断面已全部维护一次。"
