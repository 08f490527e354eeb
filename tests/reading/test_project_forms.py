"""Forms of single projects: boxes, funds with and without a unit, periods, indicators of period and year."""

from __future__ import annotations

from decimal import Decimal

from gouji.model.performance import Project
from gouji.reading.read import read_document

GUANGDONG = """绩效目标申报表

资金名称\t河道清淤\t\t\t\t\t
业务主管部门\t临江市水务局\t\t\t\t\t
资金类型\t其他事业发展性支出\t\t\t\t\t
项目实施周期\t2025年-2027年\t\t\t\t\t
资金需求\t2025年金额\t1,260,000.00\t\t\t\t
\t2026年金额\t800,000.00\t\t\t\t
用途范围\t\t\t\t\t\t
政策依据\t临水〔2024〕8号\t\t\t\t\t
总体绩效目标\t年度绩效目标\t清淤十公里，改善水质\t\t\t\t
\t实施周期绩效目标\t清淤三十公里，水质达标\t\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值\t
\t产出指标\t数量指标\t清淤长度\t30公里\t10公里\t
"""

NATIONAL = """项目支出绩效目标申报表
项目名称|图书采购
主管部门及代码|青川市图书馆|实施单位|青川市图书馆
项目属性|延续项目|项目期|3年
项目资金（万元）|中期资金总额：|300|年度资金总额：|100
|其中：财政拨款|290|其中：财政拨款|95
|其他资金|10|其他资金|5
总体目标|中期目标||年度目标|
|三年采购三万册图书，更新馆藏结构||采购一万册图书，更新馆藏结构|
绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|分值
|产出指标|数量指标|采购册数|≥|10000|册|20
||质量指标|验收合格率|＝|100|%|20
"""


def project(text: str) -> Project:
    (found,) = read_document("表.txt", text.encode()).projects
    return found


def test_project_has_name_body_and_period_with_its_place() -> None:
    read = project(GUANGDONG)
    assert (read.name, read.body, read.period) == ("河道清淤", "临江市水务局", (2025, 2027))
    assert read.period_place is not None
    assert read.period_place.text == "2025年-2027年"


def test_amounts_without_a_unit_are_yuan_by_the_form_and_said() -> None:
    assert {name: figure.value for name, figure in project(GUANGDONG).funds.items()} == {
        "2025年金额": Decimal("1260000.00"),
        "2026年金额": Decimal("800000.00"),
    }
    said = read_document("表.txt", GUANGDONG.encode()).doubts
    assert any("没有印金额单位" in doubt.message for doubt in said)


def test_a_small_amount_without_a_unit_is_not_held_to_one() -> None:
    assert project(GUANGDONG.replace("1,260,000.00", "126.00")).funds["2025年金额"].loose


def test_empty_boxes_are_kept_and_groups_of_boxes_are_none() -> None:
    boxes = {box.field: box for box in project(GUANGDONG).boxes}
    assert boxes["用途范围"].text == ""
    assert boxes["用途范围"].place.ink.line == 9
    assert boxes["年度绩效目标"].text == "清淤十公里，改善水质"
    assert "总体绩效目标" not in boxes


def test_value_columns_come_from_the_header() -> None:
    (indicator,) = project(GUANGDONG).indicators
    assert indicator.value.text == "10公里"
    assert indicator.period_value is not None
    assert indicator.period_value.text == "30公里"


def test_national_form_tells_funds_of_period_and_year_apart() -> None:
    funds = {name: figure.value for name, figure in project(NATIONAL).funds.items()}
    assert funds["中期资金总额"] == 3_000_000
    assert funds["年度资金总额"] == 1_000_000
    assert funds["年度财政拨款"] == 950_000
    assert funds["中期其他资金"] == 100_000


def test_goals_stand_below_their_labels() -> None:
    boxes = {box.field: box.text for box in project(NATIONAL).boxes}
    assert boxes["年度绩效目标"].startswith("采购一万册")
    assert boxes["实施周期绩效目标"].startswith("三年采购")


def test_comparator_value_and_unit_of_three_columns_are_one_value() -> None:
    first, second = project(NATIONAL).indicators
    assert (first.value.comparator, first.value.low, first.value.unit) == ("≥", 10000, "册")
    assert (second.value.comparator, second.value.low, second.value.unit) == ("=", 100, "%")
    assert first.weight is not None
    assert first.weight.value == 20


def test_amounts_inside_a_cell_are_read_with_their_labels() -> None:
    read = project(
        "项目绩效目标表（2025年度）\n项目名称|道路修补|项目属性|新增项目\n资金总额及构成|总额120.5万元\n"
        "|一、财政拨款：100万元（其中：上级财政资金：60万元；本级财政：40万元）\n"
        "年度绩效指标|二级指标|指标内容|指标值|备注\n产出指标|数量指标|修补里程|5公里|\n"
    )
    assert {name: int(figure.value) for name, figure in read.funds.items()} == {
        "总额": 1_205_000, "财政拨款": 1_000_000, "上级财政资金": 600_000, "本级财政": 400_000,
    }  # fmt: skip
    assert read.indicators[0].level1 == "产出指标"


def test_list_under_the_title_of_an_application_is_read_as_a_list() -> None:
    read = read_document(
        "表.txt",
        "部门预算项目绩效目标申报表（2025年度）\n金额单位：元\n"
        "单位名称|项目名称|预算数|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|指标方向性\n"
        "301-青川市文化馆部门||50,000.00\n"
        "301001-青川市文化馆|送戏下乡|30,000.00|产出指标|数量指标|演出场次|≥|20|场|50|正向指标\n"
        "|||满意度指标|服务对象满意度指标|观众满意度|≥|90|%|50|正向指标\n"
        "|设备维修|20,000.00|产出指标|数量指标|维修台数|=|4|台|100|正向指标\n".encode(),
    )
    assert [(one.name, one.body, len(one.indicators)) for one in read.projects] == [
        ("送戏下乡", "301001-青川市文化馆", 2),
        ("设备维修", "301001-青川市文化馆", 1),
    ]
    table = read.table("项目支出绩效目标表")
    assert table is not None
    assert table.figure("送戏下乡", "总计").value == 30_000  # type: ignore[union-attr]


def test_period_may_stand_in_two_boxes() -> None:
    read = project(
        "财政项目支出绩效目标申报表\n（2024年度）\n项目名称：|养老服务|项目类别：|一次性项目\n"
        "计划开始日期：|2024-01-01|计划完成日期：|2026-12-31\n"
        "项目资金（元）|项目资金总额：|1,500,000|年度资金申请总额：|500,000\n"
        "|其中：当年财政拨款|1,500,000|其中：当年财政拨款|500,000\n"
        "一级指标|二级指标|三级指标|指标目标值\n产出指标|数量指标|服务人次|≥1000人次\n"
    )
    assert read.period == (2024, 2026)
    assert read.funds["年度当年财政拨款"].value == 500_000
    assert [one.value.text for one in read.indicators] == ["≥1000人次"]


def test_indicators_of_period_and_year_side_by_side_are_one_list() -> None:
    read = project(
        "项目支出绩效目标申报表\n项目名称|图书采购|||||\n"
        "绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值\n"
        "|产出指标|数量指标|采购册数|30000册|数量指标|采购册数|10000册\n"
        "||质量指标|完好率|100%|质量指标|完好率|99%\n"
    )
    found = [(one.level2, one.name, one.value.text, one.period_value and one.period_value.text) for one in read.indicators]
    assert found == [("数量指标", "采购册数", "10000册", "30000册"), ("质量指标", "完好率", "99%", "100%")]


def test_values_run_together_with_the_hundred_beside_them_are_parted_and_said() -> None:
    lines = [
        "项目绩效目标表（2021年度）", "填报单位：青川市水务局", "项目名称|渠道维修|项目属性|延续项目",
        "绩效指标|二级指标|指标内容|指标值|备注",
        "产出指标|数量指标|维修渠道|88100|", "|质量指标|验收合格|95100|", "效益指标|经济效益指标|节水|60100|",
    ]  # fmt: skip
    report = read_document("目标.txt", "\n".join(lines).encode())
    assert [indicator.value.text for _, indicator in report.all_indicators()] == ["88", "95", "60"]
    assert any("连在一起" in doubt.message for doubt in report.doubts)
