"""Titles of forms that the paper broke over lines (…绩效目标申报 / 表) → one line again."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.captions import LONGEST_TITLE, is_label, is_title
from gouji.reading.dump.printed import Printed
from gouji.reading.recognise import titled

MOST_LINES = 3
_LAST = ("表", ")", "）")
_INNER = "。；;！？，,：:"


def whole_titles(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with each broken title in one; a title that stands whole in a line is left alone."""
    found: list[Printed] = []
    index = 0
    while index < len(lines):
        count = _broken_over(lines, index)
        parts = lines[index : index + count]
        found.append(lines[index] if count == 1 else Printed(Inked.join(p.content for p in parts), lines[index].indent))
        index += count
    return found


def _broken_over(lines: Sequence[Printed], index: int) -> int:
    """How many lines the title that begins on a line takes; 1 for any line that begins no broken title."""
    text = lines[index].text
    if not _is_part(text) or is_title(text):
        return 1
    for count in range(2, MOST_LINES + 1):
        last = lines[index + count - 1].text if index + count <= len(lines) else ""
        text += last
        if not last or not _is_part(last) or len(text) > LONGEST_TITLE:
            return 1
        if last.endswith(_LAST) and is_title(text):
            return count if titled(text) and not titled(last) else 1
    return 1


def _is_part(text: str) -> bool:
    """Can the line be a piece of a title: short, without inner punctuation, no label?"""
    if len(text) > LONGEST_TITLE or any(sign in text for sign in _INNER):
        return False
    return text in _LAST or not is_label(text)
