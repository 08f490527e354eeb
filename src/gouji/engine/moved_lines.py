"""Rows whose numbers slid by a column, and columns that slid by a row: tried from every place where they may have begun to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gouji.engine.layout import Layout
from gouji.engine.system import System
from gouji.engine.whole import FEWEST_ROWS, Structural
from gouji.model.standing import Whole

MOST_STARTS = 8


def moved_lines(system: System, failing: frozenset[int], layout: Layout) -> Iterator[Structural]:
    """A row whose numbers slid by one column from some place on, or a column that slid by one row."""
    if len(failing) < FEWEST_ROWS:
        return
    cells = {cell for number in failing for cell in system.rows[number].cells if layout.addresses[cell][0]}
    for kind, lines, at in ((Whole.MOVED_ROW, layout.rows(), 1), (Whole.MOVED_COLUMN, layout.columns(), 2)):
        suspected: dict[tuple[str, str], list[int]] = defaultdict(list)
        for cell in cells:
            suspected[layout.addresses[cell][0], layout.addresses[cell][at]].append(layout.position(cell, at == 2))
        for (form, name), starts in sorted(suspected.items()):
            if len(starts) >= FEWEST_ROWS:
                line = lines[form, name]
                for start in sorted(starts)[:MOST_STARTS]:
                    for by in (1, -1):
                        changes = _slid(system, cells, line, start, by)
                        cleared = cleared_by(system, failing, changes) if changes else None
                        if cleared and len(cleared) >= max(FEWEST_ROWS, len(changes)):
                            yield Structural(kind, form, name, cleared)


def _slid(system: System, cells: set[int], line: Sequence[int], start: int, by: int) -> dict[int, int]:
    """The line with its numbers moved back by one from `start` on; {} if that is not worth a trial.

    No number may be lost at the end, and where numbers slid, hardly one cell fails to show in a failing row (`cells`).
    """
    values, changes, sound = system.values, dict[int, int](), 0
    if values[line[-1] if by < 0 else line[start]]:
        return {}
    for place in range(start, len(line)):
        source = place + by
        value = values[line[source]] if start <= source < len(line) else 0
        if value != values[line[place]]:
            changes[line[place]] = value
            sound += line[place] not in cells
            if sound > 1:
                return {}
    return changes if len(changes) > 2 and sum(map(bool, changes.values())) > 1 else {}


def cleared_by(system: System, failing: frozenset[int], changes: dict[int, int]) -> frozenset[int] | None:
    """The failing rows around some cells if their new values clear them all and break no other; None if not."""
    values = list(system.values)
    for cell, value in changes.items():
        values[cell] = value
    cleared: set[int] = set()
    for number in {number for cell in changes for number in system.structure.relations_of[cell]}:
        if not all(system.holds(row, values) for row in system.rows_at(number, values)):
            return None
        cleared |= failing.intersection(system.rows_of_relation[number])
    return frozenset(cleared)
