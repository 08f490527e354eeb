"""The printed labels of forms in a dump: found at the start of a line, even when the box broke them over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed

MOST_LINES = 8  # a narrow box breaks its label over no more
_SAME = str.maketrans({"（": "(", "）": ")", "：": ":"})
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.．])")
_OPTION = re.compile(r"^(?:\([^()]{1,12}\)){1,2}")  # （可选填）, and the points of a block behind its unit
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Label:
    """A label found: which it is, its ink, the line after it, and what its last line holds behind it."""

    name: str
    content: Inked
    following: int
    rest: Inked


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The next characters of a region without blanks, with the spot of each and whether a new piece begins with it."""

    text: str
    spots: list[tuple[int, int]]
    begins: list[bool]


def label_at(lines: Sequence[Printed], index: int, names: Iterable[str]) -> Label | None:
    """The label that stands at the start of a line; the longest of `names` wins. `（可选填）` and a colon belong to it."""
    spelling = _spelling(lines, index)
    numbering = _NUMBERING.match(spelling.text)
    start = numbering.end() if numbering else 0
    for name in sorted(names, key=len, reverse=True):
        if not spelling.text.startswith(name, start):
            continue
        end = start + len(name)
        option = _OPTION.match(spelling.text[end:])
        if option:
            end += option.end()
        label_end = end
        colon = spelling.text.startswith(":", end)
        if colon:
            end += 1
        if colon or end >= len(spelling.text) or spelling.begins[end]:
            return _label(lines, spelling, index, name, label_end, end)
    return None


def labels_from(
    lines: Sequence[Printed], index: int, names: Iterable[str], ends: Iterable[str] = ()
) -> tuple[list[Inked], list[Printed]]:
    """All labels that follow one another from a line on (up to one of `ends`), and the lines behind the last of them."""
    names, ends = tuple(names), tuple(ends)
    rest = list(lines[index:])
    found: list[Inked] = []
    position = 0
    while position < len(rest) and (label := label_at(rest, position, names)):
        found.append(label.content)
        position = label.following
        if label.rest:
            position -= 1
            rest[position] = Printed(label.rest)
        if label.name in ends:
            break
    return found, rest[position:]


def _label(lines: Sequence[Printed], spelling: _Spelling, index: int, name: str, label_end: int, end: int) -> Label:
    line, column = spelling.spots[end - 1]
    last_line, last_column = spelling.spots[label_end - 1]
    parts = [lines[number].content for number in range(index, last_line)]
    parts.append(lines[last_line].content.cut(0, last_column + 1))
    return Label(name, Inked.join(parts), line + 1, lines[line].content.cut(column + 1).strip())


def _spelling(lines: Sequence[Printed], index: int) -> _Spelling:
    texts: list[str] = []
    spots: list[tuple[int, int]] = []
    begins: list[bool] = []
    for number in range(index, min(index + MOST_LINES, len(lines))):
        fresh = True
        for column, character in enumerate(lines[number].text[: 4 * _LONGEST]):
            if character == " ":
                fresh = True
                continue
            texts.append(character)
            spots.append((number, column))
            begins.append(fresh)
            fresh = False
        if len(texts) >= _LONGEST:
            break
    return _Spelling("".join(texts).translate(_SAME), spots, begins)
