"""The text a clerk reads: faults in full, notes gathered, nothing that steers a terminal."""

from __future__ import annotations

from dataclasses import replace

from gouji.exporting.speech import Speech
from gouji.exporting.text.check import check_lines
from gouji.exporting.text.lines import plain
from gouji.model.examination import Examination, Examined
from gouji.model.finding import Checked
from gouji.model.report import Report


def told(examination: Examination, speech: Speech) -> str:
    return plain(check_lines(examination, speech))


def test_an_error_shows_place_sum_difference_and_basis(examination: Examination, chinese: Speech) -> None:
    text = told(examination, chinese)
    assert "青川市档案馆.txt:4:6  《支出决算表》教育支出·合计\n错误[total-is-not-sum-of-parts]" in text
    assert "列示 55.00    核算 30.00 + 20.00 = 50.00    相差 5.00 万元" in text
    assert "关系 合计 = 基本支出 + 项目支出" in text
    assert "依据 公开03表    详见 gouji rules total-is-not-sum-of-parts" in text


def test_errors_come_before_warnings_and_warnings_before_notes(examination: Examination, chinese: Speech) -> None:
    text = told(examination, chinese)
    assert text.index("错误[") < text.index("警告[") < text.index("提示[")


def test_rounding_tails_are_one_note_with_their_sums(examination: Examination, chinese: Speech) -> None:
    text = told(examination, chinese)
    assert text.count("提示[sums-differ-by-rounding]") == 1
    assert "第 5 行 《支出决算表》住房支出·合计  列示 10.01  核算 5.00 + 5.00 = 10.00" in text


def test_the_head_tells_kind_body_year_and_coverage(examination: Examination, chinese: Speech) -> None:
    text = told(examination, chinese)
    assert "部门决算 · 青川市档案馆 · 2023 年度" in text
    assert "共读出 6 个数，3 个有勾稽关系印证（其中 3 个只有 1 条），3 个无从印证，1 处未能识读。" in text


def test_what_a_document_does_not_print_is_said(report: Report, chinese: Speech) -> None:
    bare = replace(report, body="", year=None)
    text = told(Examination((Examined(bare, Checked(bare.path)),)), chinese)
    assert "单位未印出 · 年度未印出" in text


def test_doubts_failures_and_skipped_files_are_listed(examination: Examination, chinese: Speech) -> None:
    text = told(examination, chinese)
    assert "可能漏读之处 1 处" in text
    assert "坏.txt  文件是空的。请重新导出。" in text
    assert "图.pdf  格式暂不支持" in text
    assert "1 个文件：错误 1，警告 1，提示 2" in text


def test_english_is_spoken_throughout_but_field_names_stay(examination: Examination, english: Speech) -> None:
    text = told(examination, english)
    assert "error[total-is-not-sum-of-parts] the total is not the sum" in text
    assert "stated 55.00    reckoned 30.00 + 20.00 = 50.00    off by 5.00 万元" in text
    assert "6 figures read: 3 vouched for" in text


def test_a_document_without_figures_is_not_called_clean(report: Report, chinese: Speech) -> None:
    text = told(Examination((Examined(report, Checked(report.path)),)), chinese)
    assert "没有发现错误" not in text
    assert "没有读出可核对的数" in text


def test_signs_that_steer_a_terminal_are_replaced(report: Report, chinese: Speech) -> None:
    hostile = replace(report, body="档案馆\x1b[2J\u202e馆")
    text = told(Examination((Examined(hostile, Checked(hostile.path)),)), chinese)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_tables_of_no_known_form_are_named(examination: Examination, chinese: Speech) -> None:
    (document, *_) = examination.documents
    foreign = replace(document.report.tables[0], title="渠道维修台账", known=False)
    report = replace(document.report, tables=(*document.report.tables, foreign))
    text = told(replace(examination, documents=(replace(document, report=report),)), chinese)
    assert "1 张表没有对应的表样，按原表头读取，只核对表内合计：“渠道维修台账”。" in text
    assert "按原表头读取" not in told(examination, chinese)
