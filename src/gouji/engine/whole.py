"""A fault of a whole table, as a hypothesis that clears failing rows."""

from __future__ import annotations

from dataclasses import dataclass

from gouji.model.standing import Whole

FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Structural:
    """One hypothesis that clears `rows` and breaks none. `power`: the table should be 10^power times what was read.

    Of a lost or doubled row `line` is the parent's name and `amounts` what it misses (or has too much) by column.
    """

    kind: Whole
    form: str
    line: str
    rows: frozenset[int]
    power: int = 0
    amounts: tuple[tuple[str, int], ...] = ()
