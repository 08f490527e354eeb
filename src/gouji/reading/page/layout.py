"""A page → its pieces in reading order: tables where rules frame them, and the text around them."""

from __future__ import annotations

from gouji.reading.page import unruled
from gouji.reading.page.flow import Margins, paragraphs
from gouji.reading.page.furniture import without_page_number
from gouji.reading.page.ink import Glyph, PageInk
from gouji.reading.page.lattice import Lattice, lattices
from gouji.reading.page.lines import Line, lines, stretches
from gouji.reading.page.printing import Printer
from gouji.reading.page.segments import horizontals
from gouji.reading.page.table import middle, table
from gouji.reading.page.turning import Aside, Turned, size, turned
from gouji.reading.press import Press
from gouji.reading.run import Piece

BESIDE, BELOW = 6.0, 30.0  # points

Framed = tuple[Lattice, list[Glyph], Aside]


def lay_out(page: PageInk, press: Press) -> list[Piece]:
    """The pieces of a page in reading order; all its text is printed on the press in that order."""
    frames = lattices(page.strokes, page.shades)
    frames = [frame for frame in frames if not frame.shaded or _has_rows_of_figures(frame, page.glyphs, frames)]
    aside = turned(page, frames) if page.turned else Turned([[] for _ in frames])
    for glyph, x, y in page.astray:
        if (index := next((at for at, frame in enumerate(frames) if frame.holds(x, y)), None)) is not None:
            aside.inside[index].append((0, glyph, x, y))
    framed, outside = _shared_out(page.glyphs, frames, aside.inside)
    low = min((frame.top for frame, *_ in framed), default=size(page)[1])
    high = max((frame.bottom for frame, *_ in framed), default=0.0)
    text = without_page_number(lines(outside), size(page)[1], low, high)
    pieces = _Page(page, press, text).pieces(framed)
    for rest in aside.rest:
        pieces += lay_out(rest, press)
    return pieces


class _Page:
    """Puts tables and text of a page in order."""

    def __init__(self, page: PageInk, press: Press, text: list[Line]) -> None:
        self._printer = Printer(page, press)
        self._number = page.number
        self._text = text
        self._margins = Margins.of(text)
        self._rules = horizontals(page.strokes)

    def pieces(self, framed: list[Framed]) -> list[Piece]:
        found: list[Piece] = []
        for row in _side_by_side(framed):
            top = min(frame.top for frame, *_ in row)
            above = [line for line in self._text if line.base <= top + 2]
            self._text = [line for line in self._text if line.base > top + 2]
            own = self._own_captions(above, row)
            found += self._paragraphs(above)
            for (frame, glyphs, aside), captions in zip(row, own, strict=True):
                found += self._paragraphs(captions)
                found.append(table(frame, glyphs, self._printer, self._number, aside))
        return found + self._paragraphs(self._text)

    def _paragraphs(self, found: list[Line]) -> list[Piece]:
        """Lines that nothing frames: tables without upright rules, and paragraphs."""
        pieces: list[Piece] = []
        for stretch in unruled.stretches(found):
            made = unruled.table(stretch, self._rules, self._printer, self._number) if stretch.is_table else None
            pieces += [made] if made else paragraphs(stretch.lines, self._printer, self._margins)
        return pieces

    def _own_captions(self, above: list[Line], row: list[Framed]) -> list[list[Line]]:
        """Takes from the lines above tables that stand side by side those that lie over one of them only."""
        own: list[list[Line]] = [[] for _ in row]
        while len(row) > 1 and above:
            parts = stretches(above[-1])
            over = [_over(part, row) for part in parts]
            if None in over or (len(parts) == 1 and over[0] == 0 and not any(own[1:])):
                break
            for part, index in zip(reversed(parts), reversed(over), strict=True):
                own[index or 0].insert(0, part)
            above.pop()
        return own


def _over(part: Line, row: list[Framed]) -> int | None:
    """Which of the tables the text stands over; None where over more than one or none."""
    for index, (frame, *_) in enumerate(row):
        if frame.left - 12 <= part.left and part.right <= frame.right + 12:
            return index
    return None


def _side_by_side(framed: list[Framed]) -> list[list[Framed]]:
    """The tables from top to bottom, those beside one another together, from left to right."""
    rows: list[list[Framed]] = []
    for entry in framed:
        frame = entry[0]
        if rows and all(_beside(frame, other) for other, *_ in rows[-1]):
            rows[-1].append(entry)
        else:
            rows.append([entry])
    for row in rows:
        row.sort(key=lambda entry: entry[0].left)
    return rows


def _beside(frame: Lattice, other: Lattice) -> bool:
    shared = min(frame.bottom, other.bottom) - max(frame.top, other.top)
    apart = frame.left >= other.right or frame.right <= other.left
    return apart and shared > 0.3 * min(frame.bottom - frame.top, other.bottom - other.top)


def _shared_out(glyphs: list[Glyph], frames: list[Lattice], aside: list[Aside]) -> tuple[list[Framed], list[Glyph]]:
    """Each frame that holds text (the smallest one where frames lie in frames), and the characters outside of all."""
    order = sorted(range(len(frames)), key=lambda index: _area(frames[index]))
    inside: list[list[Glyph]] = [[] for _ in frames]
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, middle(glyph)
        for index in order:
            if frames[index].holds(x, y):
                inside[index].append(glyph)
                break
        else:
            outside.append(glyph)
    held = [
        (frame, found, turned_text)
        for frame, found, turned_text in zip(frames, inside, aside, strict=True)
        if turned_text or any(glyph.text != " " for glyph in found)
    ]
    return held, outside


def _has_rows_of_figures(frame: Lattice, glyphs: list[Glyph], frames: list[Lattice]) -> bool:
    """Do shades hold a table of their own: figures in several rows, none just below, and no ruled table beside it?"""
    if any(abs(frame.top - other.bottom) < BESIDE or abs(other.top - frame.bottom) < BESIDE for other in frames):
        return False
    figures = [glyph for glyph in glyphs if glyph.text.isdigit() and frame.left < glyph.left < frame.right]
    rows = {frame.cell_at(glyph.left, middle(glyph)).row for glyph in figures if frame.holds(glyph.left, middle(glyph))}
    below = any(frame.bottom < middle(glyph) < frame.bottom + BELOW for glyph in figures)
    return len(rows) >= 2 and not below


def _area(frame: Lattice) -> float:
    return (frame.right - frame.left) * (frame.bottom - frame.top)
