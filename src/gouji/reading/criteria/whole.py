"""Values whose form is that of the whole: ±5%, 90%≤满意度<95%, grades with their bands, 不低于上年."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from gouji.model.performance import Criterion, CriterionKind
from gouji.reading.criteria.operators import sign_meaning
from gouji.reading.criteria.relative import BASES, CHANGES, YARDSTICKS
from gouji.vocabulary.indicators import units

_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_UNIT = "|".join(sorted(map(re.escape, units()), key=len, reverse=True))
_PLUS_MINUS = re.compile(
    rf"(?P<scope>[一-鿿]{{0,12}}?)(?P<centre>{_NUMBER})?(?:[<≤=]{{1,2}}|不超过|控制在|在|不大于)?(?:±|\+/?-|正负)(?P<value>{_NUMBER})(?P<unit>{_UNIT})?(?:之间|范围内|以内|内)?"
)
_NEGATIVE = re.compile(
    rf"(?P<sign>[<>=≤≥]{{0,2}})-(?P<low>{_NUMBER})(?P<unit>{_UNIT})?(?:[-至到]\+?(?P<high>-?{_NUMBER})(?P<unit2>{_UNIT})?)?(?:之间|以[上下内])?"
)
_BETWEEN = re.compile(
    rf"(?P<low>{_NUMBER})(?P<unit>{_UNIT})?(?P<first>[<≤])=?(?P<scope>[一-鿿a-zA-Z]{{0,12}})(?P<second>[<≤])=?(?P<high>{_NUMBER})(?P<unit2>{_UNIT})?"
)
# [3,5], (3,5], [3,∞), 3-∞; both round brackets may stand around a number with separators.
_INTERVAL = re.compile(
    rf"(?P<open>[\[(])(?P<low>{_NUMBER}|-∞)(?P<unit>{_UNIT})?[,，](?P<high>{_NUMBER}|\+?∞)(?P<unit2>{_UNIT})?(?P<close>[\])])(?P<unit3>{_UNIT})?"
)
_UNENDING = re.compile(rf"(?P<low>{_NUMBER})(?P<unit>{_UNIT})?[-至到]\+?(?:∞|无穷大?)")
_GRADE = "优秀|优良|优|良好|良|中等|中|较好|好|一般|合格|及格|基本合格|不合格|不及格|较差|差|低|高"
_BAND = re.compile(
    rf"(?:^|(?<=[;；，,。、(:]))(?P<grade>{_GRADE})(?:级|等)?(?:[:=为(]|(?=[<>≤≥0-9]))(?P<band>[^;；，,。、)]{{1,24}})\)?"
)
_YARDSTICK = re.compile(
    r"(?P<scope>[一-鿿]{0,16}?)"
    r"(?P<op>不低于|不少于|不高于|不超过|不超|不大于|高于|超过|优于|低于|少于|大于|小于|达到|≥|≤|>|<|=|与|同)"
    rf"(?P<base>{YARDSTICKS})(?:水平|决算数|数|值|实际(?:完成)?(?:水平|数|值)?|完成(?:值|数|水平)|指标|标准)?(?P<level>持平|一致|相当)?"
    r"(?P<more>[或及]?(?:以上|以下|略?有所?)?(?:提高|增长|上升|提升|下降|降低|减少)?)"
)
_JUST_CHANGE = re.compile(
    rf"(?P<scope>[一-鿿]{{0,16}}?)(?:(?:较|比|同比|环比|相比)(?P<base>{YARDSTICKS})?(?:相比)?|(?P<yearly>逐年))(?:有所|略有|明显|稳步|持续|进一步|不断|大幅)?"
    rf"(?:得到|实现)?(?P<change>{CHANGES}|递增|递减)"
)
_LASTLY = {
    "零增长": "=", "持平": "=", "保持持平": "=", "负增长": "<", "只减不增": "≤", "不增加": "≤", "只增不减": "≥", "不降低": "≥", "不下降": "≥",
}  # fmt: skip
_LEVEL_WITH_LAST = re.compile(rf"(?P<scope>[一-鿿]{{0,12}}?)(?:实现|保持)?(?P<how>{'|'.join(_LASTLY)})")
_OPERATORS = {
    "不低于": "≥", "不少于": "≥", "达到": "≥", "≥": "≥", "不高于": "≤", "不超过": "≤", "不超": "≤", "不大于": "≤", "≤": "≤", "高于": ">", "超过": ">",
    "优于": ">", "大于": ">", ">": ">", "低于": "<", "少于": "<", "小于": "<", "<": "<", "=": "=", "与": "=", "同": "=",
}  # fmt: skip
_UP = ("提高", "增长", "上升", "提升", "以上")
ZERO = Decimal(0)
# What follows has one of these, and most values have none.
_PERHAPS = re.compile(r"±|正负|\+/?-|∞|无穷|^[\[(]|^[<>=≤≥]{0,2}-|[<≤]=?[^<≤]{0,13}[<≤]|^[优良好高合差中一及]")


def as_whole(text: str, read: Callable[[str], Criterion]) -> Criterion | None:
    """The value where its form is that of the whole; None where its numbers are to be read one by one."""
    if not _PERHAPS.search(text):
        return None
    return plus_minus(text) or between(text) or interval(text) or graded(text, read)


def plus_minus(text: str) -> Criterion | None:
    """±5%, and values below nothing."""
    if match := _PLUS_MINUS.fullmatch(text):
        value, centre = Decimal(match["value"]), Decimal(match["centre"] or 0)
        return Criterion(
            text, CriterionKind.NUMBER, "~", centre - value, centre + value, match["unit"] or "", scope=match["scope"]
        )
    match = _NEGATIVE.fullmatch(text)
    if match is None:
        return None
    low, unit = -Decimal(match["low"]), match["unit2"] or match["unit"] or ""
    if match["high"]:
        return Criterion(text, CriterionKind.NUMBER, "~", low, Decimal(match["high"]), unit)
    sign = sign_meaning(match["sign"]) if match["sign"] else "="
    least, most = _edges(sign, low)
    return Criterion(text, CriterionKind.NUMBER, sign, least, most, unit, implied=not match["sign"])


def _edges(sign: str, value: Decimal) -> tuple[Decimal | None, Decimal | None]:
    return (None if sign in ("≤", "<") else value), (None if sign in ("≥", ">") else value)


def between(text: str) -> Criterion | None:
    """90%≤满意度<95%: two conditions on one thing."""
    match = _BETWEEN.fullmatch(text)
    if match is None:
        return None
    unit, scope = match["unit2"] or match["unit"] or "", match["scope"].strip("XxNn")
    low, high = Decimal(match["low"]), Decimal(match["high"])
    lower = "≥" if match["first"] == "≤" else ">"
    parts = (
        Criterion(text, CriterionKind.NUMBER, lower, low, None, unit, scope=scope),
        Criterion(text, CriterionKind.NUMBER, match["second"], None, high, unit, scope=scope),
    )
    return Criterion(text, CriterionKind.COMPOUND, parts=parts)


def interval(text: str) -> Criterion | None:
    """[3,5] as a range; with an end that does not count, or is endless, as conditions."""
    if match := _UNENDING.fullmatch(text):
        return Criterion(text, CriterionKind.NUMBER, "≥", Decimal(match["low"]), None, match["unit"] or "")
    match = _INTERVAL.fullmatch(text) if text[:1] in ("[", "(") else None
    if match is None or match["open"] + match["close"] == "()" and "∞" not in text:
        return None
    unit = match["unit3"] or match["unit2"] or match["unit"] or ""
    edges = [None if "∞" in match[side] else Decimal(match[side]) for side in ("low", "high")]
    signs = ("≥" if match["open"] == "[" else ">", "≤" if match["close"] == "]" else "<")
    if signs == ("≥", "≤") and None not in edges:
        return Criterion(text, CriterionKind.NUMBER, "~", edges[0], edges[1], unit)
    parts = [
        Criterion(text, CriterionKind.NUMBER, sign, *_edges(sign, edge), unit)
        for sign, edge in zip(signs, edges, strict=True)
        if edge is not None
    ]
    return parts[0] if len(parts) == 1 else Criterion(text, CriterionKind.COMPOUND, parts=tuple(parts))


def graded(text: str, read: Callable[[str], Criterion]) -> Criterion | None:
    """优≥90%，良80%-90%: grades, each with its band."""
    bands = list(_BAND.finditer(text)) if text[:1] in "优良好高合差中一及" else []
    if len(bands) < 2 or any(not any(c.isdigit() for c in band["band"]) for band in bands):
        return None
    grades = []
    for band in bands:
        found = read(band["band"])
        if found.parts:
            return None
        grades.append(Criterion(
            band["band"], found.kind, found.comparator, found.low, found.high, found.unit, implied=found.implied, scope=band["grade"],
        ))  # fmt: skip
    return Criterion(text, CriterionKind.QUALITATIVE, grades=tuple(grades))


def against_yardstick(text: str) -> Criterion | None:
    """不低于上年, 与上年持平, 较上年下降: relative without an amount, so to be more or less than nothing."""
    if match := _YARDSTICK.fullmatch(text):
        if match["op"] in ("与", "同") and not match["level"]:
            return None
        if match["base"] in ("年初预算", "预算", "计划", "预期"):
            return None
        sign = _OPERATORS[match["op"]]
        if match["more"] and match["level"]:
            sign = "≥" if match["more"].endswith(_UP) else "≤"
        least, most = _edges(sign, ZERO)
        base = BASES.get(match["base"], match["base"])
        return Criterion(text, CriterionKind.RELATIVE, sign, least, most, scope=match["scope"], base=base)
    if match := _LEVEL_WITH_LAST.fullmatch(text):
        sign = _LASTLY[match["how"]]
        least, most = _edges(sign, ZERO)
        return Criterion(text, CriterionKind.RELATIVE, sign, least, most, scope=match["scope"], base="上年")
    match = _JUST_CHANGE.fullmatch(text)
    if match is None:
        return None
    change = {"递增": "增长", "递减": "下降"}.get(match["change"], match["change"])
    base = BASES.get(match["base"], match["base"]) or (
        "上年" if match["yearly"] else "上期" if "环比" in text else "同期" if "同比" in text else ""
    )
    if not base:
        return None
    return Criterion(
        text, CriterionKind.RELATIVE, ">", ZERO, None, implied=True, scope=match["scope"], base=base, change=change
    )
