"""Done by when: a result that is a date beside a target that is one."""

from __future__ import annotations

import calendar
import re
from datetime import date

_YEAR = re.compile(r"((?:19|20)\d{2})\s?[年./-]")
_MONTH = re.compile(r"(?:^|[^\d])(1[0-2]|0?[1-9])\s?月|(?:19|20)\d{2}[./-](1[0-2]|0?[1-9])(?!\d)")
_DAY = re.compile(r"月\s?([12]\d|3[01]|0?[1-9])\s?[日号]|(?:19|20)\d{2}[./-]\d{1,2}[./-]([12]\d|3[01]|0?[1-9])(?!\d)")
_QUARTER = {
    "第一季度": 3,
    "第二季度": 6,
    "第三季度": 9,
    "第四季度": 12,
    "上半年": 6,
    "年底": 12,
    "年末": 12,
    "年内": 12,
}
_PART = {"上旬": 10, "中旬": 20}


def day_of(text: str, year: int | None, by_end: bool) -> date | None:
    """The last (or, not `by_end`, the first) day that the text allows; None where it names no month.

    6月 is the whole month, 6月前 ends with it, as such targets are understood; a missing year is `year`.
    """
    named = _YEAR.search(text)
    in_year = int(named[1]) if named else year
    months = [int(one or other) for one, other in _MONTH.findall(text)]
    month = months[-1] if months else next((last for word, last in _QUARTER.items() if word in text), None)
    if in_year is None or month is None:
        return None
    days = [int(one or other) for one, other in _DAY.findall(text)]
    last = calendar.monthrange(in_year, month)[1]
    if days:
        return date(in_year, month, min(days[-1], last))
    part = next((day for word, day in _PART.items() if word in text), None)
    return date(in_year, month, part or (last if by_end else 1))


def in_time(target: str, actual: str, year: int | None) -> bool | None:
    """Was it done by then? None where the texts do not tell: a month on both sides is in time."""
    limit, done = day_of(target, year, by_end=True), day_of(actual, year, by_end=False)
    if limit is None or done is None:
        return None
    return done <= limit
