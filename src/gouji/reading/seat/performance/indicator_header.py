"""The header of an indicator block → the role of each column: levels, name, values, points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.header import column_for
from gouji.reading.seat.performance.printed import bare, filled
from gouji.vocabulary.form import Form, forms_named
from gouji.vocabulary.levels import is_level

LEVEL1, LEVEL2, NAME = "一级指标", "二级指标", "三级指标"
VALUE, PERIOD, NATURE, UNIT = "年度指标值", "实施周期指标值", "指标性质", "度量单位"
ACTUAL, POINTS, SCORE, REASON = "实际完成值", "分值", "得分", "偏差原因分析及改进措施"
FOURTH, DIRECTION = "四级指标", "指标方向性"
FORECAST, POSSIBILITY = "全年预计完成情况", "完成目标可能性"
CLASSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障")
CHANCES = ("确定能", "有可能", "完全不可能")
REVIEWED, REVIEW_SCORE, DEVIATION, REMARK = "复核完成值", "复核得分", "偏离度", "备注"
LEVELS = (LEVEL1, LEVEL2, NAME)

# In this order: 实际完成值 speaks of what was reached, not of a value to be reached.
_SPEAKS_OF = (
    (REVIEW_SCORE, re.compile(r"复核.{0,6}分")),
    (REVIEWED, re.compile(r"复核")),
    (FORECAST, re.compile(r"预计")),
    (REASON, re.compile(r"原因|偏差(?![度率])|改进")),
    (SCORE, re.compile(r"得分")),
    (POINTS, re.compile(r"分值|权重")),
    (ACTUAL, re.compile(r"实际|完成")),
    (PERIOD, re.compile(r"周期|实施期|中期|长期")),
    (VALUE, re.compile(r"指标值|目标值|预期|标准值")),
)
_SAMPLE = 60  # rows looked at to tell level names from indicator names


@dataclass(frozen=True, slots=True)
class Roles:
    """Where each role stands: {role: column}. `headed` are all columns with a header of their own, known or not.

    `shifted` says that the header named the levels one column off and the cells decided. `right` is the second half of
    a form that prints the indicators of the period and of the year side by side.
    """

    at: dict[str, int]
    headed: frozenset[int] = frozenset()
    shifted: bool = False
    right: dict[str, int] = field(default_factory=dict)


@cache
def indicator_form() -> Form:
    """The columns an indicator block may have, the names of its total, the labels that end it."""
    return forms_named("绩效指标")[0]


def is_header(row: GridRow) -> bool:
    """Is the row the header of an indicator block: names of levels, and of a value or an indicator?"""
    roles = _named(row)
    levels = sum(role in LEVELS for _, role in roles)
    return levels >= 2 or (levels == 1 and any(role == VALUE for _, role in roles) and len(roles) > 2)


def roles_of(header: GridRow, below: Sequence[GridRow]) -> Roles:
    """The roles of a header, settled by the cells below it where the header is one level off."""
    named = _named(header)
    at: dict[str, int] = {}
    right: dict[str, int] = {}
    for index, role in named:
        if role == POINTS and NAME in at and POINTS in at and at[POINTS] < at[NAME]:
            at[POINTS] = index  # levels have points of their own: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值
        (right if role in at else at).setdefault(role, index)
    if FOURTH in at:
        at[NAME] = at.pop(FOURTH)
    headed = frozenset(filled(header))
    _guess(header, at, {*at.values(), *right.values()})
    level_columns = [index for index, role in named if role in LEVELS]
    if NAME in at:
        _seat_first_level(at)
        halves = right if NAME in right and VALUE in right else {}
        return Roles(at, headed, right=halves)
    at = {role: index for role, index in at.items() if role not in LEVELS}
    levels, shifted = _settled(level_columns, below, set(at.values()))
    return Roles(levels | at, headed, shifted)


def _guess(header: GridRow, at: dict[str, int], taken: set[int]) -> None:
    """Headers in words of their own (指标目标值) by what they speak of, where the role is still free."""
    for index in filled(header):
        role = next((role for role, words in _SPEAKS_OF if words.search(bare(header[index].text))), "")
        if index not in taken and role and role not in at and index > max((at[one] for one in LEVELS if one in at), default=0):
            at[role] = index


def _named(row: GridRow) -> list[tuple[int, str]]:
    found = [(index, column_for(row[index].text, indicator_form().columns)) for index in filled(row)]
    return [(index, column.name) for index, column in found if column is not None]


def _seat_first_level(at: dict[str, int]) -> None:
    """The label of the block (绩效指标) may stand where the header of the first level should."""
    before = at.get(LEVEL2, at[NAME]) - 1
    if LEVEL1 not in at and before >= 0 and before not in at.values():
        at[LEVEL1] = before


def _settled(columns: list[int], below: Sequence[GridRow], taken: set[int]) -> tuple[dict[str, int], bool]:
    """Level columns without a header for the name: the cells tell which of them holds it."""
    if len(columns) >= 3:
        return dict(zip(LEVELS, columns, strict=False)), True
    last = columns[-1]
    if not _mostly_levels(last, below):
        return dict(zip((LEVEL1, NAME) if len(columns) == 2 else (NAME,), columns, strict=True)), len(columns) == 2
    beside = {NAME: last + 1} if last + 1 not in taken else {}
    return dict(zip((LEVEL1, LEVEL2)[-len(columns) :], columns, strict=True)) | beside, False


def _mostly_levels(index: int, below: Sequence[GridRow]) -> bool:
    texts = [row[index].text for row in below[:_SAMPLE] if index < len(row) and row[index].text.strip()]
    return bool(texts) and sum(map(is_level, texts)) * 2 > len(texts)
