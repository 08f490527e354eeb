"""A stored number and its number format → the text that Excel prints. Money stays decimal: no float is ever made.

Excel keeps 15 significant digits and rounds halves away from zero.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException, Overflow, Underflow
from functools import lru_cache, partial

from gouji.reading.office.printed.date_formats import date_writer
from gouji.reading.office.printed.digit_formats import digit_writer, general
from gouji.reading.office.printed.format_tokens import Token, sections_of

EXCEL = Context(prec=15, rounding=ROUND_HALF_UP, Emin=-400, Emax=400, traps=[Overflow, Underflow])

Writer = Callable[[Decimal], str]
_CONDITION = re.compile(r"^(<=|>=|<>|<|>|=)\s*([-+]?\d{1,15}(?:\.\d{1,15})?)$")
_OPERATIONS: dict[str, Callable[[Decimal, Decimal], bool]] = {  # of the limit and the value
    "<": operator.gt,
    "<=": operator.ge,
    ">": operator.lt,
    ">=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
}
TOO_WIDE = "########"  # what Excel prints where a format has no way to print a value


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: which values it is for, and how it writes them. `signed` ones put the minus themselves."""

    fits: Callable[[Decimal], bool]
    write: Writer
    signed: bool
    dated: bool = False


class NumberFormat:
    """A number format, ready to write numbers and texts."""

    __slots__ = ("_sections", "_text")

    def __init__(self, code: str, from_1904: bool = False) -> None:
        found = list(sections_of(code))[:4]
        self._text = _text_section(found)
        self._sections = _sections(found, from_1904)

    def number(self, stored: str) -> str:
        """The printed text of a number given by its stored decimal digits; what is no number is printed as it stands."""
        try:
            value = EXCEL.create_decimal(stored)
        except DecimalException:
            return stored
        if not value.is_finite():
            return stored
        for section in self._sections:
            if section.fits(value):
                if section.dated and value < 0:
                    break
                written = section.write(abs(value))
                return f"-{written}" if value < 0 and not section.signed else written
        return TOO_WIDE

    def text(self, words: str) -> str:
        """The printed text of a text: most formats leave it alone."""
        if self._text is None:
            return words
        return "".join(words if token.kind == "text" else token.text for token in self._text)


@lru_cache(maxsize=2048)
def number_format(code: str, from_1904: bool = False) -> NumberFormat:
    """The number format of a code, made once."""
    return NumberFormat(code, from_1904)


def _text_section(found: list[list[Token]]) -> list[Token] | None:
    """The section that decorates texts; None where they are printed bare."""
    section = found[3] if len(found) > 3 else found[-1] if found else []
    decorated = len(found) > 3 or any(token.kind == "text" for token in section)
    kept = [token for token in section if token.kind in ("text", "literal")]
    return kept if decorated and [token.kind for token in kept] != ["text"] else None


def _sections(found: list[list[Token]], from_1904: bool) -> list[_Section]:
    """The sections for numbers: positive; negative; zero, unless they print conditions of their own."""
    numeric = [section for section in found[:3] if not any(token.kind == "text" for token in section)]
    if not numeric:
        return [_Section(lambda value: True, general, False)]
    conditions = [_condition(section) for section in numeric]
    made = []
    for index, (section, condition) in enumerate(zip(numeric, conditions, strict=True)):
        fits, signed = condition or _usual(index, len(numeric), conditions[0] is not None)
        dated = any(token.kind == "date" for token in section)
        write = date_writer(section, from_1904) if dated else digit_writer(section)
        made.append(_Section(fits, write, signed, dated))
    return made


def _condition(section: list[Token]) -> tuple[Callable[[Decimal], bool], bool] | None:
    for token in section:
        if token.kind == "bracket" and (match := _CONDITION.match(token.text)):
            limit = Decimal(match[2])
            return partial(_OPERATIONS[match[1]], limit), match[1] in ("<", "<=") and limit <= 0
    return None


def _usual(index: int, count: int, first_is_conditional: bool) -> tuple[Callable[[Decimal], bool], bool]:
    if index == count - 1 and (count != 2 or first_is_conditional):
        return (lambda value: True), False
    if index == 0:
        return (lambda value: value > 0) if count > 2 else (lambda value: value >= 0), False
    return (lambda value: value < 0), True
