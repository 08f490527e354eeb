"""Lines of data → rows: a name may take several lines, above and below the one its amounts stand on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.reading.headings import starts_new
from gouji.reading.page.unruled.columns import Column, column_of
from gouji.reading.spaced.words import PITCH, Cell, Row, is_code, is_figure

MOST_PARTS = 8  # lines of names between two rows that are shared out
ACROSS = 3.0  # the price of a name that a blank line cuts
NAMELESS = 8.0  # … of amounts without a name
NEAR = 3  # lines above a line in which what goes on there is looked for
HALVED = 2  # lines from figures to their name below
SHORT = 5  # characters: the rest of a numbered name
FULL = 2.2  # characters of room that a line which runs over may leave
BELOW = 0.6  # … of a name that goes on below its first line, by which it stands beside the amounts
_NEW = re.compile(r"^其中|^[（(]?\d{1,2}[)）.．、]")


def rows(lines: Sequence[Row], columns: Sequence[Column]) -> list[list[Cell]]:
    """The rows of data, each with the words of all its lines from the top."""
    named = _name_columns(lines, columns)
    coded = _is_coded(lines)
    at: list[int] = []
    for index in range(len(lines)):
        far = index - (at[-1] if at else 0) > MOST_PARTS  # no name has so many lines
        if far or _is_own(lines, index, columns, named, coded):
            at.append(index)
    if not at:
        return [line.words for line in lines]
    found: list[list[Cell]] = []
    start = 0
    for end in _ends(lines, at, columns, named):
        found.append([word for line in lines[start:end] for word in line.words])
        start = end
    return _whole(found, columns)


def _is_own(lines: Sequence[Row], index: int, columns: Sequence[Column], named: set[int], coded: bool) -> bool:
    """Does the line make a row, not a further line of a name?"""
    line = lines[index]
    if any(map(begins, line.words)) or len(line.words) > 2:
        return True
    return not coded and not all(_is_part(lines, index, word, columns, named) for word in line.words)


def _is_part(lines: Sequence[Row], index: int, word: Cell, columns: Sequence[Column], named: set[int]) -> bool:
    """Is a word the rest of what fills its line above it, or the top of what goes on below the amounts?"""
    column = column_of(columns, word)
    above = next(
        (found for line in reversed(lines[max(0, index - NEAR) : index]) if (found := _in(line, column, columns))), None
    )
    if above and (_is_full(above, columns[column]) or (starts_new(above.text) and len(word.text) <= SHORT)):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or not _is_full(word, columns[column]) or _in(below, column, columns) is not None:
        return False
    rest = _in(lines[index + 2], column, columns) if index + 2 < len(lines) else None
    around = rest is not None and not any(map(begins, lines[index + 2].words))
    return any(map(begins, below.words)) and (column in named or around)


def _in(line: Row, column: int, columns: Sequence[Column]) -> Cell | None:
    """The last word of a line in a column."""
    return next((word for word in reversed(line.words) if column_of(columns, word) == column), None)


def _is_full(word: Cell, column: Column) -> bool:
    return column.right - word.right < FULL * (word.right - word.left) / len(word.text)


def begins(word: Cell) -> bool:
    """Does a word begin a row: a figure, a code, a total, a numbered name?"""
    text = word.text
    return is_figure(word) or is_code(word) or word.is_sum or bool(_NEW.match(text)) or starts_new(text)


def _is_coded(lines: Sequence[Row]) -> bool:
    """Does nearly every row of figures have a code?"""
    keys = [line for line in lines if any(map(is_figure, line.words))]
    return sum(any(map(is_code, line.words)) or line.words[0].is_sum for line in keys) > 0.9 * len(keys)


def _name_columns(lines: Sequence[Row], columns: Sequence[Column]) -> set[int]:
    """The columns that hold words in most rows with figures."""
    keys = [line for line in lines if any(map(is_figure, line.words))]
    counts = [0] * len(columns)
    for line in keys:
        for index in {column_of(columns, word) for word in line.words if not is_figure(word) and not is_code(word)}:
            counts[index] += 1
    return {index for index, count in enumerate(counts) if count * 2 > len(keys)}


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a row ends, and how those before it do."""

    end: int
    before: _Way | None


def _ends(lines: Sequence[Row], at: Sequence[int], columns: Sequence[Column], named: set[int]) -> list[int]:
    """Where each row ends, so that names stand best: amounts beside the middle of a name of several lines, or beside
    its first, and none without a name."""
    best: dict[int, tuple[float, _Way | None]] = {0: (0.0, None)}
    told: list[int] = []
    for number, index in enumerate(at):
        after = at[number + 1] if number + 1 < len(at) else len(lines)
        last = number + 1 == len(at)
        ends = [after] if last or after - index > MOST_PARTS else range(index + 1, after + 1)
        lacks = bool(named - {column_of(columns, word) for word in lines[index].words})
        found: dict[int, tuple[float, _Way | None]] = {}
        for start, (price, way) in best.items():
            for end in ends:
                cost = price + _price(lines, start, index, end, lacks)
                if end not in found or cost < found[end][0]:
                    found[end] = (cost, _Way(end, way))
        best = found
        if len(best) == 1:  # nothing is open any more: what is told so far stays
            end, (_, way) = next(iter(best.items()))
            told += _ends_of(way)
            best = {end: (0.0, None)}
    return told + _ends_of(min(best.values(), key=lambda each: each[0])[1])


def _ends_of(way: _Way | None) -> list[int]:
    found: list[int] = []
    while way is not None:
        found.append(way.end)
        way = way.before
    return found[::-1]


def _price(lines: Sequence[Row], start: int, index: int, end: int, lacks: bool) -> float:
    above, below = index - start, end - index - 1
    blank = sum(after.number - before.number > 1 for before, after in pairwise(lines[start:end]))
    price = ACROSS * blank + (NAMELESS if lacks and not above + below else 0.0)
    if not lacks and not above:
        return price + BELOW * min(below, 1)
    return price + abs(above - below)


def _whole(found: Sequence[list[Cell]], columns: Sequence[Column]) -> list[list[Cell]]:
    """Rows without figures whose names all go on in the next row are the upper lines of that one; so are figures alone."""
    result: list[list[Cell]] = []
    for row in found:
        if (
            result
            and len(result[-1]) <= 2 * MOST_PARTS
            and (_goes_on(result[-1], row, columns) or _is_halved(result[-1], row))
        ):
            result[-1] = [*result[-1], *row]
        else:
            result.append(row)
    return result


def _is_halved(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Do figures without a name stand right above a name without figures?"""
    near = row[0].base - above[-1].base <= HALVED * PITCH
    return near and all(map(is_figure, above)) and not any(map(is_figure, row)) and not any(word.is_sum for word in row)


def _goes_on(above: Sequence[Cell], row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    if any(is_figure(word) or is_code(word) or word.is_total for word in above):
        return False
    first = {column_of(columns, word): word for word in reversed(row)}
    mine = {column_of(columns, word) for word in above}
    return all(column in first and not begins(first[column]) for column in mine)
