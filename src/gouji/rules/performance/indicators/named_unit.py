"""The unit that an indicator's name tells: in brackets at its end, or by its last word (培训人数)."""

from __future__ import annotations

import re

from gouji.vocabulary.indicators import Unit, unit_named

PARTS_OF_WORDS = ("度", "级")  # 满意(度)
_IN_BRACKETS = re.compile(r"\((?:单位:?)?([^()]{1,8})\)$")
# Names that say themselves what is counted: 培训人数, 活动场次.
_TELLS_UNIT = re.compile(
    r"(?:人数|次数|户数|个数|台数|份数|件数|篇数|期数|套数|家数|天数|场数|场次|人次|批次|倍数|分数|评分|得分)$"
)
_UNITS = {"场次": "场次", "人次": "人次", "批次": "批次", "分数": "分", "评分": "分", "得分": "分"}


def named_units(name: str) -> list[Unit]:
    """The units in brackets at the end of a name, 台/套 being two; none when any word there is no unit."""
    match = _IN_BRACKETS.search(name)
    words = re.split("[/、或]", match[1]) if match else []
    found = [unit_named(word) or unit_named(word.lstrip("亿万千")) for word in words if word not in PARTS_OF_WORDS]
    return [unit for unit in found if unit] if all(found) else []


def named_scale(name: str) -> str:
    """The scale word before the unit in brackets: (万元) → 万."""
    match = _IN_BRACKETS.search(name)
    word = match[1] if match else ""
    return "" if unit_named(word) else word[: len(word) - len(word.lstrip("亿万千"))]


def told_unit(name: str) -> str:
    """The unit the last word of a name tells, 培训人数 → 人; "" for a name that tells none."""
    match = _TELLS_UNIT.search(name)
    return _UNITS.get(match[0], match[0].removesuffix("数")) if match else ""


def tells_unit(name: str) -> bool:
    """Does the name say in what its value is counted?"""
    return bool(named_units(name) or told_unit(name))
