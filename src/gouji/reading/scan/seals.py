"""Seals: what stands below a round one that colour does not tell from print, or below the strokes of a red one, is not read surely."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.reading.scan.finding import Spot
from gouji.reading.scan.picture import Grey, dark
from gouji.reading.scan.recognising import Line

_DPI = 72  # at which rings are looked for
_LEAST, _MOST = 42, 72  # points: the radius of a seal, which is 3.8 to 4.5 cm wide in practice
_VOTES = 60
_RING = 0.65  # of its circumference that must be ink
_SIDES = 90
_CROSSED, _FILLED = 0.1, 0.75  # of a character's box: so much red is a stroke of a seal; more is a coloured ground
_BELOW = 0.5  # how sure a character below a seal is at most


def seals(bare: Grey, dpi: float) -> list[Spot]:
    """The boxes of the round seals on a page without its rules."""
    scale = _DPI / dpi
    small = np.asarray(cv2.resize(bare, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    found = cv2.HoughCircles(
        small, cv2.HOUGH_GRADIENT, 1, 40, param1=120, param2=_VOTES, minRadius=_LEAST, maxRadius=_MOST
    )
    if found is None:
        return []
    rings = [(float(x), float(y), float(r)) for x, y, r in np.asarray(found).reshape(-1, 3)[:6]]
    return [
        Spot((x - r) / scale, (y - r) / scale, (x + r) / scale, (y + r) / scale)
        for x, y, r in rings
        if _covered(small, x, y, r) >= _RING
    ]


def _covered(small: Grey, x: float, y: float, radius: float) -> float:
    """The share of the circle along which there is ink, wherever within two points of it."""
    angles = np.linspace(0, 2 * np.pi, _SIDES, endpoint=False)
    ink = dark(small, 190)
    best = np.zeros(_SIDES, dtype=bool)
    for off in (-1.0, 0.0, 1.0):
        columns = np.clip(np.round(x + (radius + off) * np.cos(angles)).astype(int), 0, small.shape[1] - 1)
        rows = np.clip(np.round(y + (radius + off) * np.sin(angles)).astype(int), 0, small.shape[0] - 1)
        best |= ink[rows, columns]
    return float(best.mean())


def doubted(line: Line, found: list[Spot]) -> Line:
    """The line, its characters below a seal no longer sure."""
    if found and any(_touch(line.spot, seal) for seal in found):
        line.reads = [
            read._replace(sure=min(read.sure, _BELOW)) if _inside(line.spot, read.left, read.right, found) else read
            for read in line.reads
        ]
    return line


def overprinted(line: Line, stamp: Grey | None) -> Line:
    """The line, its digits crossed by the strokes of a red seal no longer sure. `stamp` is black where there is red."""
    if stamp is None or not line.reads:
        return line
    left, top, right, bottom = (round(edge) for edge in line.spot)
    crop = stamp[top:bottom, left:right]
    if not crop.size or not dark(crop).any():
        return line
    red = dark(crop).mean(axis=0)
    line.reads = [
        read._replace(sure=min(read.sure, _BELOW))
        if read.text.isdigit() and _is_crossed(red, read.left, read.right)
        else read
        for read in line.reads
    ]
    return line


def _is_crossed(red: NDArray[np.float64], left: float, right: float) -> bool:
    start = int(left * len(red))
    share = float(red[start : max(start + 1, round(right * len(red)))].mean()) if start < len(red) else 0.0
    return _CROSSED <= share <= _FILLED


def _touch(spot: Spot, seal: Spot) -> bool:
    return spot.left < seal.right and seal.left < spot.right and spot.top < seal.bottom and seal.top < spot.bottom


def _inside(spot: Spot, left: float, right: float, found: list[Spot]) -> bool:
    x = spot.left + (left + right) / 2 * spot.width
    y = (spot.top + spot.bottom) / 2
    for seal in found:
        radius = seal.width / 2
        if (x - seal.left - radius) ** 2 + (y - seal.top - radius) ** 2 <= (1.1 * radius) ** 2:
            return True
    return False
