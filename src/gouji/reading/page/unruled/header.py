"""The header above a table without upright rules: which words are one cell, and over which columns and rows it reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from gouji.reading.page.segments import Segment
from gouji.reading.page.unruled.columns import Column
from gouji.reading.page.unruled.rows import LINE
from gouji.reading.page.unruled.words import Word

SAME_LEVEL = 0.55  # of the size of type
MERGED = 0.9  # of the size of type
MOST_ROWS = 5

_NUMBER = re.compile(r"^\d{1,2}$")
_NUMBERED = re.compile(r"^(?:栏次|行次|序号)$")


@dataclass(slots=True)
class Head:
    """A header cell: its words from the top, the columns `first` to `last` and, in the end, the rows it reaches over."""

    words: list[Word]
    first: int = -1
    last: int = -1
    row: int = 0
    rows: int = 1

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """The height of its middle."""
        return (self.words[0].base + self.words[-1].base) / 2


def is_numbering(line: Sequence[Word]) -> bool:
    """Is the line the one that numbers the columns?"""
    texts = [word.text for word in line]
    numbers = [text for text in texts if _NUMBER.match(text)]
    rest = [text for text in texts if not _NUMBER.match(text)]
    if len(numbers) < 2 and not (numbers and rest):
        return False
    return all(_NUMBERED.match(text) for text in rest) and numbers == sorted(numbers, key=int)


def gathered(lines: Sequence[Sequence[Word]], rules: Sequence[Segment], size: float) -> list[Head]:
    """The words of the header lines as cells: those below one another at the distance of lines are one."""
    found: list[Head] = []
    for line in lines:
        for word in line:
            above = next((head for head in reversed(found) if _goes_on(head, word, rules, size)), None)
            if above is None:
                found.append(Head([word]))
            else:
                above.words.append(word)
    return found


def _goes_on(head: Head, word: Word, rules: Sequence[Segment], size: float) -> bool:
    last = head.words[-1]
    apart = word.base - last.base
    if not 0.8 * size < apart < LINE * size or any(_between(rule, last, word) for rule in rules):
        return False
    return abs(head.middle - word.middle) < 0.6 * size or (
        abs(head.left - word.left) < 0.3 * size and len(last.text) > 2
    )


def _between(rule: Segment, above: Word, below: Word) -> bool:
    """Does a rule part the two words?"""
    return above.base < rule.at < below.base and rule.start < below.middle < rule.end


def leaves(heads: list[Head], size: float) -> list[Head]:
    """The cells that name one column: below the top row where there are several, nothing of the header under them."""
    top = min((head.height for head in heads), default=0.0)
    lower = [head for head in heads if head.height > top + SAME_LEVEL * size]
    return [
        head
        for head in lower or heads
        if not any(
            other.height > head.height + SAME_LEVEL * size and other.left < head.right and other.right > head.left
            for other in heads
        )
    ]


def seated(heads: list[Head], columns: Sequence[Column], edges: Sequence[float], size: float) -> list[Head]:
    """Every header cell with the columns it reaches over, from the lowest up: those whose middle is its own."""
    placed: list[Head] = []
    lowest = max((head.height for head in heads), default=0.0)
    for head in sorted(heads, key=lambda head: -head.height):
        if head.first < 0:
            low, high = _under(head, edges, size)
            below = [other for other in placed if other.height > head.height + SAME_LEVEL * size]
            if any(other.first <= high and other.last >= low for other in below) or high == low:
                low, high = _spanning(head, low, high, below, edges, size, lowest)
            head.first, head.last = low, high
        placed.append(head)
    return placed


def _under(head: Head, edges: Sequence[float], size: float) -> tuple[int, int]:
    """The first and last column that the cell itself stands over."""
    reach = range(len(edges) - 1)
    own = [i for i in reach if edges[i] < head.right - 0.3 * size and edges[i + 1] > head.left + 0.3 * size]
    own = own or [min(reach, key=lambda i: abs((edges[i] + edges[i + 1]) / 2 - head.middle))]
    return own[0], own[-1]


def _spanning(
    head: Head, low: int, high: int, below: list[Head], edges: Sequence[float], size: float, lowest: float
) -> tuple[int, int]:
    """The columns that a cell over others reaches: those in a row that have cells of their own below its row."""
    tops = [_top_of(column, below) for column in range(len(edges) - 1)]
    is_child = [top is not None and _is_child(top, head, below, lowest, size) for top in tops]
    if not all(is_child[low : high + 1]):
        return low, high
    candidates = [
        (first, last)
        for first in range(low + 1)
        for last in range(high, len(edges) - 1)
        if all(is_child[first : last + 1]) and not _cuts(first, last, below)
    ]

    def astray(span: tuple[int, int]) -> tuple[int, int]:
        ends = [top.middle for top in (tops[span[0]], tops[span[1]]) if top]
        middles = ((edges[span[0]] + edges[span[1] + 1]) / 2, sum(ends) / len(ends))
        return round(min(abs(middle - head.middle) for middle in middles) / size), span[0] - span[1]

    return min(candidates, key=astray, default=(low, high))


def _top_of(column: int, below: list[Head]) -> Head | None:
    return min((o for o in below if o.first <= column <= o.last), key=lambda o: o.height, default=None)


def _is_child(top: Head, head: Head, below: list[Head], lowest: float, size: float) -> bool:
    """Does a cell below begin under the row of `head`? One with nothing under it may reach from that row to the last:
    then it stands in the middle of both."""
    has_more = any(
        o.height > top.height + SAME_LEVEL * size and o.first <= top.last and o.last >= top.first for o in below
    )
    if has_more or lowest - top.height < SAME_LEVEL * size:
        return True
    return 2 * top.height - lowest > head.height + MERGED * size


def _cuts(first: int, last: int, below: list[Head]) -> bool:
    return any((o.first < first <= o.last) or (o.first <= last < o.last) for o in below)


def levelled(heads: list[Head], width: int) -> int:
    """Gives every cell its rows; how many rows the header takes."""
    chains = [
        sorted((h for h in heads if h.first <= column <= h.last), key=lambda h: h.height) for column in range(width)
    ]
    height = min(max(map(len, chains), default=0), MOST_ROWS)
    full = [chain for chain in chains if len(chain) == height]
    levels = [sum(chain[row].height for chain in full) / len(full) for row in range(height)] if full else []
    for chain in sorted(chains, key=len, reverse=True):
        for head, (row, rows) in zip(chain, _parted(chain, levels), strict=False):
            head.row, head.rows = row, rows
    for head in heads:  # a cell over several columns ends above the first cell below it
        under = [
            o.row for o in heads if o is not head and o.row > head.row and o.first <= head.last and o.last >= head.first
        ]
        head.rows = min([*under, head.row + head.rows]) - head.row
    return height


def _parted(chain: list[Head], levels: list[float]) -> list[tuple[int, int]]:
    """The rows of the cells of one column: the parting whose middles lie nearest to the cells."""
    count, height = len(chain), len(levels)
    if not count or count > height:
        return [(min(row, height - 1), 1) for row in range(count)]

    def astray(cuts: tuple[int, ...]) -> float:
        ends = (0, *cuts, height)
        spans = pairwise(ends)
        return sum(abs(sum(levels[a:b]) / (b - a) - head.height) for head, (a, b) in zip(chain, spans, strict=True))

    best = min(combinations(range(1, height), count - 1), key=astray)
    ends = (0, *best, height)
    return [(a, b - a) for a, b in pairwise(ends)]
