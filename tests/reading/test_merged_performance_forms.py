"""Performance forms with merged boxes, as Word files and web pages print them."""

from __future__ import annotations

from decimal import Decimal

from web_tables import page

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


def test_a_list_whose_header_has_two_rows_keeps_the_indicators_of_every_project() -> None:
    rows = """
序号v2|项目名称v2|预算金额（万元）>3|年度绩效目标v2|绩效指标>4
合计|财政拨款|其他资金|一级指标|二级指标|三级指标|指标值
1v2|水位监测v2|30.00v2|25.00v2|5.00v2|按时上报水位。v2|产出指标|数量指标|监测断面|≥12个
效益指标|社会效益指标|预警及时率|≥95%
2v2|站房修缮v2|20.00v2|20.00v2|0.00v2|修缮站房。v2|产出指标|数量指标|修缮站房|2座
满意度指标|服务对象满意度指标|职工满意度|≥90%
"""
    first, second = page("2024年部门预算项目支出绩效目标表", rows).projects
    assert {name: figure.text for name, figure in first.funds.items()} == {
        "总计": "30.00", "财政拨款": "25.00", "其他资金": "5.00",
    }  # fmt: skip
    assert [one.name for one in (*first.indicators, *second.indicators)] == [
        "监测断面",
        "预警及时率",
        "修缮站房",
        "职工满意度",
    ]


def test_a_unit_printed_where_the_page_ends_within_its_box_is_that_of_the_project_above() -> None:
    rows = """
单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值
|水位监测|30.00|按时上报水位。|产出指标|数量指标|监测断面|≥12个
临江市水文站||||效益指标|社会效益指标|预警及时率|≥95%
"""
    (project,) = page("2024年部门预算项目绩效目标表", rows).projects
    assert (project.name, project.body) == ("水位监测", "临江市水文站")
    assert [one.name for one in project.indicators] == ["监测断面", "预警及时率"]


def test_amounts_below_their_labels_are_funds_of_the_project() -> None:
    rows = """
项目名称|水位监测>4
项目资金（万元）v2|资金总额|财政拨款|其他资金|备注
30.00|25.00|5.00|
绩效目标|按时上报水位。>4
一级指标|二级指标|三级指标>2|指标值
产出指标|数量指标|监测断面>2|≥12个
"""
    (project,) = page("2024年项目支出绩效目标表", rows).projects
    assert {name: figure.text for name, figure in project.funds.items()} == {
        "资金总额": "30.00", "财政拨款": "25.00", "其他资金": "5.00",
    }  # fmt: skip


def test_the_year_is_read_beside_a_number_still_to_be_filled_in() -> None:
    lines = '<p align="center">项目支出绩效目标申报表</p><p>（2024年度）　　　　　编号：</p>'
    text = f'<!DOCTYPE html><html><meta charset="utf-8"><body>{lines}<table><tr><td>项目名称</td><td>水位监测</td></tr></table></body></html>'
    assert read_document("表.html", text.encode()).year == 2024


def test_a_project_whose_name_stands_below_the_end_of_a_page_keeps_its_first_indicators() -> None:
    rows = """
单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值
临江市水文站v2|水位监测v2|30.00v2|按时上报水位。v2|产出指标|数量指标|监测断面|≥12个
满意度指标|服务对象满意度指标|用户满意度|≥90%
||||产出指标|数量指标|修缮站房|2座
|站房修缮|20.00|修缮站房。|满意度指标|服务对象满意度指标|职工满意度|≥90%
"""
    first, second = page("2024年部门预算项目绩效目标表", rows).projects
    assert [one.name for one in first.indicators] == ["监测断面", "用户满意度"]
    assert [one.name for one in second.indicators] == ["修缮站房", "职工满意度"]
    assert (second.name, second.funds["总计"].text) == ("站房修缮", "20.00")


def test_a_project_that_the_next_page_names_again_is_one() -> None:
    rows = """
项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值
水位监测|30.00|按时上报水位。|产出指标|数量指标|监测断面|≥12个
水位监测|30.00|按时上报水位。|效益指标|社会效益指标|预警及时率|≥95%
"""
    (project,) = page("2024年部门预算项目绩效目标表", rows).projects
    assert [one.name for one in project.indicators] == ["监测断面", "预警及时率"]
    assert project.goal.text == "按时上报水位。"


def test_classes_of_indicators_in_any_order_make_no_further_project() -> None:
    rows = """
项目名称|预算数|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重
水位监测|30.00|产出指标|数量指标|监测断面|≥|12|个|30
||满意度指标|服务对象满意度指标|用户满意度|≥|90|%|30
||产出指标|质量指标|数据准确率|≥|98|%|30
"""
    (project,) = page("2024年部门预算项目绩效目标表", rows).projects
    assert len(project.indicators) == 3


def test_a_total_merged_over_number_and_name_is_no_project() -> None:
    rows = """
序号|项目名称|预算数|一级指标|二级指标|三级指标|指标值
合计>2|30.00||||
1v2|水位监测v2|30.00v2|产出指标|数量指标|监测断面|≥12个
满意度指标|服务对象满意度指标|用户满意度|≥90%
"""
    report = page("2024年部门预算项目绩效目标表", rows)
    table = report.table("项目支出绩效目标表")
    assert table is not None
    assert [(row.depth, row.name) for row in table.rows] == [(0, "合计"), (2, "水位监测")]
    assert [len(project.indicators) for project in report.projects] == [2]


def test_the_department_is_named_with_its_code_in_brackets() -> None:
    rows = """
项目名称|水位监测>3
主管部门及代码|[021]临江市水务局|实施单位|临江市水文站
绩效目标|按时上报水位。>3
"""
    assert page("2024年项目支出绩效目标申报表", rows).body == "临江市水务局"


def test_a_total_in_a_box_below_its_label_is_read_beside_its_parts() -> None:
    rows = """
单位名称|临江市水务局>5
年度部门整体支出预算（万元）v3|资金总额|按收入性质分>2|按支出性质分>2
300.00v2|一般公共预算拨款|280.00|基本支出|200.00
其他资金|20.00|项目支出|100.00
整体绩效目标|完成年度重点任务，提高服务质量。>5
"""
    table = page("2024年部门整体支出绩效目标表", rows).table("预算整体情况")
    assert table is not None
    assert {row.name: row.cells["预算金额"].text for row in table.rows} == {
        "资金总额": "300.00", "一般公共预算拨款": "280.00", "其他资金": "20.00", "基本支出": "200.00", "项目支出": "100.00",
    }  # fmt: skip
