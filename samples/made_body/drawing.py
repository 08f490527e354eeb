"""Draws the world of a body from its seed: projects, money, results, year after year."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from made_body.bodies import PLACES, THEMES
from made_body.results import Fate, outcome
from made_body.themes import Plan, Theme
from made_body.world import FEN_IN_WAN, GRAIN, MONTHS, Money, Work, World, Year

YUAN = 100
EXACT = 4  # the seeds whose amounts are exact in print; others are rounded, and sums of what is printed have tails
CUT = 0.8  # of the budget after a result below 80 points


def world(seed: int, first: int = 2023, last: int = 2025) -> World:
    """The body of a seed: what it does goes by the seed, so that as many seeds as themes show all kinds of body.

    In the first year of every second body one project does badly; its next budget is cut.
    """
    theme = THEMES[(seed - 1) % len(THEMES)]
    place = PLACES[(seed - 1) % len(PLACES)]
    body = place + theme.office
    draw = Draw(theme, (body, *(place + name for name in theme.units)), first, last, GRAIN if seed <= EXACT else YUAN, seed % 2 == 0)
    years: dict[int, Year] = {}
    for year in range(first - 1, last + 1):
        chance = random.Random(f"body {seed} {year}")
        works = tuple(_works(draw, year, years.get(year - 1), chance))
        years[year] = Year(year, works, _basic(theme, year - first, chance, draw.grain))
    return World(seed, theme, body, place, years)


@dataclass(frozen=True)
class Draw:
    """What a body is drawn from; `fails` says that a project does badly in the first year."""

    theme: Theme
    units: tuple[str, ...]
    first: int
    last: int
    grain: int
    fails: bool


def _works(draw: Draw, year: int, before: Year | None, chance: random.Random) -> Iterator[Work]:
    at = year - draw.first
    running = [plan for plan in draw.theme.plans if plan.years[0] <= at <= plan.years[1]]
    loser = chance.choice([plan for plan in running if plan.aims])
    past = {work.plan.name: work for work in before.works} if before else {}
    for plan in running:
        last = past.get(plan.name)
        start, end = draw.first + plan.years[0], min(draw.first + plan.years[1], draw.last + 1)
        initial = _initial(plan, year - start, draw.grain, cut=last is not None and last.grade in "中差")
        money = _money(plan, initial, last.money.left if last else 0, year < end, chance, draw.grain)
        fails = draw.fails and at == 0 and plan is draw.theme.plans[2]
        outcomes = tuple(
            outcome(aim, year - start, end - start + 1, chance, Fate.BAD if fails else Fate.MISSED if plan is loser and not n else Fate.MET)
            for n, aim in enumerate(plan.aims)
        )
        name = f"{plan.name}({year})" if plan.secret else plan.name
        whole = sum(sum(_initial(plan, n, draw.grain)) for n in range(end - start + 1))
        yield Work(plan, year, name, draw.units[plan.unit], (start, end), money, outcomes, whole)


def _fen(wan: str) -> int:
    return int(Decimal(wan) * FEN_IN_WAN)


def _part(amount: int, percent: float, grain: int) -> int:
    return int(amount * percent / 100) // grain * grain


def _initial(plan: Plan, at: int, grain: int, cut: bool = False) -> tuple[int, int]:
    """Grants and other income budgeted for the `at`-th year of a project; less after a bad year."""
    growth = 100 + 3.5137 * at
    return (_part(_fen(plan.wan), growth * (CUT if cut else 1), grain), _part(_fen(plan.own), 100 + 2.0311 * at, grain))


def _money(plan: Plan, initial: tuple[int, int], came: int, goes_on: bool, chance: random.Random, grain: int) -> Money:
    grant, own = initial
    changed = _part(grant, chance.choice((0, 0, 4.5, -3.2)), grain) if not plan.secret else 0
    available = grant + came + changed
    spent = _part(available, chance.uniform(93.5, 97.5) if plan.carries else chance.uniform(98.2, 100), grain)
    left = available - spent if plan.carries and goes_on else 0
    pace = {4: chance.uniform(26, 31), 7: chance.uniform(55, 63)}
    smaller = min(grant, spent)
    return Money(
        grant, own, came, changed, spent, own, left,
        {month: _part(smaller, pace[month], grain) for month in MONTHS},
        {month: _part(own, pace[month] + 1, grain) for month in MONTHS},
    )  # fmt: skip


def _basic(theme: Theme, at: int, chance: random.Random, grain: int) -> dict[str, tuple[int, int]]:
    """Pay and running of the body by code, growing slowly."""
    shares = {"2080505": "96.40", "2080506": "48.20", "2101101": "41.30", theme.daily: "1086.00", "2210201": "118.60"}
    basic = {}
    for code, wan in sorted(shares.items()):
        initial = _part(_fen(wan), 100 + 2.4173 * at, grain)
        basic[code] = (initial, _part(initial, chance.uniform(98.5, 104), grain))
    return basic
