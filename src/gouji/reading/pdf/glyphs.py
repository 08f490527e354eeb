"""The characters of a PDF page, one call of PDFium for each of their properties, turned upright."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field
from struct import Struct
from typing import Any

import pypdfium2.raw as pdfium

from gouji.reading.page.ink import Glyph
from gouji.reading.pdf.characters import mended
from gouji.reading.pdf.frame import Frame

MOST_CHARACTERS = 200_000  # of a page
SLANT = 0.06  # radians off the upright: what leans more is a stamp or a watermark

_SPACES = frozenset((0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000))
_CONTROLS = frozenset((0x00, 0x0A, 0x0B, 0x0C, 0x0D, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))
_HYPHEN = 0x02  # PDFium's mark for a hyphen at the end of a line
_QUARTER = math.pi / 2

_BOX = (ctypes.c_float * 4)()
_BOX_POINTER = ctypes.cast(_BOX, ctypes.POINTER(pdfium.FS_RECTF))
_POINT = (ctypes.c_double * 2)()
_X = ctypes.cast(ctypes.byref(_POINT), ctypes.POINTER(ctypes.c_double))
_Y = ctypes.cast(ctypes.byref(_POINT, 8), ctypes.POINTER(ctypes.c_double))
_unpack_box = Struct("4f").unpack_from
_unpack_point = Struct("2d").unpack_from


@dataclass(slots=True)
class PageText:
    """What a page prints as text. `turns` are the quarter turns clockwise that make user space upright; `unmapped`
    counts the characters whose code is unknown, `outside` is text that lies off the page, `turned` what stands one, two
    and three quarter turns away from the rest; `hidden` text is not shown but laid under a picture of the page."""

    glyphs: list[Glyph] = field(default_factory=list)
    turns: int = 0
    unmapped: int = 0
    outside: str = ""
    hidden: bool = False
    turned: list[list[Glyph]] = field(default_factory=lambda: [[], [], []])


Raw = tuple[str, int, float, float, float, float, float, float]  # character, quarter turns, box, origin


def page_text(text_page: Any, frame: Frame) -> PageText:
    """The characters of a page in the frame in which most of them stand upright."""
    found = PageText()
    raw = _raw(text_page, found)
    turns = Counter(entry[1] for entry in raw if entry[0] != " ")
    found.turns = max(turns, key=lambda turn: turns[turn], default=0)
    upright = frame.turned(found.turns)
    width, height = upright.size
    outside: list[str] = []
    for text, turn, left, top, right, bottom, x, y in raw:
        x0, y0, x1, y1 = upright.box(left, bottom, right, top)
        if x1 <= 0 or y1 <= 0 or x0 >= width or y0 >= height:
            outside.append(text)
            continue
        along, base = upright.point(x, y)
        if turn == found.turns:
            found.glyphs.append(Glyph(text, x0, y0, x1, y1, base))
        else:
            aside = (turn - found.turns) % 4
            found.turned[aside - 1].append(Glyph(text, x0, y0, x1, y1, base if aside == 2 else along))
    found.outside = "".join(outside)
    found.hidden = bool(raw) and _is_hidden(text_page)
    return found


def _is_hidden(text_page: Any) -> bool:
    """Is the text printed in no colour at all, as under scanned pages? Told by one character in the middle."""
    item = pdfium.FPDFText_GetTextObject(text_page, pdfium.FPDFText_CountChars(text_page) // 2)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


def _raw(text_page: Any, found: PageText) -> list[Raw]:
    """Every printed character in user space; leaning and invisible ones are left out."""
    unicode, box_of, origin_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    angle_of, generated = pdfium.FPDFText_GetCharAngle, pdfium.FPDFText_IsGenerated
    raw: list[Raw] = []
    high = 0
    for index in range(min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)):
        code = unicode(text_page, index)
        if code in _CONTROLS:
            found.unmapped += code in (0, 0xFFFE, 0xFFFF)
            continue
        if code in _SPACES:
            if generated(text_page, index) == 1:
                continue
            text = " "
        elif code == _HYPHEN:
            text = "-"
        elif 0xD800 <= code < 0xDC00:
            high = code
            continue
        else:
            text = mended(code, high)
            high = 0
        angle = angle_of(text_page, index)
        turn = round(angle / _QUARTER)
        if abs(angle - turn * _QUARTER) > SLANT or not box_of(text_page, index, _BOX_POINTER):
            continue
        origin_of(text_page, index, _X, _Y)
        raw.append((text, -turn % 4, *_unpack_box(_BOX), *_unpack_point(_POINT)))
    return raw
