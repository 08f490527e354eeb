"""One numeric condition of a value: operator before or behind, bounds, scale, unit, period, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gouji.reading.criteria.aside import unmasked
from gouji.reading.criteria.operators import ABOUT, SIGNS, SUFFIX_OPS, before, one_operator, sign_meaning
from gouji.reading.criteria.relative import against, is_relative
from gouji.vocabulary.indicators import periods, units

_POWERS = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3}
SCALES = {word: Decimal(10**power) for word, power in _POWERS.items()}


def _any_of(words: object) -> str:
    return "|".join(sorted((re.escape(str(word)) for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[0-9]{1,18}(?:\.[0-9]{1,9})?"
_LETTERS = [unit for unit in units() if unit[-1].isascii() and unit[-1].isalpha()]
_UNIT = f"{_any_of(unit for unit in units() if unit not in _LETTERS)}|(?:{_any_of(_LETTERS)})(?![a-zA-Z])"
_SCALE = rf"(?:{_any_of(SCALES)})(?![瓦克米卡焦伏]|分比)"
_PERIOD = _any_of(periods())
_BRACKET = rf"(?:\((?:{_UNIT})(?:[/、](?:{_UNIT}))?\)[次套件册个]?)?"
_MORE = "[余多几来]?"
CONDITION = re.compile(
    rf"(?P<low>{_NUMBER})(?P<more1>{_MORE})(?P<scale1>{_SCALE})?(?P<more2>{_MORE})(?P<unit1>{_UNIT})?"
    rf"(?P<ratio>[/:][0-9]{{1,6}}(?:\.[0-9]{{1,4}})?[万千]?人?(?![0-9]))?"
    rf"(?:[-~至到](?P<high>{_NUMBER})(?P<scale2>{_SCALE})?{_MORE}(?P<unit2>{_UNIT})?)?"
    rf"(?P<bracket>{_BRACKET})(?P<more3>[余多])?"
    rf"(?P<per>(?:[/·.每](?:(?:{_PERIOD})|[一-鿿a-zA-Z]{{1,4}}?(?=$|[/·.以及);；,，、]))){{0,2}})"
    rf"(?:[一-鿿]{{0,6}}?(?P<suffix>[及或]以[上下内]|以[上下内]|之[上下内])|(?P<within>内)(?![部容网设控地审])|之间)?"
    rf"(?P<post>{SIGNS})?"
)
_PREFIX_PERIOD = re.compile(
    rf"(?:每个?|平均每|按|逐)(?P<many>[\ue032-\ue039]?)(?:个(?=[月季星小]))?(?P<period>{_PERIOD}|小时|学期)|"
    rf"(?P<年>全年|(?<![一-鿿0-9\ue030-\ue039])年(?=增长)|年度累计|年均|当年|本年度?)|(?P<月>月均)|(?P<天>日均|全天)"
)
_TRAILING_PERIOD = re.compile(rf"\(每个?(?P<period>{_PERIOD})\)")
_AGGREGATION = re.compile("累计|合计|总计|共计|总共|总数|(?:人均|户均|平均)$|(?:^|(?<=[,，年]))共(?=[^同享建有性产用])")
_ROUGHLY = re.compile(r"(?:(?<![节签预契邀履条合])约为?|(?<![附就最接亲])近|大约|接近)$")
_AFTER = re.compile(r"^(?:左右|上下)")
_PIECE = re.compile(r"[/·.每]([^/·.每]+)")
_PIECES = re.compile(r"([/·.每])([^/·.每]+)")
_SIGNED = re.compile(r"[<>=≤≥]$")
_COUNTER = re.compile(
    r"(?![^)]*(?:事故|投诉|事件|伤亡|损失|案件|完成|达标|合格|到位|通过|满意|覆盖|正常|左右|上下|[办发准增减提降及处响修整改执落验开培实]|保|到达|之间|以[上下内]|时|内|期满|全))"
    r"[一-鿿a-zA-Z²³℃/·]{1,6}"
)
_SPELLINGS = {"百分比": "%", "千分比": "‰", "个百分点": "个百分点", "百分点": "个百分点"}
_TRIM = "。；;，,、：:()（）的为且¥+-"
_TRIM_END = "+-。；;，,、：:()（）的为是有且和并¥"


@dataclass(frozen=True, slots=True)
class Condition:
    """A number with what is asked of it. `start` and `end` are offsets in the clause it was found in."""

    start: int
    end: int
    comparator: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    scale: str
    implied: bool
    period: str
    aggregation: str
    scope: str
    relative: bool
    base: str = ""
    change: str = ""


def condition(clause: str, match: re.Match[str], start: int, end: int) -> Condition:
    """The condition of one number of `clause`; the words between `start` and `end` are its own."""
    prefix, trail = clause[start : match.start()], clause[match.end() : end]
    operator, rest = before(prefix)
    sign = _behind(match)
    told = one_operator(operator, sign)
    unit, trail = _unit(match, prefix, trail)
    first, last, scale = _bounds(match)
    comparator = "~" if match["high"] else told or ("≥" if unit in ("%", "分") else "=")
    comparator = "" if comparator == "?" else comparator
    low, high = _open(comparator, first, last)
    relative = bool(rest) and is_relative(rest)
    period, rest = _period(rest, match["per"] or "", trail)
    roughly = "约" if not told and _is_rough(match, prefix, trail) else ""
    trail = _TRAILING_PERIOD.sub("", _AFTER.sub("", trail)) if trail else trail
    aggregated = rest = ABOUT.sub("", rest) if rest else rest
    base, change, rest = against(unmasked(rest), relative)
    return Condition(
        match.start(), match.end(), comparator, low, high, unit, scale, not told and comparator != "~", period,
        _aggregated(aggregated, roughly), (_AGGREGATION.sub("", rest) + _joined(rest, trail)).lstrip(_TRIM).rstrip(_TRIM_END),
        relative or bool(base), base, change,
    )  # fmt: skip


def _joined(rest: str, trail: str) -> str:
    """Words behind a number; those in brackets stand apart from the words before it."""
    if trail.startswith("(") and trail.endswith(")"):
        return f",{trail[1:-1]}" if rest.strip(_TRIM) else trail[1:-1]
    return trail


def _aggregated(rest: str, roughly: str) -> str:
    """累计 and the like, 人均 right before the number; that a number is rough says more than that it is a total."""
    found = _AGGREGATION.search(rest) if rest else None
    if found is None or (roughly and not found[0].endswith(("累计", "均"))):
        return roughly
    return "共计" if found[0] == "共" else found[0]


def _is_rough(match: re.Match[str], prefix: str, trail: str) -> bool:
    more = match["more1"] or match["more2"] or match["more3"]
    return bool(more or _ROUGHLY.search(prefix) or _AFTER.search(trail))


def _behind(match: re.Match[str]) -> str:
    if match["post"]:
        return sign_meaning(match["post"])
    return "≤" if match["within"] else SUFFIX_OPS.get(match["suffix"] or "", "")


def _unit(match: re.Match[str], prefix: str, trail: str) -> tuple[str, str]:
    """The unit, and the words behind it. Behind a bare number or a sign, a short unknown word is a counter."""
    if match["ratio"]:  # 10/10万, 1:20
        return (match["unit1"] or "") + match["ratio"], trail
    unit = match["unit2"] or match["unit1"] or ""
    if not unit and prefix.endswith("¥"):
        unit, trail = "元", trail.removeprefix("整")
    if unit == "元":
        trail = trail.removeprefix("整")
    if not unit and not match["suffix"] and (not prefix or _SIGNED.search(prefix)) and _COUNTER.fullmatch(trail):
        return trail, ""
    extra = "".join(
        f"/{part}" if mark == "每" else f"{mark}{part}"
        for mark, part in _PIECES.findall(match["per"])
        if part not in periods()
    )
    bracket = match["bracket"] or ""
    return _SPELLINGS.get(unit, unit) + (bracket if unit else bracket.strip("()")) + extra, trail


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal | None, str]:
    """Both ends with scale words multiplied out; in 2-3万 the scale belongs to both."""
    first, second = match["scale1"] or "", match["scale2"] or ""
    shared = first or ("" if match["unit1"] else second)
    low = _plain(match["low"]) * SCALES.get(shared, Decimal(1))
    high = _plain(match["high"]) * SCALES.get(second, Decimal(1)) if match["high"] else None
    return low, high, second or first


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _open(comparator: str, low: Decimal, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    if comparator in ("≤", "<"):
        return None, low
    if comparator in ("≥", ">"):
        return low, None
    return low, low if high is None else high


def _period(prefix: str, per: str, trail: str) -> tuple[str, str]:
    """The period a value is meant for, and the prefix without its words."""
    for piece in _PIECE.findall(per) if per else ():
        if piece in periods():
            return periods()[piece], prefix
    if not prefix and not trail:
        return "", prefix
    if match := _PREFIX_PERIOD.search(prefix):
        name = unmasked(match["many"]) + periods().get(match["period"], match["period"]) if match["period"] else ""
        name = name or next(one for one in "年月天" if match[one])
        return name, prefix[: match.start()] + prefix[match.end() :]
    behind = _TRAILING_PERIOD.search(trail)
    return (periods()[behind["period"]], prefix) if behind else ("", prefix)
