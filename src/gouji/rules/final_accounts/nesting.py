"""Details printed one under the other without their levels: which of them are parts of the total above?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.model.rounding import Term, Verdict, judge_sum
from gouji.model.table import Row

# Above this many details the ways to nest them are not tried: the list is taken as flat.
MOST_DETAILS = 24
MOST_WAYS = 2000


def outermost(total: Row, details: Sequence[Row], column: str) -> list[Row]:
    """The details that are parts of `total` itself, the rest being parts of a detail above them.

    Indentation decides where the form shows any. Else every row may head the rows after it that add up to it, and the
    first nesting under which the total holds is taken; when none does, the one with the fewest parts.
    """
    depths = {row.depth for row in details}
    if len(depths) > 1:
        return [row for row in details if row.depth == min(depths)]
    rows = [row for row in details if row.figure(column) is not None]
    stated = total.figure(column)
    if stated is None or len(rows) > MOST_DETAILS:
        return list(rows)
    fewest = list(rows)
    for _, parts in zip(range(MOST_WAYS), _nestings(rows, column), strict=False):
        terms = [Term(figure) for part in parts if (figure := part.figure(column)) is not None]
        if judge_sum(stated, terms)[0] is not Verdict.DISAGREE:
            return parts
        if len(parts) < len(fewest):
            fewest = parts
    return fewest


def _nestings(rows: Sequence[Row], column: str) -> Iterator[list[Row]]:
    """Every way to read the list: its first row alone, or as the sum of some rows after it."""
    if not rows:
        yield []
        return
    first, rest = rows[0], rows[1:]
    for length in _lengths_headed(first, rest, column):
        for others in _nestings(rest[length:], column):
            yield [first, *others]


def _lengths_headed(first: Row, rest: Sequence[Row], column: str) -> Iterator[int]:
    """How many of the following rows `first` may be the sum of: none, or as many as (nested among them) add up."""
    yield 0
    stated = first.figure(column)
    for length in range(1, len(rest) + 1):
        if stated is not None and _can_be_sum(stated.value, rest[:length], column):
            yield length


def _can_be_sum(value: Decimal, rows: Sequence[Row], column: str) -> bool:
    """Can the rows, with some heading others, add up to `value`? Zero rows are no evidence and never headed."""
    if not value:
        return False
    reachable: list[set[Decimal]] = [set() for _ in range(len(rows) + 1)]
    reachable[0].add(Decimal(0))
    for index, row in enumerate(rows):
        figure = row.figure(column)
        amount = figure.value if figure else Decimal(0)
        ends = [index + 1, *_headed_ends(rows, index, amount, column)]
        for end in ends:
            reachable[end].update(total + amount for total in reachable[index])
    return value in reachable[len(rows)]


def _headed_ends(rows: Sequence[Row], index: int, amount: Decimal, column: str) -> Iterator[int]:
    """Where the plain run of rows that adds up to the row at `index` ends."""
    running = Decimal(0)
    for end in range(index + 1, len(rows)):
        figure = rows[end].figure(column)
        running += figure.value if figure else Decimal(0)
        if amount and running == amount:
            yield end + 1
