"""One box that holds what belongs into several (`100% 10 9.5`, blank boxes after it) → a box for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.indicator_header import POINTS, SCORE, Roles

_PART = re.compile(r"\S+")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_MOST_PARTS = 5
_LONGEST = 40  # characters of a box that may hold several


def spread(row: GridRow, roles: Roles) -> GridRow | None:
    """The row with the parts in boxes of their own; None where no box holds several, or the parts do not fit."""
    order = sorted((index, role) for role, index in roles.at.items() if index < len(row))
    for position, (index, _) in enumerate(order):
        parts = _parts(row[index])
        below = order[position : position + len(parts)]
        if len(parts) > 1 and len(below) == len(parts) and _fit(row, below, parts):
            cells = list(row)
            for (at, _), part in zip(below, parts, strict=True):
                cells[at] = part
            return tuple(cells)
    return None


def _parts(cell: Inked) -> list[Inked]:
    if len(cell) > _LONGEST:
        return []
    found = [cell.cut(*match.span()) for match in _PART.finditer(cell.text)]
    return found if len(found) <= _MOST_PARTS else []


def _fit(row: GridRow, below: Sequence[tuple[int, str]], parts: Sequence[Inked]) -> bool:
    """Are the boxes after the first blank, and do points and score get numbers that can be theirs?"""
    if any(row[index].text.strip() for index, _ in below[1:]):
        return False
    given = {role: part.text.removesuffix("分") for (_, role), part in zip(below, parts, strict=True)}
    numbers = [given[role] for role in (POINTS, SCORE) if role in given]
    if not numbers or not all(_NUMBER.fullmatch(one) for one in numbers):
        return False
    return len(numbers) < 2 or Decimal(numbers[1]) <= Decimal(numbers[0])
