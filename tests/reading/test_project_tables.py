"""Lists of projects: total, units and projects told apart; indicators packed into one cell."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.reading.seat.performance.packed import Packed, unpacked

LIST = """青川市文化局2025年项目支出绩效目标表（含转移支付项目）
单位：万元
项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t150.00\t140.00\t\t10.00\t\t
青川市文化局\t100.00\t100.00\t\t\t\t
公共文化活动(2024)\t60.00\t60.00\t\t\t办好文化活动\t1、产出指标：演出场次，年度指标值：不少于30场。1、满意度指标：群众满意度，年度指标值：95%。
C-2025-01\t40.00\t40.00\t\t\t涉密项目。\t涉密项目。
青川市文化馆\t50.00\t40.00\t\t10.00\t\t
设备购置\t30.00\t20.00\t\t10.00\t购置音响\t1、产出指标：音响数量，年度指标值：3套。
场馆维修\t20.00\t20.00\t\t\t\t
"""


def report(text: str = LIST) -> Report:
    return read_document("表.txt", text.encode())


def packed(text: str) -> list[Packed]:
    return list(unpacked(Inked.at(text, 1)))


def test_rows_have_their_depth_and_projects_their_unit() -> None:
    table = report().table("项目支出绩效目标表")
    assert table is not None
    assert [(row.depth, row.side, row.name) for row in table.rows] == [
        (0, "", "合计"),
        (1, "", "青川市文化局"),
        (2, "青川市文化局", "公共文化活动(2024)"),
        (2, "青川市文化局", "C-2025-01"),
        (1, "", "青川市文化馆"),
        (2, "青川市文化馆", "设备购置"),
        (2, "青川市文化馆", "场馆维修"),  # without a goal, but the unit lacks just this amount
    ]


def test_a_blank_fund_is_no_fund() -> None:
    first, *_ = report().projects
    assert {name: int(figure.value) for name, figure in first.funds.items()} == {"总计": 600_000, "财政拨款": 600_000}


def test_classified_project_is_secret_and_has_no_indicators() -> None:
    secret = report().projects[1]
    assert secret.secret
    assert not secret.indicators
    assert secret.funds["总计"].value == 400_000


def test_projects_of_one_name_in_two_units_have_two_addresses() -> None:
    read = report(LIST.replace("公共文化活动(2024)", "设备购置"))
    rows = [project.place.row for project in read.projects if project.name == "设备购置"]
    assert rows == ["青川市文化局·设备购置", "青川市文化馆·设备购置"]


def test_printed_numbering_may_repeat() -> None:
    indicators = report().projects[0].indicators
    assert [(one.number, one.level1, one.name, one.value.text) for one in indicators] == [
        ("1", "产出指标", "演出场次", "不少于30场"),
        ("1", "满意度指标", "群众满意度", "95%"),
    ]


def test_values_may_hold_stops_colons_and_commas() -> None:
    read = packed(
        "1、产出指标：抢险到达时间，年度指标值：城区：1小时内；郊区，2小时内。其余4小时内。。"
        "2、效益指标：投诉处理率 ，年度指标值：大于98%；。"
    )
    assert [(one.name.text, one.value.text) for one in read] == [
        ("抢险到达时间", "城区：1小时内；郊区，2小时内。其余4小时内"),
        ("投诉处理率", "大于98%"),
    ]


def test_a_number_in_a_value_does_not_begin_an_indicator() -> None:
    (one,) = packed("1、产出指标：达到要求，年度指标值：1、按期完成；2、验收合格。")
    assert one.value.text == "1、按期完成；2、验收合格"


def test_period_value_and_second_level_are_read_where_printed() -> None:
    (one,) = packed("1、产出指标-数量指标：修缮面积，实施周期指标值：900平方米，年度指标值：300平方米。")
    assert (one.level2.text, one.value.text, one.period and one.period.text) == ("数量指标", "300平方米", "900平方米")


def test_cell_without_levels_is_said() -> None:
    read = report(LIST.replace("1、产出指标：音响数量，年度指标值：3套。", "买3套音响"))
    assert any(doubt.unread and "绩效指标栏" in doubt.message for doubt in read.doubts)
