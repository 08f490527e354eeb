"""Lines of words → rows: a name may take several lines, above and below the one its amounts stand on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gouji.reading.page.unruled.columns import Column, column_of
from gouji.reading.page.unruled.words import Word

TIGHT = 0.86  # of the usual distance between rows: what is closer is one row
FULL = 1.5  # characters of room that a line which runs over may leave
LINE = 1.55  # of the size of type: the distance of two lines of one cell at most
WIDE_LINE = 2.0  # … in tables whose rows stand far apart
_PROSE = re.compile(r"^(?:[百千万亿]*元|[%％，。；、：）)”])|[，。；！？]|(?:为|[增减]少|增加|下降|增长|其中)[:：]?$|\d[百千万亿]*元")
_NEW = re.compile(r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．]|其中)|^\d{3,7}$")


def is_key(line: Sequence[Word]) -> bool:
    """Does a row of figures stand on this line: an amount beside something else, not numbers set apart in a sentence?"""
    return len(line) > 1 and any(word.is_amount for word in line) and not is_prose(line)


def is_prose(line: Sequence[Word]) -> bool:
    """Do the words of a line make up running text: units behind numbers, signs of a sentence?"""
    return any(_PROSE.search(word.text) for word in line)


def rows(
    lines: Sequence[list[Word]], columns: Sequence[Column], rules: Sequence[float], size: float
) -> list[list[Word]]:
    """The rows of data, each with the words of all its lines. `rules` are the heights of level rules right across."""
    pitch = _pitch(lines, size)
    found: list[list[list[Word]]] = []
    for line in lines:
        if found and _one_row(found[-1], line, columns, rules, pitch, size):
            found[-1].append(line)
        else:
            found.append([line])
    return [[word for line in row for word in line] for row in found]


def _pitch(lines: Sequence[list[Word]], size: float) -> float:
    """The least distance of two rows: of neighbouring lines with amounts."""
    keys = [line[0].base for line in lines if is_key(line)]
    apart = sorted(after - before for before, after in pairwise(keys) if after - before > 0.8 * size)
    return apart[len(apart) // 10] if len(apart) > 1 else LINE * size / TIGHT


def _one_row(
    row: list[list[Word]],
    line: list[Word],
    columns: Sequence[Column],
    rules: Sequence[float],
    pitch: float,
    size: float,
) -> bool:
    before = row[-1]
    gap = line[0].base - before[0].base
    between = any(before[0].base < rule < line[0].base for rule in rules)
    keys = is_key(line) and any(map(is_key, row))
    if between or keys or gap > max(pitch, LINE * size) * 1.1:
        return False
    mine = {column_of(columns, word) for word in line}
    theirs = {column_of(columns, word) for word in before}
    if any(_NEW.match(word.text) and column_of(columns, word) in theirs for word in line):
        return False
    if gap < min(TIGHT * pitch, (LINE if pitch < 2.6 * size else WIDE_LINE) * size):
        return True
    # Where rows stand as close as lines, only what fills its line goes on, and nothing that begins anew.
    if pitch > LINE * size or not mine <= theirs or any(word.is_amount for word in line):
        return False
    ends = {column_of(columns, word): word.right for word in before}
    return all(columns[column].right - ends[column] < FULL * size for column in mine)
