"""Text that stands a quarter turn or two away from the rest of its page: labels at the side of a table, lying tables."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gouji.reading.page.ink import Glyph, PageInk, Stroke
from gouji.reading.page.lattice import Lattice

Aside = list[tuple[int, Glyph, float, float]]  # quarter turns, character, and its middle in the frame of the page


@dataclass(slots=True)
class Turned:
    """The turned text of a page: what lies in each of its frames, and the rest, as pages of their own."""

    inside: list[Aside]
    rest: list[PageInk] = field(default_factory=list)


def size(page: PageInk) -> tuple[float, float]:
    """Width and height of the frame in which the text of a page stands upright."""
    return (page.width, page.height) if page.turn % 2 == 0 else (page.height, page.width)


def turned(page: PageInk, frames: list[Lattice]) -> Turned:
    """Shares the turned text out. Frames in which most text is turned are taken from the list: they go with it."""
    found = Turned([[] for _ in frames])
    groups: dict[int, list[Glyph]] = {}
    for turns, glyphs in page.turned.items():
        for glyph in glyphs:
            x, y = _back(turns, (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2, *size(page))
            index = next((number for number, frame in enumerate(frames) if frame.holds(x, y)), None)
            if index is None:
                groups.setdefault(turns, []).append(glyph)
            else:
                found.inside[index].append((turns, glyph, x, y))
    lying = _lying(page, frames, found.inside)
    strokes = [stroke for stroke in page.strokes if any(_within(stroke, frames[index]) for index in lying)]
    for index in sorted(lying, reverse=True):
        for turns, glyph, _, _ in found.inside.pop(index):
            groups.setdefault(turns, []).append(glyph)
        del frames[index]
    for turns, glyphs in groups.items():
        moved = [_forth(turns, stroke, *size(page)) for stroke in strokes]
        found.rest.append(as_turned(page, turns, glyphs, moved))
    return found


def as_turned(page: PageInk, turns: int, glyphs: list[Glyph], strokes: list[Stroke]) -> PageInk:
    """The page in the frame that is turned so many times further."""
    return replace(page, glyphs=glyphs, strokes=strokes, turned={}, shades=[], astray=[], turn=(page.turn + turns) % 4)


def _lying(page: PageInk, frames: list[Lattice], inside: list[Aside]) -> list[int]:
    """The frames that hold more turned text than upright one."""
    return [
        index
        for index, aside in enumerate(inside)
        if aside and len(aside) > sum(frames[index].holds(glyph.left, glyph.base) for glyph in page.glyphs)
    ]


def _within(stroke: Stroke, frame: Lattice) -> bool:
    return frame.holds((stroke.left + stroke.right) / 2, (stroke.top + stroke.bottom) / 2)


def _back(turns: int, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """A point of the turned frame in the frame of the page, whose size is given."""
    match turns:
        case 1:
            return (y, height - x)
        case 2:
            return (width - x, height - y)
        case _:
            return (width - y, x)


def _forth(turns: int, stroke: Stroke, width: float, height: float) -> Stroke:
    """A rule of the page in the turned frame."""
    left, top, right, bottom = stroke
    match turns:
        case 1:
            return Stroke(height - bottom, left, height - top, right)
        case 2:
            return Stroke(width - right, height - bottom, width - left, height - top)
        case _:
            return Stroke(top, width - right, bottom, width - left)
