"""Columns lost in a dump, found again: which fund a number belongs to is told by the sums of unit rows and the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from gouji.reading.dump.projects.partial_sums import (
    Seats,
    State,
    States,
    Sum,
    Vector,
    Way,
    distinct,
    fits,
    into,
    only_ways,
    room_for,
    step,
    walked,
)

MOST_STEPS = 60_000  # sums tried for one row; beyond that the sums do not decide
MOST_STEPS_IN_ALL = 600_000


@dataclass(slots=True)
class Line:
    """A row's printed fund amounts in order (without its total) and the rows below it; `seats` is what `solve` finds.

    `doubt` is "" or why the columns of the rows below are not certain: `open` when several seatings add up alike,
    `unsolved` when none does, `unknown` when there are too many to try.
    `sure` is False where the row itself, or one above it, could be seated otherwise: its columns must not be relied on.
    `instead` is another column that could have taken an amount of the topmost row just as well: (position, column).
    """

    amounts: tuple[int, ...]
    parts: list[Line] = field(default_factory=list)
    seats: Seats = ()
    doubt: str = ""
    instead: tuple[int, int] | None = None
    sure: bool = True


def solve(root: Line, preference: Sequence[int]) -> None:
    """Seat the amounts of `root` and all rows below. `preference` ranks the fund columns; the lowest rank takes what is open."""
    ways = _Solver(preference).ways(root)
    best = min(ways, key=lambda way: (way.faults, way.cost))
    _settle(root, best)
    root.instead = _instead(best, ways)


def _settle(line: Line, way: Way, sure: bool = True) -> None:
    line.seats, line.doubt, line.sure = way.seats, way.doubt, sure
    for part, below, single in zip(line.parts, way.parts, way.sure, strict=True):
        _settle(part, below, sure and single)


def _instead(best: Way, ways: Sequence[Way]) -> tuple[int, int] | None:
    """An amount that could as well stand in another column; one that leaves the first column as it is, if there is one."""
    for way in sorted(ways, key=lambda way: (way.vector[0] != best.vector[0], way.cost)):
        moved = [index for index, pair in enumerate(zip(best.seats, way.seats, strict=True)) if pair[0] != pair[1]]
        if moved and way.faults == best.faults and any(best.vector):
            return moved[0], way.seats[moved[0]]
    return None


class _Solver:
    """Works from the leaves up: for each choice of columns of a row, the best seating of its parts."""

    def __init__(self, preference: Sequence[int]) -> None:
        self.preference = preference
        self.columns = len(preference)
        self.steps = MOST_STEPS_IN_ALL
        self.gave_up = False

    def ways(self, line: Line) -> list[Way]:
        below = [self.ways(part) for part in line.parts]
        return [self._way(seats, line, below) for seats in self._choices(line)]

    def _choices(self, line: Line) -> Iterator[Seats]:
        """The columns the amounts can stand in; printed order is column order."""
        return combinations(range(self.columns), min(len(line.amounts), self.columns))

    def _way(self, seats: Seats, line: Line, below: Sequence[list[Way]]) -> Way:
        vector = [0] * self.columns
        for amount, column in zip(line.amounts, seats, strict=False):
            vector[column] += amount
        cost = sum(self.preference[column] for column in seats)
        if not below:
            return Way(seats, tuple(vector), cost)
        found = self._parts(tuple(vector), below)
        picked = found.picked
        faults = sum(way.faults for way in picked)
        off = tuple(map(sum, zip(*(way.vector for way in picked), strict=True))) != tuple(vector)
        cost += sum(way.cost for way in picked)
        return Way(seats, tuple(vector), cost, found.doubt, faults + off, tuple(picked), tuple(found.sure))

    def _parts(self, target: Vector, below: Sequence[list[Way]]) -> Sum:
        """The seating of the parts that makes `target`; else the only one off in a single column; else by preference."""
        self.gave_up = False
        if found := self._sum(target, below):
            return found
        empty = {column for column, amount in enumerate(target) if amount == 0}
        picked = [min(ways, key=lambda way: (into(way, empty), way.faults, way.cost)) for ways in below]
        sure = [sum(not into(way, empty) for way in ways) == 1 for ways in below]
        if all(sure):
            return Sum(picked, sure)
        aims = () if self.gave_up else self._aims(target, below)  # what is too much once is too much again
        off = [found for aim in aims if (found := self._sum(aim, below))]
        if len(off) == 1 and not self.gave_up:
            return off[0]
        return Sum(picked, sure, "unknown" if self.gave_up else "unsolved")

    def _aims(self, target: Vector, below: Sequence[list[Way]]) -> Iterator[Vector]:
        """What the parts may add up to where the row is wrong: all of the difference in one of its columns."""
        difference = sum(sum(ways[0].vector) for ways in below) - sum(target)
        if not difference:
            return
        for column in sorted(range(self.columns), key=lambda column: (target[column] == 0, self.preference[column])):
            yield tuple(amount + (difference if index == column else 0) for index, amount in enumerate(target))

    def _sum(self, target: Vector, below: Sequence[list[Way]]) -> Sum | None:
        """One way for each part so that the vectors add up to `target`: the best, and which parts have no other."""
        bounded = all(amount >= 0 for ways in below for way in ways for amount in way.vector)
        # The largest parts first: most of them fit one column only, and so the sums to be kept stay few.
        order = sorted(range(len(below)), key=lambda index: -max(sum(way.vector) for way in below[index]))
        options = [distinct(way for way in below[index] if fits(way, target, bounded)) for index in order]
        levels = self._levels(target, options, bounded)
        if not levels or target not in levels[-1]:
            return None
        picked = dict(zip(order, walked(levels[-1][target]), strict=True))
        single = dict(zip(order, only_ways(levels, options, target), strict=True))
        sure = [single[index] for index in range(len(below))]
        return Sum([picked[index] for index in range(len(below))], sure, "" if all(sure) else "open")

    def _levels(self, target: Vector, options: Sequence[list[Way]], bounded: bool) -> list[States]:
        """All partial sums after each part that can still become `target`; none when there are too many to try."""
        room = room_for(options, self.columns)
        levels: list[States] = [{(0,) * self.columns: State((0, 0), None, None)}]
        steps = MOST_STEPS
        for number, ways in enumerate(options):
            steps -= len(levels[-1]) * len(ways)
            self.steps -= len(levels[-1]) * len(ways)
            if steps < 0 or self.steps < 0:
                self.gave_up = True
                return []
            least = tuple(map(int.__sub__, target, room[number + 1]))
            levels.append(step(levels[-1], ways, target if bounded else None, least))
        return levels
