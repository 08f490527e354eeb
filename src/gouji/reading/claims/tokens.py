"""What a sentence is made of: amounts, percentages, counts, `--%`, 持平; and what nests: 其中, brackets, stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from gouji.model.figure import Kind
from gouji.reading.numbers import Number, numbers
from gouji.vocabulary.claims import COUNTED, FLAT, NOT_COUNTED, SCALES, alternatives


class Sort(StrEnum):
    """The sorts of tokens."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    DASH = "dash"  # --%
    FLAT = "flat"  # 持平
    WITHIN = "within"  # 其中
    OPEN = "open"
    CLOSE = "close"
    ITEM = "item"  # ;
    STOP = "stop"  # 。


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the compact text; `number` where it holds one."""

    sort: Sort
    start: int
    end: int
    number: Number | None = None


_MEASURE = re.compile(
    rf"(?P<loose>[余多几])?(?P<scale>{alternatives(tuple(SCALES))})?(?P<after>[余多])?"
    rf"(?!{alternatives(NOT_COUNTED)})(?P<unit>{alternatives(COUNTED)})"
)
_CALENDAR = re.compile(r"年|月|日|号|时(?!长)|届|世纪|周年|[-—～~]\d")
_BARE_PERCENT = re.compile(r"(?<![\d.])[-—–―－─]{1,4}[%％]")
_FLAT = re.compile(alternatives(FLAT))
_WITHIN = re.compile(r"其中[:，,]?|(?:主要)?用于以下(?:几个)?方面[:，,]?|包括[:]?")
_SIGNS = {"(": Sort.OPEN, ")": Sort.CLOSE, ";": Sort.ITEM, "。": Sort.STOP, "！": Sort.STOP, "？": Sort.STOP}
_SIGN = re.compile(r"[();。！？]")


def tokens(text: str) -> list[Token]:
    """The tokens of a compact text in order."""
    found = [*_numbers(text)]
    found.extend(Token(Sort.DASH, match.start(), match.end()) for match in _BARE_PERCENT.finditer(text))
    found.extend(Token(Sort.FLAT, match.start(), match.end()) for match in _FLAT.finditer(text))
    found.extend(Token(Sort.WITHIN, match.start(), match.end()) for match in _WITHIN.finditer(text))
    found.extend(Token(_SIGNS[match.group()], match.start(), match.end()) for match in _SIGN.finditer(text))
    return sorted(found, key=lambda token: token.start)


def _numbers(text: str) -> Iterator[Token]:
    for number in numbers(text):
        if number.kind is Kind.MONEY:
            yield Token(Sort.MONEY, number.start, number.end, number)
        elif number.kind is Kind.PERCENT:
            yield Token(Sort.PERCENT, number.start, number.end, number)
        elif (counted := _counted(text, number)) is not None:
            yield Token(Sort.COUNT, counted.start, counted.end, counted)


def _counted(text: str, number: Number) -> Number | None:
    """The count a bare number makes with the measure word behind it; None for dates, ordinals and names."""
    if (number.start and text[number.start - 1] in "第〔[") or _CALENDAR.match(text, number.end):
        return None
    match = _MEASURE.match(text, number.end)
    if match is None:
        return None
    scale = Decimal(SCALES.get(match["scale"] or "", 1))
    kind = Kind.SCORE if match["unit"] == "分" else Kind.COUNT
    return replace(
        number, end=match.end(), value=number.value * scale, step=number.step * scale, kind=kind, unit=match["unit"],
        loose=number.loose or bool(match["loose"] or match["after"]),
    )  # fmt: skip
