"""The words around a token: what stands before it in its clause, what follows, and the figure it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gouji.model.figure import Figure
from gouji.model.narrative import ClaimKind, Paragraph
from gouji.model.place import Place
from gouji.reading.claims.compact import Compact, compact
from gouji.reading.claims.tokens import Token

NARRATIVE = "文字说明"
FARTHEST = 160  # words further away than this say nothing about a number
_BOUNDARY = re.compile(r"[，。;:!?！？]")
_OPERATORS = "=+-*/×÷(＝＋－∕"
_FORMULA = re.compile(r"(?P<name>[^，。;:=＝+*/×÷()\d%]{2,30})[=＝][\d.,%+\-*/×÷()=＝＋－∕元万亿]*$")
_ITEM_BOUNDARY = re.compile(r"[。;！？]")
_FIELD = {
    ClaimKind.AMOUNT: "金额", ClaimKind.CHANGE: "增减额", ClaimKind.RATE: "比率", ClaimKind.SHARE: "占比",
    ClaimKind.COMPLETION: "完成率", ClaimKind.COUNT: "数量",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph's compact text and where it stands."""

    paragraph: Paragraph
    document: str
    compact: Compact
    box: Place | None = None  # where it is the text of a box

    @classmethod
    def of(cls, paragraph: Paragraph, document: str, box: Place | None = None) -> Words:
        return cls(paragraph, document, compact(paragraph.content), box)

    @property
    def text(self) -> str:
        return self.compact.text

    def left(self, token: Token, since: int) -> str:
        """The words of the token's own clause before it, not before `since`."""
        return _inside_bracket(_after(_BOUNDARY, self.text[max(since, token.start - FARTHEST) : token.start]))

    def clauses(self, token: Token, since: int) -> str:
        """The words before the token in its item, over commas."""
        return _after(_ITEM_BOUNDARY, self.text[max(since, token.start - FARTHEST) : token.start])

    def formula(self, token: Token) -> str:
        """What a formula reckons (甲=(1+2)/3) for a number within it; "" elsewhere."""
        if not token.start or self.text[token.start - 1] not in _OPERATORS:
            return ""
        match = _FORMULA.search(self.text[max(0, token.start - FARTHEST) : token.start])
        return match["name"] if match else ""

    def right(self, token: Token) -> str:
        """What follows directly."""
        return self.text[token.end : token.end + 12]

    def clause(self, token: Token) -> str:
        """The clause around the token as printed."""
        start = token.start - len(_after(_BOUNDARY, self.text[max(0, token.start - FARTHEST) : token.start]))
        farthest = min(len(self.text), token.end + FARTHEST)
        stop = _BOUNDARY.search(self.text, token.end, farthest)
        return self.printed(start, stop.start() if stop else farthest)

    def printed(self, start: int, end: int) -> str:
        """The printed text of a stretch of the compact text."""
        first, last = self.compact.span(start, end)
        return self.paragraph.text[first:last]

    def place(self, token: Token, about: str, kind: ClaimKind) -> Place:
        """The address of a token's number: under which heading, of what, and which kind of number; else its box's."""
        start, end = self.compact.span(token.start, token.end)
        ink = self.paragraph.content.ink(start, end)
        if self.box is not None:
            return replace(self.box, text=self.paragraph.text[start:end], ink=ink)
        heading = self.paragraph.headings[-1] if self.paragraph.headings else NARRATIVE
        return Place(self.document, heading, about, _FIELD[kind], self.paragraph.text[start:end], ink)

    def figure(self, token: Token, about: str, kind: ClaimKind) -> Figure | None:
        """The figure of a token; None for `--%` and 持平."""
        number = token.number
        if number is None:
            return None
        place = self.place(token, about, kind)
        return Figure(place.text, number.value, number.step, number.kind, number.unit, place, number.loose)


def _after(boundary: re.Pattern[str], text: str) -> str:
    """What follows the last boundary."""
    end = 0
    for match in boundary.finditer(text):
        end = match.end()
    return text[end:]


def _inside_bracket(text: str) -> str:
    """What follows the last bracket that is still open."""
    depth = 0
    for position in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[position], 0)
        if depth < 0:
            return text[position + 1 :]
    return text
