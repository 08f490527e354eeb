"""What is printed on one page: characters and straight rules, in points from the upper left corner, turned upright."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple


class Glyph(NamedTuple):
    """One printed character with its box and baseline. `sure` tells how sure a recognition is of it, `others` which
    characters it took it for on a second look or nearly so."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    sure: float = 1.0
    others: str = ""


class Stroke(NamedTuple):
    """A straight rule, horizontal (top == bottom) or vertical (left == right)."""

    left: float
    top: float
    right: float
    bottom: float


class Shade(NamedTuple):
    """A filled box."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class PageInk:
    """All ink of a page. `width` and `height` are of the page as displayed; glyphs and strokes lie in the frame in which
    the text stands upright, which is the displayed one turned by `turn` quarter turns clockwise. A scan may lie askew:
    its lines were turned back by `skew` degrees about the middle of that frame to run level. `turned` holds the characters
    that stand otherwise, by the further quarter turns that make them upright, each in the frame so turned; `astray` those
    that run out of a cell too small for them, unseen, each with a point of that cell."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    turn: int = 0
    scanned: bool = False
    turned: dict[int, list[Glyph]] = field(default_factory=dict)
    skew: float = 0.0
    faint: int = 0  # lines of words that a recognition saw but could not read
    aslant: bool = False  # photographed from aslant: the rows of its tables may be read out of place
    shades: list[Shade] = field(default_factory=list)
    astray: list[tuple[Glyph, float, float]] = field(default_factory=list)

    def moved(self, x: float, y: float) -> tuple[float, float]:
        """How far a point of the upright frame lies from there on the paper, which may lie askew."""
        if not self.skew:
            return (0.0, 0.0)
        width, height = (self.width, self.height) if self.turn % 2 == 0 else (self.height, self.width)
        x, y, angle = x - width / 2, y - height / 2, radians(self.skew)
        return (x * cos(angle) - y * sin(angle) - x, x * sin(angle) + y * cos(angle) - y)
