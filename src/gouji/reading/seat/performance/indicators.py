"""Lines of an indicator block → indicators and scores of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gouji.model.figure import Figure
from gouji.model.inked import Inked
from gouji.model.performance import Indicator, Score
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.reading.criteria import criterion
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.beside import asks_reason, outlook, reached, reason, reviewed
from gouji.reading.seat.performance.indicator_block import Block, block
from gouji.reading.seat.performance.indicator_header import (
    ACTUAL,
    DIRECTION,
    NATURE,
    PERIOD,
    POINTS,
    SCORE,
    UNIT,
    VALUE,
    is_header,
)
from gouji.reading.seat.performance.lines import Line
from gouji.reading.seat.performance.printed import read_cell
from gouji.reading.seat.seated import Context

_COMPARATOR = re.compile(r"[≥≤><=＞＜＝≧≦﹥﹤]{1,2}")
_END = "。；;，, "
_PERIOD_BLOCK = re.compile(r"长期|中期|周期|实施期|总目标|总体")


@dataclass(slots=True)
class Found:
    """What the indicator blocks of a grid hold, and where they begin and end."""

    indicators: list[Indicator] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    start: int = 0
    end: int = 0


def indicators_in(rows: Sequence[GridRow], form: str, context: Context, row: str = "") -> Found:
    """The indicators of all blocks in the rows. `row` names the project they belong to, "" a department.

    A block for the whole period and one for the year with the same indicators become one list with both values.
    """
    found = Found(start=len(rows), end=len(rows))
    period: list[Indicator] = []
    index = 0
    while index < len(rows):
        if not is_header(rows[index]):
            index += 1
            continue
        found.start = min(found.start, index)
        read = block(rows, index, form, context)
        made = list(indicators_of(read.lines, form, context, row, found.doubts))
        if read.right:
            found.indicators += _merged(made, list(indicators_of(read.right, form, context, row, found.doubts)))
        elif _PERIOD_BLOCK.search(read.label) and VALUE in read.roles.at and PERIOD not in read.roles.at:
            period += made
        else:
            found.indicators += made
        found.doubts += read.doubts
        index = found.end = max(read.end, index + 1)
    found.indicators = _merged(period, found.indicators)
    return found


def _merged(period: list[Indicator], year: list[Indicator]) -> list[Indicator]:
    """The values of the period beside those of the year; an indicator of the period alone keeps its own value."""
    values = {_key(indicator): indicator.value for indicator in period}
    both = [replace(one, period_value=values.pop(_key(one))) if _key(one) in values else one for one in year]
    return both + [one for one in period if _key(one) in values]


def _key(indicator: Indicator) -> tuple[str, str, str]:
    return (indicator.level1, indicator.level2, indicator.name)


def indicators_of(
    lines: Iterable[Line], form: str, context: Context, row: str, doubts: list[Doubt]
) -> Iterator[Indicator]:
    """The indicators of a block's lines."""
    for line in lines:
        name = line.name.strip(_END)
        place = place_of(name if name.text else value_of(line), form, context, row, name.text)
        period = criterion(line.cell(PERIOD)) if PERIOD in line.cells else None
        weight = points_of(line.cell(POINTS), place, "分值", doubts)
        value = criterion(value_of(line))
        nature, direction = line.cell(NATURE).text.strip(), line.cell(DIRECTION).text.strip()
        levels = (line.level1.text, line.level2.text)
        yield Indicator(*levels, name.text, value, place, period, "", weight, nature, direction)


def place_of(content: Inked, form: str, context: Context, row: str, name: str) -> Place:
    """The address of an indicator: its own row in a department's form, a field of the project in a project's."""
    return context.place(content, form, row or name, name if row else "")


def points_of(content: Inked, place: Place, field: str, doubts: list[Doubt]) -> Figure | None:
    """The points printed in a cell, addressed as a field of the indicator."""
    named = f"{place.field}·{field}" if place.field else field
    address = replace(place, field=named, text=content.text.strip(), ink=content.strip().ink())
    cell, said = read_cell(content, address, "score", "")
    doubts.extend(said)
    return cell.figure


def value_of(line: Line) -> Inked:
    """The target as one text: `≥`, `95` and `%` of three columns are `≥95%`."""
    value, nature, unit = line.cell(VALUE), line.cell(NATURE), line.cell(UNIT)
    parts = [value]
    if value.text and _COMPARATOR.fullmatch(nature.text) and not _COMPARATOR.match(value.text):
        parts.insert(0, nature)
    if value.text and unit.text and value.text[-1].isdigit():
        parts.append(unit)
    return Inked.join(parts) if len(parts) > 1 else value


def scores(read: Block, form: str, context: Context, project: str, doubts: list[Doubt]) -> Iterator[Score]:
    """The scored lines of a self-evaluation."""
    for line in read.lines:
        name = line.name.strip(_END)
        place = place_of(name if name.text else value_of(line), form, context, project, name.text)
        yield Score(
            line.level1.text, line.level2.text, name.text, criterion(value_of(line)),
            reached(line, ACTUAL) if ACTUAL in line.cells else None,
            points_of(line.cell(POINTS), place, "分值", doubts), points_of(line.cell(SCORE), place, "得分", doubts),
            place, reason(line), form, project, asks_reason(read.roles), line.cell(NATURE).text.strip(),
            outlook(line, read.roles, place), reviewed(line, read.roles, place, doubts),
        )  # fmt: skip
