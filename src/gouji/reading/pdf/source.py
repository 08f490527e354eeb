"""PDF → pieces, page by page."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from gouji.model.inked import Inked
from gouji.model.medium import Medium, Page
from gouji.reading.page.layout import lay_out
from gouji.reading.pdf.document import opened
from gouji.reading.pdf.page import read_page
from gouji.reading.press import Press, Source
from gouji.reading.run import Piece


def source(data: bytes, path: str) -> Source:
    """What a PDF prints. Unreadable says why it cannot be read."""
    press = Press()
    pieces: list[Piece] = []
    pages: list[Page] = []
    doubts: list[tuple[Inked, str, bool]] = []
    with opened(data, path) as document:
        for index in range(document.pages):
            page = pdfium.FPDF_LoadPage(document.handle, index)
            if not page:
                doubts.append((Inked(""), f"第{index + 1}页已损坏，未能读取。", True))
                continue
            try:
                read = read_page(page, index + 1)
            finally:
                pdfium.FPDF_ClosePage(page)
            pages.append(Page(index + 1, round(read.ink.width, 1), round(read.ink.height, 1)))
            pieces += lay_out(read.ink, press)
    return Source(Medium.PDF, pieces, press.lines, press.spots, pages, doubts)
