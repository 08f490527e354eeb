"""The header of an indicator block that takes up two rows → one row of headers, and which rows are header again below."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.reading.grid import GridRow, covers
from gouji.reading.seat.performance.header import column_for
from gouji.reading.seat.performance.indicator_header import (
    CHANCES,
    CLASSES,
    LEVELS,
    POSSIBILITY,
    REASON,
    indicator_form,
    is_header,
)
from gouji.reading.seat.performance.printed import bare, filled

_GROUPS = frozenset({"绩效指标", "年度绩效指标", "指标", "绩效指标体系", "指标体系", "绩效指标完成情况"})
_PARTS = frozenset({*CLASSES, *CHANCES, REASON, POSSIBILITY, "备注"})
_FEWEST_PARTS = 2


def whole_header(rows: Sequence[GridRow], at: int) -> GridRow:
    """The header in row `at` with the row above it (绩效指标 | 年度指标值 over 一级指标 | …) or the one below it."""
    header = rows[at]
    if at and stands_over(rows[at - 1], header):
        header = tuple(one if one.text.strip() else above for above, one in zip(rows[at - 1], header, strict=True))
    if at + 1 < len(rows) and goes_on(rows[at], rows[at + 1]):
        header = tuple(lower if lower.text.strip() else one for one, lower in zip(header, rows[at + 1], strict=True))
    return header


def stands_over(above: GridRow, header: GridRow) -> bool:
    """Is the row the upper half of the header: columns of the form beside a name for all levels, blank below them?"""
    cells = filled(above)
    named = [index for index in cells if _name(above[index].text)]
    if len(named) < _FEWEST_PARTS or is_header(above) or not is_header(header):
        return False
    groups = [index for index in cells if bare(above[index].text) in _GROUPS]
    return bool(groups) and len(groups) + len(named) == len(cells) and any(not header[index].text.strip() for index in named)


def goes_on(header: GridRow, row: GridRow) -> bool:
    """Is the row the second of the header: names of levels reach down into it, or it names nothing but parts?"""
    levels = [index for index, cell in enumerate(header) if _name(cell.text) in LEVELS]
    cells = filled(row)
    if not levels or not cells:
        return False
    parts = [_name(row[index].text) for index in cells]
    if len(parts) >= _FEWEST_PARTS and _PARTS.issuperset(parts) and min(cells) > max(levels):
        return True
    return all(covers(header[index], row[index]) for index in levels)


def _name(text: str) -> str:
    column = column_for(text, indicator_form().columns)
    return column.name if column else ""
