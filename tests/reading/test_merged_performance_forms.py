"""Performance forms with merged boxes, as Word files and web pages print them."""

from __future__ import annotations

from decimal import Decimal

from gouji.model.report import Report
from gouji.reading.read import read_document

DEPARTMENT = """
部门名称>5|临江市水务局>2
预算整体情况v3|部门预算支出|预算金额（万元）|收入来源>2|预算金额（万元）
基本支出|100.00|财政拨款>2|130.00
项目支出|50.00|其他资金>2|20.00
"""

LIST = """
单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重
临江市水文站v4|水位监测v2|30.00v2|按时上报水位。v2|产出指标|数量指标|监测断面|≥|12|个|50
效益指标|社会效益指标|预警及时率|≥|95|%|40
站房修缮v2|20.00v2|修缮站房。v2|产出指标|数量指标|修缮站房|＝|2|座|50
满意度指标|服务对象满意度指标|职工满意度|≥|90|%|40
"""


def page(title: str, rows: str) -> Report:
    """A web page with one table: boxes parted by bars, `>2` reaches over two columns, `v3` over three rows."""
    lines = "".join(f"<tr>{''.join(map(_box, row.split('|')))}</tr>" for row in rows.strip().split("\n"))
    text = f'<meta charset="utf-8"><p>{title}</p><p>单位：万元</p><table border="1">{lines}</table>'
    return read_document("表.html", f"<!DOCTYPE html><html><body>{text}</body></html>".encode())


def _box(text: str) -> str:
    for sign, name in ((">", "colspan"), ("v", "rowspan")):
        words, _, reach = text.rpartition(sign)
        if reach.isdigit() and words:
            return f'<td {name}="{reach}">{words}</td>'
    return f"<td>{text}</td>"


def test_amounts_beside_a_label_merged_over_columns_are_read() -> None:
    table = page("部门整体支出绩效目标申报表（2024年度）", DEPARTMENT).table("预算整体情况")
    assert table is not None
    assert table.figure("财政拨款", "预算金额", "收入来源").value == Decimal("1300000.00")  # type: ignore[union-attr]
    assert table.figure("其他资金", "预算金额", "收入来源").value == Decimal("200000.00")  # type: ignore[union-attr]


def test_the_row_that_names_unit_and_project_holds_the_first_indicator() -> None:
    report = page("2024年部门预算项目绩效目标表", LIST)
    assert [[one.name for one in project.indicators] for project in report.projects] == [
        ["监测断面", "预警及时率"],
        ["修缮站房", "职工满意度"],
    ]
    assert not [doubt for doubt in report.doubts if doubt.unread]


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
