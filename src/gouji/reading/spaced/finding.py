"""The lines of a page → stretches of text and tables among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.reading.captions import is_label, is_note, is_title, unit_of
from gouji.reading.headings import starts_new
from gouji.reading.page.unruled.header import is_numbering
from gouji.reading.page.unruled.rows import is_prose
from gouji.reading.spaced.words import Cell, Row, is_code, is_figure

FEWEST_ALIGNED = 2
LONGEST_CELL = 24  # characters of a word of a table that stands alone on its line
MOST_HEADER_LINES = 14
SAME = 1.0  # columns
LINE = 2  # lines: what is further apart is not one cell

_SENTENCE = re.compile(r"[。；;！？]|，.{8}")
_LEADER = re.compile(r"[.·…．]{5}")
_YEAR = re.compile(r"^[（(\d年度)）\s]*$")
_LONG_CODE = re.compile(r"^(?:\d{3}|\d{5}|\d{7})$")


@dataclass(slots=True)
class Stretch:
    """Consecutive lines: text, or a table whose data begin behind `header` lines."""

    rows: list[Row]
    header: int = 0
    is_table: bool = False


def stretches(rows: Sequence[Row], follows: bool) -> list[Stretch]:
    """The lines of a page in order, those of tables together; the page before `follows` up if it ends in a table."""
    found: list[Stretch] = []
    position = 0
    while position < len(rows):
        end = position
        while end < len(rows) and not _parts(rows[end]):
            end += 1
        if (reach := _table(rows, position, end, follows and position == 0)) is not None:
            top, bottom = reach
            _text(found, rows[position:top])
            header = _header(rows[top:bottom])
            if follows and top == 0 and all(len(row.words) == 1 for row in rows[:header]):
                header = 0  # the rest of a name that the page break cut
            found.append(Stretch(list(rows[top:bottom]), header, True))
            position = bottom
        else:
            end = max(end, position + 1)
            _text(found, rows[position:end])
            position = end
    return found


def _text(found: list[Stretch], rows: Sequence[Row]) -> None:
    if not rows:
        return
    if found and not found[-1].is_table:
        found[-1].rows += rows
    else:
        found.append(Stretch(list(rows)))


def _parts(row: Row) -> bool:
    """Is the line none of a table: a caption, a note, a sentence, one too long to be a row?"""
    if not row.words:
        return True
    if any(":" in word.text or "：" in word.text for word in row.words) and any(
        is_label(word.text) for word in row.words
    ):
        return True
    if is_key(row.words):
        return False
    if is_label(row.text) and not _YEAR.match(row.text):
        return True
    if is_note(row.text) or is_note(row.bare) or _LEADER.search(row.text):
        return True
    if len(row.words) > 2:
        return False
    if len(row.words) == 1 and is_title(row.bare):
        return True
    return bool(_SENTENCE.search(row.bare)) or (
        len(row.words) == 1 and len(row.bare) > LONGEST_CELL and "，" in row.bare
    )


def is_key(words: Sequence[Cell]) -> bool:
    """Does a row of figures stand on this line?"""
    return len(words) > 1 and any(map(is_figure, words)) and not is_prose(words)


def is_tabular(row: Row) -> bool:
    """Do several words stand apart on this line, as in a row?"""
    return len(row.words) > 1 and not is_prose(row.words)


def _table(rows: Sequence[Row], start: int, end: int, follows: bool) -> tuple[int, int] | None:
    """The first line and the end of the table among lines that no caption parts."""
    lines = [index for index in range(start, end) if is_tabular(rows[index])]
    keys = [index for index in lines if is_key(rows[index].words)]
    if not lines:
        return None
    below_unit = start > 0 and any(unit_of(row.text) for row in rows[max(0, start - 2) : start])
    if not (
        _is_aligned([rows[index] for index in keys])
        or (below_unit and len(lines) > 1)
        or (follows and lines[0] == start and keys)
        or (keys and _is_coded(rows[keys[0]]))
    ):
        return None
    top, bottom = lines[0], lines[-1] + 1
    if below_unit or (follows and all(_can_be_row(row) for row in rows[start : lines[0]])):
        top = start
    while top > start and lines[0] - top < MOST_HEADER_LINES and _is_cell(rows[top - 1]):
        top -= 1
    lefts = {word.left for row in rows[lines[0] : bottom] for word in row.words}
    while bottom < end and _goes_on(rows[bottom], rows[bottom - 1], lefts):
        bottom += 1
    return top, bottom


def _is_coded(row: Row) -> bool:
    return bool(_LONG_CODE.match(row.words[0].text)) and sum(map(is_figure, row.words)) > 1


def _is_cell(row: Row) -> bool:
    return len(row.words) == 1 and len(row.bare) <= LONGEST_CELL and not starts_new(row.text)


def _can_be_row(row: Row) -> bool:
    return len(row.words) == 1 and len(row.bare) <= LONGEST_CELL and not _SENTENCE.search(row.bare)


def _goes_on(row: Row, before: Row, lefts: set[float]) -> bool:
    """Does a table go on in a line with one word below its last row?"""
    if len(row.words) != 1 or len(row.bare) > LONGEST_CELL:
        return False
    if row.number - before.number < LINE and not starts_new(row.text):
        return True
    return any(abs(row.words[0].left - left) <= SAME for left in lefts)


def _is_aligned(keys: Sequence[Row]) -> bool:
    """Do figures stand below one another?"""
    if len(keys) < FEWEST_ALIGNED:
        return False
    rights = sorted(word.right for row in keys for word in row.words if is_figure(word))
    return any(after - before <= SAME for before, after in pairwise(rights))


def _header(rows: Sequence[Row]) -> int:
    """How many lines stand above the data: those before the first figure, code, total or numbered name."""
    first = next((index for index, row in enumerate(rows) if _is_datum(row)), len(rows))
    if (
        first
        and first < len(rows)
        and _lacks_name(rows[first])
        and not any(is_numbering(row.words) for row in rows[first - 1 : first])
    ):
        while first > 1 and _is_cell(rows[first - 1]) and rows[first].number - rows[first - 1].number < LINE:
            first -= 1
    return first


def _is_datum(row: Row) -> bool:
    if is_numbering(row.words):
        return False
    words = row.words
    if is_key(words) or _LONG_CODE.match(words[0].text):
        return True
    if any(starts_new(word.text) for word in words):
        return True
    return len(words) > 0 and words[0].is_total and len(words) == 1


def _lacks_name(row: Row) -> bool:
    return all(is_figure(word) or is_code(word) for word in row.words)
