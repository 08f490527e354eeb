"""Runs that are parts of one table become one: copies on several pages, rows cut by a page, boxes printed as lines."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from gouji.model.inked import Inked
from gouji.reading.captions import same_title
from gouji.reading.headings import starts_new
from gouji.reading.labels import box_labels
from gouji.reading.overleaf import above_codes, goes_on, is_cut, matched, seated, spread
from gouji.reading.rows import filled
from gouji.reading.run import Piece, Run, unspaced
from gouji.vocabulary.terms import plain

MOST_BOXES = 4
ROWS_FOR_WIDTH = 100
NEARLY = 0.85
LEAST_WORDS = 8  # characters of a row: shorter ones must be the same

_BOX = re.compile(r"^(?P<label>[^，。：:|]{2,16})[：:]")
_DIGIT = re.compile(r"\d")
_CHINESE = re.compile(r"[一-鿿]")
_CLOSED = re.compile(r"[。；;！？]$")
_TOTAL = ("合计", "总计", "总额")
_NUMBERS = "栏次|"


def bridged(pieces: list[Piece]) -> list[Piece]:
    """Boxes printed as lines (预期目标：…) between two parts of one form become rows of it, and the parts one run."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Run) and not piece.captions and (boxes := _boxes_before(found)):
            run = found[-len(boxes) - 1]
            assert isinstance(run, Run)
            del found[-len(boxes) :]
            run.rows += [*boxes, *piece.rows]
            run.notes += piece.notes
            continue
        found.append(piece)
    return found


def _boxes_before(found: list[Piece]) -> list[list[Inked]]:
    """The labelled lines at the end of what is found so far, as rows, if a run stands before them."""
    rows: list[list[Inked]] = []
    for line in reversed(found):
        if isinstance(line, Run):
            return rows if not line.notes else []
        match = _BOX.match(line.text)
        if match is None or plain(match["label"]) not in box_labels() or len(rows) == MOST_BOXES:
            break
        rows.insert(0, [line.cut(0, match.end("label")), line.cut(match.end()).strip()])
    return []


def pages_joined(pieces: list[Piece]) -> list[Piece]:
    """Copies of one table on several pages as one run."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, Run) and isinstance(last, Run) and _append(last, piece):
            known = {note.text for note in last.notes}
            last.notes.extend(note for note in piece.notes if note.text not in known)
            continue
        found.append(piece)
    return found


def _append(run: Run, page: Run) -> bool:
    """Append the rows of the next page if it continues the run; says whether it did."""
    repeated = _repeated_rows(run.rows, page.rows, near=bool(run.edges) and run.page != page.page)
    if run.edges and page.edges:
        repeated = above_codes(page.rows, repeated)
    if not _continued(run, page, repeated):
        return False
    rows = page.rows[repeated:]
    if repeated:
        _doubt_total(run, rows, repeated)
    if run.edges and page.edges:
        rows = _met(run, page, rows)
    if rows and _goes_over(run, page, rows[0]):
        run.rows[-1] = _stitched(run.rows[-1], rows[0])
        rows = rows[1:]
    run.rows.extend(rows)
    told = {message for _, message in run.doubts} if page.inks else set()
    run.doubts += [doubt for doubt in page.doubts if doubt[1] not in told]
    run.lost += page.lost
    run.page, run.hanging, run.open_below = page.page, page.hanging, page.open_below
    return True


def _met(run: Run, page: Run, rows: list[list[Inked]]) -> list[list[Inked]]:
    """The rows of a page in the columns of the run, either of which may have more than the other."""
    if page.inks:
        return seated(run, page, rows)
    edges = matched(run.edges, page.edges)
    if edges is None or len(run.edges) == len(page.edges):
        return rows
    if len(edges) > len(run.edges):
        run.rows = spread(run.rows, run.edges, edges)
        run.hanging = frozenset()
        run.edges = page.edges
        return rows
    return spread(rows, page.edges, edges)


def _goes_over(run: Run, page: Run, tail: list[Inked]) -> bool:
    """Did the page break cut a row in two, of which this is the second part?"""
    if not (run.edges and page.edges):
        return continues(run.rows[-1], tail)
    if not is_cut(run, tail):
        return False
    run.doubts.append((run.rows[-1][filled(run.rows[-1])[0]], "这一行被分页切成两段，已按版面接合，请核对原件。"))
    return True


def _continued(run: Run, page: Run, repeated: int) -> bool:
    """Is the page a further one of the same table? Its title and header repeat, or neither is printed again."""
    if run.body and page.body and run.body != page.body:
        return False
    if run.sheet != page.sheet and _begins_alike(run.rows, page.rows, repeated):
        return False
    if run.edges and page.edges and not goes_on(run, page, repeated):
        return False
    if page.title:
        if not same_title(run.title, page.title) or _opens_anew(run.rows, page.rows, repeated):
            return False
        return bool(repeated) or not run.notes
    if repeated:
        return not run.notes and not _opens_anew(run.rows, page.rows, repeated)
    if run.edges and page.edges:
        return not run.notes and not page.captions
    if run.notes or page.captions or (page.ruled and not continues(run.rows[-1], page.rows[0])):
        return False
    return _same_shape(run, page)


def _begins_alike(rows: list[list[Inked]], page: list[list[Inked]], repeated: int) -> bool:
    """Do both begin their data with the same name, as the same form of two units does on two sheets of a workbook?"""
    both = [next((unspaced(cell.text) for cell in copy[repeated] if cell.text), "") for copy in (rows, page) if len(copy) > repeated]
    return len(both) == 2 and both[0] == both[1] != ""


def _opens_anew(rows: list[list[Inked]], page: list[list[Inked]], repeated: int) -> bool:
    """Does the page open another copy of a form with boxes: the same box (项目名称) filled in otherwise?"""
    if len(rows) <= repeated or len(page) <= repeated:
        return False
    both = (rows[repeated], page[repeated])
    ours, theirs = (next((unspaced(cell.text) for cell in row if cell.text), "") for row in both)
    return ours == theirs and plain(ours) in box_labels()


def _repeated_rows(rows: list[list[Inked]], page: list[list[Inked]], near: bool = False) -> int:
    """How many rows at the top of the page repeat the top of the table: header, and the total where it is the same.

    With `near` a row of words is repeated by one that a recognition read nearly alike.
    """
    count = 0
    for ours, theirs in zip(rows, page, strict=False):
        if _texts(ours) != _texts(theirs) and not (near and _nearly(ours, theirs)):
            break
        count += 1
    return count


def _nearly(ours: list[Inked], theirs: list[Inked]) -> bool:
    """Are two rows of words, or of the numbers of columns (栏次), one but for a character or two?"""
    one, other = ("|".join(_texts(row)) for row in (ours, theirs))
    if one.startswith(_NUMBERS) and other.startswith(_NUMBERS):
        return True
    if _DIGIT.search(_without_strokes(one)) or _DIGIT.search(_without_strokes(other)) or min(len(one), len(other)) < LEAST_WORDS:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEARLY


def _without_strokes(text: str) -> str:
    """Without the lone 1 that a recognition makes of a rule."""
    return text.replace("1", "")


def _texts(row: list[Inked]) -> list[str]:
    """The texts of a row without spaces and without the blanks at its end, which some pages print and some do not."""
    return [unspaced(cell.text) for cell in row[: max(filled(row), default=-1) + 1]]


def _same_shape(run: Run, page: Run) -> bool:
    """May a run without title go on with the run before it? Not if it opens with a header of its own."""
    width = max(len(row) for row in run.rows[:ROWS_FOR_WIDTH])
    if max(len(row) for row in page.rows) > width or len(page.rows[0]) < min(2, width):
        return False
    top = page.rows[0]
    opens_with_header = len(filled(top)) == len(top) and not _has_digits(top)
    return not opens_with_header or not any(_has_digits(row) for row in run.rows)


def _has_digits(row: list[Inked]) -> bool:
    return any(_DIGIT.search(cell.text) for cell in row)


def _doubt_total(run: Run, rows: list[list[Inked]], repeated: int) -> None:
    """A total row that the next page repeats with other figures is kept, and said."""
    if len(run.rows) <= repeated or not rows:
        return
    if _is_total(run.rows[repeated]) and _is_total(rows[0]):
        cell = rows[0][filled(rows[0])[0]]
        run.doubts.append((cell, "续页重复列示的合计行与前页的合计行数字不一致，两行均已保留，请核对原件。"))


def _is_total(row: list[Inked]) -> bool:
    return bool(filled(row)) and unspaced(row[filled(row)[0]].text) in _TOTAL


def continues(row: list[Inked], tail: list[Inked]) -> bool:
    """Is the first row of a page the tail of the row that the page break cut: blank at the left, text that runs on?"""
    columns = filled(tail)
    if not columns or columns[0] == 0 or not set(columns) < set(filled(row)):
        return False
    if any(_DIGIT.search(tail[column].text) and not _CHINESE.search(tail[column].text) for column in columns):
        return False
    if _is_total(tail) or starts_new(tail[columns[0]].text):
        return False
    return any(not _CLOSED.search(row[column].text) for column in columns)


def _stitched(row: list[Inked], tail: list[Inked]) -> list[Inked]:
    return [
        Inked.join((cell, tail[column])) if column < len(tail) and tail[column].text else cell
        for column, cell in enumerate(row)
    ]
