"""A document's kind, body, year and region are read from what it prints, and what it does not print is said."""

from __future__ import annotations

import pytest

from gouji.model.report import DocumentKind, Report
from gouji.reading.read import read_document


def report(*lines: str) -> Report:
    return read_document("文件.txt", "\n".join(lines).encode())


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2022年度青川市水务局部门决算", DocumentKind.FINAL_ACCOUNTS),
        ("青川市水务局2024年部门预算", DocumentKind.BUDGET),
        ("青川市水务局2023年度部门整体支出绩效自评报告", DocumentKind.SELF_EVALUATION_REPORT),
        ("青川市水务局2024年部门整体预算绩效目标申报表", DocumentKind.DEPARTMENT_TARGET),
        ("2024年项目支出绩效目标表", DocumentKind.PROJECT_TARGETS),
        ("项目支出绩效自评表（2023年度）", DocumentKind.SELF_EVALUATION),
        ("关于召开会议的通知", DocumentKind.UNKNOWN),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: DocumentKind) -> None:
    assert report(title, "", "正文第一句。").kind is kind


def test_body_and_year_come_from_the_title() -> None:
    found = report("2022年度青川市水务局部门决算", "", "一、概况", "本局负责供水。")
    assert (found.body, found.year) == ("青川市水务局", 2022)


def test_a_title_in_two_lines_names_the_body_in_the_first() -> None:
    found = report("青川市水务局", "", "2023年度部门整体支出绩效自评报告", "", "现将情况报告如下。")
    assert (found.body, found.year) == ("青川市水务局", 2023)


def test_the_body_named_by_the_labels_wins() -> None:
    found = report(
        "2022年度部门决算", "支出决算表", "编制单位：青川市供水管理所", "单位：万元", "编码|名称|合计", "201|甲|1.00"
    )
    assert found.body == "青川市供水管理所"


def test_the_year_may_stand_in_a_column_header_alone() -> None:
    found = report(
        "绩效目标申报表", "资金名称\t管网改造", "业务主管部门\t临江市水务局", "资金需求\t2026年金额\t3,000.00"
    )
    assert (found.body, found.year) == ("临江市水务局", 2026)


def test_a_missing_year_is_said() -> None:
    assert any("年度" in doubt.message for doubt in report("青川市水务局部门决算", "正文。").doubts)


def test_the_region_follows_from_the_city() -> None:
    assert report("2022年度湛江市水务局部门决算", "正文。").region == "广东"


def test_an_unknown_document_is_said_to_be_unknown_and_still_read() -> None:
    found = report("资产情况", "名称\t金额（万元）", "车辆\t12.50")
    assert found.kind is DocumentKind.UNKNOWN
    assert any("未识别" in doubt.message for doubt in found.doubts)
    assert [figure.text for figure in found.figures()] == ["12.50"]


def test_a_form_without_title_is_recognised_by_its_labels_and_that_is_said() -> None:
    found = report(
        "项目名称|清淤|主管部门|青川市水务局",
        "实施单位|河道所|年度目标|清淤三公里",
        "一级指标|二级指标|三级指标|年度指标值",
        "产出指标|数量指标|清淤里程|≥3公里",
    )
    assert any("按表头认定" in doubt.message for doubt in found.doubts)


def test_a_title_broken_over_lines_tells_the_kind() -> None:
    found = report("青川市水务局关于2023年度部门整体支出", "绩效自评情况的报告", "", "现将情况报告如下。")
    assert (found.kind, found.body) == (DocumentKind.SELF_EVALUATION_REPORT, "青川市水务局")


@pytest.mark.parametrize(
    "lines",
    [
        ("2023年度部门整体支出绩效自评报告", "（青川市水务局）", "2024年5月18日"),
        ("部门整体支出绩效自评报告", "（2023年度）", "部门名称：青川市水务局", "填报日期：2024年6月10日"),
    ],
)
def test_the_body_may_stand_below_the_title(lines: tuple[str, ...]) -> None:
    text = [
        "为进一步加强预算绩效管理，强化支出责任，提高财政资金使用",
        "效益，根据有关通知要求，我局组织开展了本年度的部门整体支",
        "出绩效自评工作，现将有关情况报告",
        "如下。",
    ]
    found = report(*lines, *text * 3)
    assert (found.body, found.year) == ("青川市水务局", 2023)


def test_a_long_name_broken_on_the_cover_is_whole_again() -> None:
    found = report("中共青川市委", "社会工作部 2024 年度", "部门决算", "目 录", "第一部分 中共青川市委社会工作部概况")
    assert found.body == "中共青川市委社会工作部"
