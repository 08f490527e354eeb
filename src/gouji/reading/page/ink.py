"""What is printed on one page: characters and straight rules, in points from the upper left corner, turned upright."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """One printed character with its box and baseline. `sure` tells how sure a recognition is of it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    sure: float = 1.0


class Stroke(NamedTuple):
    """A straight rule, horizontal (top == bottom) or vertical (left == right)."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class PageInk:
    """All ink of a page. `width` and `height` are of the page as displayed; glyphs and strokes lie in the frame in which
    the text stands upright, which is the displayed one turned by `turn` quarter turns clockwise."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    turn: int = 0
    scanned: bool = False
