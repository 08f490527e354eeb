"""Straight rules in a picture of a page: where long thin ink runs, however broken, faint or close to text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.reading.scan.picture import Grey

Mask = NDArray[np.uint8]

_FAINT = 205  # grey of the faintest rule: a hairline at 150 dpi is half paper
_TRACE = 14  # darker than paper by so much on the mean: a rule that is hardly printed
_PAPER = 10  # paper is no darker than this on the mean
_LONG = 0.26  # inches: the shortest horizontal rule
_TALL = 0.13  # inches: the shortest vertical rule, a row of a dense table
_THICK = 3 / 72  # inches: what is thicker is no rule
_CROWDED = 0.3  # of a rule's length: so much of its neighbourhood may be ink
_PLAINLY = 0.5  # inches: what is so tall is no stroke of a character
_TALLER = 0.3  # inches: taller than the characters of a table
_WIDE = 1.2  # inches: the narrowest table
_GAP = 3.5 / 72  # inches between the pieces of one rule


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in pixels: it runs from `start` to `end` at `at`, `thick` pixels thick."""

    at: float
    start: float
    end: float
    thick: float

    @property
    def length(self) -> float:
        return self.end - self.start


def rules(picture: Grey, dpi: float) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and the vertical rules that make tables."""
    across = _lines(picture, dpi, _LONG)
    down = _lines(np.ascontiguousarray(picture.T), dpi, _TALL)
    across, down = large(*meeting(across, down, dpi), dpi)
    return ended(across, down, dpi), ended(down, across, dpi)


def _lines(picture: Grey, dpi: float, shortest: float) -> list[Rule]:
    """The horizontal lines of a picture, the pieces of one joined."""
    length = max(8, round(dpi * shortest))
    ink: Mask = (picture < _FAINT).astype(np.uint8)
    bridged = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, max(2, round(dpi / 75))), np.uint8))
    swollen = np.asarray(cv2.dilate(bridged, np.ones((3, 1), np.uint8)), dtype=np.uint8)  # a line wanders by a pixel
    kept = _open(swollen, length)
    pieces = [piece for piece in _pieces(kept, dpi, 2) if _alone(ink, piece, dpi)]
    faint = _open(_faint(picture, dpi, length), length)
    found = [_trimmed(picture, piece) for piece in _pieces(faint, dpi, 0) if not _known(piece, pieces, dpi)]
    return joined(pieces + [piece for piece in found if piece.length >= 2 * length], dpi)


def _open(mask: Mask, length: int) -> Mask:
    """What of a mask runs on for so long."""
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)), dtype=np.uint8)


def _pieces(mask: Mask, dpi: float, swollen: int) -> Iterator[Rule]:
    """The long thin shapes of a mask."""
    count, _, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for left, top, width, height, area in boxes[1:count].tolist():
        thick = max(1.0, area / width - swollen)
        if thick <= max(3.0, dpi * _THICK) and height <= max(8, dpi * 0.08):
            yield Rule(top + height / 2, left, left + width, thick)


def _faint(picture: Grey, dpi: float, length: int) -> Mask:
    """Where the ink of so much length together is darker than the paper above and below: rules that are hardly printed."""
    mean = cv2.blur(255 - picture, (length, 1)).astype(np.int16)
    far = max(3, round(dpi * 1.8 / 72))
    above, below = np.roll(mean, far, axis=0), np.roll(mean, -far, axis=0)
    clear = np.minimum(above, below) < _PAPER
    found: Mask = ((mean > _TRACE) & clear & (np.maximum(above, below) < mean * 0.6)).astype(np.uint8)
    found[:far], found[-far:] = 0, 0
    return found


def _known(piece: Rule, rules: list[Rule], dpi: float) -> bool:
    """Is the piece part of a rule that was found already?"""
    near = dpi * 2 / 72
    return any(
        abs(rule.at - piece.at) <= near and rule.start - near <= piece.start and piece.end <= rule.end + 8 * near
        for rule in rules
    )


def _trimmed(picture: Grey, rule: Rule) -> Rule:
    """The rule without what the mean over its length added at its ends."""
    level, start, end = round(rule.at), round(rule.start), round(rule.end)
    band = 255 - picture[max(0, level - 2) : level + 3, start:end]
    dark = cv2.blur(band.max(axis=0)[None], (5, 1))[0]
    inked = np.nonzero(dark > max(_TRACE, 0.5 * float(np.median(dark))))[0]
    if not len(inked):
        return replace(rule, end=rule.start)
    return replace(rule, start=rule.start + int(inked[0]), end=rule.start + int(inked[-1]) + 1)


def _alone(ink: Mask, rule: Rule, dpi: float) -> bool:
    """Is there paper along both sides, or along one of a long rule? Strokes of large characters are crossed by others."""
    reach = round(rule.thick / 2 + max(2, dpi * 1.2 / 72))
    start, end = round(rule.start), round(rule.end)
    levels = [level for level in (round(rule.at) - reach, round(rule.at) + reach) if 0 <= level < ink.shape[0]]
    inked = sorted(float(ink[level, start:end].mean()) for level in levels) or [0.0]
    return inked[0] <= _CROWDED and (inked[-1] <= _CROWDED or rule.length >= dpi * _PLAINLY)


def joined(pieces: list[Rule], dpi: float) -> list[Rule]:
    """Pieces at one level with small gaps between them are one rule."""
    near = max(2.0, dpi * 1.6 / 72)
    done: list[Rule] = []
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.at)):
        for index, other in enumerate(done):
            if abs(other.at - piece.at) <= near and piece.start - other.end <= dpi * _GAP:
                done[index] = _merged(other, piece)
                break
        else:
            done.append(piece)
    return done


def _merged(one: Rule, two: Rule) -> Rule:
    share = two.length / max(1.0, one.length + two.length)
    at = one.at * (1 - share) + two.at * share
    return Rule(at, min(one.start, two.start), max(one.end, two.end), max(one.thick, two.thick))


def meeting(across: list[Rule], down: list[Rule], dpi: float) -> tuple[list[Rule], list[Rule]]:
    """Only rules that meet others: an underline, the stroke of a large character or a dash meets none."""
    near = dpi * 4 / 72
    while True:
        kept_down = [rule for rule in down if _crossings(rule, across, near) >= 2 and _reaches(rule, across, dpi)]
        kept_across = [rule for rule in across if _crossings(rule, kept_down, near) >= 2]
        if len(kept_across) == len(across) and len(kept_down) == len(down):
            return across, down
        across, down = kept_across, kept_down


def _reaches(wall: Rule, across: list[Rule], dpi: float) -> bool:
    """Does a short wall touch a rule with both ends? The stroke of a character between two rules does not."""
    if wall.length >= dpi * _PLAINLY:
        return True
    # A long rule wanders on a scan; what is taller than any character may end a little off its mean level.
    touch = max(2.0, dpi * (2.5 if wall.length >= dpi * _TALLER else 1.2) / 72)
    levels = [level.at for level in across if level.start - touch <= wall.at <= level.end + touch]
    return all(any(abs(end - level) <= touch for level in levels) for end in (wall.start, wall.end))


def large(across: list[Rule], down: list[Rule], dpi: float) -> tuple[list[Rule], list[Rule]]:
    """Without small frames that stand alone: square seals, boxes to tick, large characters."""
    near = dpi * 4 / 72
    groups: list[tuple[set[int], set[int]]] = []
    for index, rule in enumerate(across):
        touched = {other for other, wall in enumerate(down) if _meet(rule, wall, near)}
        together = [group for group in groups if group[1] & touched]
        groups = [group for group in groups if group not in together]
        levels, walls = {index}, touched
        for group in together:
            levels, walls = levels | group[0], walls | group[1]
        groups.append((levels, walls))
    kept = [group for group in groups if _extent([across[index] for index in group[0]]) >= dpi * _WIDE]
    levels = {index for group in kept for index in group[0]}
    walls = {index for group in kept for index in group[1]}
    return [across[index] for index in sorted(levels)], [down[index] for index in sorted(walls)]


def ended(rules: list[Rule], crossing: list[Rule], dpi: float) -> list[Rule]:
    """The rules cut where they alone run on past the last one that they cross, into text that follows.

    Where several run on together a frame is open: a row that the end of the page cuts.
    """
    near = dpi * 4 / 72
    spans = [_crossed(rule, crossing, near) for rule in rules]
    low_ends = [first for rule, (first, _) in zip(rules, spans, strict=True) if rule.start < first - near]
    high_ends = [last for rule, (_, last) in zip(rules, spans, strict=True) if rule.end > last + near]
    made = []
    for rule, (first, last) in zip(rules, spans, strict=True):
        if rule.start < first - near and sum(abs(end - first) <= near for end in low_ends) < 2:
            rule = replace(rule, start=first)
        if rule.end > last + near and sum(abs(end - last) <= near for end in high_ends) < 2:
            rule = replace(rule, end=last)
        made.append(rule)
    return made


def _crossed(rule: Rule, crossing: list[Rule], near: float) -> tuple[float, float]:
    """The first and the last of the rules that one meets."""
    met = [other.at for other in crossing if _meet(rule, other, near)]
    return (min(met), max(met)) if met else (rule.start, rule.end)


def _extent(rules: list[Rule]) -> float:
    return max(rule.end for rule in rules) - min(rule.start for rule in rules)


def _meet(level: Rule, wall: Rule, near: float) -> bool:
    return wall.start - near <= level.at <= wall.end + near and level.start - near <= wall.at <= level.end + near


def _crossings(rule: Rule, others: list[Rule], near: float) -> int:
    return sum(_meet(rule, other, near) for other in others)


def without(picture: Grey, across: list[Rule], down: list[Rule]) -> Grey:
    """The picture with the rules painted out."""
    bare = picture.copy()
    for rule in across:
        level, along = _painted(rule)
        bare[level, along] = 255
    for rule in down:
        level, along = _painted(rule)
        bare[along, level] = 255
    return bare


def _painted(rule: Rule) -> tuple[slice, slice]:
    reach = rule.thick / 2 + 1.5
    return slice(max(0, round(rule.at - reach)), round(rule.at + reach) + 1), slice(
        max(0, round(rule.start)), round(rule.end)
    )
