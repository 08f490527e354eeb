"""Is a column of a table the right one? Where its total is the sum of what stands above it, page after page; where its
words come again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.reading.headings import starts_new
from gouji.reading.numbers import cell_figure, looks_like_number
from gouji.reading.spaced.table import CODE, NAME

SLACK = Decimal("0.005")  # for each printed figure
_TOTAL = re.compile(r"(?:合计|总计)$")
_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]")
_CLASS = re.compile(r"^\d{3}$")


def alike(
    ways: Sequence[tuple[int, ...]], rows: Sequence[Sequence[Inked]], page: Sequence[Sequence[Inked]]
) -> list[tuple[int, ...]]:
    """Those of the ways in which a page can lie in the columns of a table that put like to like: words that come again
    in their column, numbered names not below plain ones."""
    if len(ways) < 2:
        return list(ways)
    ours = [_words(rows, column) for column in range(max(map(max, ways)) + 1)]
    theirs = [_words(page, column) for column in range(len(ways[0]))]
    fitting = [way for way in ways if all(_fits(ours[i], words) for i, words in zip(way, theirs, strict=True))]
    count = {way: sum(len(ours[i] & words) for i, words in zip(way, theirs, strict=True)) for way in fitting}
    most = max(count.values(), default=0)
    return [way for way in fitting if count[way] == most]


def _words(rows: Sequence[Sequence[Inked]], column: int) -> set[str]:
    return {row[column].text for row in rows if row[column].text and not looks_like_number(row[column].text)}


def _fits(ours: set[str], theirs: set[str]) -> bool:
    if not ours or not theirs:
        return True
    numbered = [sum(map(starts_new, words)) / len(words) for words in (ours, theirs)]
    return abs(numbered[0] - numbered[1]) < 1


def proven(rows: Sequence[Sequence[Inked]], kinds: Sequence[str], column: int) -> bool:
    """Is one of the totals in the column the sum of the uppermost entries?"""
    entries: list[Decimal] = []
    totals: list[Decimal] = []
    for row in rows:
        figure = cell_figure(row[column], Place(), "元")
        if figure is None:
            continue
        codes, name = _head(row, kinds, column)
        if _TOTAL.search(name):
            totals.append(figure.value)
        elif (len(codes) == 1 and _CLASS.match(codes[0])) or (not codes and _NUMBERED.match(name)):
            entries.append(figure.value)
    return bool(entries) and any(abs(total - sum(entries)) <= SLACK * len(entries) for total in totals)


def _head(row: Sequence[Inked], kinds: Sequence[str], column: int) -> tuple[list[str], str]:
    """The codes and the name of a row, left of a column and nearest to it."""
    codes: list[str] = []
    name = ""
    for index in range(column - 1, -1, -1):
        text = row[index].text.replace(" ", "")
        if kinds[index] == NAME and name == "":
            name = text
        elif kinds[index] == CODE:
            codes += [text] if text and not _TOTAL.search(text) else []
            name = name or (text if _TOTAL.search(text) else "")
        if name and kinds[index] == NAME and index and kinds[index - 1] != CODE:
            break
    return codes[::-1], name
