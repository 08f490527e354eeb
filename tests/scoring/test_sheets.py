"""Whole forms: the execution, the total, the grade, the scheme they follow, and what is said of them as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gouji.model.report import Report
from gouji.scoring.award import Standing
from gouji.scoring.fit import How
from gouji.scoring.form import is_execution
from gouji.scoring.grade import grade_alone
from gouji.scoring.register import scheme_named
from gouji.scoring.sheet import Sheet, sheets

Filled = Callable[..., Report]
ROWS = [
    ("整理数量", "≥10个", "8个", "50", "40"),
    ("合格率", "≥95%", "96%", "30", "30"),
    ("群众满意度", "≥90%", "92%", "10", "10"),
]


def only(report: Report, scheme: str = "") -> Sheet:
    (sheet,) = sheets(report, scheme_named(scheme))
    return sheet


def test_a_form_that_agrees_says_so(filled: Filled) -> None:
    sheet = only(filled(ROWS, total="90"))
    assert not sheet.disagrees
    assert sheet.total.standing is Standing.AGREES
    assert sheet.grade is not None
    assert sheet.grade.of_printed == "优"


def test_the_execution_is_worth_points_times_rate(filled: Filled) -> None:
    sheet = only(filled(ROWS, ("613.50", "609.04", "10", "99.27%", "9.27"), total="89.27"))
    award = sheet.lines[0].award
    assert award.standing is Standing.DISAGREES
    assert "10 × 99.27% = 9.93" in award.why[0]
    assert str(sheet.total.mended) == "89.93"


def test_more_than_the_budget_earns_no_more_than_the_points(filled: Filled) -> None:
    assert only(filled(ROWS, ("600.00", "630.00", "10", "105.00%", "10"), total="90")).lines[0].award.plain == 10


def test_without_a_budget_the_execution_is_not_reckoned(filled: Filled) -> None:
    award = only(filled(ROWS, ("0.00", "0.00", "10", "", "10"), total="90")).lines[0].award
    assert award.standing is Standing.OPEN


def test_a_total_that_is_not_the_sum_disagrees(filled: Filled) -> None:
    sheet = only(filled(ROWS, total="91"))
    assert sheet.total.standing is Standing.DISAGREES
    assert sheet.disagrees


def test_an_empty_form_is_said_to_be_one_in_a_single_line(filled: Filled) -> None:
    rows = [(name, target, "", points, "") for name, target, _, points, _ in ROWS]
    sheet = only(filled(rows, ("", "", "10", "", "")))
    assert sheet.empty
    assert len(sheet.said) == 1
    assert not sheet.lines


def test_points_that_make_no_hundred_are_said_once(filled: Filled) -> None:
    rows = [*ROWS[:2], ("群众满意度", "≥90%", "92%", "5", "5")]
    sheet = only(filled(rows, total="85", whole="95"))
    assert [told for told, _ in sheet.said] == ["各项分值合计 95 分，不是 100 分。"]
    assert sheet.grade is None


def test_a_scheme_that_does_not_fit_is_said_once_and_used_with_the_points_of_the_form(filled: Filled) -> None:
    sheet = only(filled(ROWS, total="90"), "hubei-2020")
    assert len(sheet.said) == 1
    assert "规定 20 分，按表上的分值核算" in sheet.said[0][0]
    assert not sheet.disagrees


def test_indicators_of_one_name_are_said_once(filled: Filled) -> None:
    rows = [*ROWS[:1], ("合格率", "≥95%", "96%", "30", "30"), ("合格率", "≥95%", "96%", "10", "10")]
    assert [told for told, _ in only(filled(rows, total="90")).said] == ["指标名称重复：合格率，按各自所在行核算。"]


def test_the_usual_scheme_of_the_year_is_taken_where_nothing_is_said(filled: Filled) -> None:
    chosen = only(filled(ROWS, total="90")).chosen
    assert chosen is not None
    assert (chosen.scheme.name, chosen.how) == ("national-2020", How.DEFAULT)


def test_the_scheme_under_which_more_scores_agree_is_inferred_and_said_to_be(filled: Filled) -> None:
    rows = [("整理数量", "≥10个", "8个", "50", "25"), *ROWS[1:]]
    chosen = only(filled(rows, total="75")).chosen
    assert chosen is not None
    assert (chosen.scheme.name, chosen.how) == ("national-2021", How.INFERRED)
    assert chosen.why[0].startswith("按自评得分推定")


def test_the_scheme_that_the_document_names_goes_first(filled: Filled) -> None:
    report = filled(ROWS, total="90", notes="根据财预〔2021〕101号文件，完成率低于60%不得分。\n\n")
    chosen = only(report).chosen
    assert chosen is not None
    assert (chosen.scheme.name, chosen.how) == ("national-2021", How.STATED)


def test_region_year_and_points_tell_a_regional_scheme(filled: Filled) -> None:
    rows = [("整理数量", "≥10个", "8个", "50", "40"), ("合格率", "≥95%", "96%", "30", "30")]
    execution = ("600.00", "600.00", "20", "100.00%", "20")
    report = filled(rows, execution, total="90", title="2020年度项目支出绩效自评表", body="广州市档案馆")
    chosen = only(report).chosen
    assert chosen is not None
    assert (chosen.scheme.name, chosen.how) == ("guangzhou-2020", How.FORM)


def test_four_indicators_of_22_points_and_a_half_are_a_personnel_project(filled: Filled) -> None:
    rows = [
        ("足额保障率", "=100%", "100%", "22.5", "22.5"),
        ("科目调整次数", "≤10次", "2次", "22.5", "22.5"),
        ("按时发放率", "=100%", "100%", "22.5", "22.5"),
        ("结余率", "≤5%", "1%", "22.5", "22.5"),
    ]
    sheet = only(filled(rows, total="100"))
    assert sheet.chosen is not None
    assert sheet.chosen.scheme.name == "personnel-2020"
    assert not sheet.disagrees


def test_four_other_indicators_of_22_points_and_a_half_are_not(filled: Filled) -> None:
    rows = [(f"培训{what}", "≥2期", "2期", "22.5", "22.5") for what in ("期数", "场次", "班次", "轮次")]
    sheet = only(filled(rows, total="100"))
    assert sheet.chosen is not None
    assert sheet.chosen.scheme.name == "national-2020"


def test_points_of_the_execution_that_are_not_printed_are_what_the_indicators_leave(filled: Filled) -> None:
    report = filled(ROWS, ("600.00", "540.00", "", "90.00%", "9"), total="89")
    sheet = only(report)
    assert sheet.lines[0].award.plain == 9
    assert sheet.total.standing is Standing.AGREES
    assert not sheet.said


def test_a_form_without_any_result_says_so_once(filled: Filled) -> None:
    rows = [(name, target, "", points, points) for name, target, _, points, _ in ROWS]
    sheet = only(filled(rows, total="100"))
    assert [told for told, _ in sheet.said] == ["各项指标都没有填实际完成值，不能核算得分。"]
    assert [line.award.why[0] for line in sheet.lines[1:]] == ["", "", ""]


def test_where_the_line_of_totals_is_zero_the_sources_are_taken(filled: Filled) -> None:
    report = filled(ROWS, ("0.00", "0.00", "10", "0.00%", "0"), total="80")
    assert only(report).lines[0].award.standing is Standing.OPEN


def test_a_form_without_points_says_so_once(filled: Filled) -> None:
    rows = [(name, target, actual, "", "") for name, target, actual, _, _ in ROWS]
    sheet = only(filled(rows, ("600.00", "540.00", "", "90.00%", ""), whole=""))
    assert [told for told, _ in sheet.said] == ["表上没有分值，不核算得分。"]
    assert not sheet.disagrees


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("优", "优"),
        ("良好", "良好"),
        ("☑优  □良  □中  □差", "优"),
        ("优□ 良☑ 中□ 差□", "良"),
        ("□优 □良 □中 □差", ""),
        ("完成较好", ""),
    ],
)
def test_a_grade_stands_alone_or_is_ticked(text: str, grade: str) -> None:
    assert grade_alone(text) == grade


def test_a_year_before_all_schemes_is_said_to_be_one(filled: Filled) -> None:
    chosen = only(filled(ROWS, total="90", title="2016年度项目支出绩效自评表")).chosen
    assert chosen is not None
    assert "没有收录 2016 年度的办法" in chosen.why[0]


@pytest.mark.parametrize(
    ("name", "execution"),
    [
        ("预算执行率", True),
        ("执行率（10分）", True),
        ("部门预算资金支出率", True),
        ("一般公共预算支出年度平均执行率", True),
        ("活动方案执行率", False),
        ("应急预案执行率", False),
    ],
)
def test_only_the_execution_of_money_is_the_execution_of_the_budget(name: str, execution: bool) -> None:
    assert is_execution(name) is execution
