"""Lines on a terminal: Chinese signs are two columns wide, words stay whole, continuation lines are indented."""

from __future__ import annotations

import pytest

from gouji.exporting.text.lines import line, padded, shortened, width_of, wrap


def wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    return [one.text for one in wrap(line(text, hang=hang), width)]


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("合计", 4), ("（合）", 6), ("e\u0301", 1)])
def test_width_counts_terminal_columns(text: str, width: int) -> None:
    assert width_of(text) == width


def test_chinese_breaks_anywhere_and_words_do_not() -> None:
    assert wrapped("本年支出合计不符", 8) == ["本年支出", "合计不符"]
    assert wrapped("stated 55.00 reckoned", 14) == ["stated 55.00 ", "reckoned"]


def test_a_closing_sign_does_not_begin_a_line() -> None:
    assert wrapped("本年支出。合计", 8) == ["本年支出。", "合计"]


def test_continuation_lines_are_indented() -> None:
    assert wrapped("列示本年支出合计", 8, hang=2) == ["列示本年", "  支出合", "  计"]


def test_wrapping_loses_nothing_but_blanks_at_breaks() -> None:
    text = "基本支出 1,234.56 万元 + 项目支出 20.00 万元，合计 1,254.56 万元"
    assert "".join(wrapped(text, 17)).replace(" ", "") == text.replace(" ", "")


def test_a_shortened_text_fits_and_says_so() -> None:
    assert shortened("本年支出合计", 7) == "本年支…"
    assert shortened("合计", 7) == "合计"
    assert padded("合计", 6) == "合计  "
    assert padded("1.00", 6, right=True) == "  1.00"
