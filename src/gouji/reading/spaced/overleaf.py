"""Tables over several pages: a page without header goes on in the columns of the one before, where they can be told.

Converters close the room that blank columns leave, page by page, so that places tell nothing across pages: only the
order of the columns does, and sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from gouji.model.inked import Inked
from gouji.reading.dump.table.placing import marked
from gouji.reading.run import Run, unspaced
from gouji.reading.spaced.sums import alike, proven
from gouji.reading.spaced.table import FIGURE, Made

UNTOLD = "续页没有列示表头，且有空白栏，数字属于哪一栏无法确定，未读取，请核对原件。"
MOST_COLUMNS = 14  # with more, trying all ways takes too long
MOST_WAYS = 300  # for all pages of a table together

Row = list[Inked]
Way = tuple[int, ...]


@dataclass(slots=True)
class _Leaf:
    """A further page: its rows, and in which columns of the table its own may lie."""

    rows: list[Row]
    kinds: list[str]
    ways: list[Way]


class Leaves:
    """A table and the pages it goes on over."""

    def __init__(self) -> None:
        self._made: Made | None = None
        self._leaves: list[_Leaf] = []

    def begin(self, made: Made) -> None:
        """A new table."""
        self._made, self._leaves = made, []

    def take(self, made: Made) -> bool:
        """Take what heads a page as a further part of the table; says whether it is one: it has no header, or the same."""
        if self._made is None:
            return False
        rows, ours = made.run.rows[made.header :], self._made
        if made.header:
            if _words(ours) != _words(made):
                return False
            ways = [tuple(range(len(ours.kinds)))] if len(ours.kinds) == len(made.kinds) else []
        else:
            ways = alike(_ways(ours.kinds, made.kinds), ours.run.rows[ours.header :], rows)
        self._leaves.append(_Leaf(rows, made.kinds, ways))
        return True

    def told(self) -> Iterator[Run]:
        """The table with all its pages."""
        if self._made is None:
            return
        made, run = self._made, self._made.run
        chosen = _chosen(self._leaves, made)
        for leaf, way in zip(self._leaves, chosen, strict=True):
            if way is not None:
                run.rows += [_spread(row, way, len(made.kinds)) for row in leaf.rows]
            else:
                run.rows += [_lost(row, leaf, made.kinds) for row in leaf.rows]
                run.lost.append((next((cell for row in leaf.rows for cell in row if cell), Inked("")), UNTOLD))
        self._made = None
        yield run


def _words(made: Made) -> list[str]:
    """The words of a header, in whatever boxes they stand."""
    return sorted(unspaced(cell.text) for row in made.run.rows[: made.header] for cell in row if cell.text)


def _ways(ours: Sequence[str], theirs: Sequence[str]) -> list[Way]:
    """In which columns of the table those of a page can lie: in order, figures under figures, names under names."""
    if len(theirs) > len(ours) or len(ours) > MOST_COLUMNS:
        return [tuple(range(len(ours)))] if len(theirs) == len(ours) else []
    first = next((index for index, kind in enumerate(ours) if kind == FIGURE), len(ours))

    def fits(index: int, kind: str) -> bool:
        return (
            ours[index] in (kind, "")
            if kind != FIGURE
            else ours[index] == FIGURE or (not ours[index] and index > first)
        )

    return [
        way
        for way in combinations(range(len(ours)), len(theirs))
        if all(not kind or fits(index, kind) for index, kind in zip(way, theirs, strict=True))
    ]


def _chosen(leaves: Sequence[_Leaf], made: Made) -> list[Way | None]:
    """The way of each page: the only one, or the one by which the sums over all pages hold in every column."""
    known: list[Way | None] = [leaf.ways[0] if len(leaf.ways) == 1 else None for leaf in leaves]
    open_leaves = [leaf.ways for leaf in leaves if len(leaf.ways) > 1]
    count = 1
    for ways in open_leaves:
        count *= len(ways)
    if not open_leaves or count > MOST_WAYS or not all(leaf.ways for leaf in leaves):
        return known
    fitting: list[list[Way | None]] = []
    for tried in product(*open_leaves):
        rest = iter(tried)
        whole: list[Way | None] = [way or next(rest) for way in known]
        if _holds(leaves, whole, made):
            fitting.append(whole)
    return fitting[0] if len(fitting) == 1 else known


def _holds(leaves: Sequence[_Leaf], ways: Sequence[Way | None], made: Made) -> bool:
    rows = list(made.run.rows[made.header :])
    printed = {index for index, kind in enumerate(made.kinds) if kind == FIGURE}
    for leaf, way in zip(leaves, ways, strict=True):
        assert way is not None
        rows += [_spread(row, way, len(made.kinds)) for row in leaf.rows]
        printed |= {index for index, kind in zip(way, leaf.kinds, strict=True) if kind == FIGURE}
    return all(proven(rows, made.kinds, column) for column in printed)


def _spread(row: Row, way: Way, width: int) -> Row:
    """A row of a page in the columns of the table."""
    found = [Inked("")] * width
    for index, cell in zip(way, row, strict=True):
        found[index] = cell
    return found


def _lost(row: Row, leaf: _Leaf, kinds: Sequence[str]) -> Row:
    """A row whose figures could stand in any column of figures: they are shown there, and not to be reckoned with."""
    texts = [cell for cell, kind in zip(row, leaf.kinds, strict=True) if kind != FIGURE and cell]
    figures = [cell for cell, kind in zip(row, leaf.kinds, strict=True) if kind == FIGURE and cell]
    first = next((index for index, kind in enumerate(kinds) if kind == FIGURE), len(kinds))
    rest = marked(Inked.join(figures, " "))
    heads = [*texts[:first], *[Inked("")] * (first - len(texts))]
    if len(texts) > first:
        heads[first - 1 :] = [Inked.join(texts[first - 1 :])] if first else []
    return [*heads, *(rest for _ in kinds[first:])]
