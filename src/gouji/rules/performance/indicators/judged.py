"""The indicators that may be judged: each with its project, its plain name and the place of its value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind, Indicator, Project
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.vocabulary.indicators import Unit, unit_named
from gouji.vocabulary.levels import first_level, second_level
from gouji.vocabulary.terms import plain

HUNDRED = Decimal(100)
ANNUAL, PERIOD = "年度指标值", "实施周期指标值"
NUMERIC = (CriterionKind.NUMBER, CriterionKind.ZERO)


@dataclass(frozen=True, slots=True)
class Judged:
    """An indicator beside its project (None: the department's own) with its names in plain form."""

    project: Project | None
    indicator: Indicator
    name: str
    level1: str
    level2: str

    @property
    def value(self) -> Criterion:
        return self.indicator.value

    @property
    def at_value(self) -> Place:
        """Where the value of the year stands; where the indicator does when that box has no ink of its own."""
        return value_place(self.indicator, self.value, ANNUAL)

    @property
    def at_name(self) -> Place:
        return self.indicator.place

    @property
    def label(self) -> str:
        return f"“{self.indicator.name or self.indicator.level2 or self.indicator.level1}”"


def judged(report: Report) -> Iterator[Judged]:
    """Every indicator that is not secret."""
    for project, indicator in report.all_indicators():
        if (project is None or not project.secret) and indicator.value.kind is not CriterionKind.SECRET:
            yield judge(project, indicator)


def judge(project: Project | None, indicator: Indicator) -> Judged:
    """An indicator with its names made plain; a second level printed as a first one is taken for what it is."""
    second = second_level(indicator.level2) or second_level(indicator.level1) * (not first_level(indicator.level1))
    return Judged(project, indicator, plain(indicator.name), first_level(indicator.level1), second)


def value_place(indicator: Indicator, value: Criterion, column: str) -> Place:
    """The place of a value, or of its indicator when the box has no ink of its own."""
    if value.ink.line is None and value.ink.page is None and value.ink.cell is None:
        return indicator.place
    return replace(indicator.place, field=column, text=value.text, ink=value.ink)


def conditions(value: Criterion) -> tuple[Criterion, ...]:
    """The numeric conditions of a value: itself, or its parts."""
    return tuple(part for part in (value.parts or (value,)) if part.kind in NUMERIC)


def bound(value: Criterion) -> Decimal | None:
    """The number a condition turns on: the lower bound of what is to be reached, else the upper one."""
    return value.low if value.low is not None else value.high


def unit_of(value: Criterion) -> Unit | None:
    return unit_named(value.unit) if value.unit else None


def live(reports: Iterable[Project]) -> Iterator[Project]:
    """The projects that are not secret."""
    return (project for project in reports if not project.secret)


def grouped(found: Iterable[Judged], key: Callable[[Judged], Hashable]) -> list[list[Judged]]:
    """Those of one key together, in the order they were met."""
    groups: dict[Hashable, list[Judged]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())


def elsewhere(group: list[Judged]) -> str:
    """`（另有3处相同）` for what stands more than once."""
    return f"（另有{len(group) - 1}处相同）" if len(group) > 1 else ""


def elsewhere_en(group: list[Judged]) -> str:
    return f" (and {len(group) - 1} more like it)" if len(group) > 1 else ""


def number(value: Decimal) -> str:
    """A number without idle zeros: 24, 99.9, 0.5."""
    return f"{value.normalize():f}"
