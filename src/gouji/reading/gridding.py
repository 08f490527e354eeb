"""Runs of table rows → grids: captions and notes are taken from around them, copies on several pages become one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.captions import can_be_title, continues_note, is_label, is_note, is_title, same_title
from gouji.reading.grid import Grid, rectangular
from gouji.reading.headings import is_heading, starts_new
from gouji.reading.rows import filled

_SPACE = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_CLOSED = re.compile(r"[。；;！？]$")
MOST_CAPTIONS = 8
_TOTAL = ("合计", "总计", "总额")


@dataclass(slots=True)
class Run:
    """Consecutive rows of a table while it is put together. `apart` tells that a blank line stands before it."""

    rows: list[list[Inked]] = field(default_factory=list)
    captions: list[Inked] = field(default_factory=list)
    notes: list[Inked] = field(default_factory=list)
    doubts: list[tuple[Inked, str]] = field(default_factory=list)
    ruled: bool = False  # a Markdown header of its own

    @property
    def title(self) -> str:
        return next((caption.text for caption in self.captions if not is_label(caption.text)), "")

    @property
    def body(self) -> str:
        named = (_plain(line.text) for line in self.captions if line.text.startswith(("部门", "编制", "单位名称")))
        return next(named, "")

    def grid(self, headings: tuple[str, ...]) -> Grid:
        """The finished grid under its headings."""
        return Grid(rectangular(self.rows), tuple(self.captions), tuple(self.notes), headings, tuple(self.doubts))


Piece = Inked | Run


def with_captions(pieces: list[Piece]) -> list[Piece]:
    """Every run with the lines that belong to it: labels and title above, notes below, be they printed as rows."""
    found: list[Piece] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        if isinstance(piece, Run):
            _take_rows_as_captions(piece)
            piece.captions[:0] = _captions_above(found, bool(piece.captions))
            while position < len(pieces) and _belongs_below(piece, pieces[position]):
                note = pieces[position]
                assert isinstance(note, Inked)
                piece.notes.append(note)
                position += 1
        found.append(piece)
    return found


def _captions_above(found: list[Piece], titled: bool) -> list[Inked]:
    """Takes the caption lines off the end of what is found so far."""
    taken: list[Inked] = []
    while found and len(taken) < MOST_CAPTIONS:
        line = found[-1]
        if not isinstance(line, Inked):
            break
        text = line.text
        if is_label(text):
            pass
        elif not titled and (is_title(text) or (can_be_title(text) and not is_heading(text) and not starts_new(text))):
            titled = True
        else:
            break
        found.pop()
        taken.insert(0, line)
    return taken


def _take_rows_as_captions(run: Run) -> None:
    """Rows at the top that hold only a title or labels, as spreadsheets print them, are captions; notes likewise."""
    while len(run.rows) > 1:
        texts = [run.rows[0][column] for column in filled(run.rows[0])]
        if not 0 < len(texts) <= 3 or not all(is_label(cell.text) or _title_row(cell, run.rows[0]) for cell in texts):
            break
        if len(texts) == 1 and len(run.rows[0]) == 2 and not is_title(texts[0].text):
            break  # a form's own box: 单位名称：|
        run.captions.extend(texts)
        del run.rows[0]
    while len(run.rows) > 1 and (columns := filled(run.rows[-1])) and len(columns) == 1:
        cell = run.rows[-1][columns[0]]
        if not is_note(cell.text) and not (run.notes and continues_note(cell.text)):
            break
        run.notes.insert(0, cell)
        del run.rows[-1]


def _title_row(cell: Inked, row: list[Inked]) -> bool:
    return is_title(cell.text) and len(filled(row)) == 1 and len(row) > 1


def _belongs_below(run: Run, piece: Piece) -> bool:
    if not isinstance(piece, Inked):
        return False
    return is_note(piece.text) or (bool(run.notes) and continues_note(piece.text))


def pages_joined(pieces: list[Piece]) -> list[Piece]:
    """Copies of one table on several pages as one run."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, Run) and isinstance(last, Run) and not last.notes and _append(last, piece):
            last.notes.extend(piece.notes)
            continue
        found.append(piece)
    return found


def _append(run: Run, page: Run) -> bool:
    """Append the rows of the next page if it continues the run; says whether it did."""
    if page.ruled and not page.captions or (run.body and page.body and run.body != page.body):
        return False
    if run.title and page.title and not same_title(run.title, page.title):
        return False
    repeated = _repeated_rows(run.rows, page.rows)
    if not repeated and (page.title or not _same_shape(run, page)):
        return False
    rows = page.rows[repeated:]
    if repeated:
        _doubt_total(run, rows, repeated)
    if rows and continues(run.rows[-1], rows[0]):
        run.rows[-1] = _stitched(run.rows[-1], rows[0])
        rows = rows[1:]
    run.rows.extend(rows)
    return True


def _repeated_rows(rows: list[list[Inked]], page: list[list[Inked]]) -> int:
    """How many rows at the top of the page repeat the top of the table: header, and the total where it is the same."""
    count = 0
    for ours, theirs in zip(rows, page, strict=False):
        if [_plain(cell.text) for cell in ours] != [_plain(cell.text) for cell in theirs]:
            break
        count += 1
    return count


def _same_shape(run: Run, page: Run) -> bool:
    """May a run without title go on with the run before it? Not if it opens with a header of its own."""
    width = max(len(row) for row in run.rows)
    if max(len(row) for row in page.rows) > width or len(page.rows[0]) < min(2, width):
        return False
    top = page.rows[0]
    opens_with_header = len(filled(top)) == len(top) and not any(_DIGIT.search(cell.text) for cell in top)
    return not opens_with_header


def _doubt_total(run: Run, rows: list[list[Inked]], repeated: int) -> None:
    """A total row that the next page repeats with other figures is kept, and said."""
    if len(run.rows) <= repeated or not rows:
        return
    if _is_total(run.rows[repeated]) and _is_total(rows[0]):
        cell = rows[0][filled(rows[0])[0]]
        run.doubts.append((cell, "续页重复列示的合计行与前页的合计行数字不一致，两行均已保留，请核对原件。"))


def _is_total(row: list[Inked]) -> bool:
    return bool(filled(row)) and _plain(row[filled(row)[0]].text) in _TOTAL


def continues(row: list[Inked], tail: list[Inked]) -> bool:
    """Is the first row of a page the tail of the row that the page break cut: blank at the left, text that runs on?"""
    columns = filled(tail)
    if not columns or columns[0] == 0 or not set(columns) < set(filled(row)):
        return False
    if any(_DIGIT.search(tail[column].text) and not re.search(r"[一-鿿]", tail[column].text) for column in columns):
        return False
    if _is_total(tail) or starts_new(tail[columns[0]].text):
        return False
    return any(not _CLOSED.search(row[column].text) for column in columns)


def _stitched(row: list[Inked], tail: list[Inked]) -> list[Inked]:
    return [
        Inked.join((cell, tail[column])) if column < len(tail) and tail[column].text else cell
        for column, cell in enumerate(row)
    ]


def _plain(text: str) -> str:
    return _SPACE.sub("", text)
