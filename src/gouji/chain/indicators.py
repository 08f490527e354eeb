"""Statements about indicators joined into lines: one indicator over the years and stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.chain.statements import Statement
from gouji.model.chain import IndicatorLine, IndicatorYear, Part, Stage, Unclear

_STAGES = list(Stage)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and the year of its document."""

    year: int
    statement: Statement


def lines(told: Iterable[Told]) -> tuple[tuple[IndicatorLine, ...], tuple[Unclear, ...]]:
    """The indicators of one project (or of the department), and the names that stand for several of them."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        groups[one.statement.key].append(one)
    found: list[IndicatorLine] = []
    unclear: list[Unclear] = []
    for group in groups.values():
        if not _twice(group):
            found.append(_line(group))
            continue
        levels: dict[str, list[Told]] = defaultdict(list)
        for one in group:
            levels[one.statement.level].append(one)
        if "" not in levels and not any(map(_twice, levels.values())):
            found += map(_line, levels.values())
        else:
            unclear.append(_unclear(group))
    return tuple(found), tuple(unclear)


def _twice(group: Sequence[Told]) -> bool:
    """Does a form print two values of one part under the name?"""
    seen: set[tuple[str, str, Part]] = set()
    for one in group:
        stated = one.statement.stated
        spot = (stated.place.document, stated.place.form, stated.part)
        if spot in seen:
            return True
        seen.add(spot)
    return False


def _line(group: Sequence[Told]) -> IndicatorLine:
    group = sorted(group, key=lambda one: (one.year, _STAGES.index(one.statement.stated.stage)))
    years = dict.fromkeys(one.year for one in group)
    last = group[-1].statement
    return IndicatorLine(
        name=last.name,
        names=tuple(dict.fromkeys(one.statement.name for one in group)),
        level1=next((one.statement.level1 for one in group if one.statement.level1), ""),
        level2=next((one.statement.level2 for one in group if one.statement.level2), ""),
        years=tuple(
            IndicatorYear(year, tuple(one.statement.stated for one in group if one.year == year)) for year in years
        ),
    )


def _unclear(group: Sequence[Told]) -> Unclear:
    first = group[0]
    return Unclear(first.statement.name, first.year, tuple(one.statement.stated.place for one in group))
