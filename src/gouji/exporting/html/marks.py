"""Spots → stretches of printed lines, and a line cut where stretches begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.model.place import Ink


@dataclass(frozen=True, slots=True)
class Mark:
    """The stretch `[start, end)` of one line that belongs to a spot; `first` where the spot begins."""

    start: int
    end: int
    spot: int
    size: int  # of the whole spot, to tell which of two is the narrower
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line with the spots that cover it, the narrowest first; `first` are those that begin here."""

    start: int
    end: int
    spots: tuple[int, ...] = ()
    first: tuple[int, ...] = ()


def marks_of(lines: Sequence[str], inks: Iterable[tuple[int, Ink]]) -> dict[int, list[Mark]]:
    """The marks of each line, counted from 1. Spots that stand on no line are left out."""
    found: dict[int, list[Mark]] = {}
    for spot, ink in inks:
        spans = list(_spans(lines, ink))
        size = sum(end - start for _, start, end in spans)
        for position, (number, start, end) in enumerate(spans):
            found.setdefault(number, []).append(Mark(start, end, spot, size, position == 0))
    return found


def _spans(lines: Sequence[str], ink: Ink) -> Iterator[tuple[int, int, int]]:
    """(line, start, end) of each line an ink touches, cut to what the line really holds."""
    first = ink.line or 0
    last = min(ink.end_line or first, len(lines))
    if not 1 <= first <= len(lines):
        return
    for number in range(first, last + 1):
        length = len(lines[number - 1])
        start = (ink.column or 1) - 1 if number == first else 0
        end = ink.end_column - 1 if number == last and ink.end_column else length
        if start < min(end, length):
            yield number, start, min(end, length)


def pieces(cuts: Iterable[int], marks: Iterable[Mark]) -> Iterator[Piece]:
    """A line cut at the given columns and at the borders of the marks, from the first cut to the last."""
    begin: dict[int, list[Mark]] = defaultdict(list)
    end: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begin[mark.start].append(mark)
        end[mark.end].append(mark)
    open_marks: dict[Mark, None] = {}
    for left, right in pairwise(sorted({*cuts, *begin, *end})):
        for mark in end[left]:
            open_marks.pop(mark, None)
        open_marks.update(dict.fromkeys(begin[left]))
        covering = sorted(open_marks, key=lambda mark: mark.size)
        spots = tuple(dict.fromkeys(mark.spot for mark in covering))
        yield Piece(left, right, spots, tuple(mark.spot for mark in covering if mark.first and mark.start == left))
