"""Printed lines as HTML in which every spot is a link, in the colour of what is known of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gouji.exporting.html.marks import Mark, Piece, pieces
from gouji.exporting.html.survey import Survey
from gouji.exporting.text.lines import safe

SHORT_CELL = 12
LONG_CELL = 40

_HIDDEN = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,500})?/?>|[\u00ad\u200b-\u200d\u2060\ufeff]")
_NUMBER = re.compile(r"^[-+(（−－]?[\d０-９,，.．]+[%％)）]?$")


class Linked:
    """The lines of one document with their marks."""

    def __init__(self, lines: Sequence[str], marks: Mapping[int, list[Mark]], survey: Survey) -> None:
        self._lines = lines
        self._marks = marks
        self._survey = survey

    def line(self, number: int) -> str:
        """A whole line, counted from 1."""
        raw = self._lines[number - 1]
        return "".join(self.piece(raw, piece) for piece in self.pieces(number, (0, len(raw))))

    def pieces(self, number: int, cuts: Iterable[int]) -> Iterator[Piece]:
        """A line cut at the given columns and wherever a spot begins or ends."""
        return pieces(cuts, self._marks.get(number, ()))

    def piece(self, raw: str, piece: Piece) -> str:
        """One stretch of a line: a link where spots cover it."""
        text = html.escape(visible(raw[piece.start : piece.end]))
        if not piece.spots or not text:
            return text
        main = piece.spots[0]
        classes = classes_of(piece.spots, self._survey)
        anchor = f' id="s{main}"' if main in piece.first else ' tabindex="-1"'
        spots = " ".join(map(str, piece.spots))
        return f'<a class="{classes}" href="#s{main}"{anchor} data-s="{spots}">{text}</a>'


def classes_of(spots: Sequence[int], survey: Survey) -> str:
    """How a link to spots looks: the colour of the first, whether there is a note about any, or one may be wrong."""
    place = survey.places[spots[0]]
    classes = ["s", survey.colour(place)]
    classes += ["figure"] if survey.is_figure(place) else []
    classes += ["noted"] if any(survey.noted(survey.places[spot]) for spot in spots) else []
    told = {survey.suspicion(survey.places[spot]) for spot in spots} - {""}
    return " ".join([*classes, *sorted(told)])


def visible(raw: str) -> str:
    """A stretch of a printed line as a browser would have shown it: no tags, entities resolved, nothing that steers."""
    text = _HIDDEN.sub("", raw) if "<" in raw or not raw.isascii() else raw
    return safe(html.unescape(text) if "&" in text else text)


def kind_of_cell(text: str) -> str:
    """How a cell is set: numbers at the right, short ones in one line, long ones wide."""
    if _NUMBER.match(text):
        return "num"
    return "short" if len(text) <= SHORT_CELL else "long" if len(text) > LONG_CELL else "text"
