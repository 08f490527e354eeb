"""One page of a PDF → its ink: characters and rules in the frame in which the text stands upright."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from gouji.reading.page.ink import PageInk
from gouji.reading.page.lattice import are_too_many
from gouji.reading.pdf.calls import address
from gouji.reading.pdf.clips import set_apart
from gouji.reading.pdf.frame import Frame
from gouji.reading.pdf.glyphs import PageText, page_text
from gouji.reading.pdf.strokes import Drawing, Picture, TooManyPaths, drawing

WHOLE = 0.7  # of the page: what a picture covers that is the page
LARGE = 0.12  # … that can hold a table
FEW = 40  # characters beside a picture that is the page: a stamp or a page number


@dataclass(slots=True)
class PageRead:
    """The ink of a page, its text as PDFium tells it, its pictures, and whether it draws too much to look for rules."""

    ink: PageInk
    text: PageText
    pictures: list[Picture] = field(default_factory=list)
    crowded: bool = False

    @property
    def pictured(self) -> Picture | None:
        """The picture that is the page, if its text is not printed beside it."""
        whole = next((one for one in self.pictures if self._share(one) >= WHOLE), None)
        return whole if whole and (len(self.text.glyphs) < FEW or self.text.hidden) else None

    @property
    def empty(self) -> bool:
        """Is nothing printed on the page?"""
        return not self.text.glyphs and not self.pictures and not self.ink.strokes

    @property
    def unread_picture(self) -> float:
        """The share of the page that its largest picture takes over which no text is printed."""
        shares = [self._share(one) for one in self.pictures if not self._printed_over(one)]
        return max((share for share in shares if share >= LARGE), default=0.0)

    def _share(self, one: Picture) -> float:
        whole = max(self.ink.width * self.ink.height, 1.0)
        return (one.right - one.left) * (one.bottom - one.top) / whole

    def _printed_over(self, one: Picture) -> bool:
        return any(
            one.left < glyph.left < one.right and one.top < glyph.base < one.bottom for glyph in self.text.glyphs
        )


def read_page(page: Any, number: int) -> PageRead:
    """The ink of an open page."""
    frame = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    drawn, crowded = Drawing(), False
    try:
        text = page_text(text_page, frame)
        try:
            drawn = drawing(page, frame.turned(text.turns))
            crowded = are_too_many(drawn.strokes)
        except TooManyPaths:
            crowded = True
        if drawn.clips:
            set_apart(text, address(text_page), drawn.clips, frame)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return PageRead(_ink(page, number, frame, text, drawn), text, drawn.pictures, crowded)


def _ink(page: Any, number: int, frame: Frame, text: PageText, drawn: Drawing) -> PageInk:
    rotation = pdfium.FPDFPage_GetRotation(page) % 4
    return PageInk(
        number,
        *frame.turned(rotation).size,
        glyphs=text.glyphs,
        strokes=drawn.strokes,
        turn=(text.turns - rotation) % 4,
        turned=text.turned,
        shades=drawn.shades,
        astray=text.astray,
    )


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame(box.left, box.bottom, box.right, box.top)
