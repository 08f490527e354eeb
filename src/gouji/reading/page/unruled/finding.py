"""Lines of a page → stretches of text and tables without upright rules among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.reading.captions import is_label, is_note, is_title, unit_of
from gouji.reading.headings import starts_new
from gouji.reading.page.lines import Line
from gouji.reading.page.unruled.header import is_numbering
from gouji.reading.page.unruled.rows import LINE, is_key, is_prose
from gouji.reading.page.unruled.words import Word, em, joined_spread, words
from gouji.vocabulary.codes import is_code

FEWEST_ROWS = 3
AMOUNTS_OF_ONE_ROW = 2  # a table may have one row of figures, below a header of more words
NEAR_HEADER = 4  # lines above it
FEWEST_ALIGNED = 2
MOST_HEADER_LINES = 14
MOST_BETWEEN = 9  # lines of names between two rows of amounts
FAR = 3.4  # of the size of type: lines further apart are of no one table
LONGEST_HEAD = 12  # … in one line of a header cell
LONGEST_CELL = 22  # characters of a word in a header

_SENTENCE = re.compile(r"[。；;！？]|，.{8}")
_LEADER = re.compile(r"[.·…．]{5}")


@dataclass(slots=True)
class Stretch:
    """Consecutive lines: text, or a table whose data begin behind `header` lines."""

    lines: list[Line]
    words: list[list[Word]]
    header: int = 0
    is_table: bool = False


def stretches(lines: Sequence[Line]) -> list[Stretch]:
    """The lines in order, those of tables together."""
    found: list[Stretch] = []
    split = [joined_spread(words(line)) for line in lines]
    position = 0
    while position < len(lines):
        first = next((i for i in range(position, len(lines)) if is_key(split[i])), len(lines))
        if blank := _blank_table(lines, split, position, first):
            top, end = blank
            _text(found, lines[position:top], split[position:top])
            found.append(Stretch(list(lines[top:end]), split[top:end], end - top - 1, True))
            position = end
            continue
        last = _last(lines, split, first) if first < len(lines) else first
        if first < len(lines) and _is_table(split[first : last + 1], split[max(position, first - NEAR_HEADER) : first]):
            top = _top(lines, split, first, position)
            end = _end(lines, split, last)
            _text(found, lines[position:top], split[position:top])
            found.append(Stretch(list(lines[top:end]), split[top:end], first - top, True))
            position = end
        else:
            end = min(max(last, first) + 1, len(lines))
            _text(found, lines[position:end], split[position:end])
            position = end
    return found


def _blank_table(lines: Sequence[Line], split: list[list[Word]], start: int, stop: int) -> tuple[int, int] | None:
    """The first and last line (excluded) of a table printed empty: below its unit a header, and a total without amounts."""
    for top in range(start + 1, stop):
        if not any(unit_of(word.text) and is_label(word.text) for word in split[top - 1]):
            continue
        end = top
        while end < stop and not (end > top and _parts(lines, split, end)) and end - top < MOST_HEADER_LINES:
            end += 1
        body = split[top:end]
        short = all(len(word.text) <= LONGEST_CELL for line in body for word in line)
        ends_in_total = len(body) > 2 and len(body[-1]) == 1 and body[-1][0].is_total
        if short and ends_in_total and sum(len(line) > 1 for line in body) > 1:
            return top, end
    return None


def _text(found: list[Stretch], lines: Sequence[Line], split: list[list[Word]]) -> None:
    if not lines:
        return
    if found and not found[-1].is_table:
        found[-1].lines += lines
        found[-1].words += split
    else:
        found.append(Stretch(list(lines), list(split)))


def _last(lines: Sequence[Line], split: list[list[Word]], first: int) -> int:
    """The last line with amounts that stands in the table of the first one."""
    last = first
    for index in range(first + 1, len(lines)):
        if index - last > MOST_BETWEEN or _parts(lines, split, index):
            break
        if is_key(split[index]):
            last = index
    return last


def _parts(lines: Sequence[Line], split: list[list[Word]], index: int) -> bool:
    """Does a line end the table above it: far below, a sentence, a caption or a note?"""
    line, before = lines[index], lines[index - 1]
    size = em(before)
    if line.base - before.base > FAR * size or abs(em(line) - size) > 0.18 * size:
        return True
    if len(split[index]) > 2:
        return False
    text = "".join(word.text for word in split[index])
    if is_label(text) or is_note(text) or is_title(text) or _LEADER.search(text):
        return True
    return _SENTENCE.search(text) is not None and len(split[index]) == 1


def _is_table(rows: list[list[Word]], above: list[list[Word]]) -> bool:
    """Do amounts stand below one another in several rows, or in one row below its header?"""
    keys = [row for row in rows if is_key(row)]
    amounts = [word for row in keys for word in row if word.is_amount]
    if len(keys) == 1:
        if is_code(keys[0][0].text) and AMOUNTS_OF_ONE_ROW <= len(amounts) >= len(keys[0]) - 4:
            return True  # a row that the page before left over
        headed = any(len(line) > AMOUNTS_OF_ONE_ROW for line in above) and not any(map(is_prose, above))
        return len(amounts) >= AMOUNTS_OF_ONE_ROW and headed
    rights = sorted(word.right for word in amounts)
    centres = sorted(word.middle for word in amounts)
    aligned = max(_most_together(rights), _most_together(centres))
    whole = sum(len(word.text) for row in keys for word in row if not word.is_amount)
    return len(keys) >= FEWEST_ALIGNED and aligned >= min(len(keys), FEWEST_ROWS) and whole < 45 * len(keys)


def _most_together(places: list[float]) -> int:
    """How many of the places lie at one spot."""
    best = start = 0
    for end, place in enumerate(places):
        while place - places[start] > 3.0:
            start += 1
        best = max(best, end - start + 1)
    return best


def _top(lines: Sequence[Line], split: list[list[Word]], first: int, floor: int) -> int:
    """The first line of the header: short words up to the captions, the text or a larger type."""
    top = first
    while top > floor and first - top < MOST_HEADER_LINES:
        line, below, row = lines[top - 1], lines[top], split[top - 1]
        size = em(lines[first])
        text = "".join(word.text for word in row)
        if is_upper_part(row, split[top], size):
            top -= 1
            continue
        if below.base - line.base > FAR * size or abs(em(line) - size) > 0.18 * size:
            break
        if not is_numbering(row) and (any(len(word.text) > LONGEST_CELL for word in row) or _SENTENCE.search(text)):
            break
        if any(is_label(word.text) for word in row) or is_label(text) or (is_title(text) and len(row) == 1):
            break
        if len(row) == 1 and starts_new(text) and top == first:
            pass  # a row of a name alone, above the first amounts
        elif starts_new(text) and len(row) == 1:
            break
        top -= 1
    return top


def is_upper_part(line: list[Word], below: list[Word], size: float) -> bool:
    """Is the line above a row of figures the upper part of the name that stands there on several lines?"""
    gap = below[0].base - line[0].base
    return len(line) == 1 and (gap < 0.8 * size or (gap < LINE * size and len(line[0].text) > LONGEST_HEAD))


def _end(lines: Sequence[Line], split: list[list[Word]], last: int) -> int:
    """Behind the last line of the table: names that go on below its last amounts, and rows without any."""
    end = last + 1
    while end < len(lines) and not _parts(lines, split, end):
        size = em(lines[last])
        if lines[end].base - lines[end - 1].base > 2.2 * size or len(split[end]) > 2:
            break
        if starts_new("".join(word.text for word in split[end])) and len(split[end]) == 1:
            break
        end += 1
    return end
