"""Is a text one whose columns blanks set: rows of figures below one another at common columns?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.dump.printed import width
from gouji.reading.page.unruled.rows import is_prose
from gouji.reading.spaced.words import Cell, is_figure, words

FEWEST_PAIRS = 2
NEAR = 6  # lines from one row to the next
SAME = 1.0  # columns
WIDEST = 2000  # characters of a line that can be a row

_APART = re.compile(r"\S {2,}\S")
_FIGURE = re.compile(r"\d(?:\.\d|,\d{3})|(?: |^)0(?: |$)")


def is_spaced(lines: Sequence[Inked]) -> bool:
    """True where several neighbouring lines print figures and at least one thing more in the same columns."""
    texts = [line.text for line in lines]
    separated = sum("\t" in text.strip() or text.count("|") + text.count("｜") >= 2 for text in texts)
    if separated > max(2, len(texts) // 50):
        return False
    return any(_pairs(lines, wide) >= FEWEST_PAIRS for wide in (False, True))


def is_wide(lines: Sequence[Inked]) -> bool:
    """Does a Chinese character take two columns? Told by which count lines figures up better."""
    return _pairs(lines, True, most=1 << 20) > _pairs(lines, False, most=1 << 20)


def _pairs(lines: Sequence[Inked], wide: bool, most: int = FEWEST_PAIRS) -> int:
    """How many rows stand below another one in its columns, up to `most`."""
    found = 0
    before: list[Cell] = []
    place = -NEAR
    for number, line in enumerate(lines):
        if not (_APART.search(line.text) and _FIGURE.search(line.text)):
            continue
        row = words(line, line.text, number, wide)
        if len(row) < 3 or not any(map(is_figure, row)) or is_prose(row) or not _is_set(line, row):
            continue
        found += number - place <= NEAR and _aligned(before, row)
        if found >= most:
            break
        before, place = row, number
    return found


def _is_set(line: Inked, row: Sequence[Cell]) -> bool:
    """Do at least two gaps of the line take two blanks or more?"""
    return (
        len(line.text) - len(line.text.lstrip()) < WIDEST
        and len(_GAP.findall(line.text.strip())) >= 2
        and len(row) >= 3
    )


_GAP = re.compile(r" {2,}")


def _aligned(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Does a figure end where one above it does, and something else begin or end where another thing does?"""
    rights = [word.right for word in above if is_figure(word)]
    ends = {index for index, word in enumerate(below) if is_figure(word) and _near(word.right, rights)}
    lefts = [word.left for word in above]
    starts = {index for index, word in enumerate(below) if _near(word.left, lefts)}
    return bool(ends) and len(ends | starts) >= 2


def _near(place: float, others: Sequence[float]) -> bool:
    return any(abs(place - other) <= SAME for other in others)


__all__ = ["is_spaced", "is_wide", "width"]
