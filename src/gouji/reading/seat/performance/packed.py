"""Indicators packed into one cell: `1、产出指标：培训人数，年度指标值：不少于50人。2、效益指标：……`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.vocabulary.levels import level_words

_LEVEL = "|".join(map(re.escape, level_words()))
# A new indicator begins where a level is named: after its number, or (where none is printed) after a full stop. Full
# stops and semicolons stand inside values, too, so they alone divide nothing.
_START = re.compile(
    rf"(?:(?P<number>\d{{1,3}})\s*[、.．)）]|^|(?<=[。；;\n]))\s*(?P<level1>{_LEVEL})"
    rf"(?:\s*[-－—/／>]+\s*(?P<level2>{_LEVEL}))?"
    r"\s*(?:[:：]|(?P<dash>[-－—/／>]+)(?=[^-－—/／>:：；;。\n]{2,40}[:：]))"
)
_VALUE = re.compile(r"(?P<of>实施周期|实施期|中期|总体|年度|当年)?(?:绩效)?指标值\s*[:：]")
_TRAILING = "。；;，, \n"


@dataclass(frozen=True, slots=True)
class Packed:
    """One indicator as packed. `number` is the printed one, and may repeat; `period` None where none is printed."""

    number: str
    level1: Inked
    level2: Inked
    name: Inked
    value: Inked
    period: Inked | None = None


def unpacked(content: Inked) -> Iterator[Packed]:
    """The indicators of a cell, in order; nothing where the cell names no level."""
    starts = list(_START.finditer(content.text))
    ends = [start.start() for start in starts[1:]] + [len(content)]
    for start, end in zip(starts, ends, strict=False):
        yield _one(content, start, end)


def _one(content: Inked, start: re.Match[str], end: int) -> Packed:
    level2 = content.cut(*start.span("level2")) if start["level2"] else Inked("")
    body = content.cut(start.end(), end)
    marks = list(_VALUE.finditer(body.text))
    name = body.cut(0, marks[0].start() if marks else len(body)).strip().strip(_TRAILING)
    if start["dash"] and not marks:  # 产出指标-数量指标-清淤长度：≥18公里
        colon = min(body.text.find(mark) for mark in ":：" if mark in body.text)
        value, name = body.cut(colon + 1).strip().strip(_TRAILING), body.cut(0, colon).strip()
        return Packed(start["number"] or "", content.cut(*start.span("level1")), level2, name, value)
    values: dict[str, Inked] = {}
    for mark, stop in zip(marks, [mark.start() for mark in marks[1:]] + [len(body)], strict=False):
        value = body.cut(mark.end(), stop).strip(_TRAILING)
        values.setdefault("年度" if mark["of"] in (None, "年度", "当年") else "周期", value)
    period = values.get("周期")
    year = values.get("年度", period if period is not None else body.cut(len(body)))
    return Packed(start["number"] or "", content.cut(*start.span("level1")), level2, name, year, period)
