"""Which columns of a sheet a table has: those in which a box of it begins."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.reading.office.sheets.sheet import SheetRow
from gouji.reading.rows import WIDEST


def columns_of(rows: Sequence[SheetRow]) -> list[int]:
    """The columns in which a text stands or a framed box begins, left to right."""
    found = {column for row in rows for column in row.texts}
    if not found:
        return []
    first, last = min(found), max(found)
    frames = [row.frame for row in rows if row.frame]
    if frames:
        first = min(first, *(frame[0] for frame in frames))
        last = max(last, *(frame[1] for frame in frames))
    if last - first < WIDEST:
        missing = [column for column in range(first, last + 1) if column not in found]
        found.update(column for column in missing if _begins(column, rows, bool(frames)))
    return sorted(found)


def _begins(column: int, rows: Sequence[SheetRow], framed: bool) -> bool:
    """Does a box begin in this column in some row, though no text stands in it?"""
    for row in rows:
        if framed and not (row.frame and row.frame[0] <= column <= row.frame[1]):
            continue
        if not any(left < column <= right for left, right, *_ in row.covers):
            return True
    return False


def covered_by(row: SheetRow) -> dict[int, tuple[int, int]]:
    """Column → the merged cell (row, column) that covers it, over as many columns as a form may have."""
    return {
        column: (anchor, at)
        for left, right, anchor, at in row.covers
        for column in range(left, min(right, left + WIDEST) + 1)
    }
