"""Prints lines of a page with the spot each takes on it as displayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.model.inked import Inked
from gouji.model.medium import Along, Spot
from gouji.reading.page.ink import Glyph, PageInk
from gouji.reading.page.lines import Line, spelled
from gouji.reading.page.turning import as_turned
from gouji.reading.press import Press

_ALONG = (Along.RIGHT, Along.UP, Along.LEFT, Along.DOWN)


class Printer:
    """Puts the lines of one page on the press; boxes are turned back from the upright frame to the page as displayed."""

    def __init__(self, page: PageInk, press: Press) -> None:
        self._page = page
        self._press = press

    def turned(self, turns: int) -> Printer:
        """A printer of what stands so many quarter turns further on the same page."""
        return Printer(as_turned(self._page, turns, [], []), self._press)

    def line(self, line: Line) -> Inked:
        """A line of text with the edges of each of its characters."""
        return self.glyphs(line.glyphs, line.top, line.bottom)

    def glyphs(self, glyphs: Sequence[Glyph], top: float, bottom: float) -> Inked:
        text, edges, sure = spelled(glyphs)
        spot = self._spot(top, bottom, edges, tuple(sure) if self._page.scanned else ())
        if self._page.scanned and any(glyph.others for glyph in glyphs):
            spot = replace(spot, others=_others(text, glyphs))
        return self._press.line(text, spot)

    def blank(self, left: float, top: float, right: float, bottom: float) -> Inked:
        """An empty box."""
        return self._press.line("", self._spot(top, bottom, [left, right], ()))

    def _spot(self, top: float, bottom: float, edges: list[float], sure: tuple[float, ...]) -> Spot:
        page = self._page
        right, down = page.moved((edges[0] + edges[-1]) / 2, (top + bottom) / 2)
        top, bottom, edges = top + down, bottom + down, [edge + right for edge in edges]
        match page.turn:
            case 0:
                across, along = (top, bottom), edges
            case 1:
                across, along = (top, bottom), [page.height - edge for edge in edges]
            case 2:
                across, along = (page.height - bottom, page.height - top), [page.width - edge for edge in edges]
            case _:
                across, along = (page.width - bottom, page.width - top), edges
        near, far = (round(value, 1) for value in across)
        rounded = tuple(round(edge, 1) for edge in along)
        return Spot(page.number, (near, far), rounded, _ALONG[page.turn], sure=sure)


def _others(text: str, glyphs: Sequence[Glyph]) -> tuple[str, ...]:
    """For each character of the text what else it may be; spaces are ours and may be nothing else."""
    told = iter([glyph.others for glyph in glyphs if glyph.text != " "])
    return tuple("" if character == " " else next(told, "") for character in text)
