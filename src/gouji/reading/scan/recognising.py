"""Reads the lines found on a page: characters with their columns, how sure each is, and what else it may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.reading.scan import models
from gouji.reading.scan.finding import Spot
from gouji.reading.scan.picture import Grey, Numbers, dark

HEIGHT = 48
_STEP = 8  # pixels of a line for each column of the reader
_HALF = 3.0  # columns: half the width of the widest character
_LEAST, _WIDEST = 160, 3200  # pixels of a line at that height
_SPARE = 0.35  # of the height of the ink: paper left above and below it
_INK = 140  # darker than noise and the shadow of a letter
_LIKELY = 0.01  # what is less likely is no other reading
_BATCH_AREA = 48 * 320 * 8


class Read(NamedTuple):
    """One character as read: its left and right edge in parts of the line's width, how sure it is, what else it may be."""

    text: str
    left: float
    right: float
    sure: float
    others: str = ""


@dataclass(slots=True)
class Line:
    """A box with what is read in it."""

    spot: Spot
    reads: list[Read] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(read.text for read in self.reads)

    @property
    def sure(self) -> float:
        return min((read.sure for read in self.reads), default=0.0)


def read(picture: Grey, spots: list[Spot], stretch: float = 1.0, sharper: bool = False) -> list[Line]:
    """What stands in the boxes, in their order; `stretch` and `sharper` for a second look that is not as the first."""
    crops = [_crop(picture, spot, stretch) for spot in spots]
    crops = [_sharpened(crop) for crop in crops] if sharper else crops
    order = sorted(range(len(crops)), key=lambda index: crops[index].shape[1])
    found: dict[int, list[Read]] = {}
    for batch in _batches(order, crops):
        width = max(_LEAST, max(crops[index].shape[1] for index in batch))
        given = np.zeros((len(batch), HEIGHT, width), np.float32)
        for row, index in enumerate(batch):
            given[row, :, : crops[index].shape[1]] = models.centred(crops[index])
        for row, sure in enumerate(models.columns(given)):
            found[batch[row]] = decoded(sure, crops[batch[row]].shape[1] / _STEP)
    return [Line(spot, found.get(index, [])) for index, spot in enumerate(spots)]


def _crop(picture: Grey, spot: Spot, stretch: float = 1.0) -> Grey:
    left, top = max(0, int(spot.left)), max(0, int(spot.top))
    crop = _snug(picture[top : max(top + 1, round(spot.bottom)), left : max(left + 1, round(spot.right))])
    width = min(_WIDEST, max(_STEP, round(crop.shape[1] * stretch * HEIGHT / crop.shape[0])))
    return np.asarray(cv2.resize(crop, (width, HEIGHT), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _snug(crop: Grey) -> Grey:
    """A crop without most of the paper above and below its ink: the higher the paper, the closer digits are together."""
    rows = np.nonzero(dark(crop, _INK).sum(axis=1) >= 2)[0]
    if not len(rows):
        return crop
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    spare = round(_SPARE * (bottom - top))
    return crop[max(0, top - spare) : bottom + spare]


def _sharpened(crop: Grey) -> Grey:
    soft = cv2.GaussianBlur(crop, (0, 0), 2)
    return np.asarray(cv2.addWeighted(crop, 1.8, soft, -0.8, 0), dtype=np.uint8)


def _batches(order: list[int], crops: list[Grey]) -> list[list[int]]:
    """Lines of like width together, no batch larger than memory bears."""
    batches: list[list[int]] = []
    for index in order:
        area = HEIGHT * max(_LEAST, crops[index].shape[1])
        if batches and area * (len(batches[-1]) + 1) <= _BATCH_AREA:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def decoded(sure: Numbers, columns: float) -> list[Read]:
    """The characters of a line from the reader's columns, of which the first `columns` hold the line."""
    best: NDArray[np.int64] = sure.argmax(axis=1)
    fresh = np.ones(len(best), dtype=bool)
    fresh[1:] = best[1:] != best[:-1]
    starts = np.nonzero(fresh)[0].tolist()
    known = models.characters()
    spans = [
        (start, end)
        for start, end in zip(starts, [*starts[1:], len(best)], strict=True)
        if best[start] != 0 and known[best[start]].strip()
    ]
    middles = [(start + end) / 2 for start, end in spans]
    reads = []
    for (start, end), (left, right) in zip(spans, _edges(middles, columns), strict=True):
        peak = start + int(sure[start:end, best[start]].argmax())
        reads.append(
            Read(known[best[start]], left, right, float(sure[peak, best[start]]), _others(sure[peak], int(best[start])))
        )
    return reads


def _edges(middles: list[float], columns: float) -> list[tuple[float, float]]:
    """Where each character begins and ends, in parts of the line: half way to the next, but no wider than high."""
    if not middles:
        return []
    walls = [0.0, *((one + two) / 2 for one, two in pairwise(middles)), columns]
    return [
        (max(left, middle - _HALF) / columns, min(max(middle, min(right, middle + _HALF)) / columns, 1.0))
        for middle, (left, right) in zip(middles, pairwise(walls), strict=True)
    ]


def _others(sure: Numbers, best: int) -> str:
    """What else the character may be, the likeliest first."""
    known = models.characters()
    likely = [int(index) for index in np.nonzero(sure > _LIKELY)[0] if index not in (0, best)]
    return "".join(known[index] for index in sorted(likely, key=lambda index: -sure[index])[:4])


def mean_sure(lines: list[Line]) -> float:
    """How sure the characters of the lines are on the whole; 0 where there are none."""
    every = [read.sure for line in lines for read in line.reads]
    return sum(every) / len(every) if every else 0.0
