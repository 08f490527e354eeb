"""The rows of a score table that stand beside each other: parts printed below a row are never added to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.rounding import HUNDRED
from gouji.model.table import TOTAL, Row, Table

_FLAT_AT_MOST = Decimal(120)  # more than this is no slip in the points: parts are printed below their wholes


@dataclass(frozen=True, slots=True)
class Levels:
    """`top` are the rows that make the whole; `families` each row with the parts printed below it."""

    top: tuple[Row, ...]
    families: tuple[tuple[Row, tuple[Row, ...]], ...] = ()


def levels(table: Table, column: str) -> Levels | None:
    """The level at which `column` (points or weights) adds up to the total; None where no level is certain to."""
    rows = [row for row in table.rows if row.name != TOTAL and row.figure(column) is not None]
    stated = table.figure(TOTAL, column)
    whole = stated.value if stated is not None else HUNDRED
    if _sum(rows, column) == whole:
        return Levels(tuple(rows))
    families = tuple(_families(rows, column))
    below = {id(part) for _, parts in families for part in parts}
    top = [row for row in rows if id(row) not in below]
    if families and _sum(top, column) == whole:
        return Levels(tuple(top), families)
    outer = [row for row in rows if row.depth == min(each.depth for each in rows)]
    if len(outer) < len(rows):
        return Levels(tuple(outer)) if _sum(outer, column) == whole else None
    return Levels(tuple(rows)) if not families and _sum(rows, column) <= _FLAT_AT_MOST else None


def _families(rows: Sequence[Row], column: str) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """Each row whose value the rows directly below it make, families of their own counted once."""
    ends: dict[int, int] = {}
    for at in range(len(rows) - 1, -1, -1):
        parts: list[Row] = []
        ends[at] = after = at + 1
        while after < len(rows) and _sum(parts, column) < _value(rows[at], column):
            parts.append(rows[after])
            after = ends[after]
        if len(parts) > 1 and _sum(parts, column) == _value(rows[at], column):
            ends[at] = after
            yield rows[at], tuple(parts)


def _sum(rows: Sequence[Row], column: str) -> Decimal:
    return sum((_value(row, column) for row in rows), Decimal(0))


def _value(row: Row, column: str) -> Decimal:
    figure = row.figure(column)
    return figure.value if figure is not None else Decimal(0)
