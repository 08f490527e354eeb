"""Pictures as arrays: their types, and how they are made grey and even."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]  # rows, columns; 0 is black
Numbers = NDArray[np.float32]
Colour = NDArray[Any]

_COLOURED = 60  # between the strongest and the weakest of the three colours
_TINGED = 25  # … at the edge of what is coloured
_BRIGHT = 0.55  # of the paper, in its strongest colour: coloured ink; darker is black ink below it
_JOINT, _SEAL = 0.08, 0.6  # inches: gaps within a seal, the least side of one
_TILE = 1 / 12  # of an inch: larger than strokes of text, smaller than shadows


def clean(picture: Colour, dpi: float) -> Grey:
    """The picture in grey: coloured seals taken out, the paper white everywhere."""
    if picture.ndim == 2:
        return evened(np.ascontiguousarray(picture, dtype=np.uint8), dpi)
    colours = np.ascontiguousarray(picture[..., :3], dtype=np.uint8)
    grey = np.array(cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    high = colours.max(axis=2)
    colour = cv2.subtract(high, colours.min(axis=2))
    inked = _large((colour > _COLOURED).astype(np.uint8), dpi)
    if inked.any():
        paper = _paper(grey, dpi)
        near = cv2.dilate(inked, np.ones((5, 5), np.uint8)) > 0
        seal = near & (colour > _TINGED) & (high > _BRIGHT * paper)
        grey[seal] = paper[seal]
    return evened(grey, dpi)


def _large(coloured: Grey, dpi: float) -> Grey:
    """Only coloured ink as large as a seal, and what stands within: figures are printed in red as well."""
    if not coloured.any():
        return coloured
    scaled = cv2.resize(coloured * np.uint8(255), None, fx=1 / 4, fy=1 / 4, interpolation=cv2.INTER_AREA)
    small = np.asarray(scaled > 0, dtype=np.uint8)
    joint = np.ones((max(3, round(dpi * _JOINT / 4)),) * 2, np.uint8)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(
        cv2.morphologyEx(small, cv2.MORPH_CLOSE, joint), connectivity=8
    )
    near = np.zeros_like(small)
    for left, top, wide, high, _ in boxes[1:count].tolist():
        if min(wide, high) >= dpi * _SEAL / 4:
            near[max(0, top - 2) : top + high + 2, max(0, left - 2) : left + wide + 2] = 1
    large = cv2.resize(near, coloured.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(np.where(large > 0, coloured, 0), dtype=np.uint8)


def stamped(picture: Colour) -> Grey | None:
    """Where there is the red of seals: black on white; None for a page without any."""
    if picture.ndim == 2:
        return None
    red, green, blue = cv2.split(np.ascontiguousarray(picture[..., :3], dtype=np.uint8))
    over = cv2.subtract(red, cv2.max(green, blue))
    return np.asarray(np.where(over > _COLOURED, 0, 255), dtype=np.uint8) if (over > _COLOURED).any() else None


def evened(picture: Grey, dpi: float) -> Grey:
    """The picture with its paper made white everywhere: shadows and yellowed paper taken out."""
    even = cv2.divide(picture, np.maximum(_paper(picture, dpi), 1), scale=255)
    return np.asarray(even, dtype=np.uint8)


def _paper(picture: Grey, dpi: float) -> Grey:
    """How bright the paper is at every point."""
    tile = max(3, round(dpi * _TILE))
    small = cv2.resize(picture, None, fx=1 / 4, fy=1 / 4, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((tile, tile), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), tile / 2)
    paper = cv2.resize(paper, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(paper, dtype=np.uint8)


def dark(picture: Grey, level: int = 170) -> NDArray[np.bool_]:
    """Where there is ink."""
    return picture < level
