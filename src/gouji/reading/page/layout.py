"""A page → its pieces in reading order: tables where rules frame them, and the text around them."""

from __future__ import annotations

from gouji.reading.page.flow import paragraphs
from gouji.reading.page.ink import Glyph, PageInk
from gouji.reading.page.lattice import Lattice, lattices
from gouji.reading.page.lines import Line, lines
from gouji.reading.page.printing import Printer
from gouji.reading.page.table import middle, table
from gouji.reading.press import Press
from gouji.reading.run import Piece


def lay_out(page: PageInk, press: Press) -> list[Piece]:
    """The pieces of a page in reading order; all its text is printed on the press in that order."""
    frames = lattices(page.strokes)
    inside, outside = _shared_out(page.glyphs, frames)
    printer = Printer(page, press)
    filled = [
        (frame, glyphs) for frame, glyphs in zip(frames, inside, strict=True) if any(g.text != " " for g in glyphs)
    ]
    text = lines(outside)
    pieces: list[Piece] = []
    for frame, glyphs in filled:
        above = [line for line in text if line.base <= frame.top + 2]
        text = [line for line in text if line.base > frame.top + 2]
        pieces += _text(above, printer)
        pieces.append(table(frame, glyphs, printer, page.number))
    return pieces + _text(text, printer)


def _text(found: list[Line], printer: Printer) -> list[Piece]:
    return [piece for _, piece in paragraphs(found, printer)]


def _shared_out(glyphs: list[Glyph], frames: list[Lattice]) -> tuple[list[list[Glyph]], list[Glyph]]:
    """The characters inside each frame (the smallest one where frames lie in frames), and those outside of all."""
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
    return inside, outside


def _area(frame: Lattice) -> float:
    return (frame.right - frame.left) * (frame.bottom - frame.top)
