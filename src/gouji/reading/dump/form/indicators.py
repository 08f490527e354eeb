"""The indicator rows of a target form in a dump: levels, name and values, whole again where the paper broke them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.dump.form.words import levels
from gouji.reading.dump.labels import label_at
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.tidy import tidy
from gouji.vocabulary.levels import first_level, first_levels_over, second_level

USUAL_VALUES = 2  # value columns, of the period and of the year
PRODUCTS = "产出指标"  # older forms print 成本指标 below it
LONGEST_ROW = 40  # pieces; a row that never closes is given up
_VALUE = re.compile(
    r"^(?:[≥≤>＞<＜=＝≧≦]|不少于|不低于|不超过|不高于|不多于|至少|大于|小于|超过?|高于|低于|达到?|控制在|累计|每[年月季周]|全年|较|比|同比)|\d"
)
_WORD_VALUE = re.compile(
    r"^(?:长期|提升|提高|增强|改善|促进|优化|明显|显著|有效|持续|不断|逐步|进一步|满足|满意|良好|优秀?|好|高|中|低|是|否|无|有|合格|达标|通过|完成|及时|按时|按期|相符|正常|健全|完善|保障|保持|稳定|较高|较好|圆满|零|[/／*—\-－])"
)
_NUMERIC = re.compile(r"^[≥≤>＞<＜=＝]{0,2}\d[\d,.]*(?:[%％]|[一-鿿（）()/]{0,8})(?:以上|以内|以下|[=<>≥≤]{1,2})?$")

Row = tuple[Inked, Inked, Inked, tuple[Inked, ...]]  # level 1, level 2, name, values


class _Rows:
    """Rows while they are put together: pieces wait until a name and its values are complete."""

    def __init__(self, values: int) -> None:
        self.values = values
        self.found: list[list[Inked]] = []
        self.levels: list[Inked] = []
        self.first = ""  # the first level in force
        self.pieces: list[Inked] = []

    def level(self, word: Inked) -> None:
        if self.pieces:
            self.close()
        self.levels.append(word)

    def line(self, tokens: Sequence[Inked]) -> None:
        if not self.pieces and not self.levels and self._runs_over(tokens):
            return
        self.pieces.extend(tokens)
        if _complete(self.pieces, self.values) or len(self.pieces) > LONGEST_ROW:
            self.close()

    def close(self) -> None:
        """What waits becomes a row."""
        if not self.pieces and not self.levels:
            return
        name, values = _split(self.pieces, self.values)
        first, second = _placed(self.levels, self.first)
        self.first = first.text or self.first
        self.found.append([first, second, name, *values])
        self.pieces, self.levels = [], []

    def _runs_over(self, tokens: Sequence[Inked]) -> bool:
        """Two equal pieces with no name are the tails of the two values before (全网超过5 全网超过5 / 万户 万户)."""
        if len(tokens) != 2 or self.values != 2 or not self.found or tokens[0].text != tokens[1].text:
            return False
        row = self.found[-1]
        row[3:] = [Inked.join((value, tail)) for value, tail in zip(row[3:], tokens, strict=True)]
        return True


def rows(lines: Sequence[Printed], values: int) -> list[tuple[Inked, ...]]:
    """Level 1, level 2, name and `values` value cells of every indicator, in order."""
    reader = _Rows(values)
    lines = list(lines)
    index = 0
    while index < len(lines):
        if label := label_at(lines, index, levels()):
            reader.level(label.content)
            index = label.following
            if label.rest:
                index -= 1
                lines[index] = Printed(label.rest)
            continue
        reader.line(lines[index].tokens)
        index += 1
    reader.close()
    return [tuple(tidy(cell) for cell in row) for row in reader.found]


def _placed(printed: Sequence[Inked], above: str) -> tuple[Inked, Inked]:
    """The level words printed before a row in their columns; `above` is the first level in force.

    A lone second level that does not belong under it was printed in the first column, its own being merged or missing.
    """
    if not printed:
        return Inked(""), Inked("")
    last = printed[-1]
    before = next((word for word in reversed(printed[:-1]) if first_level(word.text) or word.text == last.text), None)
    if before is not None and second_level(last.text):
        return before, last
    if first_level(last.text) and not (above == PRODUCTS and PRODUCTS in first_levels_over(last.text)):
        return last, Inked("")
    over = first_levels_over(last.text)
    belongs = not over or not above or first_level(above) in over
    return (Inked(""), last) if belongs else (last, Inked(""))


def _complete(pieces: Sequence[Inked], values: int) -> bool:
    """Do the pieces end in as many values as the form has columns, with a name before them?"""
    if len(pieces) <= values:
        return False
    if values == 2 and _halves(pieces) is not None:
        return True
    return all(_like_value(piece.text) for piece in pieces[-values:])


def _halves(pieces: Sequence[Inked]) -> tuple[int, int] | None:
    """Where two equal values begin at the end of the pieces; the longest equal halves that leave a name."""
    texts = [piece.text for piece in pieces]
    for start in range(1, len(texts)):
        whole = "".join(texts[start:])
        length = 0
        for middle in range(start + 1, len(texts)):
            length += len(texts[middle - 1])
            if 2 * length == len(whole) and whole[:length] == whole[length:]:
                return start, middle
            if 2 * length > len(whole):
                break
    return None


def _split(pieces: Sequence[Inked], values: int) -> tuple[Inked, list[Inked]]:
    """Name and values of a row. Pieces that are no values are the name; values that are missing stay blank."""
    if values == 2 and (found := _halves(pieces)):
        start, middle = found
        return Inked.join(pieces[:start]), [Inked.join(pieces[start:middle]), Inked.join(pieces[middle:])]
    count = 0
    while count < min(values, len(pieces) - 1) and _like_value(pieces[-1 - count].text):
        count += 1
    end = len(pieces) - count
    blanks = [Inked("") for _ in range(values - count)]
    return Inked.join(pieces[:end]), [*blanks, *pieces[end:]]


def _like_value(text: str) -> bool:
    """Can the text stand in a value column?"""
    return bool(_VALUE.match(text) or _WORD_VALUE.match(text) or _NUMERIC.match(text) or text.endswith(("以上", "以内", "以下")))
