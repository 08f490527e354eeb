"""Numbers of two boxes that ran together (10 and 9.5 read as 109.5) → the one split that points and total allow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.reading.seat.performance.indicator_header import ACTUAL, POINTS, SCORE, Roles
from gouji.reading.seat.performance.lines import Line

FULL = Decimal(100)
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?")
_GLUED = re.compile(r"[\d.]{2,9}|[\d.]{1,6}\s+[\d.]{1,6}")
_TAIL = re.compile(r"\d{1,3}$")
_MOST_LINES, _MOST_STATES = 60, 5000


@dataclass(frozen=True, slots=True)
class Demand:
    """What the lines have to add up to: the points (any of those), the scores (None where no total is printed)."""

    points: tuple[Decimal, ...]
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said of a line, and where."""

    at: Inked
    message: str
    unread: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a line: its points, its score, and the cells that differ from those printed."""

    points: Decimal
    score: Decimal
    cells: Mapping[str, Inked]


def unglued(lines: Sequence[Line], roles: Roles, demand: Demand) -> tuple[tuple[Line, ...], list[Said]]:
    """The lines with their numbers parted where exactly one way to part them meets the demand; else as printed."""
    if POINTS not in roles.at or SCORE not in roles.at or not any(map(_is_glued, lines)) or len(lines) > _MOST_LINES:
        return tuple(lines), []
    readings = [list(_readings(line)) for line in lines]
    found = _solutions(readings, demand) if all(readings) else []
    if len(found) != 1:
        return _given_up(lines)
    said: list[Said] = []
    mended: list[Line] = []
    for line, reading in zip(lines, found[0], strict=True):
        mended.append(replace(line, cells={**line.cells, **reading.cells}))
        if reading.cells:
            printed = "”“".join(line.cell(role).text for role in reading.cells if line.cell(role).text)
            given = "按分值与总分" if demand.score is not None else "按分值合计"
            told = f"{given}推定为分值 {reading.points}、得分 {reading.score}，请核对原件。"
            said.append(Said(_spot(line), f"指标“{line.name.text}”相邻两格的数连在一起（“{printed}”），{told}"))
    return tuple(mended), said


def _is_glued(line: Line) -> bool:
    """Does one box stand for two: more points than a whole form has, or a score without points beside it?"""
    points, score = line.cell(POINTS).text.strip(), line.cell(SCORE).text.strip()
    if not points and score:
        return bool(_GLUED.fullmatch(score)) and (_value(score) is None or _value(score) > FULL) or _suffixed(line)  # type: ignore[operator]
    value = _value(points)
    return bool(points) and not score and bool(_GLUED.fullmatch(points)) and (value is None or value > FULL)


def _suffixed(line: Line) -> bool:
    """The points may be the tail of the result beside them: 10010 is 100 and 10."""
    actual, score = line.cell(ACTUAL).text.strip(), _value(line.cell(SCORE).text.strip())
    return score is not None and bool(score) and len(actual) > 1 and bool(_TAIL.search(actual))


def _value(text: str) -> Decimal | None:
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _readings(line: Line) -> Iterator[_Reading]:
    """Every way to read the line: as printed, and parted."""
    points, score = line.cell(POINTS).strip(), line.cell(SCORE).strip()
    had, given = _value(points.text), _value(score.text)
    if not points.text and not score.text:
        yield _Reading(Decimal(0), Decimal(0), {})
    elif had is not None and had <= FULL and (given is not None or not score.text):
        yield _Reading(had, given or Decimal(0), {})
    if points.text and not score.text:
        yield from _parted(points)
    elif score.text and not points.text:
        yield from _parted(score)
        if given is not None and _suffixed(line):
            yield from _off_the_result(line, given)


def _parted(cell: Inked) -> Iterator[_Reading]:
    for at in range(1, len(cell)):
        left, right = cell.cut(0, at).strip(), cell.cut(at).strip()
        points, score = _value(left.text), _value(right.text)
        if points is not None and score is not None and score <= points <= FULL and cell.text[at : at + 1].strip():
            yield _Reading(points, score, {POINTS: left, SCORE: right})


def _off_the_result(line: Line, score: Decimal) -> Iterator[_Reading]:
    actual = line.cell(ACTUAL).strip()
    for length in (1, 2, 3):
        tail = actual.cut(max(0, len(actual) - length)).strip()
        points = _value(tail.text)
        if points is not None and len(tail) == length < len(actual) and score <= points <= FULL:
            yield _Reading(points, score, {ACTUAL: actual.cut(0, len(actual) - length), POINTS: tail})


def _solutions(readings: Sequence[Sequence[_Reading]], demand: Demand) -> list[tuple[_Reading, ...]]:
    """The ways to read all lines that meet the demand; two are enough to know that there is more than one."""
    sums: dict[tuple[Decimal, Decimal], list[tuple[_Reading, ...]]] = {(Decimal(0), Decimal(0)): [()]}
    for choices in readings:
        grown: dict[tuple[Decimal, Decimal], list[tuple[_Reading, ...]]] = {}
        for (points, score), ways in sums.items():
            for one in choices:
                kept = grown.setdefault((points + one.points, score + one.score), [])
                kept.extend((*way, one) for way in ways[: 2 - len(kept)])
        if len(grown) > _MOST_STATES:
            return []
        sums = grown
    return [
        way for (points, score), ways in sums.items()
        if points in demand.points and demand.score in (None, score) for way in ways
    ]  # fmt: skip


def _given_up(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[Said]]:
    """Lines whose numbers cannot be parted for sure: they are said to be unread, and give no points."""
    blank = Inked("")
    kept: list[Line] = []
    said: list[Said] = []
    for line in lines:
        if not _is_glued(line) or _suffixed(line):
            kept.append(line)
            continue
        kept.append(replace(line, cells={**line.cells, POINTS: blank, SCORE: blank}))
        printed = line.cell(POINTS).text or line.cell(SCORE).text
        message = f"指标“{line.name.text}”的分值与得分连在一起（“{printed}”），不能断定各是多少，未读取，请核对原件。"
        said.append(Said(_spot(line), message, True))
    return tuple(kept), said


def _spot(line: Line) -> Inked:
    return next((cell for cell in (line.cell(POINTS), line.cell(SCORE)) if cell.text.strip()), line.name)
