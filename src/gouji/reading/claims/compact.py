"""Running text without the spaces that broke it, sign for sign traceable to the printed one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.vocabulary.terms import half_width

_SPACES = re.compile(r"\s+")
_SAME = str.maketrans({"：": ":", "；": ";", "﹪": "%", "﹐": "，", "｡": "。"})


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` has no white space but between two digits; `offsets[i]` is where its character i is printed."""

    text: str
    offsets: tuple[int, ...]
    printed: Inked

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed span of `text[start:end]`."""
        return (self.offsets[start], self.offsets[end - 1] + 1)


def compact(printed: Inked) -> Compact:
    """Full-width digits, signs, colons and semicolons made half-width; the comma of clauses stays the full one."""
    text = half_width(printed.text).translate(_SAME)
    kept: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in _SPACES.finditer(text):
        start, end = match.span()
        kept.append(text[position:start])
        offsets.extend(range(position, start))
        if start and end < len(text) and text[start - 1].isdigit() and text[end].isdigit():
            kept.append(" ")
            offsets.append(start)
        position = end
    kept.append(text[position:])
    offsets.extend(range(position, len(text)))
    return Compact("".join(kept), tuple(offsets), printed)
