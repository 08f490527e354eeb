"""Tables printed on pages: does the one at the head of a page go on with the one before, and how do their columns meet?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gouji.model.inked import Inked
from gouji.reading.grid import covered
from gouji.reading.labels import box_labels
from gouji.reading.rows import filled
from gouji.reading.run import Run, unspaced
from gouji.vocabulary.codes import is_code
from gouji.vocabulary.terms import plain

SAME_EDGE = 3.0  # points
ROWS_FOR_KIND = 60

_TOTAL = re.compile(r"^(?:合计|总计|(?:收入|支出|收支)(?:总计|合计))$")
_AMOUNT = re.compile(r"^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$")
_DIGITS = re.compile(r"^[-\d,.%]+$")
_DIGIT = re.compile(r"\d")


def goes_on(run: Run, page: Run, repeated: int) -> bool:
    """Can the rows of the next page below `repeated` header rows be further ones of the run, by all that pages tell?"""
    rows = page.rows[repeated:]
    if not rows:
        return True
    if page.page == run.page and not _closely_below(run, page):
        return False
    if not repeated and (placed(run, page) is None if page.inks else matched(run.edges, page.edges) is None):
        return False
    if is_cut(run, rows[0]):
        return True
    return not (_ended(run, rows) or _begins_again(run, rows) or (not repeated and _has_own_header(run, rows)))


def above_codes(rows: list[list[Inked]], count: int) -> int:
    """How many of the first `count` rows stand above the first one with a code: no page repeats rows of those."""
    return next((index for index, row in enumerate(rows[:count]) if _codes([row])), count)


def matched(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, ...] | None:
    """The edges of both together, if one has all those of the other (a page of merged rows has fewer); else None.

    Tables may lie a little to the side on the next page; the edges are those of `ours`, from 0.
    """
    if len(ours) < 2 or len(theirs) < 2:
        return None
    one, other = ([edge - edges[0] for edge in edges] for edges in (ours, theirs))
    more, fewer = (one, other) if len(one) >= len(other) else (other, one)
    same_frame = abs(one[-1] - other[-1]) <= SAME_EDGE
    if same_frame and all(any(abs(edge - near) <= SAME_EDGE for near in more) for edge in fewer):
        return tuple(more)
    return None


def placed(run: Run, page: Run) -> list[int] | None:
    """For each column of a page without rules the column of the run it prints in; None where they do not fit."""
    if not run.inks:
        return None
    found: list[int] = []
    for left, right in page.inks:
        shared = [min(right, far) - max(left, near) for near, far in run.inks]
        best = max(range(len(shared)), key=shared.__getitem__)
        if shared[best] <= 0 or (found and best <= found[-1]):
            return None
        found.append(best)
    return found


def seated(run: Run, page: Run, rows: list[list[Inked]]) -> list[list[Inked]]:
    """Rows of a page without rules in the columns of the run; those it prints nothing in are blank."""
    places = placed(run, page)
    if places is None:
        return rows
    inks = list(run.inks)
    for (left, right), place in zip(page.inks, places, strict=True):
        inks[place] = (min(left, inks[place][0]), max(right, inks[place][1]))
    run.inks = tuple(inks)
    column = dict(zip(places, range(len(places)), strict=True))
    return [[row[column[i]] if i in column else Inked("") for i in range(len(inks))] for row in rows]


def spread(rows: list[list[Inked]], edges: Sequence[float], onto: Sequence[float]) -> list[list[Inked]]:
    """The rows in more columns: a cell that reaches over several of them covers those behind its first."""
    own = [edge - edges[0] for edge in edges]
    reach = [_count(onto, left, right) for left, right in pairwise(own)]
    return [
        [
            box
            for cell, count in zip(row, reach, strict=False)
            for box in (cell, *(covered(cell) for _ in range(count - 1)))
        ]
        for row in rows
    ]


def _count(onto: Sequence[float], left: float, right: float) -> int:
    """How many columns lie between two edges."""
    return max(1, sum(left - SAME_EDGE <= start and end <= right + SAME_EDGE for start, end in pairwise(onto)))


def _closely_below(run: Run, page: Run) -> bool:
    """Two frames on one page are parts of a table only where their columns are the same."""
    return len(run.edges) == len(page.edges) and matched(run.edges, page.edges) is not None


def is_cut(run: Run, tail: list[Inked]) -> bool:
    """Is the first row of a page what the page break cut off the last row of the run?

    Its cells go on with those that filled their last line (`hanging`), or the frame stayed open; numbers are whole only
    together; and at least one cell was complete.
    """
    row = run.rows[-1]
    columns = filled(tail)
    if not columns or len(tail) != len(row) or not set(columns) < set(filled(row)):
        return False
    if not run.open_below and not set(columns) <= run.hanging:
        return False
    return all(_one_text(row[column].text, tail[column].text, _decimals(run, column)) for column in columns)


def _decimals(run: Run, column: int) -> int:
    """How many decimals the amounts of a column have, its last row aside; -1 where they differ or there are none."""
    texts = [unspaced(row[column].text) for row in run.rows[:-1] if column < len(row)]
    found = {_decimals_of(text) for text in texts if _AMOUNT.match(text)}
    return found.pop() if len(found) == 1 else -1


def _decimals_of(text: str) -> int:
    return len(text.partition(".")[2])


def _one_text(text: str, rest: str, decimals: int) -> bool:
    """May the second part belong to the first: words to words, digits only to a number or code that lacks them?

    Of two parts that could be amounts each, the first lacks digits where it has fewer decimals than its column.
    """
    text, rest = unspaced(text), unspaced(rest)
    if not _DIGITS.match(text):
        return not _AMOUNT.match(rest) or rest.endswith("%")
    if not _DIGITS.match(rest):
        return False
    if is_code(text + rest):
        return not is_code(text)
    if not _AMOUNT.match(text + rest):
        return False
    return not (_AMOUNT.match(text) and _AMOUNT.match(rest)) or _decimals_of(text) < decimals == _decimals_of(text + rest)


def _ended(run: Run, rows: list[list[Inked]]) -> bool:
    """Was the last row of the run its total, below other rows, so that nothing can follow but what is left blank?"""
    last = run.rows[-1]
    if not filled(last) or not _TOTAL.match(unspaced(last[filled(last)[0]].text)):
        return False
    before = run.rows[-2] if len(run.rows) > 1 else []
    return _has_amounts(before) and any(_has_amounts(row) for row in rows)


def _has_amounts(row: list[Inked]) -> bool:
    """Does the row hold figures? Numbers of columns (栏次 1 2 3) are none."""
    return any(_AMOUNT.match(unspaced(cell.text)) and not cell.text.isdigit() for cell in row)


def _begins_again(run: Run, rows: list[list[Inked]]) -> bool:
    """Do the codes start over, as in another table of the same shape?"""
    ours, theirs = _codes(run.rows), _codes(rows)
    return len(ours) > 1 and bool(theirs) and len(theirs[0]) == 3 and theirs[0] <= ours[0]


def _codes(rows: list[list[Inked]]) -> list[str]:
    """The codes at the head of the rows, those in several columns (类 款 项) put together."""
    found = []
    for row in rows:
        if row and is_code(code := unspaced(row[0].text)):
            parts = [unspaced(cell.text) for cell in row[1:3]]
            found.append(code + "".join(part for part in parts if len(part) == 2 and part.isdigit()))
    return found


def _has_own_header(run: Run, rows: list[list[Inked]]) -> bool:
    """Does a page open with a header of its own below rows of figures: words over every column, none of them blank?"""
    top = rows[0]
    if any(_DIGIT.search(cell.text) for cell in top) or not any(map(_has_amounts, run.rows[:ROWS_FOR_KIND])):
        return False
    if plain(unspaced(top[0].text)) in box_labels() and plain(unspaced(run.rows[0][0].text)) in box_labels():
        return False
    blank = [column for column, cell in enumerate(top) if not cell.text and not _is_covered(top, column)]
    return not blank and any(map(_has_amounts, rows))


def _is_covered(row: list[Inked], column: int) -> bool:
    """Does a cell to the left reach over this box?"""
    return column > 0 and bool(row[column].runs) and row[column].runs[:1] == row[column - 1].runs[:1]
