"""One row of an indicator block → its cells by role, also where the row stands a column off the header."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.indicator_header import (
    ACTUAL,
    LEVEL1,
    LEVEL2,
    NAME,
    NATURE,
    PERIOD,
    POINTS,
    SCORE,
    VALUE,
    Roles,
)
from gouji.reading.seat.performance.printed import filled, is_placeholder
from gouji.vocabulary.levels import first_level, is_level, second_level

_VALUE = re.compile(
    r"^(?:[≥≤><=＞＜≧≦﹥﹤]|不少于|不低于|不超过|不高于|大于|小于|超过|达到|至少|控制在)|"
    r"^\d[\d,.]*\s*(?:[^\d\s]{0,4})?(?:以上|以内|以下)?$|^(?:长期|/|—|\d.{0,20}[%％])"
)
_NATURE = re.compile(r"^(?:[≥≤><=＞＜＝≧≦﹥﹤]{1,2}|定性|定量|正向|反向|.{0,4}指标)$")
_BLOCK = re.compile(r"指\s*标|目\s*标|绩\s*效")
SHIFTS = (0, -1, 1, -2, 2)


@dataclass(frozen=True, slots=True)
class Aligned:
    """The cells of a row by role. `moved` says that they do not stand under their headers."""

    cells: Mapping[str, Inked]
    moved: bool
    plausibility: int


def aligned(row: GridRow, roles: Roles) -> Aligned:
    """The most plausible reading of a row: as it stands if nothing speaks against it, else a column or two off."""
    candidates = [_shifted(row, roles, shift) for shift in SHIFTS]
    if (left := _name_in_second_level(row, roles)) is not None:
        candidates.append(left)
    return max(candidates, key=lambda candidate: (candidate.plausibility, not candidate.moved))


def _shifted(row: GridRow, roles: Roles, shift: int) -> Aligned:
    cells = {role: _at(row, index + shift) for role, index in roles.at.items()}
    taken = {index + shift for index in roles.at.values()} | {index + shift for index in roles.right.values()}
    stray = [index for index in filled(row) if index not in taken and not _excused(row, index, roles, shift)]
    return Aligned(cells, bool(shift), plausibility(cells) - 3 * len(stray) - (1 if shift else 0))


def _excused(row: GridRow, index: int, roles: Roles, shift: int) -> bool:
    """A cell outside the roles that says nothing: the block's label at the left, a column the form adds."""
    text = row[index].text
    if index < min(roles.at.values()):
        return not is_level(text) and bool(_BLOCK.search(text))
    return not shift and index in roles.headed


def _name_in_second_level(row: GridRow, roles: Roles) -> Aligned | None:
    """The name alone may have slipped into an empty second level."""
    if LEVEL2 not in roles.at or NAME not in roles.at or _at(row, roles.at[NAME]).text:
        return None
    plainly = _shifted(row, roles, 0)
    second = plainly.cells[LEVEL2]
    if not second.text or is_level(second.text):
        return None
    cells = {**plainly.cells, NAME: second, LEVEL2: plainly.cells[NAME]}
    return Aligned(cells, True, plausibility(cells) - 1)


def plausibility(cells: Mapping[str, Inked]) -> int:
    """How well the cells fit what the form demands of each role; higher is better."""
    text = {role: cell.text.strip() for role, cell in cells.items()}
    points = _level_points(text.get(LEVEL1, ""), bool(first_level(text.get(LEVEL1, ""))))
    points += _level_points(text.get(LEVEL2, ""), bool(second_level(text.get(LEVEL2, ""))))
    points += _name_points(text.get(NAME, ""), bool(text.get(LEVEL1) or text.get(LEVEL2)))
    points += sum(_value_points(text[role]) for role in (VALUE, PERIOD, ACTUAL) if role in text)
    points += sum(_number_points(text[role]) for role in (POINTS, SCORE) if role in text)
    if text.get(NATURE):
        points += 1 if _NATURE.match(text[NATURE]) else -3
    return points


def _level_points(text: str, fits: bool) -> int:
    if not text:
        return 0
    return 2 if fits else 1 if is_level(text) else -2 if _VALUE.match(text) else -1


def _name_points(text: str, levels: bool) -> int:
    if not text:
        return -1
    if _VALUE.match(text):
        return -3
    return -2 if is_level(text) and text.endswith("指标") and not levels else 1


def _value_points(text: str) -> int:
    if not text:
        return 0
    return -2 if is_level(text) and text.endswith("指标") else 1 if _VALUE.match(text) else 0


def _number_points(text: str) -> int:
    if not text or is_placeholder(text):
        return 0
    return 1 if looks_like_number(text.removesuffix("分")) else -3


def _at(row: GridRow, index: int) -> Inked:
    return row[index].strip() if 0 <= index < len(row) else Inked("")


