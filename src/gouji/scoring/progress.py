"""Half-way through the year: what should be spent by a month, and the light an indicator shows, by schemes of monitoring."""

from __future__ import annotations

from fractions import Fraction

from gouji.scoring.completion import Completion
from gouji.scoring.register import all_schemes
from gouji.scoring.result import AT_MOST, Reached
from gouji.scoring.scheme import MONITORING, Scheme
from gouji.scoring.words import MISSED, PARTLY
from gouji.vocabulary.levels import second_level

GREEN, YELLOW, RED = "绿", "黄", "红"
_MONTHS = 12
# Indicators that are kept or not kept at any time of the year: nothing of them is due by twelfths.
_KEPT = ("质量指标", "时效指标", "成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标")


def schemes_of_monitoring(region: str, year: int | None) -> tuple[Scheme, ...]:
    """The schemes of monitoring in force there and then; those of other regions are none."""
    return tuple(
        scheme
        for scheme in all_schemes()
        if scheme.level == MONITORING and scheme.in_force(year) and (not scheme.regions or region in scheme.regions)
    )


def due_by(scheme: Scheme, month: int) -> Fraction | None:
    """The share of the budget, in per cent, that should be spent by the end of a month; None before the first limit."""
    limits = scheme.schedule.bands if scheme.schedule is not None else ()
    return next((least for last, least in reversed(limits) if int(last) <= month), None)


def light(scheme: Scheme, level2: str, result: Reached, done: Completion | None, month: int) -> str:
    """The light of an indicator after `month` months; "" where nobody can tell.

    `result` is what was reached of the target of the year, `done` the same for targets that are numbers.
    """
    if result.grade is not None:
        return {MISSED: RED, PARTLY: YELLOW}.get(result.grade.worst, GREEN)
    if result.of == AT_MOST or second_level(level2) in _KEPT or done is None:
        return "" if result.met is None else GREEN if result.met else RED
    if scheme.lights is None or not 0 < month <= _MONTHS:
        return ""
    return scheme.lights.name_of(done.exact * 100 * _MONTHS / month)
