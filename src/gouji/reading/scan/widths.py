"""Are there as many characters in a figure as its ink has room for? Digits of one print are all equally wide.

The recognition runs equal digits that stand close together into one, and is sure of it: `333.09` becomes `33.09`.
How wide digits and separators are is learnt from the other figures of the page of the same height.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouji.reading.scan.finding import Spot
from gouji.reading.scan.picture import Grey, dark
from gouji.reading.scan.recognising import Line

AMISS = 0.5  # of a digit: what is off by more has a character too many or too few
_INK = 140  # darker than noise and the shadow of a letter
_FIGURE = re.compile(r"\d[\d,.]+\d")
_LEAST = 8  # figures of one height that a print is learnt from
_ROUNDS = 4
_STRAY = 2.5  # times the usual distance: what is further off is not learnt from


@dataclass(frozen=True, slots=True)
class Ink:
    """How wide the ink of a line is, and how high its digits are, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The ink of a figure, and how wide the digits and separators of its print are; `margin` is what all have in common."""

    width: float
    digit: float
    sign: float
    margin: float

    def off(self, text: str) -> float:
        """By how many digits the ink is wider than the text would be; 0 for what is no plain figure."""
        if not _FIGURE.fullmatch(text):
            return 0.0
        digits, signs = _counts(text)
        return (self.width - self.margin - digits * self.digit - signs * self.sign) / self.digit

    def is_amiss(self, text: str) -> bool:
        """Is a character missing, or one too many?"""
        return abs(self.off(text)) > AMISS


def fits(picture: Grey, lines: Sequence[Line]) -> dict[int, Fit]:
    """The fit of each line, by its index, that is a figure among enough others of its height."""
    inks = {
        index: ink
        for index, line in enumerate(lines)
        if _FIGURE.fullmatch(line.text) and (ink := ink_of(picture, line.spot))
    }
    found: dict[int, Fit] = {}
    for height in {ink.height for ink in inks.values()}:
        near = [index for index, ink in inks.items() if abs(ink.height - height) <= max(1.0, 0.06 * height)]
        learnt = _learnt([(inks[index].width, *_counts(lines[index].text)) for index in near])
        if learnt is not None:
            found |= {index: Fit(inks[index].width, *learnt) for index in near if inks[index].height == height}
    return found


def ink_of(picture: Grey, spot: Spot) -> Ink | None:
    """The ink inside a box; its height that of digits, without what hangs from a comma."""
    left, top = int(spot.left), int(spot.top)
    ink = dark(picture[top : round(spot.bottom), left : round(spot.right)], _INK)
    counts = ink.sum(axis=1)
    if not counts.any():
        return None
    rows = np.nonzero(counts >= max(2.0, 0.3 * float(np.median(counts[counts > 0]))))[0]
    columns = np.nonzero(ink.any(axis=0))[0]
    if not len(rows):
        return None
    return Ink(float(columns[-1] + 1 - columns[0]), float(rows[-1] + 1 - rows[0]))


def _counts(text: str) -> tuple[int, int]:
    digits = sum(character.isdigit() for character in text)
    return digits, len(text) - digits


def _learnt(known: list[tuple[float, int, int]]) -> tuple[float, float, float] | None:
    """Width of a digit, of a separator and of what all have in common, by least squares without strays; None for too few."""
    if len(known) < _LEAST or len({digits for _, digits, _ in known}) < 2:
        return None
    widths = np.array([width for width, _, _ in known])
    parts = np.array([[digits, signs, 1.0] for _, digits, signs in known])
    kept: NDArray[np.bool_] = np.ones(len(widths), dtype=bool)
    best = np.zeros(3)
    for _ in range(_ROUNDS):
        best = np.linalg.lstsq(parts[kept], widths[kept], rcond=None)[0]
        off = np.abs(widths - parts @ best)
        kept = off <= max(1.0, _STRAY * float(np.median(off)))
    digit, sign, margin = (float(value) for value in best)
    return (digit, sign, margin) if digit > 1 else None
