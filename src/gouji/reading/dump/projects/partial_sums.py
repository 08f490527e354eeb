"""Sums of parts, each seated in one of several ways: which choices make a given vector, tried within bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Vector = tuple[int, ...]  # one amount for each fund column, in units of the last printed digit
Seats = tuple[int, ...]  # the fund column of each printed amount


@dataclass(frozen=True, slots=True)
class Way:
    """One way to seat a row and everything below it: the vector it makes, how little it is preferred, what is wrong."""

    seats: Seats
    vector: Vector
    cost: int
    doubt: str = ""
    faults: int = 0  # rows whose parts do not add up
    parts: tuple[Way, ...] = ()
    sure: tuple[bool, ...] = ()  # which of the parts can be seated no other way


@dataclass(slots=True)
class State:
    """The cheapest way to a partial sum."""

    cost: tuple[int, int]
    way: Way | None
    before: State | None


States = dict[Vector, State]


@dataclass(frozen=True, slots=True)
class Sum:
    """A way for each part of a row, which of them are the only ones possible, and the doubt that remains."""

    picked: list[Way]
    sure: list[bool]
    doubt: str = ""


def into(way: Way, empty: set[int]) -> int:
    """How many columns that the row above leaves empty would get an amount."""
    return sum(way.vector[column] != 0 for column in empty)


def distinct(ways: Iterable[Way]) -> list[Way]:
    """The best way for each vector."""
    best: dict[Vector, Way] = {}
    for way in sorted(ways, key=lambda way: (way.faults, way.cost)):
        best.setdefault(way.vector, way)
    return list(best.values())


def fits(way: Way, target: Vector, bounded: bool) -> bool:
    """Can the way be part of the target: nothing in a column the row leaves empty, no amount above the row's own?"""
    pairs = list(zip(way.vector, target, strict=True))
    return all(whole or not part for part, whole in pairs) and not (
        bounded and any(part > whole for part, whole in pairs)
    )


def room_for(options: Sequence[Sequence[Way]], columns: int) -> list[Vector]:
    """For each part, the most that it and those after it can bring to each column."""
    room: list[Vector] = [(0,) * columns]
    for ways in reversed(options):
        most = (max((way.vector[column] for way in ways), default=0) for column in range(columns))
        room.append(tuple(map(int.__add__, room[-1], most)))
    return room[::-1]


def step(states: States, options: Sequence[Way], bound: Vector | None, least: Vector) -> States:
    """All partial sums with one more part, those left out that are beyond the bound or can no longer reach it."""
    following: States = {}
    for sums, state in states.items():
        for way in options:
            reached = tuple(map(int.__add__, sums, way.vector))
            if any(map(int.__lt__, reached, least)) or (bound is not None and any(map(int.__gt__, reached, bound))):
                continue
            cost = (state.cost[0] + way.faults, state.cost[1] + way.cost)
            known = following.get(reached)
            if known is None or cost < known.cost:
                following[reached] = State(cost, way, state)
    return following


def only_ways(levels: Sequence[States], options: Sequence[list[Way]], target: Vector) -> list[bool]:
    """For each part, whether all seatings that make `target` put it in the same columns."""
    single: list[bool] = []
    reached = {target}
    for states, ways in zip(levels[-2::-1], options[::-1], strict=True):
        before: set[Vector] = set()
        taken = 0
        for way in ways:
            starts = {start for sums in reached if (start := tuple(map(int.__sub__, sums, way.vector))) in states}
            taken += bool(starts)
            before |= starts
        single.append(taken == 1)
        reached = before
    return single[::-1]


def walked(last: State) -> list[Way]:
    picked: list[Way] = []
    state: State | None = last
    while state is not None and state.way is not None:
        picked.append(state.way)
        state = state.before
    return picked[::-1]
