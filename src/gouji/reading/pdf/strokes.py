"""The straight rules and the pictures of a PDF page: stroked lines, outlines of boxes, and boxes so thin that they are rules."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from struct import Struct
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gouji.reading.page.ink import Shade, Stroke
from gouji.reading.pdf.calls import address, bounds_of, handle_of, kind_of, object_of_form, object_of_page, points_of
from gouji.reading.pdf.clips import overflowed
from gouji.reading.pdf.frame import Frame, Quad

MOST_PATHS = 20_000
MOST_POINTS = 4_000  # of one path: what has more is a drawing
DEEPEST_FORM = 8
THINNEST_BOX = 3.0  # points: a filled box thinner than this is a rule
TALLEST_SHADE, NARROWEST_SHADE = 150.0, 12.0  # points, of a cell or row
STRAIGHT = 0.7  # points a rule may lean

_EDGES = (ctypes.c_float * 4)()
_EDGE = [ctypes.cast(ctypes.byref(_EDGES, 4 * index), ctypes.POINTER(ctypes.c_float)) for index in range(4)]
_PLACES = [ctypes.addressof(_EDGES) + 4 * index for index in range(4)]
_MATRIX = pdfium.FS_MATRIX()
_FILL = ctypes.c_int()
_STROKED = ctypes.c_int()
_COLUMNS, _ROWS = ctypes.c_uint(), ctypes.c_uint()
_unpack = Struct("4f").unpack_from

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TooManyPaths(Exception):
    """A page with more paths than any form prints: a map or a drawing."""


class Picture(NamedTuple):
    """A picture on a page: its box in the upright frame, and its resolution."""

    left: float
    top: float
    right: float
    bottom: float
    dpi: float


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page: its rules, and where its pictures and filled boxes lie. `clips` are the boxes
    in user space that text objects do not fit in, by the address of the object."""

    strokes: list[Stroke] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    clips: dict[int, Quad] = field(default_factory=dict)


def drawing(page: Any, frame: Frame) -> Drawing:
    """All rules, shades and pictures of a page in the upright frame."""
    return _Collector(frame).collected(page)


class _Collector:
    """Walks the objects of a page and of the forms drawn on it."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._drawing = Drawing()
        self._found = self._drawing.strokes
        self._objects = 0

    def collected(self, page: Any) -> Drawing:
        count = pdfium.FPDFPage_CountObjects(page)
        self._walk(count, partial(object_of_page, address(page)), _IDENTITY, 0)
        return self._drawing

    def _walk(self, count: int, get: Callable[[int], Any], matrix: Matrix, depth: int) -> None:
        for index in range(count):
            item = get(index)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                if clip := overflowed(item):
                    self._drawing.clips[item] = clip
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
                self._form(item, matrix, depth)

    def _form(self, form: Any, matrix: Matrix, depth: int) -> None:
        inner = _times(_matrix_of(form), matrix)
        count = pdfium.FPDFFormObj_CountObjects(handle_of(form))
        self._walk(count, partial(object_of_form, form), inner, depth + 1)

    def _bounds(self, item: Any, matrix: Matrix) -> Quad | None:
        self._objects += 1
        if self._objects > MOST_PATHS:
            raise TooManyPaths
        if not bounds_of(item, *_PLACES):
            return None
        box = _unpack(_EDGES)
        return box if matrix is _IDENTITY else _box_through(matrix, *box)

    def _picture(self, image: Any, matrix: Matrix) -> None:
        bounds = self._bounds(image, matrix)
        if bounds is None:
            return
        left, top, right, bottom = self._frame.box(*bounds)
        pixels = 0
        if pdfium.FPDFImageObj_GetImagePixelSize(handle_of(image), _COLUMNS, _ROWS):
            pixels = max(_COLUMNS.value, _ROWS.value)
        dpi = 72 * pixels / max(right - left, bottom - top, 1.0)
        self._drawing.pictures.append(Picture(left, top, right, bottom, dpi))

    def _path(self, path: Any, matrix: Matrix) -> None:
        bounds = self._bounds(path, matrix)
        if bounds is None:
            return
        left, bottom, right, top = bounds
        width, height = right - left, top - bottom
        points = points_of(path)
        if points <= 5 and (width < THINNEST_BOX or height < THINNEST_BOX):
            self._thin(left, bottom, right, top)
        elif points <= MOST_POINTS:
            self._drawn(path, points, matrix, bounds)

    def _thin(self, left: float, bottom: float, right: float, top: float) -> None:
        """A line or a thin box; one as broad as it is long is a dot of a dotted rule in either direction."""
        x0, y0, x1, y1 = self._frame.box(left, bottom, right, top)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if x1 - x0 >= y1 - y0 or x1 - x0 >= 0.5:
            if y1 - y0 < THINNEST_BOX:
                self._found.append(Stroke(x0, y, x1, y))
        if y1 - y0 >= x1 - x0 or y1 - y0 >= 0.5:
            if x1 - x0 < THINNEST_BOX:
                self._found.append(Stroke(x, y0, x, y1))

    def _drawn(self, path: Any, points: int, matrix: Matrix, bounds: Quad) -> None:
        """The straight parts of a larger path: its lines where it is stroked, its thin boxes where it is filled."""
        pdfium.FPDFPath_GetDrawMode(handle_of(path), _FILL, _STROKED)
        if not _STROKED.value and (not _FILL.value or points <= 5):
            self._shade(bounds)
            return
        whole = _times(_matrix_of(path), matrix)
        for corners in _subpaths(path, points, whole):
            if _STROKED.value:
                self._lines(corners)
            else:
                xs, ys = [x for x, _ in corners], [y for _, y in corners]
                if max(xs) - min(xs) < THINNEST_BOX or max(ys) - min(ys) < THINNEST_BOX:
                    self._thin(min(xs), min(ys), max(xs), max(ys))

    def _shade(self, bounds: Quad) -> None:
        left, top, right, bottom = self._frame.box(*bounds)
        if bottom - top <= TALLEST_SHADE and right - left >= NARROWEST_SHADE:
            self._drawing.shades.append(Shade(left, top, right, bottom))

    def _lines(self, corners: list[tuple[float, float]]) -> None:
        for (x0, y0), (x1, y1) in pairwise(corners):
            if abs(x1 - x0) <= STRAIGHT or abs(y1 - y0) <= STRAIGHT:
                self._thin(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _subpaths(path: Any, points: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path; curves end a part, for nothing straight is in them."""
    a, b, c, d, e, f = matrix
    handle = handle_of(path)
    found: list[list[tuple[float, float]]] = []
    for index in range(points):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        pdfium.FPDFPathSegment_GetPoint(segment, _EDGE[0], _EDGE[1])
        x, y = _EDGES[0], _EDGES[1]
        point = (a * x + c * y + e, b * x + d * y + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and found:
            found[-1].append(point)
        else:
            found.append([point])
        if pdfium.FPDFPathSegment_GetClose(segment) and len(found[-1]) > 1:
            found[-1].append(found[-1][0])
    return [corners for corners in found if len(corners) > 1]


def _matrix_of(item: Any) -> Matrix:
    if not pdfium.FPDFPageObj_GetMatrix(handle_of(item), _MATRIX):
        return _IDENTITY
    return (_MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d, _MATRIX.e, _MATRIX.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    if then is _IDENTITY:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _box_through(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Quad:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return (min(xs), min(ys), max(xs), max(ys))
