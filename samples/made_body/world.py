"""One invented body over several years: every amount once, in fen, carried from year to year. Nothing is printed here."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from made_body.results import Outcome, grade, outcome
from made_body.themes import PLACES, THEMES, Plan, Theme

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


def world(seed: int, first: int = 2023, last: int = 2025) -> World:
    """The body of a seed: what it does goes by the seed, so that four seeds show four kinds of body."""
    theme = THEMES[(seed - 1) % len(THEMES)]
    place = PLACES[(seed - 1) % len(PLACES)]
    body = place + theme.office
    units = (body, *(place + name for name in theme.units))
    years: dict[int, Year] = {}
    for year in range(first - 1, last + 1):
        chance = random.Random(f"body {seed} {year}")
        before = years.get(year - 1)
        works = tuple(_works(theme, units, year, first, last, before, chance))
        years[year] = Year(year, works, _basic(theme, year - first, chance))
    return World(seed, theme, body, place, years)


def _works(
    theme: Theme, units: tuple[str, ...], year: int, first: int, last: int, before: Year | None, chance: random.Random
) -> Iterator[Work]:
    running = [plan for plan in theme.plans if plan.years[0] <= year - first <= plan.years[1]]
    loser = chance.choice([plan for plan in running if plan.aims])
    for plan in running:
        came = {work.plan.name: work.money.left for work in before.works} if before else {}
        start, end = first + plan.years[0], min(first + plan.years[1], last + 1)
        money = _money(plan, year - start, came.get(plan.name, 0), year < end, chance)
        outcomes = tuple(
            outcome(aim, year - start, end - start + 1, chance, missed=plan is loser and number == 0)
            for number, aim in enumerate(plan.aims)
        )
        name = f"{plan.name}({year})" if plan.secret else plan.name
        whole = sum(_initial(plan, at)[0] + _initial(plan, at)[1] for at in range(end - start + 1))
        yield Work(plan, year, name, units[plan.unit], (start, end), money, outcomes, whole)


def _fen(wan: str) -> int:
    return int(Decimal(wan) * FEN_IN_WAN)


def _part(amount: int, percent: float) -> int:
    return int(amount * percent / 100) // GRAIN * GRAIN


def _initial(plan: Plan, at: int) -> tuple[int, int]:
    """Grants and other income budgeted for the `at`-th year of a project."""
    return (_part(_fen(plan.wan), 100 + 3.5 * at), _part(_fen(plan.own), 100 + 2 * at))


def _money(plan: Plan, at: int, came: int, goes_on: bool, chance: random.Random) -> Money:
    grant, own = _initial(plan, at)
    changed = _part(grant, chance.choice((0, 0, 4.5, -3.2))) if not plan.secret else 0
    available = grant + came + changed
    spent = _part(available, chance.uniform(93.5, 97.5) if plan.carries else chance.uniform(98.2, 100))
    left = available - spent if plan.carries and goes_on else 0
    pace = {4: chance.uniform(26, 31), 7: chance.uniform(55, 63)}
    smaller = min(grant, spent)
    return Money(
        grant, own, came, changed, spent, own, left,
        {month: _part(smaller, pace[month]) for month in MONTHS}, {month: _part(own, pace[month] + 1) for month in MONTHS},
    )  # fmt: skip


def _basic(theme: Theme, at: int, chance: random.Random) -> dict[str, tuple[int, int]]:
    """Pay and running of the body by code, growing slowly."""
    shares = {"2080505": "96.40", "2080506": "48.20", "2101101": "41.30", theme.daily: "1086.00", "2210201": "118.60"}
    basic = {}
    for code, wan in sorted(shares.items()):
        initial = _part(_fen(wan), 100 + 2.4 * at)
        basic[code] = (initial, _part(initial, chance.uniform(98.5, 104)))
    return basic
