"""Where in running text a table of figures stands: its captions, the lines of its header, its rows and its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gouji.reading.captions import continues_note, is_label, is_note, same_title
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import (
    is_amount_row,
    is_caption,
    is_coded_name,
    is_numbered,
    is_numbering,
    is_piece,
    is_row,
    is_weak_row,
    last_group,
)
from gouji.reading.dump.table.under_title import table_at
from gouji.reading.dump.tidy import bare
from gouji.reading.headings import is_heading, level

MOST_PIECES = 5  # lines of a name between two rows
FEWEST_AMOUNTS = 3  # names with one amount each that make a table
MOST_HEADER_LINES = 48
MOST_CAPTIONS = 6
_CLOSED = re.compile(r"[。；;！？]$")


@dataclass(slots=True)
class Stretch:
    """The lines of one table; `numbering` is the 栏次 line if there is one."""

    captions: list[Printed] = field(default_factory=list)
    header: list[Printed] = field(default_factory=list)
    numbering: Printed | None = None
    rows: list[Printed] = field(default_factory=list)
    notes: list[list[Printed]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The first caption that is no label."""
        return next((bare(line.text) for line in self.captions if not is_label(line.text)), "")

    def take(self, page: Stretch) -> bool:
        """Append a further page of the same table, without the total row it repeats; says whether it is one."""
        if (
            not self.title
            or not same_title(self.title, page.title)
            or self.notes
            or _text(page.header) != _text(self.header)
        ):
            return False
        repeated = bool(self.rows and page.rows) and self.rows[0].text == page.rows[0].text
        self.rows.extend(page.rows[repeated:])
        self.notes.extend(page.notes)
        return True


def _text(lines: Sequence[Printed]) -> str:
    return bare("".join(line.text for line in lines))


Part = Stretch | list[Printed]


def parts(lines: Sequence[Printed]) -> Iterator[Part]:
    """Running text and tables in order, the pages of one table as one."""
    last: Stretch | None = None
    for part in _parts(lines):
        if isinstance(part, Stretch):
            if last is None or not last.take(part):
                if last is not None:
                    yield last
                last = part
            continue
        if last is not None:
            yield last
            last = None
        yield part
    if last is not None:
        yield last


def _parts(lines: Sequence[Printed]) -> Iterator[Part]:
    position = index = 0
    while index < len(lines):
        if told := table_at(lines, index):
            captions, header, first, last = told
            if captions > position:
                yield list(lines[position:captions])
            stretch = Stretch(list(lines[captions:header]), list(lines[header:first]), rows=list(lines[first:last]))
            position = index = _with_notes(lines, last, stretch)
            yield stretch
            continue
        end = _rows_end(lines, index)
        if end is None:
            index += 1
            continue
        stretch, start = _with_top(lines, position, index)
        if start > position:
            yield list(lines[position:start])
        stretch.rows.extend(lines[index + (stretch.numbering is not None) : end])
        position = index = _with_notes(lines, end, stretch)
        yield stretch
    if position < len(lines):
        yield list(lines[position:])


def _rows_end(lines: Sequence[Printed], start: int) -> int | None:
    """The line after the last row of the table that begins here; None where none begins."""
    if not (is_row(lines[start]) or is_numbering(lines[start]) or _is_list(lines, start)):
        return None
    end, pieces, rows, most = start + 1, 0, 0 if is_numbering(lines[start]) else 1, 0
    most = len(last_group(lines[start]).values)
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if is_row(line) or (is_weak_row(line) and not is_caption(line)):
            end, pieces, rows = index + 1, 0, rows + 1
            most = max(most, len(last_group(line).values))
        elif is_piece(line) and pieces < MOST_PIECES and not _begins_text(lines, index):
            pieces += not is_numbered(line)
        else:
            break
    return end if rows >= 2 or most >= 3 else None


def _is_list(lines: Sequence[Printed], start: int) -> bool:
    """Rows without two figures on a line: codes and names whose boxes are blank, or names with one amount each."""
    if all(is_coded_name(line) for line in lines[start : start + 2]):
        return len(lines) > start + 1
    return len(lines) > start + 2 and all(is_amount_row(line) for line in lines[start : start + FEWEST_AMOUNTS])


def _begins_text(lines: Sequence[Printed], index: int) -> bool:
    """A heading with running text below it is no piece of a name."""
    if not is_heading(lines[index].text) or index + 1 >= len(lines):
        return False
    following = lines[index + 1]
    return not (is_row(following) or is_piece(following))


def _with_top(lines: Sequence[Printed], earliest: int, index: int) -> tuple[Stretch, int]:
    """The stretch with its header and captions, and its first line."""
    stretch = Stretch()
    if is_numbering(lines[index]):
        stretch.numbering = lines[index]
    start = index
    while start > max(earliest, index - MOST_HEADER_LINES) and _is_header(lines[start - 1]):
        start -= 1
    stretch.header = list(lines[start:index])
    top = start
    while top > max(earliest, start - MOST_CAPTIONS) and is_caption(lines[top - 1]) and not _is_chapter(lines[top - 1]):
        top -= 1
    stretch.captions = list(lines[top:start])
    return stretch, top


def _is_header(line: Printed) -> bool:
    text = line.text
    wide_header = len(line.tokens) >= 3 and not _CLOSED.search(text) and "，" not in text
    return not is_caption(line) and not _is_chapter(line) and (is_piece(line) or wide_header) and not is_note(text)


def _is_chapter(line: Printed) -> bool:
    """A heading of the text: 一、 or （一） with words of its own."""
    depth = level(line.text)
    return depth is not None and depth <= 2 and is_heading(line.text) and not is_row(line)


def _with_notes(lines: Sequence[Printed], index: int, stretch: Stretch) -> int:
    """Take the notes below the table; the line after them."""
    while index < len(lines) and (is_note(lines[index].text) or (stretch.notes and continues_note(lines[index].text))):
        note = [lines[index]]
        index += 1
        while (
            index < len(lines) and not _CLOSED.search(note[-1].text) and not is_caption(lines[index]) and len(note) < 6
        ):
            note.append(lines[index])
            index += 1
        stretch.notes.append(note)
    return index
