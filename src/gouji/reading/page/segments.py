"""Strokes → long straight segments: pieces in one line with small gaps between them are one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gouji.reading.page.ink import Stroke

GAP = 3.5  # points between two pieces of one rule, as in dotted ones
SAME_LINE = 3.0  # points between two rules that are one printed doubly
SHORTEST = 5.0


class Segment(NamedTuple):
    """A rule at `at` (its x or y) from `start` to `end`."""

    at: float
    start: float
    end: float


def horizontals(strokes: Iterable[Stroke]) -> list[Segment]:
    """Level rules from top to bottom."""
    return _merged(Segment(stroke.top, stroke.left, stroke.right) for stroke in strokes if stroke.top == stroke.bottom)


def verticals(strokes: Iterable[Stroke]) -> list[Segment]:
    """Upright rules from left to right."""
    return _merged(Segment(stroke.left, stroke.top, stroke.bottom) for stroke in strokes if stroke.left == stroke.right)


def _merged(segments: Iterable[Segment]) -> list[Segment]:
    found: list[Segment] = []
    group: list[Segment] = []
    for segment in sorted(segments):
        if group and segment.at - group[0].at > SAME_LINE:
            found += _joined(group)
            group = []
        group.append(segment)
    return [segment for segment in found + _joined(group) if segment.end - segment.start >= SHORTEST]


def _joined(group: list[Segment]) -> list[Segment]:
    """The pieces of one line, those that touch made one. The longest of them tells where it lies."""
    found: list[Segment] = []
    longest = 0.0
    for at, start, end in sorted(group, key=lambda segment: segment.start):
        if found and start - found[-1].end <= GAP:
            last = found[-1]
            found[-1] = Segment(at if end - start > longest else last.at, last.start, max(last.end, end))
            longest = max(longest, end - start)
        else:
            found.append(Segment(at, start, end))
            longest = end - start
    return found
