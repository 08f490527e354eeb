"""The chain: what all documents of one body say, year by year, from the target to the result; every figure keeps its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gouji.model.figure import Figure
from gouji.model.performance import Criterion
from gouji.model.place import Place
from gouji.model.report import Report


class Stage(StrEnum):
    """The stages of the yearly cycle, in their order."""

    TARGET = "target"  # 绩效目标
    BUDGET = "budget"  # 部门预算
    MONITORING = "monitoring"  # 绩效运行监控
    SELF_EVALUATION = "self_evaluation"  # 绩效自评
    EVALUATION = "evaluation"  # 绩效评价
    FINAL_ACCOUNTS = "final_accounts"  # 部门决算


class Moment(StrEnum):
    """When in the year an amount holds."""

    BUDGET = "budget"  # 年初预算
    ADJUSTED = "adjusted"  # 全年（调整后）预算
    SO_FAR = "so_far"  # 已执行数, at the end of a month
    FORECAST = "forecast"  # 全年预计执行数
    FINAL = "final"  # 决算数, 全年执行数


class Part(StrEnum):
    """What a stated value of an indicator is."""

    TARGET = "target"
    STATE = "state"  # half-way through the year
    FORECAST = "forecast"  # what the year is expected to come to
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Amount:
    """One printing of an amount of a year; `figure.place` is its address.

    `meaning` is the amount's name (支出合计, 基本支出, 项目支出, 三公经费合计 …; of a project 资金总额, 财政拨款 …). `scope` is the money
    counted where it is not all (一般公共预算财政拨款). `month` is set for what a monitoring says as of its month (0 where it
    does not tell which). `later` marks what a document says of the year before its own.
    """

    meaning: str
    moment: Moment
    figure: Figure
    stage: Stage
    scope: str = ""
    month: int | None = None
    later: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """The amounts of one year of a body or a project, in the order of the stages."""

    amounts: tuple[Amount, ...] = ()

    def of(self, meaning: str, moment: Moment, *stages: Stage) -> list[Amount]:
        """Every printing of an amount, those of the year's own documents first."""
        found = [one for one in self.amounts if (one.meaning, one.moment) == (meaning, moment)]
        return sorted((one for one in found if not stages or one.stage in stages), key=lambda one: one.later)

    def figure(self, meaning: str, moment: Moment, *stages: Stage) -> Figure | None:
        """The figure to show for an amount: that of all money, in the year's own document."""
        found = self.of(meaning, moment, *stages)
        return min(found, key=lambda one: (bool(one.scope), one.later, one.month or 0)).figure if found else None


@dataclass(frozen=True, slots=True)
class Stated:
    """One printing of a value of an indicator, with the points it can earn and has earned where they stand beside it."""

    part: Part
    stage: Stage
    value: Criterion
    place: Place
    weight: Figure | None = None
    score: Figure | None = None
    month: int | None = None

    @property
    def document(self) -> str:
        return self.place.document


@dataclass(frozen=True, slots=True)
class IndicatorYear:
    """All that is said of an indicator in a year, in the order of the stages."""

    year: int
    stated: tuple[Stated, ...]

    def of(self, part: Part, *stages: Stage) -> list[Stated]:
        """Every printing of a target, a state, a forecast or a result."""
        return [one for one in self.stated if one.part is part and (not stages or one.stage in stages)]

    @property
    def target(self) -> Stated | None:
        """The target of the year: as it was set, else as a later document repeats it."""
        return next(iter(self.of(Part.TARGET)), None)

    @property
    def result(self) -> Stated | None:
        """What was reached in the whole year."""
        return next(iter(self.of(Part.RESULT)), None)

    @property
    def states(self) -> list[Stated]:
        """What had been reached in the course of the year, by month."""
        return sorted(self.of(Part.STATE), key=lambda one: one.month or 0)


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator over the years. `names` are those printed, the latest last."""

    name: str
    names: tuple[str, ...]
    level1: str
    level2: str
    years: tuple[IndicatorYear, ...]

    def year(self, year: int) -> IndicatorYear | None:
        return next((one for one in self.years if one.year == year), None)


@dataclass(frozen=True, slots=True)
class ProjectYear:
    """A project in one year. `places` is where each stage names it; `total` the points of its self-evaluation."""

    year: int
    places: tuple[tuple[Stage, Place], ...]
    money: Money = Money()
    rate: Figure | None = None
    total: Figure | None = None
    grade: str = ""

    def documents(self, stage: Stage) -> list[str]:
        """The documents that name the project in a stage."""
        return list(dict.fromkeys(place.document for at, place in self.places if at is stage))


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One project over the years. `unit` is the body that carries it out, "" where that is not printed."""

    name: str
    names: tuple[str, ...]
    code: str
    unit: str
    secret: bool
    years: tuple[ProjectYear, ...]
    indicators: tuple[IndicatorLine, ...] = ()

    def year(self, year: int) -> ProjectYear | None:
        return next((one for one in self.years if one.year == year), None)


@dataclass(frozen=True, slots=True)
class BodyYear:
    """A body in one year: its documents by stage (paths), its amounts, and the score of the whole department."""

    year: int
    documents: Mapping[Stage, tuple[str, ...]] = field(default_factory=dict)
    money: Money = Money()
    score: Figure | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two documents: one thing (`what`) that both tell. `agrees` is None where nothing was to be compared."""

    what: str
    year: int
    first: Place
    second: Place
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stage of which the year has no document, though it has others."""

    year: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that stands for more than one thing, so that nothing was joined by it."""

    name: str
    year: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All documents of one body. `level` is 单位 for a department's own office where the department has documents too."""

    body: str
    names: tuple[str, ...]
    level: str
    reports: tuple[Report, ...]
    years: tuple[BodyYear, ...]
    projects: tuple[ProjectLine, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()  # of the department as a whole
    links: tuple[Link, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    def year(self, year: int) -> BodyYear | None:
        return next((one for one in self.years if one.year == year), None)

    def of_year(self, year: int) -> list[Report]:
        """The documents of a year."""
        return [report for report in self.reports if report.year == year]

    def all_indicators(self) -> Iterator[tuple[ProjectLine | None, IndicatorLine]]:
        """Every indicator with its project (None for the department's own)."""
        for indicator in self.indicators:
            yield None, indicator
        for project in self.projects:
            for indicator in project.indicators:
                yield project, indicator
