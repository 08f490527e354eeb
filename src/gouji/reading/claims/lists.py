"""Lists that run over paragraphs: “…100 万元，其中：” and the paragraphs below it, each opening with a part."""

from __future__ import annotations

import re

from gouji.model.narrative import Paragraph
from gouji.reading.claims.statement import Statement

_AHEAD = re.compile(r"(?:其中|包括|用于以下(?:几个)?方面)[:：，,]?\s*$")
_MARK = re.compile(
    r"^(?:[（(]?(?:(?P<han>[一二三四五六七八九十]{1,3})|(?P<number>\d{1,2}))[)）、.．]|(?P<circle>[①-⑳]))"
)
# The first part may stand in the paragraph of the whole; its sisters are known by their shares (…万元，占…%).
_SHARED = r"[^，。；\d]{2,30}?\d[\d,.]*\s*[万亿]?元，\s*占\s*\d[\d.]*\s*[%％][。；]?\s*"
_FIRST_SHARED = re.compile(rf"其中[:：]\s*{_SHARED}$")
_NEXT_SHARED = re.compile(rf"^{_SHARED}$")


class Lists:
    """The list that is open while a document is walked through."""

    def __init__(self) -> None:
        self._parent: Statement | None = None
        self._style: str | None = None
        self._shared = False

    @property
    def numbered(self) -> bool:
        """Are the items of the open list numbered, so that a paragraph is one item?"""
        return bool(self._style)

    def parent(self, paragraph: Paragraph) -> Statement | None:
        """The statement that this paragraph gives a part of."""
        if self._parent is None or (self._shared and not _NEXT_SHARED.match(paragraph.text)):
            self._parent = None
            return None
        style = _style(paragraph.text)
        if self._style is None:
            self._style = style
        if style == self._style:
            return self._parent
        if style:
            self._parent = None
        return None

    def after(self, paragraph: Paragraph, statements: list[Statement]) -> None:
        """Open a list when a paragraph ends with 其中; close the open one when the paragraph has no amount."""
        amounts = [statement for statement in statements if statement.amounts and not statement.level]
        shared = bool(_FIRST_SHARED.search(paragraph.text[-120:]))
        if amounts and (shared or _AHEAD.search(paragraph.text)):
            self._parent, self._style, self._shared = amounts[-1], None, shared
        elif not amounts or paragraph.heading:
            self._parent = None


def _style(text: str) -> str:
    match = _MARK.match(text.strip())
    return next((name for name, found in match.groupdict().items() if found), "") if match else ""
