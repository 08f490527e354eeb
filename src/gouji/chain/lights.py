"""The lights of monitoring (红黄绿蓝), recomputed from a target, what was reached so far, and the month."""

from __future__ import annotations

from fractions import Fraction

from gouji.chain.names import level_name
from gouji.model.chain import IndicatorLine, IndicatorYear, Stated
from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.completion import completion
from gouji.scoring.register import scheme_named

SCHEME = "platform-lights"
RED, YELLOW, GREEN, BLUE = "红", "黄", "绿", "蓝"
_IN_OR_OUT = ("质量", "时效", "成本")  # of these nothing can be reached in part
_AT_MOST = ("≤", "<")


def lights(line: IndicatorLine, year: IndicatorYear) -> list[tuple[Stated, str]]:
    """Each state of a year with its light, "" where none can be told."""
    target = year.target
    if target is None:
        return []
    return [(state, light(line.name, line.level2, target.value, state.value, state.month)) for state in year.states]


def light(name: str, level2: str, target: Criterion, state: Criterion, month: int | None) -> str:
    """The light of one indicator at the end of a month; "" where state and target cannot be laid beside each other."""
    if target.kind is not CriterionKind.NUMBER:
        return "" if state.met is None else GREEN if state.met else RED
    reached = completion(name, target, state)
    if reached is None:
        return ""
    if target.comparator in _AT_MOST or level_name(level2) in _IN_OR_OUT:
        return GREEN if reached.met else RED
    scheme = scheme_named(SCHEME)
    if month is None or scheme is None or scheme.lights is None:
        return ""
    return scheme.lights.name_of(reached.exact * 100 * Fraction(12, month))
