"""Ruled lines → lattices: where rules meet they frame a table, and a cell spans what no rule divides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from gouji.reading.page.groups import TOUCH, groups
from gouji.reading.page.ink import Shade, Stroke
from gouji.reading.page.segments import GAP, Segment, horizontals, verticals
from gouji.reading.page.shades import is_table, outlines, rows_between

OPEN = 6.0  # points that a rule must run past the last crossing one for its end to be an open side
MOST_MEETINGS = 3_000_000  # pairs of rules looked at
MOST_CELLS = 200_000
MOST_SHADES = 3_000
NARROWEST = 10.0  # points: a column thinner than this is a rule that lies a little aside in some rows


class Cell(NamedTuple):
    """A cell with the columns and rows it spans, last ones excluded."""

    row: int
    column: int
    end_row: int
    end_column: int


@dataclass(slots=True)
class Lattice:
    """A frame of rules: the edges of its columns and rows, and for every box the cell it belongs to."""

    xs: list[float]
    ys: list[float]
    owner: list[list[Cell]]
    open_below: bool = False  # no rule closed it at the bottom
    open_left: bool = False  # … or at the side
    open_right: bool = False
    shaded: bool = False  # filled boxes tell its cells, not rules

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    @property
    def cells(self) -> list[Cell]:
        """All cells in reading order."""
        return [cell for i, row in enumerate(self.owner) for j, cell in enumerate(row) if cell[:2] == (i, j)]

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def cell_at(self, x: float, y: float) -> Cell:
        """The cell of a point inside."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.owner[row][column]

    def box(self, cell: Cell) -> tuple[float, float, float, float]:
        return (self.xs[cell.column], self.ys[cell.row], self.xs[cell.end_column], self.ys[cell.end_row])


def lattices(strokes: Sequence[Stroke], shades: Sequence[Shade] = ()) -> list[Lattice]:
    """The frames of a page, from top to bottom; lone rules and boxes are none."""
    found = _framed(strokes, shades)
    if shades:
        found += _shaded([shade for shade in shades if not any(_lies_in(shade, frame) for frame in found)])
    return sorted(found, key=lambda lattice: (lattice.top, lattice.left))


def are_too_many(strokes: Sequence[Stroke]) -> bool:
    """Are there more rules than any form prints, so that no frames are looked for?"""
    level = sum(stroke.top == stroke.bottom for stroke in strokes)
    if level * (len(strokes) - level) <= MOST_MEETINGS:
        return False
    return len(horizontals(strokes)) * len(verticals(strokes)) > MOST_MEETINGS


def _framed(strokes: Sequence[Stroke], shades: Sequence[Shade]) -> list[Lattice]:
    level, upright = horizontals(strokes), verticals(strokes)
    if len(level) * len(upright) > MOST_MEETINGS:
        return []
    return [made for group in groups(level, upright) if (made := _lattice(*group, shades))]


def _shaded(shades: list[Shade]) -> list[Lattice]:
    """Tables whose cells are told by their shades alone."""
    found = _framed(outlines(shades), ()) if len(shades) <= MOST_SHADES else []
    return [
        replace(frame, shaded=True)
        for frame in found
        if is_table(
            len(frame.ys) - 1, len(frame.xs) - 1, len(frame.cells), sum(_lies_in(shade, frame) for shade in shades)
        )
    ]


def _lies_in(shade: Shade, frame: Lattice) -> bool:
    return frame.holds((shade.left + shade.right) / 2, (shade.top + shade.bottom) / 2)


def _lattice(level: list[Segment], upright: list[Segment], shades: Sequence[Shade]) -> Lattice | None:
    level = sorted(level + rows_between(level, upright, shades))
    closing = _closing(level, upright)
    open_below = bool(closing and level) and closing[-1].at > level[-1].at
    level = level + closing
    sides = _closing(upright, level)
    open_left = any(side.at < upright[0].at for side in sides)
    open_right = any(side.at > upright[-1].at for side in sides)
    upright = upright + sides
    xs, upright = _aligned(upright)
    ys, level = _aligned(level)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows < 2 or columns * rows > MOST_CELLS:
        return None
    owner = _owners(_walls(upright, xs, ys), _walls(level, ys, xs), rows, columns)
    return Lattice(xs, ys, owner, open_below, open_left, open_right)


def _closing(rules: list[Segment], crossing: list[Segment]) -> list[Segment]:
    """The rules that are missing where crossing ones run on past the first or the last: an open side."""
    if not crossing:
        return []
    ends = [rule.at for rule in rules] or [(crossing[0].start + crossing[0].end) / 2]
    first, last = min(ends), max(ends)
    before = [rule for rule in crossing if rule.start < first - OPEN]
    after = [rule for rule in crossing if rule.end > last + OPEN]
    closing = []
    if before:
        closing.append(Segment(min(rule.start for rule in before), before[0].at, before[-1].at))
    if after:
        closing.append(Segment(max(rule.end for rule in after), after[0].at, after[-1].at))
    return closing


def _aligned(rules: list[Segment]) -> tuple[list[float], list[Segment]]:
    """The places of the rules, and the rules put on them: those a little aside, each in other rows, are one."""
    rules = sorted(rules)
    groups: list[list[Segment]] = []
    for rule in rules:
        if groups and (rule.at - groups[-1][0].at <= GAP or _beside(rule, groups[-1])):
            groups[-1].append(rule)
        else:
            groups.append([rule])
    places = [_place(group) for group in groups]
    return places, [Segment(place, *rule[1:]) for place, group in zip(places, groups, strict=True) for rule in group]


def _place(group: list[Segment]) -> float:
    return max(group, key=lambda rule: rule.end - rule.start).at


def _beside(rule: Segment, group: list[Segment]) -> bool:
    """Does the rule go on aside of those of the group, so that no row has both?"""
    if rule.at - group[0].at > NARROWEST:
        return False
    return all(min(rule.end, other.end) - max(rule.start, other.start) <= TOUCH for other in group)


def _walls(rules: list[Segment], places: list[float], across: list[float]) -> list[bytearray]:
    """For each place and each band between two of `across`: is there a rule?"""
    middles = [(low + high) / 2 for low, high in pairwise(across)]
    index = {place: number for number, place in enumerate(places)}
    walls = [bytearray(len(middles)) for _ in places]
    for at, start, end in rules:
        first, last = bisect_left(middles, start), bisect_right(middles, end)
        if last > first:
            walls[index[at]][first:last] = b"\x01" * (last - first)
    return walls


def _owners(upright: list[bytearray], level: list[bytearray], rows: int, columns: int) -> list[list[Cell]]:
    """For every box its cell: from the top left one as far right and down as no rule divides."""
    owner: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] is None:
                cell = _spanning(upright, level, owner, row, column)
                for line in range(cell.row, cell.end_row):
                    owner[line][column : cell.end_column] = [cell] * (cell.end_column - column)
    return owner  # type: ignore[return-value]


def _spanning(
    upright: list[bytearray], level: list[bytearray], owner: list[list[Cell | None]], row: int, column: int
) -> Cell:
    columns, rows = len(owner[0]), len(owner)
    right = column + 1
    while right < columns and not upright[right][row] and owner[row][right] is None:
        right += 1
    bottom = row + 1
    while bottom < rows and not any(level[bottom][column:right]):
        if any(upright[x][bottom] for x in range(column + 1, right)):
            break
        bottom += 1
    return Cell(row, column, bottom, right)
