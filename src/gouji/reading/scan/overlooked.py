"""Ink beside the boxes that the network found: first and last characters they cut off, lone signs they miss."""

from __future__ import annotations

import cv2
import numpy as np

from gouji.reading.scan.finding import Spot
from gouji.reading.scan.picture import Grey, dark
from gouji.reading.scan.recognising import Line
from gouji.reading.scan.ruling import Rule

_INK = 140  # darker than noise and the shadow of a letter
_LOW, _HIGH = 3.5, 30.0  # points: the height of characters
_DASH = 3.0  # points: a sign without height must be so wide


def with_overlooked(bare: Grey, spots: list[Spot], down: list[Rule], dpi: float) -> list[Spot]:
    """The boxes, stretched over characters that they cut off, and new ones around ink in none."""
    point = dpi / 72
    taken = [list(spot) for spot in spots]
    fresh = []
    for blot in _blots(bare, point):
        middle = (blot.top + blot.bottom) / 2
        near = [box for box in taken if box[1] <= middle <= box[3]]
        if any(box[0] - point <= blot.left and blot.right <= box[2] + point for box in near):
            continue
        if own := next((box for box in near if box[0] < blot.right and blot.left < box[2]), None):
            _stretch(own, blot, [wall.at for wall in down if wall.start <= middle <= wall.end], point)
        elif not any(_covers(Spot(*box), blot) for box in taken):
            fresh.append(
                Spot(blot.left - 2 * point, blot.top - 2 * point, blot.right + 2 * point, blot.bottom + 2 * point)
            )
    return [Spot(*box) for box in taken] + [_inside(spot, bare) for spot in fresh]


def _blots(bare: Grey, point: float) -> list[Spot]:
    """Ink of the size of text, that of one word together."""
    ink = dark(bare, _INK).astype(np.uint8)
    words = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, max(3, round(2.5 * point))), np.uint8))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(words, connectivity=8)
    found = []
    for left, top, width, height, area in boxes[1:count].tolist():
        is_text = _LOW * point <= height <= _HIGH * point and area > 2 * point
        is_dash = _DASH * point <= width <= 14 * point and height >= max(2, 0.4 * point)
        if (is_text and width >= 0.8 * point) or (is_dash and height <= _HIGH * point):
            found.append(Spot(left, top, left + width, top + height))
    return found


def _covers(spot: Spot, blot: Spot) -> bool:
    """Does the box lie over most of the blot?"""
    wide = min(spot.right, blot.right) - max(spot.left, blot.left)
    high = min(spot.bottom, blot.bottom) - max(spot.top, blot.top)
    return wide > 0 and high > 0 and wide * high > 0.4 * blot.width * blot.height


def _stretch(box: list[float], blot: Spot, walls: list[float], point: float) -> None:
    """Stretch a box over a character that reaches out of it, up to the next rule."""
    middle = (box[0] + box[2]) / 2
    left = max((wall for wall in walls if wall <= middle), default=0.0)
    right = min((wall for wall in walls if wall > middle), default=float("inf"))
    box[0] = max(left, min(box[0], blot.left - point))
    box[2] = min(right, max(box[2], blot.right + point))


def _inside(spot: Spot, bare: Grey) -> Spot:
    height, width = bare.shape
    return Spot(max(0.0, spot.left), max(0.0, spot.top), min(width, spot.right), min(height, spot.bottom))


def tightened(bare: Grey, line: Line) -> Line:
    """The line with its box drawn up to its ink above and below, its characters to that at both ends."""
    spot = line.spot
    left, top = int(spot.left), int(spot.top)
    ink = dark(bare[top : round(spot.bottom), left : round(spot.right)], _INK)
    if len(columns := np.nonzero(ink.any(axis=0))[0]) and line.reads:
        first, last = (int(columns[0]) / spot.width, (int(columns[-1]) + 1) / spot.width)
        line.reads[0] = line.reads[0]._replace(left=min(max(line.reads[0].left, first), line.reads[0].right))
        line.reads[-1] = line.reads[-1]._replace(right=max(min(line.reads[-1].right, last), line.reads[-1].left))
    rows = np.nonzero(ink.sum(axis=1) >= 2)[0]
    if len(rows) and rows[-1] + 1 - rows[0] >= 0.4 * spot.height:
        line.spot = Spot(spot.left, top + int(rows[0]), spot.right, top + int(rows[-1]) + 1)
    else:
        margin = spot.height / 6
        line.spot = Spot(spot.left, spot.top + margin, spot.right, spot.bottom - margin)
    return line
