"""One page of a PDF → its ink: characters and rules in the frame in which the text stands upright."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from gouji.reading.page.ink import PageInk
from gouji.reading.pdf.frame import Frame
from gouji.reading.pdf.glyphs import PageText, page_text
from gouji.reading.pdf.strokes import TooManyPaths, strokes


@dataclass(slots=True)
class PageRead:
    """The ink of a page, its text as PDFium tells it, and whether its drawing was too large to look for rules."""

    ink: PageInk
    text: PageText
    crowded: bool = False


def read_page(page: Any, number: int) -> PageRead:
    """The ink of an open page."""
    frame = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        text = page_text(text_page, frame)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    rotation = pdfium.FPDFPage_GetRotation(page)
    displayed = Frame(frame.left, frame.bottom, frame.right, frame.top, rotation % 4)
    upright = Frame(frame.left, frame.bottom, frame.right, frame.top, text.turns)
    ink = PageInk(number, *displayed.size, glyphs=text.glyphs, turn=(text.turns - rotation) % 4)
    try:
        ink.strokes = strokes(page, upright)
    except TooManyPaths:
        return PageRead(ink, text, crowded=True)
    return PageRead(ink, text)


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame(box.left, box.bottom, box.right, box.top)
