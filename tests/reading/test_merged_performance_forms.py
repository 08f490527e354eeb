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
