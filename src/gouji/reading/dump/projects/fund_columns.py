"""Columns lost in a dump, found again: which fund a number belongs to is told by the sums of unit rows and the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

MOST_STEPS = 60_000  # sums tried for one row; beyond that the sums do not decide
MOST_STEPS_IN_ALL = 300_000

Vector = tuple[int, ...]  # one amount for each fund column, in units of the last printed digit
Seats = tuple[int, ...]  # the fund column of each printed amount


@dataclass(slots=True)
class Line:
    """A row's printed fund amounts in order (without its total) and the rows below it; `seats` is what `solve` finds.

    `doubt` is "" or why the columns of the rows below are not certain: `open` when several seatings add up alike,
    `unsolved` when none does, `unknown` when there are too many to try.
    `instead` is another column that could have taken an amount of the topmost row just as well: (position, column).
    """

    amounts: tuple[int, ...]
    parts: list[Line] = field(default_factory=list)
    seats: Seats = ()
    doubt: str = ""
    instead: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to seat a row and everything below it: the vector it makes, how little it is preferred, what is wrong."""

    seats: Seats
    vector: Vector
    cost: int
    doubt: str = ""
    faults: int = 0  # rows whose parts do not add up
    parts: tuple[_Way, ...] = ()


@dataclass(slots=True)
class _State:
    """The cheapest way to a partial sum; `single` while there is no other."""

    cost: tuple[int, int]
    way: _Way | None
    before: _State | None
    single: bool


def solve(root: Line, preference: Sequence[int]) -> None:
    """Seat the amounts of `root` and all rows below. `preference` ranks the fund columns; the lowest rank takes what is open."""
    ways = _Solver(preference).ways(root)
    best = min(ways, key=lambda way: (way.faults, way.cost))
    _settle(root, best)
    root.instead = _instead(best, ways)


def _settle(line: Line, way: _Way) -> None:
    line.seats, line.doubt = way.seats, way.doubt
    for part, below in zip(line.parts, way.parts, strict=True):
        _settle(part, below)


def _instead(best: _Way, ways: Sequence[_Way]) -> tuple[int, int] | None:
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

    def ways(self, line: Line) -> list[_Way]:
        below = [self.ways(part) for part in line.parts]
        return [self._way(seats, line, below) for seats in self._choices(line)]

    def _choices(self, line: Line) -> Iterator[Seats]:
        """The columns the amounts can stand in; printed order is column order."""
        return combinations(range(self.columns), min(len(line.amounts), self.columns))

    def _way(self, seats: Seats, line: Line, below: Sequence[list[_Way]]) -> _Way:
        vector = [0] * self.columns
        for amount, column in zip(line.amounts, seats, strict=False):
            vector[column] += amount
        cost = sum(self.preference[column] for column in seats)
        if not below:
            return _Way(seats, tuple(vector), cost)
        picked, doubt = self._parts(tuple(vector), below)
        faults = sum(way.faults for way in picked)
        off = tuple(map(sum, zip(*(way.vector for way in picked), strict=True))) != tuple(vector)
        cost += sum(way.cost for way in picked)
        return _Way(seats, tuple(vector), cost, doubt, faults + off, tuple(picked))

    def _parts(self, target: Vector, below: Sequence[list[_Way]]) -> tuple[list[_Way], str]:
        """The seating of the parts that makes `target`; else one that is off in a single column; else by preference."""
        self.gave_up = False
        for aim in self._aims(target, below):
            if found := self._sum(aim, below):
                picked, single = found
                return picked, "" if single else "open"
        empty = {column for column, amount in enumerate(target) if amount == 0}
        picked = [min(ways, key=lambda way: (_into(way, empty), way.faults, way.cost)) for ways in below]
        if all(sum(not _into(way, empty) for way in ways) == 1 for ways in below):
            return picked, ""
        return picked, "unknown" if self.gave_up else "unsolved"

    def _aims(self, target: Vector, below: Sequence[list[_Way]]) -> Iterator[Vector]:
        """What the parts may add up to: the row itself, or the row with all of the difference in one of its columns."""
        yield target
        difference = sum(sum(ways[0].vector) for ways in below) - sum(target)
        if not difference:
            return
        for column in sorted(range(self.columns), key=lambda column: (target[column] == 0, self.preference[column])):
            yield tuple(amount + (difference if index == column else 0) for index, amount in enumerate(target))

    def _sum(self, target: Vector, below: Sequence[list[_Way]]) -> tuple[list[_Way], bool] | None:
        """One way for each part so that the vectors add up to `target`: the best, and whether it is the only one."""
        empty = {column for column, amount in enumerate(target) if amount == 0}
        bounded = all(amount >= 0 for ways in below for way in ways for amount in way.vector)
        states: dict[Vector, _State] = {(0,) * self.columns: _State((0, 0), None, None, True)}
        steps = MOST_STEPS
        for ways in below:
            options = _distinct(way for way in ways if not _into(way, empty))
            steps -= len(states) * len(options)
            self.steps -= len(states) * len(options)
            if steps < 0 or self.steps < 0:
                self.gave_up = True
                return None
            states = _step(states, options, target if bounded else None)
        last = states.get(target)
        return None if last is None else (_walked(last), last.single)


def _into(way: _Way, empty: set[int]) -> int:
    """How many columns that the row above leaves empty would get an amount."""
    return sum(way.vector[column] != 0 for column in empty)


def _distinct(ways: Iterator[_Way]) -> list[_Way]:
    """The best way for each vector."""
    best: dict[Vector, _Way] = {}
    for way in sorted(ways, key=lambda way: (way.faults, way.cost)):
        best.setdefault(way.vector, way)
    return list(best.values())


def _step(states: dict[Vector, _State], options: Sequence[_Way], bound: Vector | None) -> dict[Vector, _State]:
    """All partial sums with one more part, those beyond the bound left out."""
    following: dict[Vector, _State] = {}
    for sums, state in states.items():
        for way in options:
            reached = tuple(map(int.__add__, sums, way.vector))
            if bound is not None and any(map(int.__gt__, reached, bound)):
                continue
            cost = (state.cost[0] + way.faults, state.cost[1] + way.cost)
            known = following.get(reached)
            if known is None or cost < known.cost:
                following[reached] = _State(cost, way, state, known is None and state.single)
            else:
                known.single = False
    return following


def _walked(last: _State) -> list[_Way]:
    picked: list[_Way] = []
    state: _State | None = last
    while state is not None and state.way is not None:
        picked.append(state.way)
        state = state.before
    return picked[::-1]
