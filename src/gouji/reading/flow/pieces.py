"""Tables as marked up → runs of rows and lines of text: frames that only lay out a page are no tables."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.inked import Inked
from gouji.reading.captions import is_label, is_title
from gouji.reading.flow.table import Box, Table
from gouji.reading.labels import box_labels
from gouji.reading.rows import filled
from gouji.reading.run import Piece, Run
from gouji.vocabulary.terms import plain

FEWEST_LABELS = 3  # of boxes of a form, by which a table that holds another is a form and no frame
LONGEST_LABEL = 24
MOST_CAPTIONS = 3  # rows of a frame that sets the title, body and unit of the table below side by side


def pieces(table: Table) -> Iterator[Piece]:
    """What a table is in reading order: a run of rows, or the text and the tables it lays out."""
    if _is_frame(table):
        for box in table.boxes():
            for part in box.content:
                if isinstance(part, Table):
                    yield from pieces(part)
                else:
                    yield part
        return
    captions, table = _parted(table)
    yield from captions
    rows = list(_with_inner(table))
    rows = [row for row in rows if filled(row)]
    if rows:
        yield Run(rows)


def _is_frame(table: Table) -> bool:
    """Does the table only lay out what is in it: one column, captions of the next, or tables of their own in its boxes?"""
    if len(table.starts()) < 2 or _is_captions(table):
        return True
    holds_tables = any(_is_data(inner) for box in table.boxes() for inner in box.tables())
    return holds_tables and not _is_form(table)


def _parted(table: Table) -> tuple[list[Inked], Table]:
    """The captions at the top of a table that part it otherwise than its rows do, and the table without them.

    Old Word files join a frame of captions to the table right below it: its boxes would cut columns in two.
    """
    top = 0
    while top < min(MOST_CAPTIONS, len(table.rows) - 1) and _is_captions(Table(table.rows[top : top + 1])):
        top += 1
    below = Table(table.rows[top:])
    if not top or len(below.starts()) == len(table.starts()):
        return [], table
    return [line for line in Table(table.rows[:top]).lines() if line.text.strip()], below


def _is_captions(table: Table) -> bool:
    """Are all of its few boxes captions, such as 部门：… | 单位：万元, set side by side above a table of its own?"""
    if len(table.rows) > MOST_CAPTIONS:
        return False
    texts = [line.text.strip() for line in table.lines() if line.text.strip()]
    return any(map(is_label, texts)) and all(is_label(text) or is_title(text) for text in texts)


def _is_data(table: Table) -> bool:
    """Is a table within a box one of its own: rows and columns, or a frame around such?"""
    if any(_is_data(inner) for box in table.boxes() for inner in box.tables()):
        return True
    return len(table.rows) > 1 and sum(len(row) > 1 for row in table.rows) > 1


def _is_form(table: Table) -> bool:
    """Does a table print the labels of boxes that forms have, beside the tables it holds?"""
    own = (box for box in table.boxes() if not box.tables())
    labels = {plain(text) for box in own if 0 < len(text := box.text.text) <= LONGEST_LABEL}
    return len(labels & box_labels()) >= FEWEST_LABELS


def _with_inner(table: Table) -> Iterator[list[Inked]]:
    """The rows of a table; one whose box holds a table gives that table's rows, set in where the box begins."""
    starts = table.starts()
    for boxes, cells in zip(table.rows, table.cells(), strict=True):
        held = next(((box, inner) for box in boxes for inner in box.tables() if _is_data(inner)), None)
        if held is None:
            yield cells
        else:
            yield from _set_in(held[0], held[1], cells[: starts.index(held[0].column)])


def _set_in(box: Box, inner: Table, left: list[Inked]) -> Iterator[list[Inked]]:
    beside: list[Inked] = left
    for part in box.content:
        if part is inner:
            for row in _with_inner(inner):
                yield [*beside, *row]
                beside = [Inked("", cell.runs[:1]) for cell in left]
        elif isinstance(part, Inked) and part.text.strip():
            yield [*beside, part]
            beside = [Inked("", cell.runs[:1]) for cell in left]
