"""A criterion in one agreed wording, which reads back as the same criterion: ≥90%, 15—20家, 每季度≥1期, 较2022年增长≥5%."""

from __future__ import annotations

import re
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind, Due

_SCALES = {"": 0, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_TAGS = re.compile(r"</?[a-zA-Z]{1,10}\s{0,3}/?>|\s+")
_TOTALS = ("累计", "合计", "总计", "共计", "总共", "总数")  # others stand right before the number
_STOPS = "。；;，,、．."


def printed(criterion: Criterion) -> str:
    """The canonical wording. What cannot be judged keeps its own words, without blanks and trailing stops."""
    if criterion.parts:
        return "；".join(printed(part) for part in criterion.parts)
    if criterion.grades:
        return "；".join(_condition(grade) for grade in criterion.grades)
    if criterion.kind is CriterionKind.DATE:
        return _date(criterion)
    if criterion.kind is CriterionKind.RELATIVE:
        return _relative(criterion)
    if criterion.kind is CriterionKind.NUMBER or (criterion.kind is CriterionKind.ZERO and not _is_words(criterion)):
        return _condition(criterion)
    return _TAGS.sub("", criterion.text).strip(_STOPS)


def _is_words(zero: Criterion) -> bool:
    """无安全事故发生: no events, said without a 0."""
    return not any(character.isdigit() for character in zero.text)


def _condition(criterion: Criterion) -> str:
    per = f"每{criterion.period}" if criterion.period else ""
    return f"{_asked_by(criterion)}{criterion.scope}{per}{criterion.aggregation}{_sign(criterion)}{_bounds(criterion)}"


def _sign(criterion: Criterion) -> str:
    if criterion.implied or criterion.comparator == "~":
        return ""
    return criterion.comparator or "≥≤"


def _bounds(criterion: Criterion) -> str:
    """`15—20家`, `±5%`, `5万户`: the bounds in the scale they were printed in, and the unit."""
    low, high = criterion.low, criterion.high
    ending = f"{criterion.scale}{criterion.unit}"
    if criterion.comparator == "~" and low is not None and high is not None:
        if low < 0 and high == -low:
            return f"±{_number(high, criterion.scale)}{ending}"
        return f"{_number(low, criterion.scale)}—{_number(high, criterion.scale)}{ending}"
    value = low if low is not None else high
    return f"{_number(value, criterion.scale)}{ending}" if value is not None else ending


def _number(value: Decimal, scale: str) -> str:
    return f"{value.scaleb(-_SCALES.get(scale, 0)).normalize():f}"


def _relative(criterion: Criterion) -> str:
    """较上年增长≥5%, 目标的110%, ≥上年."""
    base, value = criterion.base, criterion.low if criterion.low is not None else criterion.high
    per = f"每{criterion.period}" if criterion.period else ""
    if not criterion.unit and not value and base:
        if criterion.change:
            return f"{criterion.scope}较{base}{criterion.change}"
        return f"{criterion.scope}{_sign(criterion)}{base}"
    against = ""
    if base:
        against = f"{base}的" if not criterion.change else {"同期": "同比", "上期": "环比"}.get(base, f"较{base}")
    total = criterion.aggregation if criterion.aggregation in _TOTALS else ""
    words = f"{criterion.scope}{per}{total}{against}{criterion.change}{'' if total else criterion.aggregation}"
    return f"{_asked_by(criterion)}{words}{_sign(criterion)}{_bounds(criterion)}"


def _date(criterion: Criterion) -> str:
    by, period = criterion.by, criterion.period
    if by is None:
        return f"每{period}末前" if period else _TAGS.sub("", criterion.text).strip(_STOPS)
    since = criterion.base_year
    spanned = f"{since}—" if since is not None and by.year is not None and since != by.year else ""
    return f"{f'每{period}' if period else ''}{spanned}{_due(by)}前"


def _asked_by(criterion: Criterion) -> str:
    return f"{_due(criterion.by)}前" if criterion.by is not None else ""


def _due(by: Due) -> str:
    year = "" if by.year is None else f"{by.year}年"
    if by.month is None:
        return f"{by.day}日" if by.day else f"{year}底"
    return f"{year}{by.month}月" + (f"{by.day}日" if by.day else "底")
