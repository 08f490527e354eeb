"""Stored numbers are printed as Excel prints them."""

from __future__ import annotations

import pytest

from gouji.reading.office.printed.builtin_formats import BUILTIN
from gouji.reading.office.printed.number_formats import number_format

ACCOUNTS = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '

PRINTED = [
    # amounts
    ("#,##0.00", "12345.6", "12,345.60"),
    ("#,##0.00", "0", "0.00"),
    ("#,##0.00", "-1234567.891", "-1,234,567.89"),
    ("#,##0.00", "999.995", "1,000.00"),
    ("#,##0", "1234567.5", "1,234,568"),
    ("0.00", "2.675", "2.68"),
    ("0.00", "1.0049999999999999", "1.01"),  # 1.005 as the file stores it
    ("0.00", "-0.005", "-0.01"),
    ("0.00", "-0.001", "-0.00"),
    ("0", "0.5", "1"),
    ("0", "1.5", "2"),
    ("0", "2.5", "3"),
    ("0.0#", "1.5", "1.5"),
    ("0.##", "3", "3"),
    ("#.##", "0.5", ".5"),
    ("#,##0.000000", "1234.5", "1,234.500000"),
    ("0.00", "1E+5", "100000.00"),
    ("0.00", "9.9999999999999995E-2", "0.10"),
    # thousands, ten thousands
    ("#,##0.00,", "1234567.891", "1,234.57"),
    ("0.00,,", "1234567891", "1234.57"),
    ('0\\.0,"万"', "12345", "1.2万"),
    ('0!.0,"万"', "12345", "1.2万"),
    # percent
    ("0%", "0.5", "50%"),
    ("0.00%", "0.98765", "98.77%"),
    ("0.0%", "-0.123", "-12.3%"),
    # sections
    ('#,##0.00;-#,##0.00;"-"', "0", "-"),
    ('#,##0.00;-#,##0.00;"-"', "-5", "-5.00"),
    ("#,##0.00_);[Red](#,##0.00)", "-1234.5", "(1,234.50)"),
    ("#,##0.00_);[Red](#,##0.00)", "1234.5", "1,234.50"),
    (ACCOUNTS, "1234.5", "1,234.50"),
    (ACCOUNTS, "-1234.5", "-1,234.50"),
    (ACCOUNTS, "0", "-"),
    ("0;-0;;@", "0", ""),
    (";;;", "5", ""),
    ("[Red][<0]-0.0;0.00", "-3.25", "-3.3"),
    ('[>=10000]0.0,"千";0', "12345", "12.3千"),
    ('[>=10000]0.0,"千";0', "123", "123"),
    ("[=0]\"无\";0.00", "0", "无"),
    # words and currencies
    ('0.00"万元"', "3.5", "3.50万元"),
    ("[$¥-804]#,##0.00", "1234.5", "¥1,234.50"),
    ('"¥"#,##0.00;"¥"-#,##0.00', "-1.5", "¥-1.50"),
    ("[Blue]0.00", "1", "1.00"),
    # codes
    ("000", "5", "005"),
    ("0000000", "2010101", "2010101"),
    ("000-0000", "1234567", "123-4567"),
    ("@", "2010101", "2010101"),
    ("00.00", "1.5", "01.50"),
    ("0,000.0", "1", "0,001.0"),
    # General
    ("General", "0.30000000000000004", "0.3"),
    ("General", "100", "100"),
    ("General", "12345678901", "12345678901"),
    ("General", "123456789012", "1.23457E+11"),
    ("General", "1234.56789012", "1234.56789"),
    ("General", "33.333333333333336", "33.33333333"),
    ("General", "0.00001", "0.00001"),
    ("General", "0.00012345678901", "0.000123457"),
    ("General", "1.2345678E-7", "1.23457E-07"),
    ("General", "-5.50", "-5.5"),
    ("General", "99999999999.6", "1E+11"),
    ("G/通用格式", "12.5", "12.5"),
    ('General"元"', "12.5", "12.5元"),
    ("0.00E+00", "12345.6", "1.23E+04"),
    ("##0.0E+0", "12345", "12.3E+3"),
    # fractions
    ("# ?/?", "2.5", "2 1/2"),
    ("# ??/??", "0.3", "3/10"),
    ("# ?/8", "1.25", "1 2/8"),
    # dates
    ('yyyy"年"m"月"d"日"', "45000", "2023年3月15日"),
    ("[$-804]yyyy/mm/dd;@", "45000.5", "2023/03/15"),
    ("yyyy-m-d h:mm", "45000.75", "2023-3-15 18:00"),
    ("yyyy/m/d", "1", "1900/1/1"),
    ("yyyy/m/d", "60", "1900/2/29"),
    ("yyyy/m/d", "61", "1900/3/1"),
    ("h:mm:ss", "0.999995", "0:00:00"),
    ("[h]:mm:ss", "1.5", "36:00:00"),
    ("上午/下午h:mm", "0.75", "下午6:00"),
    ("mm:ss.0", "0.00001", "00:00.9"),
    ("[$-804]aaaa", "45000", "星期三"),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45000", "2023年3月15日"),
    ("yyyy/m/d", "99999999", "########"),
    ("yyyy/m/d", "-1", "########"),
    # Chinese digits
    ("[DBNum1]General", "10205", "一万〇二百〇五"),
    ("[DBNum2][$-804]0", "123", "壹佰贰拾叁"),
    ('[DBNum1][$-804]yyyy"年"m"月"d"日"', "45000", "二〇二三年三月十五日"),
    # what is no number
    ("0.00", "NaN", "NaN"),
    ("0.00", "abc", "abc"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "stored", "printed"), PRINTED)
def test_a_number_is_printed_as_excel_prints_it(code: str, stored: str, printed: str) -> None:
    assert number_format(code).number(stored).strip() == printed


def test_the_1904_system_counts_four_years_less() -> None:
    assert number_format("yyyy/m/d", True).number("43538") == "2023/3/15"


def test_texts_are_decorated_by_their_own_section_only() -> None:
    assert number_format("0.00").text("无") == "无"
    assert number_format("@").text("无") == "无"
    assert number_format('0;-0;0;"“"@"”"').text("无") == "“无”"
    assert number_format('@"（盖章）"').text("财政局") == "财政局（盖章）"


def test_formats_known_by_number_only_are_those_of_a_chinese_excel() -> None:
    assert number_format(BUILTIN[14]).number("45000") == "2023/3/15"
    assert number_format(BUILTIN[31]).number("45000") == "2023年3月15日"
    assert number_format(BUILTIN[43]).number("-0.5").strip() == "-0.50"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "[",
        '"',
        "\\",
        "0" * 5000,
        "?" * 999,
        "[" * 999,
        "#,#,#,#.#.#.#",
        ";;;;;;",
        "E+",
        "/",
        "0/0",
        "[>=1",
        "@@@@",
        "0E+0E+0",
        "yyyyyyyyyy",
        "*",
        "_",
        ",,,,",
        "%%%%0",
        "[h]hhhh",
        "0." + "0" * 400,
    ],
)
@pytest.mark.parametrize("stored", ["0", "1", "-1.5", "1E+300", "1E-300", "123456789.123456789", "1E+5000", ""])
def test_no_format_and_no_number_break_the_printing(code: str, stored: str) -> None:
    assert isinstance(number_format(code).number(stored), str)
    assert isinstance(number_format(code).text(stored), str)
