"""Text that runs out of the box it is clipped to, as spreadsheets print what their cells are too small for."""

from __future__ import annotations

import ctypes
from struct import Struct

from gouji.reading.pdf.calls import (
    bounds_of,
    clip_of,
    object_at,
    parts_of_clip,
    point_of,
    points_of_clip,
    segment_of_clip,
)
from gouji.reading.pdf.frame import Frame, Quad
from gouji.reading.pdf.glyphs import PageText

INSET = 3.0  # points between a cell's edge and what is taken to lie in it
BEYOND = 1.0  # points that a character must lie outside of its clip

_EDGES = (ctypes.c_float * 4)()
_PLACES = [ctypes.addressof(_EDGES) + 4 * index for index in range(4)]
_unpack = Struct("4f").unpack_from


def overflowed(item: int) -> Quad | None:
    """The box that a text object is clipped to, if the text does not fit in it: left, bottom, right, top."""
    clip = clip_of(item)
    parts = parts_of_clip(clip) if clip else 0
    if parts <= 0 or not bounds_of(item, *_PLACES):
        return None
    left, bottom, right, top = _unpack(_EDGES)
    box = _corners(clip, parts - 1)
    if box is None or (left >= box[0] and bottom >= box[1] and right <= box[2] and top <= box[3]):
        return None
    return box


def _corners(clip: int, part: int) -> Quad | None:
    """The box of a clip of four or five points; None for any other shape."""
    if not 4 <= points_of_clip(clip, part) <= 5:
        return None
    for number, place in ((0, 0), (2, 2)):
        if not point_of(segment_of_clip(clip, part, number), _PLACES[place], _PLACES[place + 1]):
            return None
    x0, y0, x1, y1 = _unpack(_EDGES)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def set_apart(text: PageText, text_page: int, clips: dict[int, Quad], frame: Frame) -> None:
    """Takes what the clips hide from the characters of a page, each with the nearest point of the box it belongs to.

    A box may hold many cells: all those that a page shows of cells merged down over its end.
    """
    boxes = {item: frame.turned(text.turns).box(*box) for item, box in clips.items()}
    shown = []
    for glyph, index in zip(text.glyphs, text.indexes, strict=True):
        box = boxes.get(object_at(text_page, index))
        x, y = (glyph.left + glyph.right) / 2, glyph.base - 0.3 * (glyph.bottom - glyph.top)
        if box and not (box[0] - BEYOND <= x <= box[2] + BEYOND and box[1] - BEYOND <= y <= box[3] + BEYOND):
            text.astray.append((glyph, _within(x, box[0], box[2]), _within(y, box[1], box[3])))
        else:
            shown.append(glyph)
    text.glyphs = shown


def _within(value: float, low: float, high: float) -> float:
    """The nearest value between two bounds, and a little off them."""
    inset = min(INSET, (high - low) / 2)
    return min(max(value, low + inset), high - inset)
