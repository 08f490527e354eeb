"""Printed text → exact numbers: thousand separators, full-width digits, signs, units, percent. `1,23.4` is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.figure import YUAN_IN_UNIT, Figure, Kind
from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.vocabulary.terms import half_width

_GROUPED = r"\d{1,3}(?:,\d{3})+"
_NUMBER = re.compile(rf"[-+]?(?:{_GROUPED}|\d+)(?:\.\d+)?")
# A nation's budget in fen has 17 digits; what is longer is an account number or a slip, and would not be reckoned exactly.
LONGEST_NUMBER = 20

_CELL = re.compile(
    rf"^(?P<open>\()?\s*[¥￥]?\s*(?P<sign>[-+])?\s*(?P<number>(?:{_GROUPED}|\d+)(?:\.\d+)?|\.\d+)\s*"
    r"(?P<unit>亿元|万元|千元|百万元|元|%|分)?\s*(?P<close>\))?$"
)
_DIGITS_ONLY = re.compile(r"^[-+]?[\d,.\s()%]+$")
_LOOSE_BEFORE = re.compile(r"(?:大约|(?<![节合签制公契条])约|近|逾|超过|超|高达|预计|左右|共约|达到?近)\s*$")
_LOOSE_AFTER = re.compile(r"^\s*(?:多|余|左右|以上|以下|以内)")
_TEXT_UNIT = re.compile(r"\s*(亿元|百万元|万元|千元|元|[%％]|个百分点)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in running text: its span (unit included), value in base units, and what it measures."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    kind: Kind
    unit: str
    loose: bool


def looks_like_number(text: str) -> bool:
    """Is the text made of digits and number signs only (well-formed or not)?"""
    text = _bare(text)
    return bool(_DIGITS_ONLY.match(text)) and any(character.isdigit() for character in text)


def _bare(cell: str) -> str:
    return half_width(cell).replace("，", ",").replace(" ", "").strip()


def cell_figure(content: Inked, place: Place, unit: str = "万元", kind: Kind = Kind.MONEY) -> Figure | None:
    """The figure a cell holds; None when it is blank, text, or a malformed number like `1,23.4`.

    A unit printed in the cell itself wins over `unit`, the one in force for the column or table.
    """
    match = _CELL.match(_bare(content.text))
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    digits = match["number"].replace(",", "")
    if len(digits) > LONGEST_NUMBER:
        return None
    value = Decimal(digits)
    if match["sign"] == "-" or match["open"]:
        value = -value
    step = Decimal(1).scaleb(min(0, int(Decimal(digits).as_tuple().exponent)))
    if match["unit"]:
        unit = match["unit"]
        kind = Kind.PERCENT if unit == "%" else Kind.SCORE if unit == "分" else Kind.MONEY
    scale = YUAN_IN_UNIT[unit] if kind is Kind.MONEY else Decimal(1)
    return Figure(content.text.strip(), value * scale, step * scale, kind, unit, place)


def numbers(text: str) -> Iterator[Number]:
    """Every number of running text with the money or percent unit behind it; other numbers are counts without unit."""
    text = half_width(text)
    for match in _NUMBER.finditer(text):
        if match.start() and text[match.start() - 1] in ".,0123456789" and match.group()[0] not in "+-":
            continue
        if len(match.group()) > LONGEST_NUMBER:
            continue
        written = match.group()
        # A sign is one only after something that is not a digit or a letter: 2022-2023 is a span of years.
        before = text[match.start() - 1] if match.start() else ""
        if written[0] in "+-" and before and (before.isalnum() or before in ")%）"):
            written = written[1:]
        value = Decimal(written.replace(",", ""))
        step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
        start = match.end() - len(written)
        unit_match = _TEXT_UNIT.match(text, match.end())
        unit = unit_match[1].replace("％", "%") if unit_match else ""
        end = unit_match.end() if unit_match else match.end()
        kind = Kind.MONEY if unit in YUAN_IN_UNIT else Kind.PERCENT if unit in ("%", "个百分点") else Kind.COUNT
        scale = YUAN_IN_UNIT.get(unit, Decimal(1))
        loose = bool(_LOOSE_BEFORE.search(text[max(0, start - 4) : start]) or _LOOSE_AFTER.match(text[end : end + 4]))
        yield Number(start, end, value * scale, step * scale, kind, unit, loose)
