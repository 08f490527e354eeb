"""Which documents speak of one body: by its plain name, in the order of their years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.model.report import Report
from gouji.vocabulary.terms import plain


def bodies(reports: Sequence[Report]) -> Iterator[list[Report]]:
    """The documents of each body that has more than one, by year; undated and unnamed ones are left out."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if report.body and report.year is not None:
            found.setdefault(plain(report.body), []).append(report)
    for group in found.values():
        if len(group) > 1:
            yield sorted(group, key=lambda report: (report.year or 0, report.path))


def of_one_year(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Every pair of documents of one body and one year."""
    for group in bodies(reports):
        for index, first in enumerate(group):
            yield from ((first, second) for second in group[index + 1 :] if second.year == first.year)


def year_after_year(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Every pair of documents of one body of which the second is of the year after the first."""
    for group in bodies(reports):
        for first in group:
            yield from ((first, second) for second in group if second.year == (first.year or 0) + 1)


def earlier_and_later(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Every pair of documents of one body of which the second is of a later year."""
    for group in bodies(reports):
        for index, first in enumerate(group):
            yield from ((first, second) for second in group[index + 1 :] if (second.year or 0) > (first.year or 0))
