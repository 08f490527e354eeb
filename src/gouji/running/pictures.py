"""One page → a small picture: sixteen greys in a PNG, or a JPEG where Pillow is at hand and the page is a scan."""

from __future__ import annotations

import ctypes
import io
import struct
import zlib
from importlib import import_module
from typing import Any

import pypdfium2.raw as pdfium

from gouji.model.medium import Page
from gouji.reading.pdf.document import opened
from gouji.reading.sniff import Format, sniff

RESOLUTION = 130  # dots per inch
MOST_PIXELS = 8_000_000
_POINTS = 72
_QUALITY = 55
# A byte of grey → the upper or the lower half of a byte of two pixels; near-white is white, paper is not.
_GREYS = [min(15, (grey + 14) // 17) for grey in range(256)]
_HIGH = bytes(grey << 4 for grey in _GREYS)
_LOW = bytes(_GREYS)


def draw(data: bytes, path: str, pages: list[Page]) -> dict[int, tuple[str, bytes]]:
    """Pages of a file's bytes as pictures: page → media type and bytes. Unreadable where it cannot be opened."""
    if sniff(data) is not Format.PDF:
        return _of_pictures(data, pages)
    found = {}
    with opened(data, path) as document:
        for page in pages:
            handle = pdfium.FPDF_LoadPage(document.handle, page.number - 1)
            if handle:
                try:
                    found[page.number] = _picture(handle, page)
                finally:
                    pdfium.FPDF_ClosePage(handle)
    return found


def _size(page: Page) -> tuple[int, int]:
    """Width and height in pixels, bounded whatever the page claims."""
    scale = RESOLUTION / _POINTS
    if page.width * page.height * scale * scale > MOST_PIXELS:
        scale = (MOST_PIXELS / (page.width * page.height)) ** 0.5
    return max(1, round(page.width * scale)), max(1, round(page.height * scale))


def _picture(handle: Any, page: Page) -> tuple[str, bytes]:
    width, height = _size(page)
    stride = width + width % 2
    grey = ctypes.create_string_buffer(stride * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, grey, stride)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    jpeg = _jpeg(grey.raw, width, height, stride) if page.scanned else None
    return ("image/jpeg", jpeg) if jpeg else ("image/png", png(grey.raw, width, height, stride))


def png(grey: bytes, width: int, height: int, stride: int) -> bytes:
    """A PNG of sixteen greys from rows of `stride` (even) bytes of grey."""
    packed = int.from_bytes(grey[0::2].translate(_HIGH)) | int.from_bytes(grey[1::2].translate(_LOW))
    length = stride // 2
    pixels = packed.to_bytes(length * height)
    used = (width + 1) // 2
    rows = b"".join(b"\0" + pixels[start : start + used] for start in range(0, length * height, length))
    head = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pillow() -> Any:
    """Pillow, which the extra for scans brings; None without it."""
    try:
        return import_module("PIL.Image")
    except ImportError:
        return None


def _jpeg(grey: bytes, width: int, height: int, stride: int) -> bytes | None:
    """A JPEG, which a scan's noise makes far smaller than a PNG; None without Pillow."""
    pillow = _pillow()
    if pillow is None:
        return None
    return _saved(pillow.frombuffer("L", (width, height), grey, "raw", "L", stride, 1))


def _saved(picture: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()


def _of_pictures(data: bytes, pages: list[Page]) -> dict[int, tuple[str, bytes]]:
    """The pages of a file that is a picture itself."""
    pillow = _pillow()
    if pillow is None:
        return {}
    found = {}
    with pillow.open(io.BytesIO(data)) as picture:
        for page in pages:
            picture.seek(page.number - 1)
            found[page.number] = ("image/jpeg", _saved(picture.convert("L").resize(_size(page))))
    return found
