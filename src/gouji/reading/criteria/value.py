"""A whole value: dates and numerals set aside, clauses told apart, each number made a condition."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.model.performance import Criterion, CriterionKind, Due
from gouji.model.place import Ink
from gouji.reading.criteria.aside import DUE, MASK, due, first_year, is_date, masked, recurring, unmasked
from gouji.reading.criteria.condition import CONDITION, Condition, condition
from gouji.reading.criteria.normal import normal
from gouji.reading.criteria.numerals import clauses_in_digits, in_digits, plainly
from gouji.reading.criteria.relative import BASE_YEAR
from gouji.reading.criteria.whole import against_yardstick, as_whole
from gouji.reading.criteria.words import (
    CONTRADICTION,
    TOO_LONG,
    TURNED,
    is_level,
    is_numbered_level,
    kind_of_words,
    said_of_result,
    within_budget,
)

LONGEST_VALUE = 2_000
_CUT = re.compile(r"[;；。，、]|并?且|\+(?=[0-9])|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),")
_LISTED = re.compile(r"^\(?[0-9]{1,2}(?:[)、]|\.(?![0-9]))")
_TELLING = ("unit1", "unit2", "suffix", "within", "post", "scale1", "ratio")
_DIGIT = re.compile("[0-9]")
_NOUN = re.compile(r"[一-鿿]{1,8}?(?=和|与|及|并|的|存在|完成|开展|举办|共|累计)")
_OF_RATE = re.compile(r"(?<=[钟时天秒日内])[一-鿿]{1,6}率(?:[≥≤<>=不大高达为]|[0-9])")  # 30分钟到达率≥95%
_VARIABLES = ("X", "x", "N", "n", "Y", "y")
_MONTHLY = re.compile("[月底末内日]")
_AT_MOST = ("控制在", "不超", "≤", "不突破", "不高于", "小于等于")


def value_of(text: str) -> Criterion:
    """A value by its text alone; its parts have no ink."""
    return value(normal(Inked(text)))


def value(clean: Inked) -> Criterion:
    """A normalised value; parts have the ink of their own words."""
    text = clean.text
    if len(text) > LONGEST_VALUE:
        return Criterion(text, CriterionKind.QUALITATIVE, reason=TOO_LONG)
    text = plainly(text)
    if text != clean.text:
        clean = Inked(text, clean.runs if len(text) == len(clean.text) else clean.runs[:1])
    if is_numbered_level(text):
        return _without_number(text, "")
    if not _DIGIT.search(text):
        if is_date(text, masked(text)):
            return _date(text)
        text = text if is_level(text) or text.startswith("无一") else in_digits(text)
        if text != clean.text:  # the offsets no longer fit: the ink of the whole is kept
            clean = Inked(text, clean.runs[:1])
        if not _DIGIT.search(text):
            return _without_number(text, masked(text))
    else:
        text = clauses_in_digits(text)
        clean = Inked(text, clean.runs)
    if special := as_whole(text, value_of):
        ink = clean.ink()
        return replace(special, parts=tuple(replace(part, ink=ink) for part in special.parts))
    return _numbers(clean, masked(text))


def _numbers(clean: Inked, blotted: str) -> Criterion:
    pieces = _pieces(blotted)
    if not pieces:
        return _without_number(clean.text, blotted)
    parts: list[Criterion] = []
    for piece in pieces:
        parts.append(_part(clean, blotted, piece, parts[-1].by if parts else None))
    if len(parts) == 1:
        return parts[0]
    reason = next((part.reason for part in parts if part.reason), "")
    return Criterion(clean.text, CriterionKind.COMPOUND, parts=tuple(parts), reason=reason)


def _pieces(blotted: str) -> list[tuple[int, int, list[re.Match[str]]]]:
    """Stretches of the text that hold a number each; a stretch without one leads the next, or trails the last."""
    cuts = [match.end() for match in _CUT.finditer(blotted)]
    found: list[tuple[int, int, list[re.Match[str]]]] = []
    start = 0
    for end in [*cuts, len(blotted)]:
        first = _LISTED.match(blotted[start:end])
        begin = start + (first.end() if first else 0)
        matches = list(CONDITION.finditer(blotted, begin, end))
        if matches:
            found.append((begin, end, matches))
            start = end
    if found and start < len(blotted):
        last = found.pop()
        found.append((last[0], len(blotted), last[2]))
    return [piece for whole in found for piece in _by_number(whole)]


def _by_number(piece: tuple[int, int, list[re.Match[str]]]) -> list[tuple[int, int, list[re.Match[str]]]]:
    """Several numbers in one stretch: those with an operator or a unit count, else the first."""
    start, end, matches = piece
    if len(matches) == 1:
        return [piece]
    telling = [match for match in matches if any(match[part] for part in _TELLING)] or matches[:1]
    telling = [match for match in telling if not _OF_RATE.match(match.string, match.end(), end)] or telling
    found = []
    for index, match in enumerate(telling):
        until = end if index + 1 == len(telling) else _own_words(match, telling[index + 1].start())
        found.append((start, until, [match]))
        start = until + match.string.startswith(("和", "与", "及", "并"), until)
    return found


def _own_words(match: re.Match[str], before: int) -> int:
    """Where the words of a count end that another number follows: 15家单位|和2个区|完成44个."""
    noun = _NOUN.match(match.string, match.end(), before) if not match["suffix"] and not match["post"] else None
    return noun.end() if noun else match.end()


def _part(clean: Inked, blotted: str, piece: tuple[int, int, list[re.Match[str]]], earlier: Due | None) -> Criterion:
    start, end, (match, *_) = piece
    by = _by(clean.text, blotted, start, end, earlier)
    behind = _CUT.search(blotted, match.end(), end)
    read = condition(DUE.sub(_blot, blotted) if by else blotted, match, start, behind.start() if behind else end)
    own = clean.cut(start, end)
    own = own.cut(0, len(own.text.rstrip("。；;，,、且及和并")))
    return _criterion(read, own.text, own.ink(), by)


def _blot(match: re.Match[str]) -> str:
    return MASK * len(match.group())


def _by(text: str, blotted: str, start: int, end: int, earlier: Due | None) -> Due | None:
    """The date a part is asked for by; its year may stand with an earlier part."""
    found = DUE.search(blotted, start, end) if MASK in blotted else None
    if found is None:
        return None
    words = text[slice(*found.span(found.lastgroup or "span"))]
    asked = due(words) if found["within"] is None or _MONTHLY.search(words) else None
    if asked is not None and asked.year is None and earlier is not None:
        return replace(asked, year=earlier.year)
    return asked


def _criterion(read: Condition, printed: str, ink: Ink, by: Due | None) -> Criterion:
    zero = _is_zero(read)
    kind = CriterionKind.RELATIVE if read.relative else CriterionKind.ZERO if zero else CriterionKind.NUMBER
    year = BASE_YEAR.search(printed)
    comparator, low, high = read.comparator, read.low, read.high
    if read.relative and read.implied:
        comparator, low, high = "≥", read.low or read.high, None
    elif zero:
        comparator, low, high = "=" if read.implied else comparator, Decimal(0), Decimal(0)
    return Criterion(
        printed, kind, comparator, low, high, read.unit, read.scale, read.implied, read.period,
        read.aggregation, _named(read.scope), int(year[1]) if year else None, ink=ink, by=by,
        base=read.base, change=read.change, reason=_contradiction(comparator, low, high),
    )  # fmt: skip


def _named(scope: str) -> str:
    """The words around a condition; a placeholder for the value itself (X≥90%) is none."""
    return "" if scope in _VARIABLES else unmasked(scope)


def _is_zero(read: Condition) -> bool:
    edges = {edge for edge in (read.low, read.high) if edge is not None}
    return edges == {Decimal(0)} and not read.relative and (read.comparator in ("=", "≤", "<") or read.implied)


def _contradiction(comparator: str, low: Decimal | None, high: Decimal | None) -> str:
    if not comparator:
        return CONTRADICTION
    return TURNED if low is not None and high is not None and low > high else ""


def _without_number(text: str, blotted: str) -> Criterion:
    if is_date(text, blotted):
        return _date(text)
    if relative := against_yardstick(text):
        return relative
    kind, reason = kind_of_words(text.lstrip("=") or text)
    if kind is CriterionKind.ZERO:
        return Criterion(text, kind, "=", Decimal(0), Decimal(0), implied=True, scope=text)
    met = said_of_result(text) if kind is CriterionKind.PASS else None
    comparator = "≤" if kind is CriterionKind.PASS and (text.startswith(_AT_MOST) or within_budget(text)) else ""
    return Criterion(text, kind, comparator, period=recurring(text), reason=reason, met=met)


def _date(text: str) -> Criterion:
    """`high` is the month (12 where only the year is printed), `base_year` the first year printed."""
    by, first = due(text), first_year(text)
    last = Decimal(by.month if by is not None and by.month else 12)
    return Criterion(text, CriterionKind.DATE, "≤", None, last, "月", period=recurring(text), base_year=first, by=by)
