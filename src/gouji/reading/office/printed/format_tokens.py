"""The code of a number format → its sections and their tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_CODE = 1_000

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|_(?P<space>.)|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\[\]]*)\]"
    r"|(?P<general>General|G/通用格式|通用格式)"
    r"|(?P<half>AM/PM|A/P|上午/下午)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+|aaaa?|e+|g+)"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<text>@)|(?P<end>;)"
    r"|(?P<other>.)",
    re.I | re.S,
)
_CURRENCY = re.compile(r"^\$(?P<sign>[^-]*)(?:-(?P<locale>[0-9A-Fa-f]+))?$")
_ELAPSED = re.compile(r"^(?:h+|m+|s+)$", re.I)
_SYSTEM = {"F800": 'yyyy"年"m"月"d"日"', "F400": "h:mm:ss"}  # the long date and the time of a Chinese system


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a format. Kinds: literal, digit, point, comma, percent, slash, exponent, general, text, date, half, bracket."""

    kind: str
    text: str


def sections_of(code: str) -> Iterator[list[Token]]:
    """The sections of a format in order, at least one."""
    section: list[Token] = []
    for match in _TOKEN.finditer(code[:LONGEST_CODE]):
        kind, text = match.lastgroup or "other", match.group(match.lastgroup or 0)
        if kind == "end":
            yield _finished(section)
            section = []
        else:
            section += _tokens(kind, text)
    yield _finished(section)


def _tokens(kind: str, text: str) -> list[Token]:
    match kind:
        case "quoted" | "escaped" | "other":
            return [Token("literal", text)]
        case "space":
            return [Token("literal", " ")]
        case "fill":
            return []
        case "bracket":
            return _bracket(text)
        case _:
            return [Token(kind, text)]


def _bracket(text: str) -> list[Token]:
    """Colours say nothing; a currency is printed; elapsed time counts as a date; conditions and DBNum are kept."""
    if _ELAPSED.match(text):
        return [Token("date", f"[{text.lower()}]")]
    if currency := _CURRENCY.match(text):
        sign = [Token("literal", currency["sign"])] if currency["sign"] else []
        return [*sign, Token("bracket", (currency["locale"] or "").upper())]
    return [Token("bracket", text)]


def _finished(section: list[Token]) -> list[Token]:
    """A section whose locale asks for the date or time of the system is written as that system would."""
    for token in section:
        if token.kind == "bracket" and token.text in _SYSTEM:
            return next(sections_of(_SYSTEM[token.text]))
    return section
