"""Numbers printed with Chinese digits: [DBNum1] 一百二十三, [DBNum2] 壹佰贰拾叁, [DBNum3] in full width."""

from __future__ import annotations

import re

_DIGITS = {"DBNUM1": "〇一二三四五六七八九", "DBNUM2": "零壹贰叁肆伍陆柒捌玖", "DBNUM3": "０１２３４５６７８９"}
_PLACES = {"DBNUM1": ("", "十", "百", "千"), "DBNUM2": ("", "拾", "佰", "仟")}
_GROUPS = ("", "万", "亿", "万亿", "兆")
_NUMBER = re.compile(r"\d{1,20}(?:\.\d+)?")


def chinese(printed: str, style: str) -> str:
    """A printed number with its digits in the style; beyond 20 digits it stays as it is."""
    style = style.upper()
    if style not in _DIGITS:
        return printed
    return _NUMBER.sub(lambda match: _number(match.group(), style), printed.replace(",", ""))


def by_digit(printed: str, style: str) -> str:
    """Digit by digit, as years are printed: 二〇二三."""
    return printed.translate({ord("0") + value: sign for value, sign in enumerate(_DIGITS.get(style.upper(), "0123456789"))})


def _number(printed: str, style: str) -> str:
    whole, _, decimals = printed.partition(".")
    if style not in _PLACES:
        return by_digit(printed, style)
    read = _whole(whole.lstrip("0"), style) or _DIGITS[style][0]
    return f"{read}.{by_digit(decimals, style)}" if decimals else read


def _whole(digits: str, style: str) -> str:
    """The reading of a whole number in groups of four digits; inner zeros are read once."""
    zero = _DIGITS[style][0]
    found = ""
    groups = [digits[max(0, end - 4) : end] for end in range(len(digits), 0, -4)]
    for power, group in reversed(list(enumerate(groups))):
        read = _group(group, style)
        if read:
            found += (zero if found and (group.startswith("0") or found.endswith(zero)) else "") + read + _GROUPS[power]
    if style == "DBNUM1" and found.startswith("一十"):
        return found[1:]
    return found


def _group(digits: str, style: str) -> str:
    signs, places = _DIGITS[style], _PLACES[style]
    found, gap = "", False
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == "0":
            gap = bool(found)
            continue
        found += (signs[0] if gap else "") + signs[int(digit)] + places[place]
        gap = False
    return found
