"""What could be printed instead of a value: with sign, unit and per cent where the name and the text leave no doubt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gouji.model.canonical import printed
from gouji.model.performance import Criterion, CriterionKind
from gouji.rules.performance.indicators.judged import HUNDRED, Judged, bound, unit_of
from gouji.rules.performance.indicators.named_unit import named_scale, named_units, told_unit
from gouji.vocabulary.advice import BLANK, counts_per_many
from gouji.vocabulary.indicators import COUNT, Unit, direction, ends_as, is_rate, is_share, words

_TURNED = {"≥": "≤", ">": "≤", "≤": "≥", "<": "≥"}
LONGEST_SCOPE = 12
SCALES = {"千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
COSTS = ("成本指标", "经济成本指标")


def rewritten(one: Judged) -> str:
    """The value of the year with all that follows from the text put right; "" where nothing does."""
    value = one.value
    if value.kind is not CriterionKind.NUMBER or value.parts or len(value.scope) > LONGEST_SCOPE or value.period:
        return ""
    if not fits(one, value):
        return ""
    better = _signed(one, _with_unit(one, value))
    return printed(better) if better is not None and _differs(better, value) else ""


def fits(one: Judged, value: Criterion) -> bool:
    """May a value in this unit be meant at all? 培训人数 95% and 站点（个） 2小时 need more than a sign."""
    unit, named = unit_of(value), named_units(one.name)
    if unit is None:
        return not value.unit
    if ends_as("quantity", one.name) and not is_rate(one.name) and unit.family in ("percent", "money"):
        return False
    if named:
        return any(other.family == unit.family for other in named)
    return unit.family == "percent" or not is_share(one.name) or unit.name == "分"


def unfilled(one: Judged) -> str:
    """The pattern of a value that is left blank: where the name tells how it is measured; "" where it does not."""
    sign = "≤" if direction(one.name) < 0 else "≥"
    if named := named_units(one.name):
        return f"{sign}{BLANK}{named_scale(one.name)}{named[0].name}"
    if is_rate(one.name) or is_share(one.name):
        return f"{sign}{BLANK}%"
    return f"{sign}{BLANK}{told}" if (told := told_unit(one.name)) else ""


def _differs(better: Criterion, value: Criterion) -> bool:
    keys = ("comparator", "low", "high", "unit", "implied")
    behind = not value.text.startswith(value.comparator)  # the sign stands elsewhere, or is a word
    return behind or any(getattr(better, key) != getattr(value, key) for key in keys)


def _with_unit(one: Judged, value: Criterion) -> Criterion | None:
    """The value in the unit its name asks for; None where that leaves a doubt."""
    named, unit = named_units(one.name), unit_of(value)
    if unit is not None:
        other = named and named[0]
        if not other or (other.family, other.worth) == (unit.family, unit.worth) or other.family.startswith(COUNT):
            return value
        return _in_unit(value, unit, other) if unit.family == other.family else None
    if value.unit:
        return value
    if named:
        return _scaled(replace(value, unit=named[0].name), named_scale(one.name))
    if is_rate(one.name):
        return None if counts_per_many(one.name) else _in_per_cent(value)
    told = told_unit(one.name)
    return replace(value, unit=told) if told else None


def _scaled(value: Criterion, scale: str) -> Criterion | None:
    """A bare number in 万元 and the like; None for a scale made of several words."""
    if not scale or value.scale:
        return value
    return _times(replace(value, scale=scale), SCALES[scale]) if scale in SCALES else None


def _in_unit(value: Criterion, unit: Unit, other: Unit) -> Criterion:
    worth = unit.worth / other.worth
    return _times(replace(value, unit=other.name, scale=""), worth)


def _in_per_cent(value: Criterion) -> Criterion | None:
    """0.95 is 95%; 1 may be one or all, and more than a hundred is no share."""
    edge = bound(value)
    if edge is None or edge == 1 or edge > HUNDRED:
        return None
    return _times(replace(value, unit="%"), HUNDRED if edge < 1 else Decimal(1))


def _times(value: Criterion, worth: Decimal) -> Criterion:
    low, high = value.low, value.high
    return replace(value, low=None if low is None else low * worth, high=None if high is None else high * worth)


def _signed(one: Judged, value: Criterion | None) -> Criterion | None:
    """The value with the sign that fits its name; None where the name does not say which."""
    if value is None or value.comparator == "~":
        return value
    better = preferred(one, value)
    if value.implied:
        return _bounded(value, "≤" if better < 0 else "≥") if better else None
    wrong = ("≥", ">") if better < 0 else ("≤", "<")
    return _bounded(value, _TURNED[value.comparator]) if better and value.comparator in wrong else value


def _bounded(value: Criterion, sign: str) -> Criterion:
    edge = bound(value)
    low, high = (edge, None) if sign == "≥" else (None, edge)
    return replace(value, comparator=sign, low=low, high=high, implied=False)


def preferred(one: Judged, value: Criterion) -> int:
    """-1: less is better. By the name; money under a cost is a cost; what is counted as an output is to be reached."""
    if said := better_of(one, value):
        return said
    unit = unit_of(value)
    counted = unit is not None and (unit.family.startswith(COUNT) or unit.family == "percent")
    return 1 if counted and one.level1 == "产出指标" and one.level2 in ("", "数量指标", "质量指标") else 0


def better_of(one: Judged, value: Criterion) -> int:
    """-1: less is better. Money under a cost indicator is a cost whatever its name, unless it is granted or saved."""
    cost = one.level1 == "成本指标" or one.level2 in COSTS
    if cost and not is_rate(one.name) and value.unit.startswith("元"):
        other = (*words()["direction"]["lessening"], *words()["direction"]["granted"])
        return 0 if any(word in one.name for word in other) else -1
    return direction(one.name)
