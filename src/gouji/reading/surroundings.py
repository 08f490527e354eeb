"""The lines around a run of rows that belong to it: labels and title above, notes below."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.reading.captions import can_be_title, continues_note, is_empty_statement, is_label, is_note, is_title
from gouji.reading.grid import covered, covers
from gouji.reading.headings import is_heading, starts_new
from gouji.reading.labels import box_labels
from gouji.reading.rows import filled
from gouji.reading.run import Piece, Run
from gouji.vocabulary.terms import plain

MOST_CAPTIONS = 8
TABLE = "表"


def with_captions(pieces: list[Piece]) -> list[Piece]:
    """Every run with the lines that belong to it: labels and title above, notes below, be they printed as rows."""
    found: list[Piece] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        if isinstance(piece, Run):
            _take_rows_as_captions(piece)
            titled = any(not is_label(caption.text) for caption in piece.captions)
            piece.captions[:0] = _captions_above(found, titled)
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
        above = found[-2] if len(found) > 1 else None
        if text == TABLE and not titled and isinstance(above, Inked) and _breaks_before(above):
            found[-2:] = [Inked.join((above, line))]
            continue
        if is_label(text):
            pass
        elif not titled and (is_title(text) or (can_be_title(text) and not is_heading(text) and not starts_new(text))):
            titled = True
        else:
            break
        found.pop()
        taken.insert(0, line)
    return taken


def _breaks_before(line: Inked) -> bool:
    """Is the line above a lone 表 the beginning of a title that broke before its last sign?"""
    return not is_label(line.text) and is_title(f"{line.text}{TABLE}")


def _take_rows_as_captions(run: Run) -> None:
    """Rows at the top that hold only a title or labels, as spreadsheets print them, are captions; notes likewise."""
    while len(run.rows) > 1:
        texts = [run.rows[0][column] for column in filled(run.rows[0])]
        named = [cell for cell in texts if not is_label(cell.text)]
        if not 0 < len(texts) <= 3 or len(named) > 1:
            break
        if not all(is_title(cell.text) or _stands_over(run.rows[0], cell) for cell in named):
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
    _take_statement(run)


def _take_statement(run: Run) -> None:
    """A sentence that the table is empty, printed in a row among blank ones, is a note."""
    for row in run.rows[1:]:
        columns = filled(row)
        if len(columns) == 1 and len(row) > 2 and is_empty_statement(row[columns[0]].text):
            run.notes.append(row[columns[0]])
            row[columns[0]] = covered(row[columns[0]])


def _stands_over(row: list[Inked], cell: Inked) -> bool:
    """Is the cell merged over the whole row and worded as a title may be, though it does not end in 表?"""
    text = cell.text
    if len(row) < 3 or not all(covers(cell, other) for other in row if other is not cell):
        return False
    return can_be_title(text) and not is_heading(text) and not starts_new(text) and plain(text) not in box_labels()


def _belongs_below(run: Run, piece: Piece) -> bool:
    if not isinstance(piece, Inked):
        return False
    return is_note(piece.text) or (bool(run.notes) and continues_note(piece.text))
