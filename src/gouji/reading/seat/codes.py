"""Codes of the classification as tables print them: in one column, before the name in its cell, or split into 类, 款, 项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow
from gouji.reading.seat.header_tree import Header
from gouji.vocabulary.terms import half_width

LEVELS = ("类", "款", "项")  # as headers of three columns, or two

_CODED_NAME = re.compile(r"^[\[［【]?(?P<code>\d{3}(?:\d{2}){0,2})[\]］】]?[\s\-—_、]*(?P<name>\D.*)?$")
_DIGITS = re.compile(r"^\d{1,7}$")
_NUMBER = re.compile(r"^(?:行次|序号|栏次)$")
_BODY = re.compile(r"(?:部门|单位)[)）]?(?:编码|代码|编号)")


@dataclass(frozen=True, slots=True)
class Name:
    """What the left columns of a row say. `rank`: how deep a body stands, where the codes are those of bodies."""

    code: str
    name: Inked
    rank: int = 0


def names_of(rows: Sequence[GridRow], header: Header, first: int, start: int = 0) -> Iterator[Name]:
    """Code and name of each row, from the columns from `start` on and left of `first`.

    A level left blank, as under a merged cell, is that of the row above: 201 | 05, then blank | 07.
    """
    columns, bodies = _columns(header, start, first)
    levels = [index for index in columns if header.paths[index] and header.paths[index][-1] in LEVELS]
    above = ""
    for row in rows:
        opened = next((depth for depth, index in enumerate(levels) if row[index].text), 0)
        name = name_of(tuple(row[index] for index in columns), above[: 1 + 2 * opened] if opened else "")
        above = name.code or above
        yield replace(name, code="", rank=(len(name.code) + 1) // 3) if bodies else name


def name_of(cells: GridRow, above: str = "") -> Name:
    """Code and name of a row: in one cell, in two, or the code spread over several. `above` is what the code begins with."""
    code = above
    name = Inked("")
    for cell in cells:
        text = half_width(cell.text).replace(" ", "")
        if _DIGITS.match(text):
            if len(code) > 2 and len(text) > 2 and not text.startswith(code):
                continue  # a code of another classification, or of a body
            code = text if text.startswith(code) and len(text) > 2 else code + (text.zfill(2) if code else text)
        elif text and not name:
            name = cell
    match = _CODED_NAME.match(half_width(name.text))
    if match and match["name"] and code in ("", above):
        return Name(match["code"], name.cut(match.start("name")))
    return Name("" if code == above else code, name)


def is_level(header: Header, index: int) -> bool:
    """Is the column headed as one of codes, or as a level of them (类, 款, 项)?"""
    return any(part in LEVELS or "编码" in part for part in header.paths[index][-1:])


def _columns(header: Header, start: int, first: int) -> tuple[list[int], bool]:
    """The columns of codes and names, and whether the codes are those of bodies (单位代码) for want of others.

    Line numbers are no codes.
    """
    last = {index: header.paths[index][-1] if header.paths[index] else "" for index in range(start, first)}
    columns = [index for index in last if not _NUMBER.match(last[index])]
    bodies = [index for index in columns if _BODY.search(last[index])]
    coded = [index for index in columns if last[index] in LEVELS or ("编码" in last[index] and index not in bodies)]
    return [index for index in columns if not coded or index not in bodies], bool(bodies) and not coded
