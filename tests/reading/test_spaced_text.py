"""Text whose columns blanks set: tables by place, pages over form feeds, and what cannot be told is said."""

from __future__ import annotations

import pytest

from gouji.model.report import Report
from gouji.reading import text
from gouji.reading.read import read_document
from gouji.reading.spaced import is_spaced
from gouji.reading.unreadable import Unreadable

ACCOUNTS = """\
                          青川市档案馆2023年度部门决算
                                  收入支出决算总表
                                                           单位：万元
              收入                                支出
         项目              决算数             项目           决算数
一、一般公共预算财政拨款收入         120.50   一、一般公共服务支出            90.50
二、政府性基金预算财政拨款收入                二、外交支出
八、其他收入                                  八、社会保障和就业支出          30.00
    本年收入合计                120.50       本年支出合计               120.50
        总计                    120.50           总计                   120.50
注：本表反映部门本年度的总收支情况。
\x0c                                  支出决算表
                                                                    单位：万元
          项目
                                  本年支出合计    基本支出     项目支出
  功能分类
               科目名称
  科目编码
          合计                       120.50        100.50       20.00
201       一般公共服务支出            90.50         70.50       20.00
20126     档案事务                    90.50         70.50       20.00
2012601   行政运行                    70.50         70.50
2012604   档案馆                      20.00                     20.00
208       社会保障和就业支出          30.00         30.00
20805     行政事业单位养老支出        30.00         30.00
          机关事业单位基本养老保险
2080505                               30.00         30.00
          缴费支出
"""


def _read(content: str) -> Report:
    return read_document("决算.txt", content.encode())


def _value(report: Report, form: str, row: str, column: str) -> str:
    table = report.table(form)
    assert table is not None
    figure = table.figure(row, column)
    return figure.text if figure else ""


def test_columns_set_by_blanks_are_read_as_a_table() -> None:
    report = _read(ACCOUNTS)
    assert _value(report, "支出决算表", "行政运行", "基本支出") == "70.50"
    assert _value(report, "支出决算表", "档案馆", "项目支出") == "20.00"
    assert _value(report, "支出决算表", "档案馆", "基本支出") == ""


def test_two_sides_keep_their_columns() -> None:
    report = _read(ACCOUNTS)
    assert _value(report, "收入支出决算总表", "社会保障和就业支出", "决算数") == "30.00"
    assert _value(report, "收入支出决算总表", "其他收入", "决算数") == ""


def test_a_name_of_several_lines_is_one_name() -> None:
    report = _read(ACCOUNTS)
    assert _value(report, "支出决算表", "机关事业单位基本养老保险缴费支出", "本年支出合计") == "30.00"


def test_figures_point_at_their_line_and_column() -> None:
    report = _read(ACCOUNTS)
    table = report.table("支出决算表")
    assert table is not None
    figure = table.figure("档案馆", "项目支出")
    assert figure is not None
    ink = figure.place.ink
    assert ink.line is not None
    assert ink.column is not None
    assert ink.end_column is not None
    assert report.lines[ink.line - 1][ink.column - 1 : ink.end_column - 1] == "20.00"


def test_every_such_table_says_that_its_columns_follow_from_places() -> None:
    told = [doubt for doubt in _read(ACCOUNTS).doubts if "列由文字位置推定" in doubt.message]
    assert len(told) == 2
    assert not any(doubt.unread for doubt in told)


def test_a_page_without_header_goes_on_with_the_table() -> None:
    more = "\x0c210       卫生健康支出      5.00      5.00      0.00\n21011     行政事业单位医疗   5.00      5.00      0.00\n"
    report = _read(ACCOUNTS + more)
    assert _value(report, "支出决算表", "卫生健康支出", "基本支出") == "5.00"


def test_blank_columns_of_a_page_without_header_are_told_by_sums() -> None:
    report = _read(ACCOUNTS.replace("120.50        100.50       20.00", "125.50        105.50       20.00") + LEFT_OVER)
    assert _value(report, "支出决算表", "卫生健康支出", "基本支出") == "5.00"
    assert _value(report, "支出决算表", "卫生健康支出", "项目支出") == ""


def test_where_sums_do_not_tell_the_column_nothing_is_guessed() -> None:
    report = _read(ACCOUNTS + LEFT_OVER)
    assert _value(report, "支出决算表", "卫生健康支出", "本年支出合计") == ""
    assert any(doubt.unread and "续页没有列示表头" in doubt.message for doubt in report.doubts)


LEFT_OVER = "\x0c210       卫生健康支出      5.00      5.00\n21011     行政事业单位医疗   5.00      5.00\n"


def test_chinese_characters_may_take_two_columns() -> None:
    lines = [
        "支出决算表",
        "单位：万元",
        "科目编码  科目名称              本年支出合计    基本支出    项目支出",
        "          合计                        120.50      100.50       20.00",
        "201       一般公共服务支出             90.50       70.50       20.00",
        "2012601   行政运行                     70.50       70.50",
        "2012604   档案馆                       20.00                   20.00",
        "208       社会保障和就业支出           30.00       30.00",
    ]
    report = _read("\n".join(lines))
    assert _value(report, "支出决算表", "档案馆", "项目支出") == "20.00"
    assert _value(report, "支出决算表", "行政运行", "基本支出") == "70.50"


def test_text_between_tables_is_joined_over_lines_and_pages() -> None:
    prose = (
        "\x0c    一、收入支出决算总体情况说明\n"
        "    青川市档案馆2023年度收入支出总计120.50万元，与上年相比增加20.50万元，主要原因是\n"
        "档案数字化项目增加，以及人员经费按规定调整，各项收支均已纳入部门决算\n"
        "\x0c管理。\n"
    )
    paragraphs = [paragraph.content.text for paragraph in _read(ACCOUNTS + prose).paragraphs]
    assert any(text.endswith("纳入部门决算管理。") and text.startswith("青川市档案馆") for text in paragraphs)


def test_running_text_is_not_taken_for_spaced_columns() -> None:
    lines = ["青川市档案馆 2023 年收入 120.50 万元，支出 120.50 万元。", "其中基本支出 100.50 万元，项目支出 20.00 万元。"] * 20
    assert not is_spaced(text.lines("\n".join(lines)))


def test_rows_between_single_blanks_are_left_to_the_reader_of_dumps() -> None:
    lines = ["201 一般公共服务支出 90.50 70.50 20.00", "208 社会保障和就业支出 30.00 30.00"] * 10
    assert not is_spaced(text.lines("\n".join(lines)))


def test_hostile_blanks_are_read_to_their_end() -> None:
    row = "一般公共服务支出      1,234.56      234.50      12.00"
    _read("\n".join([row] * 5 + [" " * 300_000] * 3 + ["项目" + " " * 300_000 + "12.00"] * 2))
    _read("\n".join([row] * 5 + ["其他名称"] * 2_000))


def test_a_text_too_long_to_find_its_columns_is_refused_with_what_to_do() -> None:
    row = "2010101   行政运行        100.00     60.00     40.00\n"
    with pytest.raises(Unreadable, match="拆分"):
        read_document("长.txt", (row * 20_001).encode())
