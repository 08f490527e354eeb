"""An indicator's targets and results year by year, in one unit, so that they can be drawn on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.chain import IndicatorLine, IndicatorYear, Record, Stated
from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.completion import amount_of, completion


@dataclass(frozen=True, slots=True)
class Point:
    """A stated value as a number in the unit of the indicator."""

    value: Decimal
    stated: Stated


@dataclass(frozen=True, slots=True)
class Plotted:
    """A year's target and results as numbers. `low` and `high` bound what is asked for; None is open.

    `met` says whether the result reaches the target, None where that cannot be told.
    """

    year: int
    low: Decimal | None
    high: Decimal | None
    states: tuple[Point, ...]
    result: Point | None
    met: bool | None

    @property
    def numbers(self) -> Iterator[Decimal]:
        yield from (value for value in (self.low, self.high) if value is not None)
        yield from (point.value for point in (*self.states, *([self.result] if self.result else [])))


def plotted(line: IndicatorLine) -> dict[int, Plotted]:
    """The years that can be drawn; empty for an indicator that is told in words."""
    like = next((year.target.value for year in line.years if year.target and _is_number(year.target.value)), None)
    if like is None:
        return {}
    found = {year.year: _year(line.name, year, like) for year in line.years}
    return {year: one for year, one in found.items() if one is not None}


def _is_number(value: Criterion) -> bool:
    return value.kind is CriterionKind.NUMBER and (value.low is not None or value.high is not None)


def _year(name: str, year: IndicatorYear, like: Criterion) -> Plotted | None:
    target = year.target
    result = year.result
    states = tuple(point for one in year.states if (point := _point(one, like)))
    reached = _point(result, like) if result else None
    low = high = None
    if target and _is_number(target.value) and target.value.unit == like.unit:
        low, high = _bounds(target.value)
    if low is None and high is None and not states and reached is None:
        return None
    return Plotted(year.year, low, high, states, reached, reaches(name, year))


def _bounds(target: Criterion) -> tuple[Decimal | None, Decimal | None]:
    return target.low, target.high


def _point(one: Stated, like: Criterion) -> Point | None:
    if not _is_number(one.value):
        return None
    value = amount_of(one.value, like=like)
    return Point(value, one) if value is not None else None


def reaches(name: str, year: IndicatorYear) -> bool | None:
    """Does the result of a year reach its target? None where numbers do not tell."""
    if year.target is None or year.result is None:
        return None
    reached = completion(name, year.target.value, year.result.value)
    return reached.met if reached is not None else None


def tally(record: Record) -> tuple[int, int]:
    """How many yearly targets were reached, how many were not."""
    told = [reaches(line.name, year) for _, line in record.all_indicators() for year in line.years]
    return told.count(True), told.count(False)
