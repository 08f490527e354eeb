"""The columns of a table without upright rules: where no row prints anything, and what the header adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gouji.reading.page.unruled.words import Word

ALIGNED = 0.35  # of the size of type: edges this close are one
PAD = 0.25
APART_COLUMNS = 0.2  # of the size of type
LONE = 0.75  # of the usual distance of header words: what a column without one costs


@dataclass(slots=True)
class Column:
    """What a column prints, from its left-most to its right-most ink."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def inked(rows: Sequence[Sequence[Word]], size: float) -> list[Column]:
    """The columns that rows of data print. Totals may stand across columns, so they tell none."""
    found: list[Column] = []
    stretches = sorted((word.left, word.right) for row in rows for word in row if not word.is_total)
    for left, right in stretches:
        if found and left - found[-1].right < APART_COLUMNS * size:
            found[-1].right = max(found[-1].right, right)
        else:
            found.append(Column(left, right))
    return found


def with_headed(columns: list[Column], heads: Sequence[Word]) -> tuple[list[Column], list[int]]:
    """The columns and those that stay blank below a header word of their own; and for each word its column, or -1.

    Words and columns meet in order, so that the gaps between them are smallest: a number may stand in the middle of a
    column whose amounts end at its right edge. A column may do without a word, at the price of most of a column.
    """
    order = sorted(range(len(heads)), key=lambda index: heads[index].left)
    words = [heads[index] for index in order]
    met = dict(_met(columns, words))
    extra = [i for i in range(len(words)) if i not in met and _apart(words[i], columns)]
    found = sorted([*columns, *(Column(words[i].left, words[i].right) for i in extra)], key=lambda column: column.left)
    seats = [-1] * len(heads)
    for i, index in enumerate(order):
        if i in met:
            seats[index] = found.index(columns[met[i]])
        elif i in extra:
            seats[index] = next(n for n, column in enumerate(found) if column.left == words[i].left)
    return found, seats


def _apart(word: Word, columns: Sequence[Column]) -> bool:
    return all(word.right < column.left or word.left > column.right for column in columns)


def _met(columns: Sequence[Column], words: Sequence[Word]) -> list[tuple[int, int]]:
    """Pairs of word and column in order, by dynamic programming."""
    lone = LONE * _spacing(words)
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] * (len(words) + 1)]
    for index, column in enumerate(columns):
        row = [(best[index][0][0] + lone, 1)]
        for i, word in enumerate(words):
            gap = max(column.left - word.right, word.left - column.right, 0.0)
            pair = best[index][i][0] + gap + abs(column.middle - word.middle) / 100
            row.append(min((pair, 0), (best[index][i + 1][0] + lone, 1), (row[i][0], 2)))
        best.append(row)
    pairs = []
    index, i = len(columns), len(words)
    while index:
        step = best[index][i][1]
        if step == 0:
            pairs.append((i - 1, index - 1))
        index, i = index - (step != 2), i - (step != 1)
    return pairs


def _spacing(words: Sequence[Word]) -> float:
    return (words[-1].middle - words[0].middle) / (len(words) - 1) if len(words) > 1 else 60.0


def column_of(columns: Sequence[Column], word: Word) -> int:
    """The column a word stands in: the one it shares most with, else the nearest."""
    return max(
        range(len(columns)),
        key=lambda index: min(columns[index].right, word.right) - max(columns[index].left, word.left),
    )


def edges(
    columns: Sequence[Column], rows: Sequence[Sequence[Word]], heads: dict[int, Word], size: float
) -> list[float]:
    """Where columns meet. Amounts end at the right edge, names begin at the left one, a header stands in the middle:
    `heads` gives the header word of those columns that have one of their own."""
    lefts: list[float | None] = []
    rights: list[float | None] = []
    for index in range(len(columns)):
        own = [word for row in rows for word in row if not word.is_total and column_of(columns, word) == index]
        amounts = sum(word.is_amount for word in own) > len(own) / 2
        lefts.append(None if amounts else _side([word.left for word in own], size, -PAD * size))
        rights.append(_side([word.right for word in own], size, PAD * size) if amounts else None)
        head = heads.get(index)
        if amounts and head and rights[-1] is not None and rights[-1] < head.right:
            lefts[-1], rights[-1] = (
                _side([word.left for word in own], size, -PAD * size),
                None,
            )  # noughts set at the left
        _mirror(lefts, rights, head.middle if head else None)
    inks = [_with_head(column, heads.get(index)) for index, column in enumerate(columns)]
    inner = []
    for index in range(1, len(columns)):
        low, high = inks[index - 1].right, inks[index].left
        told = [
            place
            for place in (rights[index - 1], lefts[index])
            if place is not None and low - size <= place <= high + size
        ]
        place = sum(told) / len(told) if told else (low + high) / 2
        inner.append(min(max(place, low), high) if low <= high else (low + high) / 2)
    first = _outer(lefts[0], inks[0].left - PAD * size, heads.get(0), inner[:1], min)
    last = _outer(rights[-1], inks[-1].right + PAD * size, heads.get(len(columns) - 1), inner[-1:], max)
    return [first, *inner, last]


def _with_head(column: Column, head: Word | None) -> Column:
    return Column(min(column.left, head.left), max(column.right, head.right)) if head else column


def _side(places: list[float], size: float, pad: float) -> float | None:
    """The edge at which the words of a column are aligned; None where they are not."""
    if not places or max(places) - min(places) > ALIGNED * size:
        return None
    return (min(places) if pad < 0 else max(places)) + pad


def _mirror(lefts: list[float | None], rights: list[float | None], middle: float | None) -> None:
    """The edge that is not told lies as far from the middle as the other."""
    left, right = lefts[-1], rights[-1]
    if middle is None or (left is None) == (right is None):
        return
    if left is None and right is not None:
        lefts[-1] = 2 * middle - right
    elif left is not None:
        rights[-1] = 2 * middle - left


def _outer(
    told: float | None, ink: float, head: Word | None, inner: Sequence[float], further: Callable[[float, float], float]
) -> float:
    """The edge of the whole table: as far from the middle of the header as the other edge of the column."""
    if told is not None:
        return told
    return further(ink, 2 * head.middle - inner[0]) if head and inner else ink
