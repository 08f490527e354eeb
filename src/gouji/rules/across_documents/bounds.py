"""Targets with a number, laid beside each other: which bound they set, and whether they count alike."""

from __future__ import annotations

import re
from decimal import Decimal

from gouji.model.chain import IndicatorYear, Stated
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.report import Report
from gouji.vocabulary.terms import plain

_AT_MOST = ("≤", "<")
_REASON = re.compile(r"调整|下调|调减|压减|降低")


def at_most(value: Criterion) -> bool:
    return value.comparator in _AT_MOST


def bound(value: Criterion) -> Decimal | None:
    """The number that a target asks for; None where it asks for none."""
    if value.kind is not CriterionKind.NUMBER:
        return None
    return value.high if at_most(value) else value.low


def target_with_number(year: IndicatorYear) -> Stated | None:
    """The target of a year, where it is a number."""
    return year.target if year.target is not None and bound(year.target.value) is not None else None


def comparable(one: Criterion, other: Criterion) -> bool:
    """Both upper or both lower bounds, over one period, counted alike."""
    alike = (at_most(one), one.period, one.aggregation) == (at_most(other), other.period, other.aggregation)
    return alike and bool(one.unit) == bool(other.unit)


def gives_reason(report: Report, name: str) -> bool:
    """Does the document speak of changing this very target?"""
    texts = [paragraph.text for paragraph in report.paragraphs]
    texts += [box.text for project in report.projects for box in project.boxes] + [box.text for box in report.boxes]
    return any(plain(name) in plain(text) and _REASON.search(text) for text in texts)
