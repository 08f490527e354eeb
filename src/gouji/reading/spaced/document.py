"""Spaced text → blocks: its pages, the tables on them, and the text between whole again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.reading.blocks import blocks_of
from gouji.reading.captions import is_label, is_title
from gouji.reading.dump.printed import Printed, printed
from gouji.reading.dump.prose import paragraphs, text_width
from gouji.reading.grid import Block
from gouji.reading.run import Piece
from gouji.reading.spaced.detect import is_wide
from gouji.reading.spaced.finding import Stretch, stretches
from gouji.reading.spaced.overleaf import Leaves
from gouji.reading.spaced.table import table
from gouji.reading.spaced.words import Row, words

MOST_CAPTIONS = 8
_NUMBER = re.compile(r"^[-—–－ ]*\d{1,4}[-—–－ ]*$")
_STRAY = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")  # converters print a blank for a hair of room
_GAP = re.compile(r" {2,}")


def blocks(lines: Sequence[Inked], text: str) -> tuple[Block, ...]:
    """The blocks of a document; `text` is it as it stands in the file, form feeds included."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return blocks_of(list(_pieces(list(_pages(lines, raw)))), whole=True)


def _pages(lines: Sequence[Inked], raw: Sequence[str]) -> Iterator[list[Row]]:
    """The lines of each page, without blank ones and page numbers."""
    kept = {line.content.runs[0][1] for line in printed(lines) if line.content.runs}
    wide = is_wide(lines)
    page: list[Row] = []
    for number, line in enumerate(lines, start=1):
        written = raw[number - 1] if number <= len(raw) else line.text
        if "\x0c" in written and page:
            yield _without_number(page)
            page = []
        if number in kept and line.text.strip():
            page.append(Row(line, number, words(line, written.replace("\x0c", ""), number, wide)))
    if page:
        yield page


def _without_number(page: list[Row]) -> list[Row]:
    """The lines of a page that a form feed ends, without the number at its head or foot."""
    first = len(page) > 1 and bool(_NUMBER.match(page[0].text))
    last = len(page) > 1 and bool(_NUMBER.match(page[-1].text))
    return page[first : len(page) - last] or page


def _pieces(pages: Sequence[list[Row]]) -> Iterator[Piece]:
    found: list[list[Stretch]] = []
    for page in pages:
        found.append(stretches(page, bool(found) and found[-1][-1].is_table))
    full = text_width(
        [_line(row) for page in found for stretch in page if not stretch.is_table for row in stretch.rows]
    )
    leaves = Leaves()
    waiting: list[Row] = []
    for parts in found:
        for number, stretch in enumerate(parts):
            made = table(stretch) if stretch.is_table else None
            if made is None:
                waiting += stretch.rows
                continue
            if not waiting and number == 0 and leaves.take(made):
                continue
            yield from leaves.told()
            yield from _text(waiting, full, True)
            waiting = []
            leaves.begin(made)
        if waiting:
            yield from leaves.told()
    yield from leaves.told()
    yield from _text(waiting, full, False)


def _line(row: Row) -> Printed:
    line = row.line.strip()
    line = line.drop(match.span() for match in _STRAY.finditer(line.text)) if " " in line.text else line
    return Printed(line, len(row.line.text) - len(row.line.text.lstrip()))


def _text(rows: Sequence[Row], full: int, above_table: bool) -> Iterator[Piece]:
    """Paragraphs, and the captions right above a table each on its own."""
    end = len(rows)
    while above_table and end and len(rows) - end < MOST_CAPTIONS and _is_caption(rows[end - 1]):
        end -= 1
        if is_title(rows[end].bare):
            break
    yield from paragraphs([_line(row) for row in rows[:end]], full)
    for row in rows[end:]:
        yield from _parts(row)


def _is_caption(row: Row) -> bool:
    return is_label(row.text) or is_title(row.bare) or any(is_label(word.text) for word in row.words)


def _parts(row: Row) -> Iterator[Inked]:
    """What stands apart on a line of captions."""
    line = row.line.strip()
    if len(row.words) == 1:
        yield row.words[0].content
        return
    position = 0
    found: list[Inked] = []
    for match in [*_GAP.finditer(line.text), None]:
        part = line.cut(position, match.start() if match else None)
        position = match.end() if match else position
        if found and found[-1].text.endswith(("：", ":")) and not is_label(part.text):
            found[-1] = Inked.join((found[-1], part))
        else:
            found.append(part)
    yield from found
