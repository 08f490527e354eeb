"""Small numbers in figures or Chinese numerals, as texts name how many things follow."""

from __future__ import annotations

import re

_DIGITS = dict(zip("〇一二三四五六七八九", range(10), strict=True)) | {"零": 0, "两": 2}
NUMERAL = r"(?:\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_TENS = re.compile(r"^([一二两三四五六七八九])?十([一二三四五六七八九])?$")


def number(text: str) -> int | None:
    """The value of a numeral up to 99 in Chinese, up to 999 in figures.

    >>> number("二十三")
    23
    """
    if text.isdecimal():
        return int(text)
    if (match := _TENS.match(text)) is not None:
        return _DIGITS.get(match[1] or "一", 1) * 10 + (_DIGITS[match[2]] if match[2] else 0)
    return _DIGITS.get(text)
