"""Rows whose numbers stand one box too far from some box on.

The engine sees figures only, and a blank box is none; the boxes of a row are known here, and what a row would come to
with its numbers moved back is judged by the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gouji.model.finding import Checked, Comparison, Finding
from gouji.model.report import Report
from gouji.model.table import Row, Table
from gouji.repair.evidence import Identity
from gouji.repair.hearing import grave, heard, holding
from gouji.repair.tables.rows import moved_back

FEWEST_CLEARED = 2
FEWEST_MOVED = 2  # numbers that are not zero
MOST_TRIALS = 24


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row, the box from which its numbers go back by `by` boxes, the report with it put right, and what is gone then."""

    table: Table
    row: Row
    start: int
    by: int
    report: Report
    gone: tuple[Finding, ...]


def moved_row(report: Report, checked: Checked, failing: Sequence[Identity]) -> MovedRow | None:
    """The row whose numbers, moved back by one box, clear all that fails around it and break nothing; None if there is none.

    Where it could be moved in two ways that clear as much, nothing is said.
    """
    trials = [trial for table, row in _suspected(report, failing) for trial in _trials(table, row)]
    found: list[MovedRow] = []
    for table, row, start, by in trials[:MOST_TRIALS]:
        if found and found[0].row is not row:
            break
        made = moved_back(report, table, row, start, by)
        gone = _cleared(checked, made, table, row)
        if gone:
            found.append(MovedRow(table, row, start, by, made, tuple(gone)))
    most = max((len(each.gone) for each in found), default=0)
    best = [each for each in found if len(each.gone) == most]
    return best[0] if len(best) == 1 else None


def _suspected(report: Report, failing: Iterable[Identity]) -> list[tuple[Table, Row]]:
    """Rows with a blank box and figures in failing identities, those in most first."""
    broken: dict[object, int] = {}
    for identity in failing:
        for place in {figure.place for figure in identity.comparison.figures}:
            broken[place] = broken.get(place, 0) + 1
    found = []
    for table in report.tables:
        for row in table.rows:
            count = sum(broken.get(cell.figure.place, 0) for cell in row.cells.values() if cell.figure)
            if count and not row.side and any(cell.blank for cell in row.cells.values()):
                found.append((count, table, row))
    return [(table, row) for _, table, row in sorted(found, key=lambda each: -each[0])]


def _trials(table: Table, row: Row) -> Iterator[tuple[Table, Row, int, int]]:
    """To the left into a blank box; to the right where the last box is blank. What moves is more than one number."""
    boxes = list(row.cells.values())
    if any(not cell.blank and cell.figure is None for cell in boxes):
        return
    for start, cell in enumerate(boxes):
        moving = sum(bool(each.figure and each.figure.value) for each in boxes[start:])
        if moving < FEWEST_MOVED:
            return
        if cell.blank:
            yield table, row, start, -1
        elif boxes[-1].blank:
            yield table, row, start, 1


def _cleared(checked: Checked, made: Report, table: Table, row: Row) -> list[Finding]:
    """What is gone once the row is moved: all that fails around it, each of it because it holds then, and nothing is new."""
    names = {
        each.card.name for each in checked.outcomes
        if isinstance(each.observation, Comparison) and any(f.place.form == table.form for f in each.observation.figures)
    }  # fmt: skip
    again = heard(made, names)
    before, after = grave(checked.findings, again), grave(again.findings, again)
    gone = [each for fingerprint, each in before.items() if fingerprint not in after]
    own = {cell.figure.place for cell in row.cells.values() if cell.figure}
    around = [each for each in before.values() if not own.isdisjoint((each.at, *each.against))]
    if not after.keys() <= before.keys() or any(each.fingerprint in after for each in around):
        return []
    reckoned = sum(isinstance(each.observation, Comparison) for each in gone)
    known = {each.card.name for each in again.outcomes}
    more = holding(again, known) - holding(checked, known)
    return gone if reckoned >= FEWEST_CLEARED and more >= reckoned else []
