"""Merged cells of a sheet: only what shows stays, and every box a merged cell covers knows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from gouji.reading.office.sheets.sheet import MOST_MERGES, Merge, Sheet, SheetRow

MOST_STEPS = 4_000_000  # merges times the rows they reach: overlapping ones, which no program writes, stop here


def settle(sheet: Sheet) -> None:
    """Clip the merges to the rows that print something; texts under a merged cell go, hidden rows and columns go."""
    numbers = [row.number for row in sheet.rows]
    steps = 0
    for merge in sheet.merges[:MOST_MERGES]:
        rows = sheet.rows[bisect_left(numbers, merge[0]) : bisect_right(numbers, merge[2])]
        if (steps := steps + len(rows)) > MOST_STEPS:
            break
        _settle_one(sheet, merge, rows)
    sheet.rows = [row for row in sheet.rows if not row.hidden]
    if sheet.hidden_columns:
        for row in sheet.rows:
            for column in [column for column in row.texts if is_hidden(sheet, column)]:
                del row.texts[column]


def is_hidden(sheet: Sheet, column: int) -> bool:
    """Is the column hidden?"""
    return any(first <= column <= last for first, last in sheet.hidden_columns)


def _settle_one(sheet: Sheet, merge: Merge, rows: list[SheetRow]) -> None:
    top, left, _, right = merge
    text, indent = "", 0
    for row in rows:
        for column in _within(row.texts, left, right):
            found = row.texts.pop(column)
            if (row.number, column) == (top, left):
                text, indent = found, row.indents.get(column, 0)
    shown = [row for row in rows if not row.hidden]
    column = next((c for c in range(left, min(right, left + 1000) + 1) if not is_hidden(sheet, c)), 0)
    if not text or not shown or not column:
        return
    anchor = shown[0]
    anchor.texts[column] = text
    anchor.texts = dict(sorted(anchor.texts.items()))
    if indent:
        anchor.indents[column] = indent
    for row in shown:
        row.covers.append((left, right, anchor.number, column))


def _within(texts: dict[int, str], left: int, right: int) -> list[int]:
    if right - left < len(texts):
        return [column for column in range(left, right + 1) if column in texts]
    return [column for column in texts if left <= column <= right]
