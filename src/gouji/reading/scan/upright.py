"""How a scanned page lies: the small angle it is skewed by, and the quarter turns of a page scanned on its side."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.reading.scan.picture import Grey, dark

MOST = 2.5  # degrees
_ENOUGH = 200  # dark pixels below which a page has no direction
_SAMPLE = 150_000


def skew(picture: Grey) -> float:
    """The angle in degrees by which the lines fall to the right (clockwise), 0 where the page is blank."""
    scale = min(1.0, 1400 / max(picture.shape))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    rows, columns = np.nonzero(dark(np.asarray(small, dtype=np.uint8), 190))
    if len(rows) < _ENOUGH:
        return 0.0
    step = max(1, len(rows) // _SAMPLE)
    rows, columns = rows[::step], columns[::step] - small.shape[1] / 2
    best = 0.0
    for reach, fineness in ((MOST, 0.25), (0.25, 0.05), (0.05, 0.01)):
        angles = best + np.arange(-reach, reach + fineness / 2, fineness)
        best = float(max(angles, key=lambda angle: (_sharpness(rows, columns, float(angle)), -abs(angle))))
    return 0.0 if abs(best) < 0.02 or abs(best) > MOST else best


def _sharpness(rows: NDArray[np.intp], columns: NDArray[np.float64], angle: float) -> float:
    """How clearly the dark pixels fall into lines when read at that angle."""
    levels = rows - columns * np.tan(np.radians(angle))
    counts = np.bincount(np.round(levels - levels.min()).astype(np.int64))
    return float(np.square(np.diff(counts)).sum())


def straightened(picture: Grey, angle: float) -> Grey:
    """The picture turned back by the angle, about its centre; white where nothing was."""
    if not angle:
        return picture
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1.0)
    turned = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(turned, dtype=np.uint8)


def turned(picture: Grey, quarters: int) -> Grey:
    """The picture turned clockwise by quarters."""
    return np.ascontiguousarray(np.rot90(picture, -quarters))


def smaller(picture: Grey, share: float) -> Grey:
    """The picture at a share of its size."""
    return np.asarray(cv2.resize(picture, None, fx=share, fy=share, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def spread(picture: Grey) -> float:
    """By how many degrees the lines of the upper and the lower half of a levelled page lean apart: a photo from aslant."""
    half = picture.shape[0] // 2
    return abs(skew(picture[:half]) - skew(picture[half:]))
