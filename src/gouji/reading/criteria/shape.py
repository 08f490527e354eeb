"""Values of a known shape read at once: ≥95% and ≥96.5% differ in nothing but the number."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind

# One number, not zero and not like a year; nothing beside it may make it part of a date, a name, a list or a range.
_ONE = re.compile(
    r"([^0-9０-９]{0,30})((?!(?:19|20)[0-9]{2}(?![0-9.])|24(?![0-9.]))[0-9]{1,7}(?:\.[0-9]{1,6})?)([^0-9０-９]{0,20})"
)
_UNSAFE_BEFORE = frozenset("第前±-－—–~～./:：*×xX年月,，、()（）[每+¥￥")
_UNSAFE_BEHIND = frozenset("月日号季:：.．-－—–~～/*×xXAaGg,，)）、点+")
_PER = re.compile("/[一-鿿]")  # 1065期/年, 3天/次; another slash may be a ratio
_MOST = 4096
_PROBES = ("3", "17")
_KINDS = (CriterionKind.NUMBER, CriterionKind.RELATIVE)

Shape = tuple[str, str]
_SHAPES: dict[Shape, tuple[Criterion, Decimal | None] | None] = {}


def split(text: str) -> tuple[Shape, str] | None:
    """The words before and behind the only number, and the number; None for any other text."""
    match = _ONE.fullmatch(text)
    return None if match is None else ((match[1], match[3]), match[2])


def known(shape: Shape) -> tuple[Criterion, Decimal | None] | None:
    """The reading of an earlier text of that shape, and what its scale word multiplies by (None: by one)."""
    return _SHAPES.get(shape)


def learn(shape: Shape, digits: str, found: Criterion, read: Callable[[str], Criterion]) -> None:
    """Keep a reading as that of its shape, unless the digits themselves may have decided something."""
    if shape in _SHAPES:
        return
    if len(_SHAPES) >= _MOST:
        _SHAPES.clear()
    template = _template(found, *shape, digits)
    _SHAPES[shape] = template if template and all(_holds(template, *shape, each, read) for each in _PROBES) else None


def _holds(
    template: tuple[Criterion, Decimal | None], head: str, tail: str, digits: str, read: Callable[[str], Criterion]
) -> bool:
    """Is another number in these words read as the template has it? ≥20级 is a number of steps, ≥3级 a level."""
    other = _template(found := read(f"{head}{digits}{tail}"), head, tail, digits)
    known, worth = template
    return other is not None and (found.kind, found.comparator, found.unit, found.scope, other[1]) == (
        known.kind, known.comparator, known.unit, known.scope, worth,
    )  # fmt: skip


def _template(found: Criterion, head: str, tail: str, digits: str) -> tuple[Criterion, Decimal | None] | None:
    value = found.low if found.low is not None else found.high
    number = Decimal(digits)
    if (
        found.kind not in _KINDS
        or found.parts
        or found.by
        or found.reason
        or found.base_year
        or not value
        or not number
    ):
        return None
    if any(edge not in (None, value) for edge in (found.low, found.high)) or value % number or digits in found.scope:
        return None
    letter = head[-1:].isascii() and head[-1:].isalpha()
    if letter or head[-1:] in _UNSAFE_BEFORE and head or tail[:1] in _UNSAFE_BEHIND and tail and not _PER.match(tail):
        return None
    worth = value / number
    return found, None if worth == 1 else worth
