"""How a comparison is worded: unit and decimals of the printed figure, differences that never print as nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from gouji.exporting.laid import lay_out, short_sum
from gouji.exporting.speech import Speech, address
from gouji.exporting.told import agreed_value, tell
from gouji.model.comparison import must_cover, must_equal, must_not_exceed, must_total
from gouji.model.examination import Examination
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Severity
from gouji.model.place import Place
from gouji.model.rounding import Term

Make = Callable[..., Figure]


def test_percentages_differ_by_percentage_points(figure: Make, chinese: Speech) -> None:
    stated = replace(figure("99", "合计", "执行率", 1, 1), text="99.97%", value=Decimal("99.97"), step=Decimal("0.01"))
    stated = replace(stated, kind=Kind.PERCENT, unit="%")
    laid = lay_out(must_equal(stated, replace(stated, text="99.79%", value=Decimal("99.79"))), chinese)
    assert (laid.expected, laid.difference) == ("99.79%", "0.18 个百分点")


def test_a_difference_below_the_printed_digit_is_shown_in_finer_digits(figure: Make, chinese: Speech) -> None:
    stated = figure("86.00", "任务", "资金", 1, 1)
    paid = replace(stated, text="859,999.00", value=Decimal(859_999), step=Decimal(1), unit="元")
    laid = lay_out(must_equal(stated, paid, exact=True), chinese)
    assert laid.difference == "0.0001 万元"


def test_amounts_in_another_unit_show_their_conversion(figure: Make, chinese: Speech) -> None:
    stated = figure("326.00", "任务", "资金", 1, 1)
    other = replace(stated, text="3,000,000.00", value=Decimal(3_000_000), unit="元")
    assert lay_out(must_equal(stated, other), chinese).working == "3,000,000.00元 = 300.00"


def test_a_long_sum_leaves_its_zeros_out(chinese: Speech) -> None:
    working = " + ".join(["1.00"] + ["0.00"] * 9 + ["2.00"]) + " = 3.00"
    assert short_sum(working, chinese) == "1.00 + 2.00 = 3.00（从略 9 项 0）"
    assert short_sum("1.00 + 0.00 = 1.00", chinese) == "1.00 + 0.00 = 1.00"


def test_an_amount_over_its_limit_is_not_called_a_sum(figure: Make, chinese: Speech) -> None:
    comparison = must_not_exceed(figure("9.00", "甲", "乙", 1, 1), [Term(figure("8.00", "丙", "乙", 2, 1))])
    assert comparison.relation == "≤"
    assert lay_out(comparison, chinese).difference == "1.00 万元"


def test_an_amount_below_what_it_must_cover_is_told_as_such(
    examination: Examination, figure: Make, chinese: Speech
) -> None:
    (error,) = examination.documents[0].found(Severity.ERROR)
    short = must_cover(figure("9.00", "甲", "乙", 1, 1), [Term(figure("9.50", "丙", "乙", 2, 1))])
    assert "列示 9.00，应不少于 9.50，少 0.50 万元" in tell(replace(error, observation=short), chinese).message


def test_several_faults_of_one_figure_name_the_value_that_mends_them(examination: Examination, figure: Make) -> None:
    (error,) = examination.documents[0].found(Severity.ERROR)
    assert agreed_value([error]) == ""
    assert agreed_value([error, error]) == "50.00"
    other = must_total(figure("55.00", "教育支出", "合计", 4, 6), [Term(figure("51.00", "甲", "乙", 2, 1))])
    assert agreed_value([error, replace(error, observation=other)]) == ""


def test_a_form_stands_in_title_marks_and_a_heading_does_not() -> None:
    assert address(Place(form="支出决算表", row="教育支出", field="合计")) == "《支出决算表》教育支出·合计"
    assert address(Place(form="（四）收支情况", field="金额")) == "（四）收支情况·金额"
