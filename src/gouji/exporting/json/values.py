"""Target values and results as JSON, every field of the criterion they were read as."""

from __future__ import annotations

from gouji.exporting.json import value_shapes as shapes
from gouji.exporting.json.written import digits
from gouji.model.canonical import printed
from gouji.model.performance import Criterion, Due, Outlook


def value(criterion: Criterion) -> shapes.Value:
    """A value with its parts and grades."""
    return {
        "text": criterion.text,
        "canonical": printed(criterion),
        "kind": criterion.kind.value,
        "comparator": criterion.comparator,
        "implied": criterion.implied,
        "low": None if criterion.low is None else digits(criterion.low),
        "high": None if criterion.high is None else digits(criterion.high),
        "unit": criterion.unit,
        "scale": criterion.scale,
        "period": criterion.period,
        "aggregation": criterion.aggregation,
        "scope": criterion.scope,
        "due": None if criterion.by is None else _due(criterion.by),
        "base": criterion.base,
        "change": criterion.change,
        "met": criterion.met,
        "reason": criterion.reason,
        "parts": [value(part) for part in criterion.parts],
        "grades": [value(grade) for grade in criterion.grades],
    }


def maybe_value(criterion: Criterion | None) -> shapes.Value | None:
    return None if criterion is None else value(criterion)


def _due(due: Due) -> shapes.Due:
    return {"year": due.year, "month": due.month, "day": due.day}


def outlook(told: Outlook) -> shapes.Outlook:
    """What the form of monitoring expects of the year."""
    return {
        "forecast": maybe_value(told.forecast),
        "possibility": told.possibility,
        "classes": list(told.classes),
    }
