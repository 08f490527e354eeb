"""Values of a known shape read at once: ≥95% and ≥96.5% differ in nothing but the number."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind

# One number; what stands beside it must not make it part of a date, a name, a list, a range or a grouped number.
_ONE = re.compile(r"([^0-9０-９]{0,30}?)((?!0*(?:\.0*)?(?![0-9.]))[0-9]{1,7}(?:\.[0-9]{1,6})?)([^0-9０-９]{0,20})")
_UNSAFE_BEFORE = frozenset("第前±-－—–~～./:：*×xX年月去至到,，、()（）[每")
_UNSAFE_BEHIND = frozenset("年月日号季:：.-－—–~～至到/*×xXAaGg,，)）、点A")
_MOST = 4096
_KINDS = (CriterionKind.NUMBER, CriterionKind.RELATIVE)
_SHAPES: dict[tuple[str, str], tuple[Criterion, Decimal] | None] = {}
_ONE_TIMES = Decimal(1)


def read_by_shape(text: str, read: Callable[[str], Criterion]) -> Criterion:
    """`read(text)`, by the reading of an earlier text of the same words where one is known."""
    match = _ONE.fullmatch(text)
    if match is None:
        return read(text)
    head, digits, tail = match.groups()
    key = (head, tail)
    known = _SHAPES.get(key, _ONE_TIMES)
    if known is None:
        return read(text)
    if isinstance(known, tuple):
        return _filled(*known, text, digits)
    found = read(text)
    if len(_SHAPES) >= _MOST:
        _SHAPES.clear()
    _SHAPES[key] = _template(found, head, digits, tail)
    return found


def _template(found: Criterion, head: str, digits: str, tail: str) -> tuple[Criterion, Decimal] | None:
    """The reading as a pattern, and the worth of its scale word; None where the digits themselves decided something."""
    value = found.low if found.low is not None else found.high
    number = Decimal(digits)
    if (
        found.kind not in _KINDS
        or found.parts
        or found.by
        or found.reason
        or value is None
        or found.low not in (None, value)
    ):
        return None
    if (
        (head and (head[-1] in _UNSAFE_BEFORE or head[-1].isascii() and head[-1].isalpha()))
        or tail[:1] in _UNSAFE_BEHIND
        and tail
    ):
        return None
    if (
        found.high not in (None, value)
        or found.base_year
        or digits in found.scope
        or digits == "24"
        or not number
        or value % number
    ):
        return None
    return found, value / number


def _filled(known: Criterion, worth: Decimal, text: str, digits: str) -> Criterion:
    value = Decimal(digits) if worth == 1 else Decimal(digits) * worth
    return Criterion(
        text, known.kind, known.comparator, None if known.low is None else value, None if known.high is None else value,
        known.unit, known.scale, known.implied, known.period, known.aggregation, known.scope, None, (), known.ink, "", None,
        known.base, known.change,
    )  # fmt: skip
