"""Pairs of documents of one body of which one is of the year after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from gouji.model.chain import Record
from gouji.model.report import Report


def year_after_year(record: Record) -> Iterator[tuple[Report, Report]]:
    """Every pair of which the second is of the year after the first."""
    pairs = product(record.reports, record.reports)
    return ((one, other) for one, other in pairs if other.year == (one.year or 0) + 1)
