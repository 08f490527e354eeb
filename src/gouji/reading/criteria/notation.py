"""A criterion in one line, every field of it: for tables of readings and their tests."""

from __future__ import annotations

from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind, Due


def notation(criterion: Criterion) -> str:
    """`≥ 90 %`, `(≥) 95 % @合格率`, `~ 15..20 家`, `zero = 0 次`, `date 2024-12-31`, `qualitative ✗只有定性词…`.

    A sign in brackets is inferred. Behind the unit stand /period, +aggregation, @scope, ^by when; ✗ gives the reason.
    """
    if criterion.parts:
        return " ‖ ".join(notation(part) for part in criterion.parts)
    words = [] if criterion.kind is CriterionKind.NUMBER else [criterion.kind.value]
    if criterion.kind is CriterionKind.DATE:
        words += [told_due(criterion.by)] if criterion.by is not None else []
    else:
        words += [_against(criterion), _bounds(criterion), criterion.unit]
    words += [
        f"/{criterion.period}" * bool(criterion.period),
        f"+{criterion.aggregation}" * bool(criterion.aggregation),
    ]
    if criterion.scope and criterion.scope != criterion.text:
        words.append(f"@{criterion.scope}")
    if criterion.by is not None and criterion.kind is not CriterionKind.DATE:
        words.append(f"^{told_due(criterion.by)}")
    words += {True: ["met"], False: ["unmet"], None: []}[criterion.met]
    words += [f"[{' ‖ '.join(notation(grade) for grade in criterion.grades)}]"] if criterion.grades else []
    words += [f"✗{criterion.reason}"] if criterion.reason else []
    return " ".join(word for word in words if word)


def _against(criterion: Criterion) -> str:
    if criterion.base and not criterion.change:
        return f"{criterion.base}×" if criterion.unit else criterion.base
    return f"{criterion.base}{criterion.change}"


def _bounds(criterion: Criterion) -> str:
    low, high = criterion.low, criterion.high
    sign = f"({criterion.comparator})" if criterion.implied else criterion.comparator
    if criterion.comparator == "~":
        return f"~ {_plain(low)}..{_plain(high)}"
    value = low if low is not None else high
    return sign if value is None else f"{sign} {_plain(value)}".strip()


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def told_due(by: Due) -> str:
    """2024-12-31, 2024-12, 12-31 as --12-31, the 10th as ---10."""
    year = "-" if by.year is None else str(by.year)
    month = "" if by.month is None and by.day is None else "--" if by.month is None else f"-{by.month:02d}"
    return year + month + ("" if by.day is None else f"-{by.day:02d}")
