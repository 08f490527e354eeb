"""Text with HTML tables in it → lines: a table row becomes one line, its cells separated by tabs, merged cells blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gouji.model.inked import Inked

MOST_COLUMNS = 200
MOST_ROWS_SPANNED = 2_000

_MARK = re.compile(
    r"<!--[^<>]{0,2000}-->"
    r"|<(?P<close>/?)(?P<tag>table|thead|tbody|tfoot|tr|td|th|caption|p|div|br|h[1-6]|li|title|script|style)"
    r"(?:\s(?P<rest>[^<>]{0,2000}))?/?>|</?(?:html|head|body|meta|link)(?:\s[^<>]{0,2000})?/?>|<!doctype[^<>]{0,200}>",
    re.I,
)
_SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?(\d{1,6})", re.I)
_TABLE_ROW = re.compile(r"<t[rd]\b", re.I)


def has_tables(text: str) -> bool:
    """Does the text hold rows of an HTML table?"""
    return _TABLE_ROW.search(text) is not None


@dataclass
class _Reader:
    """Where the reading of the markup stands. `row` is None outside a row, `cell` the box that text goes to."""

    line: list[Inked] = field(default_factory=list)
    row: list[Inked] | None = None
    cell: int | None = None
    covered: dict[int, int] = field(default_factory=dict)  # column → rows that a merged cell still reaches down
    depth: int = 0
    hidden: bool = False  # within a script or style sheet

    def take(self, pieces: list[Inked]) -> Iterator[Inked]:
        """Take text. Outside a row every line of the source is a line."""
        if self.hidden:
            return
        for number, piece in enumerate(pieces):
            if number and self.row is None:
                yield self.flushed()
            if piece:
                self.line.append(piece)

    def mark(self, tag: str, closing: bool, rest: str, spot: Inked) -> Iterator[Inked]:
        """Take a tag, and the spot behind it. A table within a cell is its text."""
        if tag in ("script", "style"):
            self.hidden = not closing
        if tag == "table":
            self.depth = max(0, self.depth + (-1 if closing else 1))
        if self.depth > 1:
            return
        if tag in ("table", "tr"):
            yield self.row_ended() if self.row is not None else self.flushed()
            if tag == "table":
                self.covered.clear()
            self.row = [] if tag == "tr" and not closing else None
        elif tag in ("td", "th"):
            self.cell_ended()
            if not closing:
                self.cell_begun(rest, spot)
        elif self.row is None:
            yield self.flushed()

    def cell_begun(self, rest: str, spot: Inked) -> None:
        """A cell takes the next free box and, where it is merged, leaves the others it covers blank."""
        self.row = self.row if self.row is not None else []
        self.skip_covered()
        self.cell = len(self.row)
        spans = {which.lower(): int(number) for which, number in _SPAN.findall(rest)}
        wide = max(1, min(spans.get("col", 1), MOST_COLUMNS - self.cell))
        self.row.extend(spot for _ in range(wide))
        if (tall := min(spans.get("row", 1), MOST_ROWS_SPANNED)) > 1:
            self.covered.update(dict.fromkeys(range(self.cell, self.cell + wide), tall - 1))

    def cell_ended(self) -> None:
        content = self.flushed().strip()
        if self.row is not None and self.cell is not None and content:
            self.row[self.cell] = Inked(content.text.replace("\t", " "), content.runs)
        self.cell = None

    def skip_covered(self) -> None:
        row = self.row if self.row is not None else []
        while self.covered.get(len(row), 0) and len(row) < MOST_COLUMNS:
            self.covered[len(row)] -= 1
            row.append(Inked(""))

    def row_ended(self) -> Inked:
        """The row as one line."""
        self.cell_ended()
        self.skip_covered()
        cells, self.row = self.row or [], None
        # A tab takes the spot of the cell behind it, so that a blank one has its place.
        return Inked.join([part for cell in cells for part in (Inked("\t", cell.runs[:1]), cell)][1:])

    def flushed(self) -> Inked:
        """What has come since the last line or cell ended."""
        parts, self.line = self.line, []
        return Inked.join(parts)


def lines(text: str) -> Iterator[Inked]:
    """The lines of a text in which some are rows of HTML tables; tags within lines are left to the ordinary cleaning.

    `text` has plain newlines. Ink counts lines and columns of the source.
    """
    reader = _Reader()
    source = _Source(text)
    for mark in _MARK.finditer(text):
        yield from reader.take(source.until(mark.start()))
        source.until(mark.end())
        if mark["tag"]:
            yield from reader.mark(mark["tag"].lower(), bool(mark["close"]), mark["rest"] or "", source.spot)
    yield from reader.take(source.until(len(text)))
    yield reader.row_ended() if reader.row is not None else reader.flushed()


@dataclass
class _Source:
    """The text and how far it has been read."""

    text: str
    position: int = 0
    line: int = 1
    line_start: int = 0

    def until(self, end: int) -> list[Inked]:
        """The stretch up to `end`, one piece for each line it touches."""
        pieces: list[Inked] = []
        while (newline := self.text.find("\n", self.position, end)) >= 0:
            pieces.append(self._piece(newline))
            self.position = self.line_start = newline + 1
            self.line += 1
        pieces.append(self._piece(end))
        self.position = end
        return pieces

    @property
    def spot(self) -> Inked:
        return self._piece(self.position)

    def _piece(self, end: int) -> Inked:
        return Inked.at(self.text[self.position : end], self.line, self.position - self.line_start + 1)
