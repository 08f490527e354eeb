"""What else a figure of a scan may be, where its ink was not read surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gouji.engine.document import Document
from gouji.engine.typing_errors import WRONG
from gouji.model.figure import YUAN_IN_UNIT, Figure, Kind
from gouji.model.report import Report
from gouji.reading.scan.candidates import Candidate, Reading

PERCENT = "%％"


def readings(report: Report, built: Document) -> Iterator[tuple[int, tuple[tuple[int, float], ...]]]:
    """The cells of figures that were not read surely, with what else each may be and the cost of believing it.

    The cost is that of the misreading itself: doubt about a reading takes the place of the chance of an error.
    """
    for cell, figure in enumerate(built.figures):
        unit, wrong = built.system.structure.units[cell], WRONG - built.system.priors.get(cell, 0.0)
        made = [
            (value / Decimal(unit.numerator) * unit.denominator, each.cost) for each, value in others(report, figure)
        ]
        if made:
            yield cell, tuple((int(value), cost - wrong) for value, cost in made if value == int(value))


def others(report: Report, figure: Figure) -> Iterable[tuple[Candidate, Decimal]]:
    """What else a figure may be whose ink was not read surely, with the values in its base unit."""
    reading = _reading(report, figure)
    worth = YUAN_IN_UNIT.get(figure.unit, Decimal(1)) if figure.kind is Kind.MONEY else Decimal(1)
    if reading is None or reading.value is None or reading.value * worth != figure.value or not reading.is_doubtful:
        return []
    return [(each, each.value * worth) for each in reading.candidates]


def _reading(report: Report, figure: Figure) -> Reading | None:
    """The characters of a figure as they were recognised; None where it was not."""
    ink = figure.place.ink
    if figure.place.document != report.path or not ink.line or ink.line > min(len(report.spots), len(report.lines)):
        return None
    spot, line = report.spots[ink.line - 1], report.lines[ink.line - 1]
    if len(spot.sure) != len(line) or ink.end_line not in (None, ink.line) or not ink.column or not ink.end_column:
        return None
    text = line[ink.column - 1 : ink.end_column - 1].rstrip(PERCENT)
    reach = slice(ink.column - 1, ink.column - 1 + len(text))
    return Reading(text, spot.sure[reach], spot.others[reach])
