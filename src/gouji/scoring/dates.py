"""Done by when: a result that is a date beside a target that is one, both as the criteria have read them."""

from __future__ import annotations

import re
from datetime import date

from gouji.model.performance import Criterion, Due

_MONTHS = 12
# What is named is longer than the month or day that ends it: it may have been done before that.
_BROAD = re.compile(r"季度|半年|旬|年(?:度|[内底末终])")
_QUARTER, _HALF = 3, 6


def due_of(criterion: Criterion) -> Due | None:
    """The date a value names: read as one, that of its only dated part, or a month put as a number (≤5月)."""
    if criterion.by is not None:
        return criterion.by
    dated = [part.by for part in criterion.parts if part.by is not None]
    if len(dated) == 1:
        return dated[0]
    month = criterion.high if criterion.high is not None else criterion.low
    counted = criterion.unit == "月" and not criterion.parts and not criterion.period
    if counted and month is not None and month == int(month) and 1 <= month <= _MONTHS:
        return Due(month=int(month))
    return None


def in_time(target: Criterion, actual: Criterion, year: int | None) -> bool | None:
    """Was it done by then? None where the two do not tell. A missing year is `year`, that of the document.

    A result told by the month was in time in the month it was asked for in; told by the quarter, or beside a day, it is
    only where all of it was.
    """
    limit, done = due_of(target), due_of(actual)
    if limit is None or done is None or target.period != actual.period:
        return None
    year = limit.year or year
    told = target.period or (done.month and (limit.month or not limit.day))
    if year is None or not told:
        return None
    last = limit.on(year)
    if done.on(year) <= last:
        return True
    return False if _first(done, actual.text, year) > last else None


def _first(done: Due, text: str, year: int) -> date:
    """The first day that the words of a result allow."""
    last = done.on(year)
    if done.day and "旬" not in text:
        return last
    if not _BROAD.search(text) or "旬" in text:
        return last.replace(day=1)
    months = _QUARTER if "季度" in text else _HALF if "半年" in text else last.month
    return date(last.year, last.month - min(months, last.month) + 1, 1)
