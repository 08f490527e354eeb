"""Lists that run over paragraphs: “…100 万元，其中：” and the paragraphs below it, each opening with a part."""

from __future__ import annotations

import re

from gouji.model.narrative import Paragraph
from gouji.reading.claims.statement import Statement

_AHEAD = re.compile(r"(?:其中|包括|用于以下(?:几个)?方面)[:：，,]?\s*$")
_MARK = re.compile(
    r"^(?:[（(]?(?:(?P<han>[一二三四五六七八九十]{1,3})|(?P<number>\d{1,2}))[)）、.．]|(?P<circle>[①-⑳]))"
)


class Lists:
    """The list that is open while a document is walked through."""

    @property
    def numbered(self) -> bool:
        """Are the items of the open list numbered, so that a paragraph is one item?"""
        return bool(self._style)

    def __init__(self) -> None:
        self._parent: Statement | None = None
        self._style: str | None = None

    def parent(self, paragraph: Paragraph) -> Statement | None:
        """The statement that this paragraph gives a part of."""
        if self._parent is None:
            return None
        style = _style(paragraph.text)
        if self._style is None:
            self._style = style
        if style == self._style:
            return self._parent
        if not style:
            return None
        self._parent = None
        return None

    def after(self, paragraph: Paragraph, statements: list[Statement]) -> None:
        """Open a list when a paragraph ends with 其中; close the open one when the paragraph has no amount."""
        amounts = [statement for statement in statements if statement.amounts and not statement.level]
        if _AHEAD.search(paragraph.text) and amounts:
            self._parent, self._style = amounts[-1], None
        elif not amounts or paragraph.heading:
            self._parent = None


def _style(text: str) -> str:
    match = _MARK.match(text.strip())
    return next((name for name, found in match.groupdict().items() if found), "") if match else ""
