"""What joins the documents of a body, told one by one: amounts, projects and indicators that two of them name; and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gouji.chain.agreement import compared
from gouji.model.chain import Gap, IndicatorLine, Link, Money, Part, ProjectLine, Record, Stage, Stated
from gouji.model.rounding import Verdict
from gouji.scoring.completion import amount_of

# Evaluations are made of some projects only: a year without one lacks nothing.
_EXPECTED = tuple(stage for stage in Stage if stage is not Stage.EVALUATION)


def links(record: Record) -> Iterator[Link]:
    """Every link of a record, the amounts of the body first."""
    for year in record.years:
        yield from _of_money(year.money, year.year, "")
    for project in record.projects:
        yield from _of_project(project)
    for owner, indicator in record.all_indicators():
        yield from _of_indicator(indicator, owner.name if owner is not None else "")


def gaps(record: Record) -> Iterator[Gap]:
    """The stages that a year lacks."""
    for year in record.years:
        yield from (Gap(year.year, stage) for stage in _EXPECTED if stage not in year.documents)


def _of_project(project: ProjectLine) -> Iterator[Link]:
    """From document to document, within the year and from one year to the next."""
    for year in project.years:
        yield from _of_money(year.money, year.year, project.name)
    places = [(year.year, place) for year in project.years for _, place in year.places]
    for (_, first), (when, second) in pairwise(places):
        if first.document != second.document:
            yield Link(f"项目“{project.name}”", when, first, second)


def _of_money(money: Money, year: int, owner: str) -> Iterator[Link]:
    for pair in compared(money):
        first, second = pair.terms[0].figure, pair.stated
        what = f"{owner}·{pair.formula}" if owner else pair.formula
        yield Link(what, year, first.place, second.place, pair.verdict is not Verdict.DISAGREE)


def _of_indicator(line: IndicatorLine, owner: str) -> Iterator[Link]:
    """The targets of a year document by document; and from one year to the next, where nothing is to be equal."""
    what = f"{owner}·指标“{line.name}”" if owner else f"指标“{line.name}”"
    for year in line.years:
        for first, second in pairwise(year.of(Part.TARGET)):
            if first.document != second.document:
                yield Link(what, year.year, first.place, second.place, same_target(first, second))
    for before, after in pairwise(line.years):
        if before.target is not None and after.target is not None and before.target.document != after.target.document:
            yield Link(what, after.year, before.target.place, after.target.place)


def same_target(first: Stated, second: Stated) -> bool | None:
    """Do two printings of a target ask for the same? None where they cannot be laid beside each other."""
    one, other = first.value, second.value
    if one.kind is not other.kind:
        return None
    low, high = (one.low, one.high)
    if low is None and high is None:
        return True if one.text == other.text else None
    value = amount_of(other, like=one)
    return None if value is None or one.period != other.period else value == (low if low is not None else high)
