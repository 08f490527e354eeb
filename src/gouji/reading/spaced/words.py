"""A line of text → its words: what blanks set apart, each with the columns of characters it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from gouji.model.inked import Inked
from gouji.reading.dump.printed import width
from gouji.reading.page.unruled.words import Word
from gouji.vocabulary.form import all_forms
from gouji.vocabulary.terms import plain

PITCH = 2.0  # from line to line, in columns of characters
SIZE = 2.0  # of the type, likewise
MOST_WORDS = 400  # on a line
SHORTEST_NAME = 4  # characters of the name of a column that one blank sets apart
LONGEST_SUM = 8  # characters
LONGEST = 4000  # characters of a row of a table without the blanks; longer lines are text

_TOKEN = re.compile(r"\S+")
_FIGURE = re.compile(r"^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|0)[%％]?$")
_CODE = re.compile(r"^(?:\d{2}|\d{3}|\d{5}|\d{7})$")
_HAN = re.compile(r"^[\u3400-\u9fff（“《]")
_MEASURE = re.compile(r"^(?:[百千万亿]*元|年|月|日|个|人|项|名|家|辆|平方|分)")
_SUM = re.compile(r"(?:合计|总计|小计)$")
_INNER = re.compile(r"(?<![\x21-\x7e])[ ]+|[ ]+(?![\x21-\x7e])")
_SPREAD = ("项目", "合计", "总计", "小计", "栏次", "行次", "金额", "科目", "收入", "支出")


@dataclass(slots=True)
class Cell(Word):
    """A word and its ink."""

    content: Inked

    @property
    def is_sum(self) -> bool:
        """Does the word name a sum, which may stand in the middle of its column or across several?"""
        return bool(_SUM.search(self.text)) and len(self.text) <= LONGEST_SUM


@dataclass(slots=True)
class Row:
    """A line with something on it: its number from the top of the page, blank ones counted, and its words."""

    line: Inked
    number: int
    words: list[Cell]

    @property
    def text(self) -> str:
        return self.line.text.strip()

    @property
    def bare(self) -> str:
        """The text without any blank."""
        return "".join(word.text for word in self.words)


def words(line: Inked, printed: str, number: int, wide: bool) -> list[Cell]:
    """The words of a line. `printed` is the line as it stands in the file; `wide` tells that a Chinese character takes
    two columns, as in a terminal; for other converters it takes one."""
    tokens = [match.span() for match in _TOKEN.finditer(line.text)][: MOST_WORDS * 2]
    if not tokens or sum(end - start for start, end in tokens) > LONGEST:
        return []
    spans = _joined(line.text, tokens)[:MOST_WORDS]
    edges = _edges(printed if len(printed) == len(line.text) else line.text, spans, wide)
    return _together(
        [_cell(line.cut(*span), left, right, number) for span, (left, right) in zip(spans, edges, strict=True)]
    )


def _joined(text: str, tokens: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Tokens with one blank between them are one word, but for figures and for codes before a name."""
    spans = [tokens[0]]
    for before, after in pairwise(tokens):
        if after[0] - before[1] > 1 or _parted(text[slice(*before)], text[slice(*after)]):
            spans.append(after)
        else:
            spans[-1] = (spans[-1][0], after[1])
    return spans


def _parted(before: str, after: str) -> bool:
    if _FIGURE.match(before):
        return bool(_FIGURE.match(after)) or not _MEASURE.match(after)
    if _FIGURE.match(after):
        return bool(_CODE.match(before)) or bool(_HAN.match(before)) or before.endswith(("）", ")"))
    if not _CODE.match(before):
        return _are_headers(before, after)
    return bool(_CODE.match(after)) or bool(_HAN.match(after) and not _MEASURE.match(after))


@cache
def openings() -> frozenset[str]:
    """The names of all columns of the vocabulary, and how they begin."""
    names = [plain(name) for form in all_forms() for column in form.columns for name in (column.name, *column.aliases)]
    return frozenset(name[:length] for name in names for length in range(2, len(name) + 1))


def _are_headers(before: str, after: str) -> bool:
    """Are both the names of columns, or how these begin?"""
    return min(len(before), len(after)) >= SHORTEST_NAME and {plain(before), plain(after)} <= openings()


def _edges(printed: str, spans: Sequence[tuple[int, int]], wide: bool) -> list[tuple[float, float]]:
    """From which to which column each span stands."""
    if not wide:
        return [(float(start), float(end)) for start, end in spans]
    bounds = [0, *(place for span in spans for place in span)]
    places = list(accumulate(width(printed[start:end]) for start, end in pairwise(bounds)))
    return [(float(left), float(right)) for left, right in zip(places[::2], places[1::2], strict=True)]


def _cell(content: Inked, left: float, right: float, number: int) -> Cell:
    bare = content.drop(match.span() for match in _INNER.finditer(content.text)) if " " in content.text else content
    base = number * PITCH
    return Cell([], bare.text, left, right, base - 1, base, base, bare)


def _together(found: list[Cell]) -> list[Cell]:
    """Single characters set apart (项　目, 合　计) are one word."""
    result = found[:1]
    for after in found[1:]:
        before = result[-1]
        near = after.left - before.right < 10
        if near and len(before.text) == len(after.text) == 1 and before.text + after.text in _SPREAD:
            content = Inked.join((before.content, after.content))
            result[-1] = Cell(
                [], content.text, before.left, after.right, before.top, before.bottom, before.base, content
            )
        else:
            result.append(after)
    return result


def is_figure(word: Cell) -> bool:
    """Is the word an amount or a rate, printed with a point, thousands or as a nought?"""
    return bool(_FIGURE.match(word.text))


def is_code(word: Cell) -> bool:
    """Is the word a classification code or a part of one?"""
    return bool(_CODE.match(word.text))
