"""Formats of dates and times: yyyy"年"m"月"d"日", h:mm:ss, [h]:mm, in both date systems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from gouji.reading.office.printed.chinese_digits import by_digit, chinese
from gouji.reading.office.printed.format_tokens import Token

LAST_DAY = 2_958_465  # 9999-12-31
DAY = 86_400  # seconds
_TOO_WIDE = "########"
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEK = "一二三四五六日"


class _Moment:
    """A day and a time of day; `days` and `seconds` are those of the stored number, for elapsed times."""

    def __init__(self, days: int, seconds: int, fraction: str, from_1904: bool) -> None:
        self.days, self.seconds, self.fraction = days, seconds, fraction
        self.year, self.month, self.day, self.weekday = _calendar(days, from_1904)
        self.hour, self.minute, self.second = seconds // 3600, seconds // 60 % 60, seconds % 60


def _calendar(days: int, from_1904: bool) -> tuple[int, int, int, int]:
    """Year, month, day, weekday. Excel counts a 29 February 1900 that never was, and a day 0 before 1 January."""
    if from_1904:
        days += 1462
    if days in (0, 60):
        return (1900, 1, 0, 5) if days == 0 else (1900, 2, 29, 2)
    day = date(1899, 12, 30 if days > 60 else 31) + timedelta(days)
    return day.year, day.month, day.day, day.weekday()


def date_writer(section: list[Token], from_1904: bool) -> Callable[[Decimal], str]:
    """The writer of a section of dates; values come without their sign."""
    style = next((token.text for token in section if token.text.upper().startswith("DBNUM")), "")
    tokens = _minutes([token for token in section if token.kind != "bracket"])
    places = _places(tokens)
    twelve = any(token.kind == "half" for token in tokens)

    def write(value: Decimal) -> str:
        if value >= LAST_DAY - (1462 if from_1904 else 0) + 1:
            return _TOO_WIDE
        moment = _moment(value, places, from_1904)
        return "".join(_written(token, moment, twelve, style) for token in tokens)

    return write


def _minutes(tokens: list[Token]) -> list[Token]:
    """`m` behind hours or before seconds means minutes: written `n` from here on. `.000` behind seconds is their fraction."""
    found: list[Token] = []
    marks = [token.text.lower() if token.kind == "date" else "" for token in tokens]
    for index, token in enumerate(tokens):
        before = next((mark for mark in reversed(marks[:index]) if mark), "")
        after = next((mark for mark in marks[index + 1 :] if mark), "")
        mark = marks[index]
        if mark in ("m", "mm") and ("h" in before or "s" in after):
            found.append(Token("date", "n" * len(mark)))
        elif token.kind == "point" and "s" in before and index + 1 < len(tokens) and tokens[index + 1].kind == "digit":
            found.append(Token("fraction", "."))
        elif token.kind == "digit" and found and found[-1].kind == "fraction":
            found[-1] = Token("fraction", found[-1].text + "0")
        else:
            found.append(token)
    return found


def _places(tokens: list[Token]) -> int:
    return max((len(token.text) - 1 for token in tokens if token.kind == "fraction"), default=0)


def _moment(value: Decimal, places: int, from_1904: bool) -> _Moment:
    seconds = (value * DAY).quantize(Decimal(1).scaleb(-min(places, 3)), ROUND_HALF_UP)
    whole = int(seconds)
    fraction = f"{seconds - whole:f}"[2:]
    days = whole // DAY
    return _Moment(min(days, LAST_DAY - (1462 if from_1904 else 0)), whole % DAY, fraction, from_1904)


def _written(token: Token, moment: _Moment, twelve: bool, style: str) -> str:
    if token.kind == "half":
        words = token.text.split("/")
        return words[moment.hour >= 12]
    if token.kind == "fraction":
        return "." + moment.fraction.ljust(len(token.text) - 1, "0")
    if token.kind != "date":
        return token.text
    printed = _part(token.text.lower(), moment, twelve)
    if not style or not printed.isdigit():
        return printed
    return by_digit(printed, style) if token.text[0] in "yYeE" else chinese(printed, style)


def _part(mark: str, moment: _Moment, twelve: bool) -> str:
    letter, length = mark[0], len(mark)
    match letter:
        case "[":
            return _elapsed(mark, moment)
        case "y" | "e":
            return f"{moment.year % 100:02d}" if letter == "y" and length <= 2 else str(moment.year)
        case "m":
            return _named(_MONTHS[moment.month - 1], moment.month, length)
        case "d":
            return _named(_DAYS[moment.weekday], moment.day, length)
        case "a":
            return ("星期" if length > 3 else "") + _WEEK[moment.weekday]
        case "g":
            return ""
    number = {"h": (moment.hour % 12 or 12) if twelve else moment.hour, "n": moment.minute, "s": moment.second}[letter]
    return f"{number:02d}" if length > 1 else str(number)


def _named(name: str, number: int, length: int) -> str:
    if length <= 2:
        return f"{number:02d}" if length == 2 else str(number)
    return {3: name[:3], 5: name[:1]}.get(length, name)


def _elapsed(mark: str, moment: _Moment) -> str:
    total = moment.days * DAY + moment.seconds
    unit = {"h": 3600, "m": 60, "s": 1}[mark[1]]
    return f"{total // unit:0{len(mark) - 2}d}"
