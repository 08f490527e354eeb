"""The lines that stand in one box of a table → its text: words are made whole, figures are never run together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.headings import starts_new

# A line break stays where a number or a word of Latin letters would grow by what comes after it, and where a statement
# ends. Elsewhere it only cuts words: 绩效⏎指标, 本年⏎收入, ≥⏎95%.
_FULL = re.compile(r"[。；;！？!?]$")
_GROWS = re.compile(r"[0-9０-９A-Za-z%％‰.,，．、:：)）\]】]$")
_ADDS = re.compile(r"[0-9０-９A-Za-z.≥≤<>=＞＜≧≦＝+＋\-－−—¥￥(（\[【]")

LONGEST_WORD = 20  # characters; what is longer is a statement of its own


def boxed(lines: Sequence[Inked]) -> Inked:
    """The text of a box. A break that parts figures or statements stays as a line feed; a mere wrap goes."""
    filled = [stripped for line in lines if (stripped := line.strip())]
    if len(filled) < 2:
        return filled[0] if filled else Inked("")
    text = filled[0]
    stretch = [text]
    parts: list[Inked] = []
    for line in filled[1:]:
        if _parted(stretch[-1].text, line.text):
            parts.append(Inked.join(stretch))
            stretch = []
        stretch.append(line)
    parts.append(Inked.join(stretch))
    return Inked.join(parts, "\n")


def _parted(text: str, following: str) -> bool:
    """Does the break between two lines mean something?"""
    if _FULL.search(text) or max(len(text), len(following)) > LONGEST_WORD:
        return True
    if starts_new(following):  # but not where the break cuts the number itself: 二十⏎三、
        return starts_new(text) or not starts_new(text + following)
    return bool(_GROWS.search(text) and _ADDS.match(following))
