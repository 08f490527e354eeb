"""How the published texts came to look as they do: lines broken by the page, tables cut by pages, cells parted by tabs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from slips import is_mark

# A word of the Latin script or a number is kept whole, with the mark before it.
_PIECE = re.compile(r"[\ue000-\ue0ff]*(?:[A-Za-z0-9.,%]+|.)")


def width(text: str) -> int:
    """Width in half-width columns: a Chinese character takes two."""
    return sum(0 if is_mark(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, columns: int) -> list[str]:
    """The lines a box of so many half-width columns makes of a text."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width(lines[-1]) + width(piece) > columns:
            lines.append("")
        lines[-1] += piece
    return lines


def dumped(paragraphs: Iterable[str], columns: int = 60, page: int = 34) -> str:
    """Paragraphs as a PDF gives them up: a blank line between lines, a page break as a line that begins with a blank."""
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, columns)]
    text = ""
    for number, line in enumerate(lines):
        text += (" " if number % page == 0 else "\n" if number else "") + line + "\n"
    return text


def row(*cells: str) -> str:
    """One row of a table, its cells parted by tabs."""
    return "\t".join(cells)


def paged(heading: Sequence[str], header: Sequence[str], rows: Sequence[str], total: str = "", page: int = 12) -> str:
    """A table cut by pages: the heading, the header rows and the total row are printed on every one of them."""
    pages = []
    for start in range(0, len(rows), page):
        table = [*header, *([total] if total else []), *rows[start : start + page]]
        pages.append("\n\n".join([*heading, "\n".join(table)]))
    return "\n\n".join(pages)
