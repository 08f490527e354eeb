"""Pairs of documents of one body: of one year, of years that follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from gouji.model.chain import Record
from gouji.model.report import Report

Pair = tuple[Report, Report]


def of_one_year(record: Record) -> Iterator[Pair]:
    """Every pair of documents of one year."""
    return (pair for pair in combinations(record.reports, 2) if pair[0].year == pair[1].year)


def year_after_year(record: Record) -> Iterator[Pair]:
    """Every pair of which the second is of the year after the first."""
    pairs = product(record.reports, record.reports)
    return ((one, other) for one, other in pairs if other.year == (one.year or 0) + 1)


def earlier_and_later(record: Record) -> Iterator[Pair]:
    """Every pair of which the second is of a later year."""
    return (pair for pair in combinations(record.reports, 2) if (pair[1].year or 0) > (pair[0].year or 0))
