"""Prints a document that is no plain text as lines, so that ink is line and column everywhere, and remembers where each lies."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.model.medium import Medium, Page, Spot
from gouji.reading.run import Piece


class Press:
    """Lines in the order in which they are met, each with its spot."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.spots: list[Spot] = []

    def line(self, text: str, spot: Spot) -> Inked:
        """Print one line; the text comes back with its ink. A blank one is printed too: an empty box has its place."""
        self.lines.append(text)
        self.spots.append(spot)
        return Inked.at(text, len(self.lines))


@dataclass(frozen=True, slots=True)
class Source:
    """What the reader of a format makes of a file: text lines and runs of table rows in reading order.

    `lines` and `spots` are those of the press, one for one. `doubts` are remarks on the whole: where, and what to say;
    with True when a figure may be lost by it. `whole` tells that every text line is a whole paragraph: none is to be
    joined to the next.
    """

    medium: Medium
    pieces: list[Piece]
    lines: list[str]
    spots: list[Spot]
    pages: list[Page] = field(default_factory=list)
    doubts: list[tuple[Inked, str, bool]] = field(default_factory=list)
    whole: bool = False
