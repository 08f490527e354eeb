"""The columns that rows of data print, where some words reach a little into the next column."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.reading.page.unruled.columns import Column, _met, column_of
from gouji.reading.page.unruled.words import Word
from gouji.reading.spaced.words import Cell, Row, is_figure

SHARED = 0.5  # of a header word
CROSSED = 0.25  # of the rows that part a column may have a word across the part


def inked(rows: Sequence[Row]) -> list[Column]:
    """The columns of the rows, left to right. Totals may stand across columns, so they tell none."""
    words = [(row.number, word) for row in rows for word in row.words if not word.is_sum]
    return _columns(words)


def _columns(words: Sequence[tuple[int, Cell]]) -> list[Column]:
    groups: list[list[tuple[int, Cell]]] = []
    right = 0.0
    for number, word in sorted(words, key=lambda entry: (entry[1].left, entry[1].right)):
        if groups and word.left < right + 0.5:
            groups[-1].append((number, word))
        else:
            groups.append([(number, word)])
            right = word.right
        right = max(right, word.right)
    return [column for group in groups for column in _parted(group)]


def _parted(group: list[tuple[int, Cell]]) -> list[Column]:
    """A group of words as one column; as two, where several of its lines hold two words apart."""
    whole = Column(min(word.left for _, word in group), max(word.right for _, word in group))
    by_line: dict[int, list[Cell]] = {}
    for number, word in group:
        by_line.setdefault(number, []).append(word)
    double = [sorted(line, key=lambda word: word.left) for line in by_line.values() if len(line) > 1]
    if not double:
        return [whole]
    cut = _cut([word for _, word in group], double)
    if cut is None:
        return [whole]
    parts = [[entry for entry in group if (entry[1].middle < cut) is first] for first in (True, False)]
    if not all(parts):
        return [whole]
    left, right = (_parted(part) for part in parts)
    return [*left, *right]


def _cut(words: Sequence[Cell], double: Sequence[Sequence[Cell]]) -> float | None:
    """The place that parts most of the lines with two words and that fewest words stand across."""
    places = sorted({(line[0].right + line[1].left) / 2 for line in double})[:50]

    def across(place: float) -> int:
        return sum(word.left < place < word.right for word in words)

    best = min(places, key=across)
    return best if across(best) <= CROSSED * len(words) else None


def headed(columns: Sequence[Column], heads: Sequence[Word]) -> tuple[list[Column], list[int], set[int]]:
    """The columns, with one that stays blank for each header word without amounts below it; the column of each word;
    and the columns of amounts of which two words stand above, so that it cannot be told whose they are."""
    met = dict(met_in_order(columns, heads))
    order = sorted(range(len(heads)), key=lambda index: heads[index].left)
    found: list[Column] = []
    places: dict[int, int] = {}  # of the columns of amounts
    seats = [-1] * len(heads)
    rest = list(range(len(columns)))
    for number, index in enumerate(order):
        word = heads[index]
        if (own := met.get(number)) is not None:
            while rest and rest[0] <= own:
                places[rest[0]] = len(found)
                found.append(columns[rest.pop(0)])
        else:
            while rest and columns[rest[0]].right <= word.left:
                places[rest[0]] = len(found)
                found.append(columns[rest.pop(0)])
            left = max(word.left, found[-1].right if found else 0.0)
            right = min(word.right, columns[rest[0]].left) if rest else word.right
            found.append(Column(left, max(left, right)))
        seats[index] = len(found) - 1
    for column in rest:
        places[column] = len(found)
        found.append(columns[column])
    blank = [heads[index] for number, index in enumerate(order) if number not in met]
    unsure = {places[c] for c, column in enumerate(columns) if any(_shares(column, word) for word in blank)}
    return found, seats, unsure


def _shares(column: Column, word: Word) -> bool:
    """Does most of a header word stand above the column?"""
    return min(column.right, word.right) - max(column.left, word.left) > SHARED * (word.right - word.left)


def met_in_order(columns: Sequence[Column], heads: Sequence[Word]) -> list[tuple[int, int]]:
    """Pairs of header word, counted from the left, and column."""
    words = sorted(heads, key=lambda word: word.left)
    return _met(columns, words) if columns and words else []


def merged(columns: Sequence[Column], seats: Sequence[int], data: Sequence[Row]) -> tuple[list[Column], list[int]]:
    """The columns, neighbours of figures that no row fills both of and only one of which is headed being one; and the
    column of each header word anew."""
    filled = [{column_of(columns, word) for word in row.words} for row in data]
    figures = {column_of(columns, word) for row in data for word in row.words if is_figure(word)}
    others = {column_of(columns, word) for row in data for word in row.words if not is_figure(word)}
    found: list[Column] = []
    place: list[int] = []
    for index, column in enumerate(columns):
        pair = {index - 1, index}
        if pair <= figures - others and len(pair & set(seats)) < 2 and not any(pair <= row for row in filled):
            found[-1] = Column(found[-1].left, column.right)
        else:
            found.append(column)
        place.append(len(found) - 1)
    return found, [place[seat] if seat >= 0 else seat for seat in seats]
