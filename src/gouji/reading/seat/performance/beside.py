"""What stands beside a line of indicators: the outlook of monitoring, the review of a self-evaluation, the reason."""

from __future__ import annotations

import re
from dataclasses import replace

from gouji.model.inked import Inked
from gouji.model.performance import Criterion, Outlook, Reviewed
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.reading.criteria import criterion
from gouji.reading.seat.performance.indicator_header import (
    CHANCES,
    CLASSES,
    DEVIATION,
    FORECAST,
    POSSIBILITY,
    REASON,
    REMARK,
    REVIEW_SCORE,
    REVIEWED,
    UNIT,
    Roles,
)
from gouji.reading.seat.performance.lines import Line
from gouji.reading.seat.performance.printed import read_cell

_TICK = re.compile(r"[√✓✔☑■●是1YyVv]")
_NO_TICK = re.compile(r"[\s□○否无×✗\-—–/／0]*")
_TICKED = re.compile(r"[√✓✔☑■●]\s*(确定能|有可能|完全不可能)|(确定能|有可能|完全不可能)\s*[(（]?[√✓✔☑■]")


def reached(line: Line, role: str) -> Criterion:
    """A result with the unit of its column: `18.6` and `公里` of two columns are `18.6公里`, at the place of the number."""
    value, unit = line.cell(role), line.cell(UNIT)
    if not unit.text or not value.text[-1:].isdigit():
        return criterion(value)
    return replace(criterion(Inked.join((value, unit))), ink=value.strip().ink())


def outlook(line: Line, roles: Roles, place: Place) -> Outlook | None:
    """What is expected of the year; None where the form has no such columns."""
    if not any(role in roles.at for role in (FORECAST, POSSIBILITY, *CHANCES, *CLASSES)):
        return None
    forecast = reached(line, FORECAST) if FORECAST in roles.at else None
    chance, spot = _possibility(line)
    named = f"{place.field}·" if place.field else ""
    spot = spot if spot.text else line.cell(FORECAST)
    where = replace(place, field=f"{named}{POSSIBILITY}", text=spot.text.strip(), ink=spot.strip().ink()) if spot.text else place
    return Outlook(forecast, chance, tuple(role for role in CLASSES if _is_ticked(line.cell(role).text)), where)


def _possibility(line: Line) -> tuple[str, Inked]:
    """确定能, 有可能 or 完全不可能, printed in one column or ticked in a column for each."""
    cell = line.cell(POSSIBILITY)
    if cell.text.strip():
        ticked = _TICKED.search(cell.text)
        return (ticked[1] or ticked[2]) if ticked else cell.text.strip(), cell
    marked = [role for role in CHANCES if _is_ticked(line.cell(role).text)]
    return (marked[0], line.cell(marked[0])) if len(marked) == 1 else ("", cell)


def _is_ticked(text: str) -> bool:
    return not _NO_TICK.fullmatch(text.strip()) if text.strip() else False


def reason(line: Line) -> str:
    """Why the target is missed: the text of its column, else what is written under a class of deviation."""
    if text := line.cell(REASON).text.strip():
        return text
    written = [line.cell(role).text.strip() for role in CLASSES if _is_ticked(line.cell(role).text)]
    return "；".join(text for text in written if not _TICK.fullmatch(text))


def asks_reason(roles: Roles) -> bool:
    """Has the form a place for the reasons of deviations?"""
    return REASON in roles.at or any(role in roles.at for role in CLASSES)


def reviewed(line: Line, roles: Roles, place: Place, doubts: list[Doubt]) -> Reviewed | None:
    """The review of the line; None where the form is no review sheet."""
    if REVIEW_SCORE not in roles.at:
        return None
    actual = reached(line, REVIEWED) if REVIEWED in roles.at else None
    figures = []
    for role, measure in ((REVIEW_SCORE, "score"), (DEVIATION, "percent")):
        content, named = line.cell(role).strip(), f"{place.field}·{role}" if place.field else role
        cell, said = read_cell(content, replace(place, field=named, text=content.text, ink=content.ink()), measure, "")
        doubts.extend(said)
        figures.append(cell.figure)
    where = replace(place, ink=line.cell(REVIEW_SCORE).strip().ink(), text=line.cell(REVIEW_SCORE).text.strip())
    where = where if where.text else place
    return Reviewed(actual, figures[0], figures[1], line.cell(REMARK).text.strip(), where)
