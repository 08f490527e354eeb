"""Opens a PDF with PDFium: junk in front is cut, a broken file is rewritten once, what cannot be opened is refused."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from gouji.reading.unreadable import LARGEST_FILE, Unreadable, too_large

MOST_PAGES = 3_000
LARGEST_SIDE = 14_400.0  # points: the format's own bound

_started = False


@dataclass(frozen=True, slots=True)
class Document:
    """An open document: PDFium's handle, and the number of pages."""

    handle: Any
    pages: int


@contextmanager
def opened(data: bytes, path: str) -> Iterator[Document]:
    """The document of a file's bytes, closed at the end. Unreadable says why it cannot be opened."""
    if len(data) > LARGEST_FILE:
        raise too_large(path, len(data))
    _start()
    data = _from_its_header(data)
    handle, memory = _load(data, path)
    if not handle or pdfium.FPDF_GetPageCount(handle) <= 0:
        if handle:
            pdfium.FPDF_CloseDocument(handle)
        handle, memory = _load(rewritten(data, path), path)
    if not handle:
        raise _broken(path)
    try:
        yield Document(handle, _checked_pages(pdfium.FPDF_GetPageCount(handle), path))
    finally:
        pdfium.FPDF_CloseDocument(handle)
        del memory


def _start() -> None:
    global _started
    if not _started:
        pdfium.FPDF_InitLibrary()
        _started = True


def _from_its_header(data: bytes) -> bytes:
    start = data.find(b"%PDF-", 0, 65536)
    return data[start:] if start > 0 else data


def _load(data: bytes, path: str) -> tuple[Any, Any]:
    """PDFium's handle (null where it fails), and the memory it reads from, which must outlive it."""
    memory = ctypes.c_char_p(data)
    handle = pdfium.FPDF_LoadMemDocument64(memory, len(data), None)
    if not handle and pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
        raise Unreadable(
            path,
            "文件设有打开密码。请用密码打开后另存（或打印）为不加密的 PDF，再重新选择文件。",
            "the file is locked by a password; save it without the password and try again",
        )
    return handle, (memory, data)


def rewritten(data: bytes, path: str) -> bytes:
    """The file as qpdf writes it anew, which mends damaged tables of objects."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as broken:
            whole = io.BytesIO()
            broken.save(whole)
    except Exception:  # whatever it is: the file cannot be mended
        raise _broken(path) from None
    return whole.getvalue()


def _broken(path: str) -> Unreadable:
    return Unreadable(
        path,
        "PDF 文件已损坏或不完整，无法打开。请重新下载，或在阅读软件中打开后另存为新的 PDF。",
        "the PDF is damaged or incomplete; download it again, or open it in a viewer and save it anew",
    )


def _checked_pages(pages: int, path: str) -> int:
    if pages <= 0:
        raise Unreadable(
            path,
            "PDF 里没有任何一页。请确认导出是否成功，再重新选择文件。",
            "the PDF has no pages; check the export and try again",
        )
    if pages > MOST_PAGES:
        raise Unreadable(
            path,
            f"PDF 有 {pages} 页，超过上限 {MOST_PAGES} 页。请按部门或按年度拆分成几个文件后再试。",
            f"the PDF has {pages} pages, over the cap of {MOST_PAGES}; split it by body or year",
        )
    return pages
