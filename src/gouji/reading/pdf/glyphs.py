"""The characters of a PDF page, turned upright."""

from __future__ import annotations

import ctypes
import math
from array import array
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from struct import iter_unpack
from typing import Any

import pypdfium2.raw as pdfium

from gouji.reading.page.ink import Glyph
from gouji.reading.pdf.calls import address, is_generated, loose_box_at, matrix_at, origin_at, unicode_at
from gouji.reading.pdf.characters import NOTHING, SPACE, UNKNOWN, Characters
from gouji.reading.pdf.frame import Frame, Quad

MOST_CHARACTERS = 200_000  # of a page
SLANT = 0.06  # radians off the upright: what leans more is a stamp or a watermark
UPRIGHT = 0.04  # of the height: so near its left edge an upright character has its origin

_MATRIX = pdfium.FS_MATRIX()
_MATRIX_ADDRESS = ctypes.addressof(_MATRIX)
_QUARTER = math.pi / 2

Raw = tuple[str, Quad, float, float, int]  # character, box, origin, index


@dataclass(slots=True)
class PageText:
    """What a page prints as text. `turns` are the quarter turns clockwise that make user space upright; `unmapped`
    counts the characters whose code is unknown, `cut` tells that there were too many to read all, `outside` is text that
    lies off the page. `turned` is what stands some
    quarter turns away from the rest and `astray` what lies outside of its box, as PageInk has them; `hidden` text is
    not shown but laid under a picture of the page."""

    glyphs: list[Glyph] = field(default_factory=list)
    turns: int = 0
    unmapped: int = 0
    cut: bool = False
    outside: str = ""
    hidden: bool = False
    turned: dict[int, list[Glyph]] = field(default_factory=dict)
    astray: list[tuple[Glyph, float, float]] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)  # of the glyphs, as PDFium counts


def page_text(text_page: Any, frame: Frame) -> PageText:
    """The characters of a page in the frame in which most of them stand upright."""
    found = PageText()
    handle = address(text_page)
    count = pdfium.FPDFText_CountChars(text_page)
    found.cut = count > MOST_CHARACTERS
    raw = list(_printed(handle, min(count, MOST_CHARACTERS), found))
    found.hidden = bool(raw) and _is_hidden(text_page)
    odd = _upright(raw, frame, found)
    if odd:
        _turned(raw, odd, handle, frame, found)
    return found


def _printed(handle: int, count: int, found: PageText) -> Iterator[Raw]:
    """Every printed character in user space; spaces that PDFium itself puts in are left out.

    One without a code stays as the sign for that where it may be part of a number, which is then unread and not wrong.
    """
    codes = list(map(unicode_at, repeat(handle), range(count)))
    boxes, origins = array("f", bytes(16 * count)), array("d", bytes(16 * count))
    to_box, to_origin = boxes.buffer_info()[0], origins.buffer_info()[0]
    _all(map(loose_box_at, repeat(handle), range(count), range(to_box, to_box + 16 * count, 16)))
    places = range(to_origin, to_origin + 16 * count, 16)
    _all(map(origin_at, repeat(handle), range(count), places, range(to_origin + 8, to_origin + 8 + 16 * count, 16)))
    characters = Characters()
    rows = zip(codes, iter_unpack("4f", boxes), iter_unpack("2d", origins), strict=True)
    for index, (code, (left, top, right, bottom), (x, y)) in enumerate(rows):
        text = characters[code]
        if text == SPACE and is_generated(handle, index) == 1:
            continue
        if text in (NOTHING, UNKNOWN):
            found.unmapped += text == UNKNOWN
            if text == NOTHING or not _beside_digit(codes, index):
                continue
        yield text, (left, bottom, right, top), x, y, index


def _beside_digit(codes: list[int], index: int) -> bool:
    """May the character be a digit of a number, which would be another number without it?"""
    return any(0x30 <= code <= 0x39 for code in codes[max(0, index - 1) : index + 2])


def _all(calls: map[int]) -> None:
    """Makes the calls, whose results are nothing to us."""
    deque(calls, maxlen=0)


def _upright(raw: list[Raw], frame: Frame, found: PageText) -> list[Raw]:
    """Takes the characters that stand upright in user space, as nearly all do, and gives back the others."""
    odd: list[Raw] = []
    outside: list[str] = []
    x0, y0, x1, y1 = frame.left, frame.top, frame.right, frame.bottom
    add, number, new = found.glyphs.append, found.indexes.append, tuple.__new__
    for entry in raw:
        text, (left, bottom, right, top), x, y, index = entry
        reach = UPRIGHT * (top - bottom)
        if not (-reach <= x - left <= reach and bottom - reach <= y <= top and right > left):
            odd.append(entry)
        elif right <= x0 or bottom >= y0 or left >= x1 or top <= y1:
            outside.append(text)
        else:
            add(new(Glyph, (text, left - x0, y0 - top, right - x0, y0 - bottom, y0 - y, 1.0, "")))
            number(index)
    found.outside = "".join(outside)
    return odd


def _turned(raw: list[Raw], odd: list[Raw], handle: int, frame: Frame, found: PageText) -> None:
    """Places the characters that do not plainly stand upright in user space; all of them, if most do not."""
    quarters = {entry[4]: _quarter(handle, entry[4]) for entry in odd}
    turns = Counter(quarter for quarter in quarters.values() if quarter is not None)
    turns[0] += len(found.glyphs)
    found.turns = max(turns, key=lambda turn: turns[turn])
    if found.turns:
        found.glyphs, found.indexes, found.outside = [], [], ""
    for entry in raw if found.turns else odd:
        quarter = quarters.get(entry[4], 0)
        if quarter is not None:
            _place(entry, quarter, frame, found)


def _quarter(handle: int, index: int) -> int | None:
    """The quarter turns clockwise that make a character upright; None for one that leans."""
    matrix_at(handle, index, _MATRIX_ADDRESS)
    angle = math.atan2(_MATRIX.b, _MATRIX.a)
    turn = round(angle / _QUARTER)
    return turn % 4 if abs(angle - turn * _QUARTER) <= SLANT else None


def _place(entry: Raw, quarter: int, frame: Frame, found: PageText) -> None:
    text, box, x, y, index = entry
    upright = frame.turned(quarter)
    left, top, right, bottom = upright.box(*box)
    width, height = upright.size
    if right <= 0 or bottom <= 0 or left >= width or top >= height:
        found.outside += text
        return
    glyph = Glyph(text, left, top, right, bottom, upright.point(x, y)[1])
    aside = (quarter - found.turns) % 4
    if aside:
        found.turned.setdefault(aside, []).append(glyph)
    else:
        found.glyphs.append(glyph)
        found.indexes.append(index)


def _is_hidden(text_page: Any) -> bool:
    """Is the text printed in no colour at all, as under scanned pages? Told by one character in the middle."""
    item = pdfium.FPDFText_GetTextObject(text_page, pdfium.FPDFText_CountChars(text_page) // 2)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
