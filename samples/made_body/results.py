"""What a year brought for one indicator: target, state half-way, result, score, and why a target was missed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from made_body.themes import Aim

CENTS = Decimal("0.01")
GRADES = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))
WHY = (
    "受连续降雨影响，部分工作推迟，已安排在次年第一季度完成，今后提前编制进度计划。",
    "设备供货晚于约定时间，影响了进度，今后在合同中明确交付时间并加强催办。",
    "部分任务因管线迁改推迟，已与权属单位商定迁改时间，今后提前做好会商。",
)
BY_JULY = Decimal("0.56")


@dataclass(frozen=True)
class Outcome:
    """One indicator in one year; `period` is the target of the whole period of the project."""

    aim: Aim
    target: Decimal
    period: Decimal
    actual: Decimal
    state: dict[int, Decimal]  # by month
    why: str = ""

    @property
    def met(self) -> bool:
        return self.actual <= self.target if self.aim.sign == "≤" else self.actual >= self.target

    @property
    def score(self) -> Decimal:
        """财预〔2020〕10号: full points where the target is reached, else points × what was reached of it."""
        points, parts = Decimal(self.aim.points), (self.actual, self.target)
        return points if self.met else (points * min(parts) / max(parts)).quantize(CENTS, ROUND_HALF_UP)

    def told(self, value: Decimal) -> str:
        return f"{number(value)}{self.aim.unit}"

    @property
    def asked(self) -> str:
        """The target as it is printed."""
        return f"{self.aim.sign}{self.told(self.target)}"


def number(value: Decimal) -> str:
    """Without zeros behind the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grade(total: Decimal) -> str:
    """财预〔2020〕10号: 优, 良, 中, 差."""
    return next(name for least, name in GRADES if total >= least)


class Fate(Enum):
    """What becomes of an indicator: reached, just missed, missed by far."""

    MET = 0
    MISSED = 1
    BAD = 2


def outcome(aim: Aim, at: int, years: int, chance: random.Random, fate: Fate) -> Outcome:
    """What became of an indicator in the `at`-th year of a project that runs for so many."""
    target = Decimal(aim.value) + at * Decimal(aim.step)
    first, last = Decimal(aim.value), Decimal(aim.value) + (years - 1) * Decimal(aim.step)
    period = (first + last) * years / 2 if aim.is_counted else last
    actual = _bad(target, chance) if fate is Fate.BAD else _actual(aim, target, chance, fate is Fate.MISSED)
    return Outcome(aim, target, period, actual, _states(aim, target, actual), chance.choice(WHY) if fate is not Fate.MET else "")


def _bad(target: Decimal, chance: random.Random) -> Decimal:
    return (target * chance.randint(62, 74) / 100).quantize(Decimal(1))


def _actual(aim: Aim, target: Decimal, chance: random.Random, missed: bool) -> Decimal:
    grain = Decimal("0.1") if aim.unit == "%" or target != int(target) else Decimal(1)
    if aim.unit == "%":
        room = (Decimal(100) - target) * Decimal(chance.randint(10, 80)) / 100
        better = -target * Decimal(chance.randint(0, 6)) / 100 if aim.sign == "≤" else min(room, Decimal(6))
        return (target * Decimal(chance.randint(88, 95)) / 100 if missed else target + better).quantize(grain)
    share = chance.randint(72, 91) if missed else chance.randint(100, 109)
    return (target * share / 100).quantize(grain, "ROUND_DOWN" if missed else "ROUND_UP")


def _states(aim: Aim, target: Decimal, actual: Decimal) -> dict[int, Decimal]:
    """Counts grow over the months; a rate is what it is."""
    if not aim.is_counted:
        return {4: actual, 7: actual}
    grain = Decimal("0.1") if target != int(target) else Decimal(1)
    return {month: (min(actual, target) * BY_JULY * month / 7).quantize(grain) for month in (4, 7)}
