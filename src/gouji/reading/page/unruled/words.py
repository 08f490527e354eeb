"""Lines → words: what stands apart on a line, by gaps that no running text has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from gouji.reading.page.ink import Glyph
from gouji.reading.page.lines import Line, spelled

APART = 0.27  # of the width of a Chinese character
MOST_WORDS = 400  # on a line

_AMOUNT = re.compile(r"^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|0)%?$")
_TOTAL = re.compile(r"^(?:合计|总计|小计)$")


@dataclass(slots=True)
class Word:
    """Characters without a gap between them."""

    glyphs: list[Glyph]
    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def is_amount(self) -> bool:
        """Is it a figure with a point or thousands, or a nought? Page and line numbers are none."""
        return bool(_AMOUNT.match(self.text))

    @property
    def is_total(self) -> bool:
        return bool(_TOTAL.match(self.text))


def words(line: Line) -> list[Word]:
    """The words of a line from left to right."""
    size = em(line)
    parts: list[list[Glyph]] = [[]]
    right = line.left
    for glyph in line.glyphs:
        if glyph.text == " ":
            continue
        if parts[-1] and glyph.left - right > APART * size:
            parts.append([])
        parts[-1].append(glyph)
        right = max(right, glyph.right)
    return [word(part) for part in parts if part][:MOST_WORDS]


def word(glyphs: list[Glyph]) -> Word:
    """Some characters of one line as a word."""
    bases = sorted(glyph.base for glyph in glyphs)
    return Word(
        glyphs, spelled(glyphs)[0].replace(" ", ""), glyphs[0].left, max(glyph.right for glyph in glyphs),
        min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs), bases[len(bases) // 2],
    )  # fmt: skip


def em(line: Line) -> float:
    """The size of the type: the usual width of a Chinese character on the line, else what its height tells."""
    wide = sorted(glyph.right - glyph.left for glyph in line.glyphs if glyph.text > "\u2e80")
    return wide[len(wide) // 2] if wide else 0.9 * line.height


def joined_spread(found: list[Word]) -> list[Word]:
    """Single characters set apart (项　目, 合　计) are one word."""
    result = found[:1]
    for before, after in pairwise(found):
        near = after.left - before.right < 4 * (after.right - after.left)
        if (
            near
            and len(before.text) == len(after.text) == 1
            and before.text + after.text in ("项目", "合计", "总计", "栏次", "行次", "金额", "科目")
        ):
            result[-1] = word([*result[-1].glyphs, *after.glyphs])
        else:
            result.append(after)
    return result
