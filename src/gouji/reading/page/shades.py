"""Filled boxes that do the work of rules: shaded rows between upright rules, and shaded cells set side by side."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from gouji.reading.page.ink import Shade, Stroke
from gouji.reading.page.segments import Segment

TALL = 0.4  # of the height of a frame: a row as tall as this is many rows without rules
TALLEST = 36.0  # points: … unless it is lower than this
ASIDE = 6.0  # points by which a shade may miss the sides of its frame
FEWEST = 4
REGULAR = 0.5  # of the boxes of a table of shades: so many have a shade of their own


def rows_between(level: Sequence[Segment], upright: Sequence[Segment], shades: Sequence[Shade]) -> list[Segment]:
    """The edges of shaded rows that divide what the level rules of a frame leave undivided."""
    if len(upright) < 3 or not shades:
        return []
    left, right = upright[0].at, upright[-1].at
    places = sorted(
        {rule.at for rule in level} | {min(rule.start for rule in upright), max(rule.end for rule in upright)}
    )
    found = []
    for top, bottom in itertools.pairwise(places):
        if bottom - top < max(TALLEST, TALL * (places[-1] - places[0])):
            continue
        for shade in shades:
            if shade.left <= left + ASIDE and shade.right >= right - ASIDE:
                edges = (edge for edge in (shade.top, shade.bottom) if top + ASIDE < edge < bottom - ASIDE)
                found += [Segment(edge, left, right) for edge in edges]
    return sorted(found)


def outlines(shades: Sequence[Shade]) -> list[Stroke]:
    """The edges of shades as rules."""
    return [
        side
        for left, top, right, bottom in shades
        for side in (
            Stroke(left, top, right, top),
            Stroke(left, bottom, right, bottom),
            Stroke(left, top, left, bottom),
            Stroke(right, top, right, bottom),
        )
    ]


def is_table(rows: int, columns: int, cells: int, shades: int) -> bool:
    """Do shades set side by side make a table, and not only mark some words?"""
    return min(rows, columns) >= 2 and shades >= FEWEST and REGULAR * rows * columns <= cells <= 1.3 * shades
