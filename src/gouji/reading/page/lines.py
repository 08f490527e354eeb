"""Characters → lines by their baselines, and lines → stretches of text, spaces told by gaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.reading.page.ink import Glyph

SAME_BASE = 0.34  # of the height of a character: baselines this close are one line
SMALL = 0.8  # of the height of the line: a character smaller than this can be a superscript
WORD_GAP = 0.28  # of the height: between Latin letters and digits
CHINESE_GAP = 0.62  # … and between all others
PRINTED_SPACE = 0.12  # … and where the file itself prints a space
COLUMN_GAP = 2.2  # of the height: what stands further apart is printed as separate texts
SAME_PLACE = 0.3  # of the width: a character printed twice for boldness


@dataclass(slots=True)
class Line:
    """Characters on one baseline from left to right, printed spaces included."""

    glyphs: list[Glyph]
    base: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def with_(self, part: Line) -> Line:
        """The line and what stands further right on it."""
        return _measured([*self.glyphs, *part.glyphs])


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines from top to bottom."""
    rows: list[list[Glyph]] = []
    base = reach = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - base <= reach:
            rows[-1].append(glyph)
            continue
        rows.append([glyph])
        base, reach = glyph.base, SAME_BASE * min(glyph.bottom - glyph.top, 60.0)
    found = [_line(row) for row in rows]
    return _with_superscripts([line for line in found if line.glyphs])


def _line(glyphs: list[Glyph]) -> Line:
    """The line of some characters: blank ends cut, characters printed twice taken once."""
    glyphs.sort(key=lambda glyph: glyph.left)
    kept: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text == " " and not kept:
            continue
        if not _printed_twice(kept, glyph):
            kept.append(glyph)
    while kept and kept[-1].text == " ":
        kept.pop()
    return _measured(kept)


def _measured(glyphs: list[Glyph]) -> Line:
    if not glyphs:
        return Line(glyphs, 0.0, 0.0, 0.0, 0.0, 0.0)
    bases = sorted(glyph.base for glyph in glyphs)
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    return Line(glyphs, bases[len(bases) // 2], glyphs[0].left, top, max(glyph.right for glyph in glyphs), bottom)


def _printed_twice(kept: list[Glyph], glyph: Glyph) -> bool:
    reach = SAME_PLACE * (glyph.right - glyph.left)
    for other in reversed(kept):
        if glyph.left - other.left > reach:
            return False
        if other.text == glyph.text:
            return True
    return False


def _with_superscripts(found: list[Line]) -> list[Line]:
    """Small characters raised above or sunk below a line belong to it."""
    kept: list[Line] = []
    waiting: list[Line] = []
    for line in found:
        if (before := kept[-1] if kept else None) and _hangs_on(line, before):
            kept[-1] = _joined(before, line)
            continue
        while kept and _hangs_on(kept[-1], line):
            waiting.append(kept.pop())
        for small in waiting:
            line = _joined(line, small)
        waiting = []
        kept.append(line)
    return kept


def _hangs_on(small: Line, line: Line) -> bool:
    """Is the line a few small characters within the height of another, where that prints nothing?"""
    if small.height >= SMALL * line.height or len(small.glyphs) > max(4, len(line.glyphs) // 2):
        return False
    if small.bottom <= line.top or small.top >= line.bottom or abs(small.base - line.base) > 0.6 * line.height:
        return False
    if small.right < line.left - line.height or small.left > line.right + line.height:
        return False
    starts = [glyph.left for glyph in line.glyphs]
    for glyph in small.glyphs:
        index = bisect_left(starts, (glyph.left + glyph.right) / 2)
        if (
            index
            and line.glyphs[index - 1].right > (glyph.left + glyph.right) / 2
            and line.glyphs[index - 1].text != " "
        ):
            return False
    return True


def _joined(line: Line, small: Line) -> Line:
    merged = _measured(sorted((*line.glyphs, *small.glyphs), key=lambda glyph: glyph.left))
    merged.base = line.base
    return merged


def stretches(line: Line) -> list[Line]:
    """The parts of a line that stand well apart: a label at the left and the unit at the right."""
    parts: list[list[Glyph]] = []
    right = 0.0
    reach = COLUMN_GAP * line.height
    for glyph in line.glyphs:
        if glyph.text == " ":
            if parts:
                parts[-1].append(glyph)
            continue
        if not parts or (glyph.left - right > reach):
            parts.append([])
        parts[-1].append(glyph)
        right = glyph.right
    return [_line(part) for part in _single_signs_joined(parts)]


def _single_signs_joined(parts: list[list[Glyph]]) -> list[list[Glyph]]:
    """Single characters set far apart (目　　录) are one text."""
    if len(parts) > 1 and all(sum(glyph.text != " " for glyph in part) == 1 for part in parts):
        return [[glyph for part in parts for glyph in part]]
    return parts


def spelled(glyphs: Sequence[Glyph]) -> tuple[str, list[float], list[float]]:
    """The text of characters from left to right, spaces made where gaps are; its edges, and how sure each one is.

    `edges[i]` and `edges[i + 1]` bound character i.
    """
    text: list[str] = []
    edges: list[float] = []
    sure: list[float] = []
    space = False
    right = 0.0
    for glyph in glyphs:
        if glyph.text == " ":
            space = bool(text)
            continue
        if text and _is_gap(text[-1], glyph, right, space):
            text.append(" ")
            edges.append(right)
            sure.append(1.0)
        elif text and glyph.left < right:
            right = max(edges[-1], (glyph.left + right) / 2)
        text.append(glyph.text)
        edges.append(max(glyph.left, edges[-1]) if edges else glyph.left)
        sure.append(glyph.sure)
        right, space = max(glyph.right, edges[-1]), False
    return "".join(text), [*edges, right], sure


def _is_gap(before: str, glyph: Glyph, right: float, space: bool) -> bool:
    gap = glyph.left - right
    height = glyph.bottom - glyph.top
    if space and gap > PRINTED_SPACE * height:
        return True
    if before.isascii() and glyph.text.isascii():
        return gap > WORD_GAP * height
    return gap > CHINESE_GAP * height
