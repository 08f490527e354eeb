"""One invented body over several years: every amount once, in fen, carried from year to year. Nothing is printed here."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from made_body.results import Outcome, grade
from made_body.themes import Plan, Theme

GRAIN = 10_000  # fen: a hundredth of 万元, so that nothing is lost in print
FEN_IN_WAN = 1_000_000
MONTHS = (4, 7)
EXECUTION = 10  # points of the execution of the budget


@dataclass(frozen=True)
class Money:
    """A project's money in a year, in fen: grants, what came over from last year, other income."""

    grant: int
    own: int
    carried: int
    changed: int  # grants given or taken back in the course of the year
    spent_grant: int
    spent_own: int
    left: int  # of the grants, for next year
    by_month: dict[int, int] = field(default_factory=dict)  # spent of grants so far
    own_by_month: dict[int, int] = field(default_factory=dict)

    @property
    def initial(self) -> int:
        return self.grant + self.own

    @property
    def adjusted(self) -> int:
        return self.initial + self.carried + self.changed

    @property
    def spent(self) -> int:
        return self.spent_grant + self.spent_own

    @property
    def forecast(self) -> int:
        """What is expected in summer: all of the initial budget, or what the project will come to."""
        return min(self.initial, self.spent)


@dataclass(frozen=True)
class Work:
    """A project in one year."""

    plan: Plan
    year: int
    name: str
    unit: str
    period: tuple[int, int]  # years
    money: Money
    outcomes: tuple[Outcome, ...]
    period_money: int  # what the whole period costs

    @property
    def execution_score(self) -> Decimal:
        rate = Decimal(self.money.spent) / self.money.adjusted
        return (EXECUTION * min(rate, Decimal(1))).quantize(Decimal("0.01"), "ROUND_HALF_UP")

    @property
    def total(self) -> Decimal:
        return self.execution_score + sum(one.score for one in self.outcomes)

    @property
    def grade(self) -> str:
        return grade(self.total)


@dataclass(frozen=True)
class Year:
    """A year of the body: its projects, and basic expenditure by code: (initial, spent)."""

    year: int
    works: tuple[Work, ...]
    basic: dict[str, tuple[int, int]]

    @property
    def open_works(self) -> list[Work]:
        """Those that are no secret."""
        return [work for work in self.works if not work.plan.secret]


@dataclass(frozen=True)
class World:
    """A body with its years; the first is the one before the first that is published."""

    seed: int
    theme: Theme
    body: str
    place: str
    years: dict[int, Year]

    @property
    def published(self) -> list[int]:
        return sorted(self.years)[1:]

    @cached_property
    def units(self) -> tuple[str, ...]:
        return (self.body, *(self.place + name for name in self.theme.units))
