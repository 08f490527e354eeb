"""The styles of an XLSX workbook, as far as they change what is printed: number format, indentation, rules at the sides."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from gouji.reading.office.printed.builtin_formats import BUILTIN
from gouji.reading.office.printed.number_formats import NumberFormat, number_format

DEEPEST_INDENT = 250


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell prints. `framed` ones have a rule at the left or right."""

    format: NumberFormat
    indent: int = 0
    framed: bool = False


GENERAL = Style(number_format("General"))


def styles_of(root: etree._Element, from_1904: bool) -> list[Style]:
    """The cell formats in order, as cells name them."""
    codes = dict(BUILTIN)
    for element in root.iterfind("{*}numFmts/{*}numFmt"):
        if (number := _whole(element.get("numFmtId"))) is not None:
            codes[number] = element.get("formatCode", "General")
    framed = [_framed(border) for border in root.iterfind("{*}borders/{*}border")]
    return [_style(element, codes, framed, from_1904) for element in root.iterfind("{*}cellXfs/{*}xf")]


def _style(element: etree._Element, codes: dict[int, str], framed: list[bool], from_1904: bool) -> Style:
    code = codes.get(_whole(element.get("numFmtId")) or 0, "General")
    border = _whole(element.get("borderId"))
    alignment = element.find("{*}alignment")
    indent = _whole(alignment.get("indent")) if alignment is not None else 0
    return Style(
        number_format(code, from_1904),
        min(indent or 0, DEEPEST_INDENT),
        border is not None and border < len(framed) and framed[border],
    )


def _framed(border: etree._Element) -> bool:
    """Has the border a rule at the left or right?"""
    sides = [side for name in ("left", "right", "start", "end") if (side := border.find(f"{{*}}{name}")) is not None]
    return any(side.get("style", "none") != "none" for side in sides)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else None
