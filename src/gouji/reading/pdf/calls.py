"""PDFium's calls that are made for every character and every line, with plain addresses for pointers.

The bindings check and convert each pointer argument, which takes longer than most of these calls themselves.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_INT, _UINT, _POINTER = ctypes.c_int, ctypes.c_uint, ctypes.c_void_p


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def address(handle: Any) -> int:
    """The address that a handle or an array stands for."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def handle_of(place: int) -> Any:
    """The handle of the page object at an address, for calls through the bindings."""
    return ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)


unicode_at = _plain(pdfium.FPDFText_GetUnicode, _UINT, _POINTER, _INT)
loose_box_at = _plain(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
origin_at = _plain(pdfium.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
matrix_at = _plain(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
is_generated = _plain(pdfium.FPDFText_IsGenerated, _INT, _POINTER, _INT)

object_of_page = _plain(pdfium.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
object_of_form = _plain(pdfium.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
kind_of = _plain(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
bounds_of = _plain(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
points_of = _plain(pdfium.FPDFPath_CountSegments, _INT, _POINTER)

object_at = _plain(pdfium.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
clip_of = _plain(pdfium.FPDFPageObj_GetClipPath, _POINTER, _POINTER)
parts_of_clip = _plain(pdfium.FPDFClipPath_CountPaths, _INT, _POINTER)
points_of_clip = _plain(pdfium.FPDFClipPath_CountPathSegments, _INT, _POINTER, _INT)
segment_of_clip = _plain(pdfium.FPDFClipPath_GetPathSegment, _POINTER, _POINTER, _INT, _INT)
point_of = _plain(pdfium.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
