"""Tables of the vocabulary told by their title where the rows alone do not tell: two lists with most boxes blank, or no rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gouji.reading.captions import is_note, is_title
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import is_caption, is_numbered, is_numbering, is_row, last_group
from gouji.reading.dump.tidy import bare
from gouji.reading.headings import is_heading, level
from gouji.reading.recognise import titled

MOST_CAPTIONS = 4
MOST_HEADER_LINES = 40
WIDEST_ROW = 96  # columns
SHAPES = ("sided", "coded", "single")
KIND = "final_accounts"
_SENTENCE = re.compile(r"[。；！？]|，.{8}")
_SIDES = re.compile(r"收入.*支出|项目.*项目")
_TOTAL = ("合计", "总计")

Parts = tuple[int, int, int, int]  # where captions, header and rows begin, and where the rows end


def table_at(lines: Sequence[Printed], index: int) -> Parts | None:
    """The table whose title stands on a line, if it is of two lists or has no figures at all; None for any other line."""
    text = lines[index].text
    if not is_title(text) or not (shapes := {form.shape for form in titled(text) if form.kind == KIND} & set(SHAPES)):
        return None
    top = index + 1
    while top < min(len(lines), index + MOST_CAPTIONS) and is_caption(lines[top]) and not titled(lines[top].text):
        top += 1
    if top == index + 1:  # a list of titles names no body and no unit
        return None
    rows = _header_end(lines, top)
    if "sided" in shapes:
        end = _rows_end(lines, rows) if _is_sided(lines[top:rows], lines[rows : rows + 1]) else rows
        return (index, top, rows, end) if end > rows + 1 else None
    end = rows + (rows < len(lines) and bare(lines[rows].text) in _TOTAL)
    ends_here = end == len(lines) or is_note(lines[end].text) or is_caption(lines[end])
    return (index, top, rows, end) if rows > top and ends_here else None


def _header_end(lines: Sequence[Printed], top: int) -> int:
    """The first line below the header: a row, a note, a caption or a sentence."""
    for index in range(top, min(len(lines), top + MOST_HEADER_LINES)):
        line = lines[index]
        if is_numbering(line) or (
            is_numbered(line) or is_row(line) or bare(line.text) in _TOTAL and _is_last(lines, index)
        ):
            return index
        if last_group(line).values or not _can_be_row(line):
            return index
    return min(len(lines), top + MOST_HEADER_LINES)


def _is_last(lines: Sequence[Printed], index: int) -> bool:
    """Is the line the last of its table?"""
    return index + 1 == len(lines) or is_note(lines[index + 1].text) or is_caption(lines[index + 1])


def _is_sided(header: Sequence[Printed], first: Sequence[Printed]) -> bool:
    """Does the header name two lists, and does the first line below it begin with 一、?"""
    return any(_SIDES.search(line.text) for line in header) and any(line.text.startswith("一、") for line in first)


def _rows_end(lines: Sequence[Printed], start: int) -> int:
    index = start
    while index < len(lines) and _can_be_row(lines[index]):
        index += 1
    return index


def _can_be_row(line: Printed) -> bool:
    """No note, caption, chapter or sentence."""
    text = line.text
    chapter = level(text) == 0 and is_heading(text)
    return not (line.width > WIDEST_ROW or chapter or is_note(text) or is_caption(line) or _SENTENCE.search(text))
