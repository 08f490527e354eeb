"""Pictures as arrays: their types, and how they are made grey, even and upright."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]  # rows, columns; 0 is black
Numbers = NDArray[np.float32]
Colour = NDArray[Any]

_SEAL_SATURATION = 70
_PAPER_TILE = 1 / 6  # of an inch: larger than strokes of text, smaller than shadows


def grey(picture: Colour) -> Grey:
    """The picture without colour; what is printed in red or blue (seals, stamps) becomes paper."""
    if picture.ndim == 2:
        return np.ascontiguousarray(picture, dtype=np.uint8)
    colours = np.ascontiguousarray(picture[..., :3], dtype=np.uint8)
    plain: Grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    high, low = colours.max(axis=2), colours.min(axis=2)
    inked = (high.astype(np.int16) - low) > _SEAL_SATURATION
    # Black under a seal stays dark in every channel; a seal on paper is bright in its own.
    plain[inked] = high[inked]
    seals = inked & (high > 140)
    plain[seals] = 255
    return plain


def evened(picture: Grey, dpi: float) -> Grey:
    """The picture with its paper made white everywhere: shadows and yellowed paper taken out."""
    small = max(1, round(dpi * _PAPER_TILE / 2))
    tiles = cv2.resize(picture, None, fx=1 / 4, fy=1 / 4, interpolation=cv2.INTER_AREA)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (small, small))
    paper = cv2.morphologyEx(tiles, cv2.MORPH_CLOSE, kernel)
    paper = cv2.GaussianBlur(paper, (0, 0), small / 2)
    paper = cv2.resize(paper, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(picture, np.maximum(paper, 1), scale=255)
    return np.asarray(even, dtype=np.uint8)


def dark(picture: Grey, level: int = 170) -> NDArray[np.bool_]:
    """Where there is ink."""
    return picture < level
