"""Lines outside of tables → paragraphs: a full line runs on in the next one, unless that is set in or begins anew."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.reading.page.lines import Line, stretches
from gouji.reading.page.printing import Printer
from gouji.reading.page.table import joined

FULL = 2.2  # characters that may be missing at the end of a full line
INDENT = 1.2  # characters by which the first line of a paragraph is set in
SAME_SIZE = 0.12  # of the height
LEAD = 2.6  # of the height: lines further apart are no neighbours


def paragraphs(found: list[Line], printer: Printer) -> list[tuple[float, Inked]]:
    """The paragraphs of a column of lines, each with the height at which it starts."""
    parts = [stretches(line) for line in found]
    single = [row[0] for row in parts if len(row) == 1]
    left = _usual([line.left for line in single])
    right = max((line.right for line in single), default=0.0)
    result: list[tuple[float, Inked]] = []
    waiting: list[Line] = []
    for row in parts:
        if waiting and not (len(row) == 1 and _runs_on(waiting, row[0], left, right)):
            result.append(_paragraph(waiting, printer))
            waiting = []
        if len(row) == 1:
            waiting.append(row[0])
        else:
            result += [(part.top, printer.line(part)) for part in row]
    if waiting:
        result.append(_paragraph(waiting, printer))
    return result


def _paragraph(waiting: list[Line], printer: Printer) -> tuple[float, Inked]:
    return waiting[0].top, joined([printer.line(line) for line in waiting], waiting)


def _usual(lefts: list[float]) -> float:
    """Where most lines start: the left-most place that some lines share."""
    for left in sorted(lefts):
        if sum(abs(other - left) < 3 for other in lefts) >= 2:
            return left
    return min(lefts, default=0.0)


def _runs_on(waiting: list[Line], line: Line, left: float, right: float) -> bool:
    before = waiting[-1]
    size = before.height
    if abs(line.height - size) > SAME_SIZE * size + 1 or line.base - before.base > LEAD * size:
        return False
    if before.right < right - FULL * size:
        return False
    return line.left < left + INDENT * size
