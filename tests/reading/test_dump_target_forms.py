"""Target forms in dumps: cells that were printed one after the other are seated as the table would seat them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from gouji.model.report import DocumentKind, Report
from gouji.reading.read import read_document

TASKS = [
    ("农村饮水安全巩固提升工程", "新建和改造集中供水设施，铺设管网，更换老旧水泵", "1,250.00", "农村自来水普及率稳步提高，群众用水安全得到保障。"),
    ("防汛物资储备", "采购编织袋、冲锋舟等物资，租用仓库。", "86.40", "汛期物资调得出、用得上，全年不发生重大险情。"),
    ("节水型社会建设与节水宣传教育工作", "开展节水宣传、节水载体创建和用水统计调查等。", "45.00", "节水意识明显增强，万元产值用水量持续下降。"),
]  # fmt: skip
INDICATORS = [
    ("产出指标", "数量指标", "改造集中供水工程处数", "≥30处", "12处"),
    ("", "", "农村供水设施管理人员岗位技能培训人次", "≥600人次", "≥200人次"),
    ("", "质量指标", "水质检测合格率", "≥95%", "≥95%"),
    ("", "时效指标", "汛前完成隐患整改", "每年汛期前完成", "2025年4月底前完成"),
    ("效益指标", "社会效益指标", "农村饮水保障能力", "明显提升", "有所提升"),
    ("满意度指标", "服务对象满意度指标", "用水户满意度", "90%以上", "90%以上"),
]

Print = Callable[..., list[str]]


def form(paper: Print, name: int, content: int, goal: int, top: bool = False) -> str:
    lines = [
        "临江市水务局 2025年部门整体预算绩效目标申报表",
        "部门名称 临江市水务局",
        "预算整体情况",
        "部门预算支出 预算金额（万元） 收入来源 预算金额（万元）",
        "基本支出 2,300.15 财政拨款 4,120.00",
        "项目支出 1,819.85 其他资金",
        "事业发展性支出 预算金额（万元） 按预算级次划分 预算金额（万元）",
        "财政专项资金 市本级使用资金 4,000.00",
        "其他事业发展性支出 1,819.85 拟用于对下转移支付资金 120.00",
        "总体绩效目标",
        "全面提升水安全保障能力，建成一批农村供水工程，确保安全度汛，持续改善河湖水生态环境，推动全市水利事业高",
        "质量发展。",
        "年度重点工作任务",
        "名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）",
        *paper(TASKS, [name, content, 12, goal], top),
        "其他需完成的任务（可选",
        "填）",
        "绩效指标",
        "一级指标 二级指标 三级指标 实施周期指标值 年度指标值",
    ]
    for level1, level2, *rest in INDICATORS:
        levels = " ".join(filter(None, (level1, level2)))
        lines += [levels] if levels else []
        lines += paper([rest], [24, 16, 20], top)
    return "\n\n".join(lines)


def read(text: str) -> Report:
    return read_document("目标表.txt", text.encode())


def tasks_of(report: Report) -> list[tuple[str, ...]]:
    table = report.table("年度重点工作任务")
    assert table is not None
    return [
        (row.name, *(row.cells[name].text for name in ("主要实施内容", "拟投入的资金", "期望达到的目标")))
        for row in table.rows
    ]


@pytest.mark.parametrize("widths", [(20, 60, 52), (14, 36, 30), (34, 66, 66), (12, 24, 60)])
@pytest.mark.parametrize("top", [False, True])
def test_tasks_are_whole_whatever_the_columns(paper: Print, widths: Sequence[int], top: bool) -> None:
    assert tasks_of(read(form(paper, *widths, top))) == TASKS


def test_an_amount_belongs_to_the_label_before_it_and_blank_boxes_stay_blank(paper: Print) -> None:
    table = read(form(paper, 20, 60, 52)).table("预算整体情况")
    assert table is not None
    amounts = {row.name: row.cells["预算金额"].text for row in table.rows}
    assert amounts == {
        "基本支出": "2,300.15",
        "财政拨款": "4,120.00",
        "项目支出": "1,819.85",
        "其他资金": "",
        "财政专项资金": "",
        "市本级使用资金": "4,000.00",
        "其他事业发展性支出": "1,819.85",
        "拟用于对下转移支付资金": "120.00",
    }


@pytest.mark.parametrize("top", [False, True])
def test_indicators_have_their_levels_and_both_values(paper: Print, top: bool) -> None:
    found = read(form(paper, 20, 60, 52, top)).indicators
    values = [(i.level2, i.name, i.period_value.text if i.period_value else None, i.value.text) for i in found]
    levels = ["数量指标", "数量指标", "质量指标", "时效指标", "社会效益指标", "服务对象满意度指标"]
    assert values == [(level, *row[2:]) for level, row in zip(levels, INDICATORS, strict=True)]


def test_figures_point_at_their_line_and_column(paper: Print) -> None:
    text = form(paper, 20, 60, 52)
    table = read(text).table("年度重点工作任务")
    assert table is not None
    figure = table.rows[1].figure("拟投入的资金")
    assert figure is not None
    ink = figure.place.ink
    assert text.split("\n")[(ink.line or 0) - 1][(ink.column or 0) - 1 :].startswith("86.40")


def test_an_amount_inside_a_goal_is_not_taken_for_that_of_a_task() -> None:
    text = (
        "白石县教育局 2024年部门整体预算绩效目标申报表\n\n部门名称 白石县教育局\n\n预算整体情况\n\n基本支出 10.00 财政拨款 90.00\n\n"
        "年度重点工作任务\n\n名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）\n\n"
        "校舍维修\n\n维修校舍五处，由县和乡镇各负担 60.00 万元，年内全部完工并交付使用，改善\n办学条件。\n\n120.00\n\n"
        "校舍全部达到安全标准，惠及师生 1,200.00 人次以上，保障正常教学。\n"
    )
    assert [(row[0], row[2]) for row in tasks_of(read(text))] == [("校舍维修", "120.00")]


def test_other_tasks_are_read_with_the_same_columns(paper: Print) -> None:
    other = ("水利工程维修养护", "对小型水库和堤防进行日常维修养护。", "66.60", "工程安全运行，养护到位。")
    text = form(paper, 20, 60, 52).replace("填）", "\n\n".join(["填）", *paper([other], [20, 60, 12, 52])]))
    assert tasks_of(read(text)) == [*TASKS, other]


def test_the_top_of_a_further_page_leaves_no_trace(paper: Print) -> None:
    top = "临江市水务局 2025年部门整体预算绩效目标申报表\n\n部门名称 临江市水务局"
    tasks = "名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）"
    indicators = "一级指标 二级指标 三级指标 实施周期指标值 年度指标值"
    text = form(paper, 20, 60, 52)
    text = text.replace("节水型社会建设与节水\n", f"— 1 —\n\n{top}\n\n{tasks}\n\n节水型社会建设与节水\n")
    text = text.replace("质量指标", f"— 2 —\n\n{top}\n\n{indicators}\n\n质量指标")
    report = read(text)
    assert tasks_of(report) == TASKS
    assert [i.name for i in report.indicators] == [row[2] for row in INDICATORS]


def test_the_forms_of_several_projects_under_one_title_are_apart() -> None:
    one = (
        "绩效目标申报表\n资金名称 {name}\n业务主管部门 临江市水务局\n资金需求 2025年金额 {money}\n用途范围 {use}\n"
        "绩效指标 一级指标 二级指标 三级指标 实施周期指标值 年度指标值\n产出指标 数量指标 完成处数 6处 {value}\n"
    )
    text = one.format(name="内涝整治工程", money="3,600,000.00", use="用于排水管网改造。", value="2处")
    text += one.format(name="水库除险加固", money="1,200,000.00", use="用于小型水库加固。", value="3处")
    projects = read(text).projects
    assert [(project.name, project.indicators[0].value.text) for project in projects] == [
        ("内涝整治工程", "2处"),
        ("水库除险加固", "3处"),
    ]


def test_a_table_below_the_form_is_no_part_of_it(paper: Print) -> None:
    text = form(paper, 20, 60, 52) + (
        "\n支出决算表\n部门：临江市水务局 单位：万元\n项目 本年支出合计 基本支出 项目支出\n合计 30.00 20.00 10.00\n"
        "213 农林水支出 30.00 20.00 10.00\n21303 水利 30.00 20.00 10.00\n"
    )
    report = read(text)
    assert len(report.indicators) == len(INDICATORS)
    assert report.table("支出决算表") is not None


def test_a_lone_second_level_that_belongs_elsewhere_is_kept_as_printed() -> None:
    text = (
        "白石县教育局 2024年部门整体预算绩效目标申报表\n部门名称 白石县教育局\n预算整体情况\n基本支出 10.00 财政拨款 90.00\n"
        "绩效指标\n一级指标 二级指标 三级指标 实施周期指标值 年度指标值\n产出指标\n数量指标\n资助学生人数 300人 300人\n"
        "社会效益指标\n学生巩固率 ≥99% ≥99%\n"
    )
    assert [(i.level1, i.level2) for i in read(text).indicators] == [("产出指标", "数量指标"), ("社会效益指标", "")]


def test_the_application_form_of_a_project_is_read_by_its_labels() -> None:
    text = (
        "绩效目标申报表\n\n资金名称 城区内涝整治工程\n\n业务主管部门 临江市水务局\n\n资金类型 事业发展性支出\n\n"
        "项目实施周期 2024年-2026年\n\n资金需求 2025年金额 3,600,000.00\n\n用途范围\n\n"
        "用于城区六处易涝点的排水管网改造、泵站建设和应急排水设备购置，由市水务局组织实施，资金实行专账管\n\n理。\n\n"
        "政策依据 《临江市城市排水防涝规划》（临府〔2023〕12号）\n\n总体绩效目标 年度绩效目标\n\n完成两处易涝点整治。\n\n"
        "实施周期绩效目标 完成六处易涝点整治，城区排水能力达到五年一遇标准。\n\n"
        "绩效指标 一级指标 二级指标 三级指标 实施周期指标值 年度指标值\n\n产出指标 数量指标 整治易涝点数量 6处 2处\n\n"
        "效益指标 社会效益指标 城区排水能力 五年一遇 有所提升\n"
    )
    report = read(text)
    project = report.projects[0]
    assert project.name == "城区内涝整治工程"
    boxes = {box.field: box.text for box in project.boxes}
    assert boxes["用途范围"].endswith("资金实行专账管理。")
    assert boxes["年度绩效目标"] == "完成两处易涝点整治。"
    assert boxes["实施周期绩效目标"].startswith("完成六处")
    assert [(i.name, i.value.text) for i in project.indicators] == [
        ("整治易涝点数量", "2处"),
        ("城区排水能力", "有所提升"),
    ]
    assert [figure.text for figure in project.funds.values()] == ["3,600,000.00"]


def test_one_value_in_every_row_under_a_header_of_two_is_that_of_the_year_and_said(paper: Print) -> None:
    text = form(paper, 20, 60, 52)
    for _, _, _, period, value in INDICATORS:
        text = text.replace(f"{period} {value}", value)
    report = read(text)
    assert [i.value.text for i in report.indicators] == [row[4] for row in INDICATORS]
    assert any("只有一个值" in doubt.message for doubt in report.doubts)


@pytest.mark.parametrize(
    "title", ["临江市水务局 2025年部门整体预算绩效目标申报\n表", "2025年部门整体预算绩效\n目标申报表", ""]
)
def test_a_form_is_known_under_a_broken_title_or_none(paper: Print, title: str) -> None:
    text = form(paper, 16, 20, 24).replace("临江市水务局 2025年部门整体预算绩效目标申报表", title)
    found = read_document("表.txt", text.encode())
    assert found.kind is DocumentKind.DEPARTMENT_TARGET
    assert found.table("预算整体情况")
    assert found.table("年度重点工作任务")
    assert len(found.indicators) == len(INDICATORS)


def test_indicators_whose_header_has_no_label_before_it_are_read() -> None:
    form = (
        "2024年度临江市博物馆项目资料\n\n财政项目支出绩效目标表\n\n项目名称： 展厅改造 项目类别： 其他阶段性项目\n\n"
        "项目总目标（2023年-2026年） 年度总目标\n\n完成展厅改造。 完成一层展厅改造。\n\n"
        "一级指标 二级指标 三级指标 指标目标值\n\n产出指标 数量指标 改造面积 ≥800平方米\n\n质量指标 验收合格率 ＝100%\n"
    )
    report = read_document("目标.txt", form.encode())
    assert [(found.name, found.value.text) for _, found in report.all_indicators()] == [
        ("改造面积", "≥800平方米"),
        ("验收合格率", "＝100%"),
    ]
