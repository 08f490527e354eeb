"""A page as a picture, for character recognition. Needs numpy, which comes with the extra `scan`."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pypdfium2.raw as pdfium

USUAL_DPI = 200.0
LEAST_DPI, MOST_DPI = 100.0, 300.0
MOST_PIXELS = 60_000_000
WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as displayed, RGB (rows, columns, 3)."""

    pixels: Any
    dpi: float


def render(page: Any, native: float) -> Picture:
    """The page as displayed; at the resolution `native` of the one picture it consists of, 0 for none."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    dpi = min(max(native or USUAL_DPI, LEAST_DPI), MOST_DPI)
    dpi = min(dpi, 72 * (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    columns, rows = max(1, round(width * dpi / 72)), max(1, round(height * dpi / 72))
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, WHITE)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, flags)
        return Picture(_pixels(bitmap, rows, columns), dpi)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _pixels(bitmap: Any, rows: int, columns: int) -> Any:
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    memory = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    numpy = import_module("numpy")
    return numpy.frombuffer(memory, numpy.uint8).reshape(rows, stride)[:, : columns * 3].reshape(rows, columns, 3)
