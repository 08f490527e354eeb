"""Lines of styled stretches: printed plain, or wrapped to a width with Chinese signs two columns wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from gouji.model.finding import Severity

Style = Literal["", "error", "warning", "note", "good", "strong", "dim", "place", "code"]
Span = tuple[str, Style]
BOUNDLESS = 10_000  # columns: the width of a file or a pipe
SEVERITY_STYLES: dict[Severity, Style] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}

# Signs that would move a terminal's cursor or turn the direction of the text: documents are not to be trusted.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_WORD = re.compile(r"[!-~\u00a0-\u024f]+ ?|.", re.S)
_NOT_AT_START = "，。、；：？！）》”’】%％,.;:?!)]}"


@dataclass(frozen=True, slots=True)
class Line:
    """Stretches of text with their styles; continuation lines are indented by `hang` columns."""

    spans: tuple[Span, ...]
    hang: int = 0

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.spans)


BLANK = Line(())


def line(*spans: str | Span, hang: int = 0) -> Line:
    """A line of strings and (text, style) pairs, made safe to print."""
    pairs: list[Span] = [(span, "") if isinstance(span, str) else span for span in spans]
    return Line(tuple((safe(text), style) for text, style in pairs if text), hang)


def safe(text: str) -> str:
    """Text without signs that steer a terminal; line breaks and tabs become blanks."""
    return _UNSAFE.sub(lambda match: " " if match.group() in "\t\n\r\x0b\x0c\u2028\u2029" else "\ufffd", text)


def plain(lines: Iterable[Line]) -> str:
    """The lines without styles, unwrapped, each with its line end."""
    return "".join(f"{one.text.rstrip()}\n" for one in lines)


def width_of(text: str) -> int:
    """Columns a terminal needs: wide and full-width signs take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def padded(text: str, width: int, right: bool = False) -> str:
    """The text filled up with blanks to `width` columns, at its left side for numbers."""
    blanks = " " * max(0, width - width_of(text))
    return blanks + text if right else text + blanks


def shortened(text: str, width: int) -> str:
    """The text cut to `width` columns, with … where something is left out."""
    text = safe(text).strip()
    if width_of(text) <= width:
        return text
    kept, used = "", 0
    for sign in text:
        used += _columns(sign)
        if used > width - 1:
            break
        kept += sign
    return f"{kept}…"


def wrap(one: Line, width: int) -> Iterator[Line]:
    """The line broken at `width` columns, between Chinese signs or between Western words."""
    row: list[Span] = []
    used = 0
    for piece, style in _pieces(one):
        size = width_of(piece.rstrip())
        if row and used + size > width and piece[0] not in _NOT_AT_START:
            yield Line(tuple(row))
            row, used = [(" " * one.hang, "")], one.hang
            piece = piece.lstrip()
        if row and row[-1][1] == style:
            row[-1] = (row[-1][0] + piece, style)
        else:
            row.append((piece, style))
        used += width_of(piece)
    yield Line(tuple(row))


def _pieces(one: Line) -> Iterator[Span]:
    for text, style in one.spans:
        for match in _WORD.finditer(text):
            yield match.group(), style
