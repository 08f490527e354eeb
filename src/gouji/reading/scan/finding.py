"""Where text stands on a page: boxes of lines, cut at the rules, and ink that the network overlooked."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from gouji.reading.scan import models
from gouji.reading.scan.picture import Grey
from gouji.reading.scan.ruling import Rule

_DPI = 200  # at which the network looks at a page
_LIKELY = 0.3
_SURE = 0.45
_SWELL = 1.6  # the network marks the heart of a line: how far the line reaches beyond, by area over girth


class Spot(NamedTuple):
    """A box in pixels: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def lines(picture: Grey, dpi: float) -> list[Spot]:
    """The boxes of the lines of text."""
    height, width = picture.shape
    scale = min(_DPI / dpi, 1.5)
    rows, columns = (max(32, round(side * scale / 32) * 32) for side in (height, width))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    given = cv2.resize(picture, (columns, rows), interpolation=method)
    marked = models.marks(models.centred(np.asarray(given, dtype=np.uint8)))
    likely = cv2.dilate((marked > _LIKELY).astype(np.uint8), np.ones((2, 2), np.uint8))
    count, names, boxes, _ = cv2.connectedComponentsWithStats(likely, connectivity=8)
    sums = np.bincount(names.ravel(), weights=marked.ravel(), minlength=count)
    found = []
    for index in range(1, count):
        left, top, wide, high, area = (int(value) for value in boxes[index])
        if min(wide, high) >= 3 and sums[index] / area >= _SURE:
            grow = wide * high * _SWELL / (2 * (wide + high))
            spot = (left - grow, top - grow, left + wide + grow, top + high + grow)
            found.append(_scaled(spot, width / columns, height / rows, width, height))
    return found


def _scaled(spot: tuple[float, float, float, float], across: float, down: float, width: int, height: int) -> Spot:
    left, top, right, bottom = spot
    return Spot(max(0.0, left * across), max(0.0, top * down), min(width, right * across), min(height, bottom * down))


def cut(spots: list[Spot], across: list[Rule], down: list[Rule], dpi: float) -> list[Spot]:
    """The boxes cut where a rule passes through them."""
    pieces = []
    for spot in spots:
        middle = (spot.top + spot.bottom) / 2
        walls = sorted(r.at for r in down if spot.left < r.at < spot.right and r.start <= middle <= r.end)
        for left, right in zip([spot.left, *walls], [*walls, spot.right], strict=True):
            pieces.extend(_cut_level(Spot(left, spot.top, right, spot.bottom), across, dpi))
    return pieces


def _cut_level(spot: Spot, across: list[Rule], dpi: float) -> list[Spot]:
    middle = (spot.left + spot.right) / 2
    floors = sorted(r.at for r in across if spot.top < r.at < spot.bottom and r.start <= middle <= r.end)
    parts = [
        Spot(spot.left, top, spot.right, bottom)
        for top, bottom in zip([spot.top, *floors], [*floors, spot.bottom], strict=True)
    ]
    least = dpi * 3 / 72
    return [part for part in parts if part.height >= least and part.width >= dpi * 1.5 / 72]
