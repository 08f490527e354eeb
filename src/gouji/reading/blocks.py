"""Lines → blocks in the order of the document: paragraphs under their headings, and grids with captions and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.reading.captions import is_title
from gouji.reading.grid import Block
from gouji.reading.pages import bridged, pages_joined
from gouji.reading.paragraphs import Reader, without_markup
from gouji.reading.rows import cells, filled, framed, has_separator, is_rule, whole
from gouji.reading.run import Piece, Run
from gouji.reading.surroundings import with_captions


def blocks(lines: Sequence[Inked]) -> tuple[Block, ...]:
    """The blocks of a document whose rows are still whole lines."""
    return blocks_of(list(_pieces(_single_spaced(lines))))


def blocks_of(pieces: list[Piece], whole: bool = False) -> tuple[Block, ...]:
    """The blocks of a document whose rows are known already, as on pages and in sheets.

    With `whole` every line is a paragraph of its own.
    """
    return tuple(_blocks(pages_joined(bridged(with_captions(pieces))), whole))


def _blocks(pieces: list[Piece], whole: bool) -> Iterator[Block]:
    reader = Reader(whole)
    waiting: list[Inked] = []
    for piece in pieces:
        if isinstance(piece, Inked):
            waiting.append(piece)
            continue
        yield from reader.read(waiting)
        waiting = []
        reader.leave_contents()
        yield piece.grid(reader.chain.headings)
    yield from reader.read(waiting)


def _single_spaced(lines: Sequence[Inked]) -> Sequence[Inked]:
    """Without the blank line that some exports print after every row; between a few rows it ends a page."""
    printed = [" " if not line.text.strip() else "r" if has_separator(line) else "t" for line in lines]
    shape = "".join(printed)
    if shape.count("r r") <= shape.count("rr"):
        return lines
    between = {index for index in range(1, len(lines) - 1) if shape[index - 1 : index + 2] == "r r"}
    return [line for index, line in enumerate(lines) if index not in between]


def _pieces(lines: Sequence[Inked]) -> Iterator[Piece]:
    """Runs of rows, and between them the lines of text, blank lines left out."""
    waiting: list[Inked] = []
    for line in lines:
        if has_separator(line) and line.text.strip():
            waiting.append(line)
            continue
        yield from _run(waiting)
        waiting = []
        if line.text.strip():
            yield without_markup(line)
    yield from _run(waiting)


def _run(lines: list[Inked]) -> Iterator[Piece]:
    """The run of consecutive rows; indented text, or a list of titles with page numbers, is not a table."""
    rules = [index for index, line in enumerate(lines) if is_rule(line)]
    lines = [line for line in lines if not is_rule(line)]
    inside_frame = bool(lines) and (bool(rules) or framed(lines))
    rows = [row for line in lines if filled(row := cells(line, inside_frame))]
    if lines and "\t" in lines[0].text:
        rows = whole(rows)
    if not rows:
        return
    run = Run(rows, ruled=rules[:1] == [1])
    if _is_contents(run) or _is_text(run):
        for row in rows:
            yield Inked.join((row[column] for column in filled(row)), " ")
    else:
        yield run


def _is_text(run: Run) -> bool:
    """Is every row one piece of text, set in or out by a tab, or a sentence that happens to hold a bar?"""
    if all(len(filled(row)) == 1 and (len(row) <= 2 or is_title(row[filled(row)[0]].text)) for row in run.rows):
        return True
    return len(run.rows) == 1 and len(run.rows[0]) == 2 and run.rows[0][-1].text.endswith("。")


def _is_contents(run: Run) -> bool:
    """Are all rows titles with a page number?"""
    rows = [[row[column].text for column in filled(row)] for row in run.rows]
    return len(rows) > 2 and all(
        len(row) == 1 or (len(row) == 2 and row[1].isdigit() and len(row[1]) <= 3 and len(row[0]) > 3) for row in rows
    ) and [int(row[1]) for row in rows if len(row) == 2] == sorted(int(row[1]) for row in rows if len(row) == 2)
