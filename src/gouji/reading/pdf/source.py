"""PDF → pieces, page by page; pages without a text layer of their own go to character recognition."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from gouji.model.inked import Inked
from gouji.model.medium import Medium, Page, Spot
from gouji.reading import allowance, scan
from gouji.reading.page.furniture import without_running
from gouji.reading.page.ink import PageInk
from gouji.reading.page.layout import lay_out
from gouji.reading.pdf.document import LARGEST_SIDE, Document, opened, rewritten
from gouji.reading.pdf.legible import garbled
from gouji.reading.pdf.page import PageRead, read_page
from gouji.reading.pdf.picture import render
from gouji.reading.press import Press, Source
from gouji.reading.run import Piece
from gouji.reading.unreadable import Unreadable

CHART = 0.35  # of the page: a larger picture may be that of a table
END = 2048  # bytes: the mark at the end of a file stands in them
SCAN_EXTRA = "pip install 'gouji[scan]'"


def source(data: bytes, path: str) -> Source:
    """What a PDF prints. Unreadable says why it cannot be read."""
    try:
        reader = _read(data, path, bear=False)
    except _DamagedPage as damage:
        reader = _read(_whole(data, path), path, bear=True)
        if reader.count < damage.count:
            told = (
                f"文件有 {damage.count} 页，其中只有 {reader.count} 页能够打开。请重新下载，或在阅读软件中另存后再试。"
            )
            reader.doubt(1, told, True)
    if b"%%EOF" not in data[-END:]:
        if reader.read_nothing:
            raise Unreadable(
                path,
                "PDF 文件不完整（没有结尾，可能没有下载完），没有一页能够读取。请重新下载后再试。",
                "the file ends too early and none of its pages can be read; fetch it again",
            )
        reader.doubt(1, "PDF 文件不完整（没有结尾，可能没有下载完），读到的可能只是一部分。请重新下载后再核对。", True)
    return reader.source(path)


def _read(data: bytes, path: str, bear: bool) -> _Reader:
    """Reads all pages; one that cannot be loaded is said if we are to `bear` it."""
    with opened(data, path) as document:
        reader = _Reader(document, bear)
        allowance.expect(allowance.PAGE * document.pages)
        for number in range(1, document.pages + 1):
            reader.read(number)
    return reader


def _whole(data: bytes, path: str) -> bytes:
    """The file written anew; as it is, where that cannot be done."""
    try:
        return rewritten(data, path)
    except Unreadable:
        return data


class _DamagedPage(Exception):
    """A page that PDFium cannot load: the file of `count` pages may be mended."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class _Reader:
    """Reads the pages of one document in turn."""

    def __init__(self, document: Document, bear: bool) -> None:
        self._document = document
        self._bear = bear
        self.count = document.pages
        self._press = Press()
        self._pieces: list[Piece] = []
        self._pages: list[Page] = []
        self._doubts: list[tuple[Inked, str, bool]] = []
        self._unread: list[str] = []  # why pages went unread, one reason for each of them

    def read(self, number: int) -> None:
        """Read one page."""
        with _page(self._document, number) as page:
            if page is None:
                if not self._bear:
                    raise _DamagedPage(self.count)
                self._lost(number, f"第{number}页已损坏，未能读取。请用阅读软件打开后另存为新的 PDF 再试。")
                return
            read = read_page(page, number)
            ink = read.ink
            self._pages.append(Page(number, round(ink.width, 1), round(ink.height, 1)))
            if max(ink.width, ink.height) > LARGEST_SIDE:
                self._lost(number, f"第{number}页的纸张尺寸不合常理，未能读取。请重新打印为 PDF 后再试。")
            elif picture := read.pictured:
                self._scanned(page, read, picture.dpi)
            elif garbled(read.text):
                self._scanned(page, read, 0.0)
            else:
                self._printed(read)

    @property
    def read_nothing(self) -> bool:
        """Could no page be read?"""
        return bool(self._unread) and not self._pieces

    def source(self, path: str) -> Source:
        """What was read; Unreadable when no page could be."""
        if self.read_nothing:
            raise Unreadable(path, *_nothing_read(self._unread))
        recognised = sum(page.scanned for page in self._pages)
        medium = Medium.SCAN if 2 * recognised > len(self._pages) else Medium.PDF
        press = self._press
        pieces = without_running(self._pieces, press.spots, self._pages)
        return Source(medium, pieces, press.lines, press.spots, self._pages, self._doubts)

    def _printed(self, read: PageRead) -> None:
        number = read.ink.number
        self._pieces += lay_out(read.ink, self._press)
        if read.crowded:
            self.doubt(number, f"第{number}页图形过多，未查找表格线，表格按文字读取，请核对原件。", True)
        if read.text.cut:
            self.doubt(number, f"第{number}页的文字过多，只读取了前一部分，请拆分后再读。", True)
        if unknown := read.text.unmapped:
            self.doubt(number, f"第{number}页有 {unknown} 个字符没有对应的文字，没有读出，请核对原件。", True)
        if share := read.unread_picture:
            self.doubt(number, f"第{number}页有图片，图片里的文字和数字没有读取，请核对原件。", share > CHART)
        if read.text.outside and not _is_copy(read):
            self.doubt(number, f"第{number}页有文字印在纸张之外，看不到，没有读取。", False)

    def _scanned(self, page: Any, read: PageRead, dpi: float) -> None:
        number = read.ink.number
        if not scan.available():
            self._unrecognised(read)
            return
        allowance.expect(*allowance.SCANNED_PAGE)
        picture = render(page, dpi)
        ink: PageInk = scan.page_ink(picture.pixels, picture.dpi, number, read.ink.width, read.ink.height)
        self._pages[-1] = Page(number, self._pages[-1].width, self._pages[-1].height, scanned=True)
        self._pieces += lay_out(ink, self._press)
        for told, unread in scan.misgivings(ink):
            self.doubt(number, told, unread)

    def _unrecognised(self, read: PageRead) -> None:
        number = read.ink.number
        if read.text.hidden:
            self._pieces += lay_out(read.ink, self._press)
            self.doubt(number, f"第{number}页是扫描件，文字由扫描软件识别而来，可能有误，请核对原件。", False)
            return
        what = "是图片，没有文字层" if read.pictured else "的文字层是乱码"
        self._lost(number, f"第{number}页{what}；请安装 {SCAN_EXTRA} 后再读。")

    def _lost(self, number: int, why: str) -> None:
        self._unread.append(why)
        self.doubt(number, why, True)

    def doubt(self, number: int, message: str, unread: bool) -> None:
        """Say something of a page; `unread` when figures may be lost."""
        size = next((page for page in reversed(self._pages) if page.number == number), None)
        spot = Spot(number, (0.0, size.height), (0.0, size.width)) if size else Spot(number)
        self._doubts.append((self._press.line("", spot), message, unread))


def _is_copy(read: PageRead) -> bool:
    """Is what lies off the page printed on it as well, as spreadsheets do with cells that a page cuts?"""
    shown = "".join(glyph.text for glyph in read.ink.glyphs if glyph.text != " ")
    return "".join(read.text.outside.split()) in shown


@contextmanager
def _page(document: Document, number: int) -> Iterator[Any]:
    """An open page; None where PDFium cannot load it."""
    page = pdfium.FPDF_LoadPage(document.handle, number - 1)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _nothing_read(reasons: list[str]) -> tuple[str, str]:
    """Why no page could be read, in Chinese and English."""
    if all("图片" in why for why in reasons):
        return (
            f"全部页面都是图片（扫描件），没有文字层。请安装 {SCAN_EXTRA} 后再读，或提供由软件直接导出的 PDF。",
            f"all pages are pictures without a text layer; install the extra ({SCAN_EXTRA}) and try again",
        )
    if all("乱码" in why for why in reasons):
        return (
            f"文字层是乱码（字体没有附带文字对照表），不能据此核对。请安装 {SCAN_EXTRA} 后再读，或提供原始的 Word、Excel 文件。",
            f"the text layer is garbled; install the extra ({SCAN_EXTRA}) and try again, or give the original file",
        )
    return ("没有一页能够读取。" + reasons[0], "none of the pages can be read")
