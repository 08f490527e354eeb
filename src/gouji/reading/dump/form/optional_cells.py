"""Rows of indicators in which boxes in the middle may be blank (原因, 备注, 度量单位): the cheapest seating of all pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.model.inked import Inked
from gouji.reading.dump.form import indicator_cells as cells
from gouji.reading.dump.form.indicator_cells import NATURE, OTHER, POSSIBLE, UNIT, Fitted, Piece
from gouji.reading.dump.printed import Printed

LONGEST_STRETCH = 60  # lines under one level; in a longer stretch a row has two lines at most
MOST_IN_CELL = 6  # pieces
EARLIER = 0.01
MAY_BE_BLANK = {OTHER: 0.3, UNIT: 1.5, POSSIBLE: 0.6, NATURE: 4.0}

Cut = tuple[int, ...]  # where the cell of each column ends; a blank one ends where the one before it does


def fits(roles: Sequence[str]) -> bool:
    """May a column that is not the last be blank?"""
    return any(role in (OTHER, UNIT, POSSIBLE) for role in roles[:-1])


@dataclass(frozen=True, slots=True)
class _Way:
    """How far the pieces are seated, and at what cost; `last` is where the last filled cell begins."""

    cost: float
    last: int
    cut: Cut


_States = dict[tuple[int, int], _Way]  # by where the pieces seated end, and where the last filled cell begins


def fitted(lines: Sequence[Printed], roles: Sequence[str]) -> list[Fitted]:
    """The rows of a stretch of lines: a name, and a cell or a blank for each of `roles`."""
    pieces = [Piece(token, number) for number, line in enumerate(lines) for token in line.tokens]
    starts = [i for i, piece in enumerate(pieces) if i == 0 or piece.line > pieces[i - 1].line]
    most = cells.MOST_LINES if len(lines) <= LONGEST_STRETCH else 2
    best: dict[int, tuple[float, int, Cut, float]] = {0: (0.0, 0, (), 0.0)}
    for number, start in enumerate(starts):
        if start not in best:
            continue
        ends = [*starts, len(pieces)][number + 1 : number + most + 1]
        for end, way in _ways(pieces, start, ends, roles).items():
            cost = best[start][0] + way.cost
            if end not in best or cost < best[end][0]:
                best[end] = (cost, start, way.cut, way.cost)
    return _walked(pieces, best)


def _walked(pieces: Sequence[Piece], best: dict[int, tuple[float, int, Cut, float]]) -> list[Fitted]:
    rows: list[Fitted] = []
    end = len(pieces)
    while end > 0:
        _, start, cut, cost = best[end]
        edges = (start, *cut)
        blank = pieces[start].content.emptied()
        texts = [
            Inked.join(piece.content for piece in pieces[one:other]) if other > one else blank
            for one, other in pairwise(edges)
        ]
        rows.append(Fitted(tuple(texts), cost))
        end = start
    return rows[::-1]


def _ways(pieces: Sequence[Piece], start: int, ends: Sequence[int], roles: Sequence[str]) -> dict[int, _Way]:
    """The best seating of the pieces from `start` up to each of `ends`."""
    reach = max(ends, default=start)
    states: _States = {}
    for end in range(start + 1, min(reach, start + MOST_IN_CELL) + 1):
        cell = pieces[start:end]
        cost = cells.name_cost(_text(cell)) + cells.inside_cost(cell)
        states[end, start] = _Way(cost, start, (end,))
    for number, role in enumerate(roles):
        states = _step(pieces, states, reach, role, EARLIER * (len(roles) - number))
    found: dict[int, _Way] = {}
    for (end, _), way in states.items():
        if end in ends and (end not in found or way.cost < found[end].cost):
            found[end] = way
    if reach not in found:  # more pieces than a row can have: one that fits nothing, so that all are seated
        found[reach] = _Way(1000.0, start, (start + 1, *(start + 1 for _ in roles[1:]), reach))
    return found


def _step(pieces: Sequence[Piece], states: _States, reach: int, role: str, earlier: float) -> _States:
    """The seatings with one more column, filled or blank; of two alike, the earlier one is filled."""
    blank = MAY_BE_BLANK.get(role, cells.MISSING) + earlier
    following: _States = {}
    for (at, last), way in states.items():
        options = [((at, last), _Way(way.cost + blank, last, (*way.cut, at)))]
        for end in range(at + 1, min(reach, at + MOST_IN_CELL) + 1):
            cell = pieces[at:end]
            cost = way.cost + cells.role_cost(_text(cell), role) + cells.inside_cost(cell)
            cost += cells.between_cost(pieces, (last, at), (at, end))
            options.append(((end, at), _Way(cost, at, (*way.cut, end))))
        for key, option in options:
            if key not in following or option.cost < following[key].cost:
                following[key] = option
    return following


def _text(cell: Sequence[Piece]) -> str:
    return "".join(piece.content.text for piece in cell)
