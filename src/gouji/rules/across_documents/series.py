"""Which documents speak of one body: by its plain name, in the order of their years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from gouji.model.report import Report
from gouji.vocabulary.terms import plain

_PARTY = re.compile(r"^(?:中国共产党|中共)")
_COMMITTEE = re.compile(r"(?<=[省市区县旗州])委员会")  # 江苏省委员会办公厅 is 江苏省委办公厅
_WHOLE = re.compile(r"\((?:部门|单位|本部|汇总)\)$")
_LEVEL = re.compile(r"(部门|单位)(?:预算|决算)")


def same_body(name: str) -> str:
    """What two names of one body have in common: without the party's name, and its committees in short."""
    return _WHOLE.sub("", _COMMITTEE.sub("委", _PARTY.sub("", plain(name))))


def _of_one_level(first: Report, second: Report) -> bool:
    """May two documents give one figure? Those of a department and of its own office do not: the one holds its units."""
    levels = [match[1] if (match := _LEVEL.search(plain(report.title))) else "" for report in (first, second)]
    return levels[0] == levels[1] or "" in levels


def bodies(reports: Sequence[Report]) -> Iterator[list[Report]]:
    """The documents of each body that has more than one, by year; undated and unnamed ones are left out."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if report.body and report.year is not None:
            found.setdefault(same_body(report.body), []).append(report)
    for group in found.values():
        if len(group) > 1:
            yield sorted(group, key=lambda report: (report.year or 0, report.path))


def of_one_year(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Every pair of documents of one body and one year."""
    for group in bodies(reports):
        for index, first in enumerate(group):
            later = (second for second in group[index + 1 :] if second.year == first.year)
            yield from ((first, second) for second in later if _of_one_level(first, second))


def year_after_year(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Every pair of documents of one body of which the second is of the year after the first."""
    for group in bodies(reports):
        pairs = ((one, other) for one, other in product(group, group) if other.year == (one.year or 0) + 1)
        yield from ((one, other) for one, other in pairs if _of_one_level(one, other))


def earlier_and_later(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Every pair of documents of one body of which the second is of a later year."""
    for group in bodies(reports):
        for index, first in enumerate(group):
            yield from ((first, second) for second in group[index + 1 :] if (second.year or 0) > (first.year or 0))
