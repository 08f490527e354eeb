"""What joins the documents of a body, told one by one: amounts, projects and indicators that two of them name; and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gouji.model.chain import Amount, Gap, IndicatorLine, Link, Money, Part, ProjectLine, Record, Stage, Stated
from gouji.model.comparison import must_equal
from gouji.model.finding import Comparison
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
    for pair in same_amounts(money):
        first, second = pair.terms[0].figure, pair.stated
        what = f"{owner}·{pair.formula}" if owner else pair.formula
        yield Link(what, year, first.place, second.place, pair.verdict is not Verdict.DISAGREE)


def same_amounts(money: Money) -> Iterator[Comparison]:
    """Each amount of a year in a document beside the same in the one before it; its `formula` is the meaning.

    Documents do not always say whether they count all money or grants only, and may tell both: of all their printings
    the two that agree are laid side by side, else the nearest. Forms of one kind (a corrected version) are not.
    """
    by_meaning: dict[tuple[object, ...], dict[str, list[Amount]]] = defaultdict(lambda: defaultdict(list))
    for one in money.amounts:
        by_meaning[(one.meaning, one.moment, one.month)][one.figure.place.document].append(one)
    for (meaning, *_), by_document in by_meaning.items():
        for first, second in pairwise(by_document.values()):
            if {one.figure.place.form for one in first} != {one.figure.place.form for one in second}:
                yield _best(str(meaning), first, second)


def _best(meaning: str, first: Sequence[Amount], second: Sequence[Amount]) -> Comparison:
    """The pair that agrees, or else the nearest."""
    pairs = [must_equal(later.figure, early.figure, meaning) for later in second for early in first]
    agreeing = [pair for pair in pairs if pair.verdict is not Verdict.DISAGREE]
    return agreeing[0] if agreeing else min(pairs, key=lambda pair: abs(pair.stated.value - pair.expected))


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
    return amount_of(other, like=one) == (low if low is not None else high)
