"""One numeric condition of a value: operator before or behind, bounds, scale, unit, period, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gouji.vocabulary.indicators import periods, units

_WORD_OPS = {
    "大于等于": "≥", "大于或等于": "≥", "高于等于": "≥", "不少于": "≥", "不低于": "≥", "不小于": "≥", "不下于": "≥", "至少": "≥",
    "达到": "≥", "不得低于": "≥", "不得少于": "≥", "最少": "≥", "最低": "≥", "达": "≥",
    "大于": ">", "超过": ">", "高于": ">", "多于": ">", "突破": ">", "超": ">", "逾": ">",
    "小于等于": "≤", "小于或等于": "≤", "低于等于": "≤", "少于等于": "≤", "不超过": "≤", "不高于": "≤", "不大于": "≤", "不多于": "≤",
    "不得超过": "≤", "不得高于": "≤", "最多": "≤", "至多": "≤", "最高": "≤", "不晚于": "≤", "不迟于": "≤", "控制在": "≤", "不超": "≤",
    "小于": "<", "低于": "<", "少于": "<", "不足": "<", "不到": "<", "未超过": "≤",
    "等于": "=",
}  # fmt: skip
_ADJACENT_ONLY = frozenset("超逾达")
_SUFFIX_OPS = {
    "及以上": "≥", "或以上": "≥", "以上": "≥", "之上": "≥", "及以下": "≤", "或以下": "≤", "以下": "≤", "之下": "≤",
    "以内": "≤", "之内": "≤", "内": "≤",
}  # fmt: skip
SCALES = {
    "万亿": Decimal(10**12), "亿": Decimal(10**8), "千万": Decimal(10**7), "百万": Decimal(10**6), "十万": Decimal(10**5),
    "万": Decimal(10**4), "千": Decimal(1000),
}  # fmt: skip


def _any_of(words: object) -> str:
    return "|".join(sorted((re.escape(str(word)) for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[0-9]{1,18}(?:\.[0-9]{1,9})?"
_SIGNS = r"[<>=≤≥]{1,3}"
_UNIT = _any_of(units())
_PERIOD = _any_of(periods())
_BRACKET = r"(?:\([^()0-9]{1,3}\)(?:次|套|件|册|个)?)?"
CONDITION = re.compile(
    rf"(?P<low>{_NUMBER})(?P<some1>[余多几])?(?P<scale1>{_any_of(SCALES)})?(?P<unit1>{_UNIT})?"
    rf"(?:[-~至到](?P<high>{_NUMBER})(?P<scale2>{_any_of(SCALES)})?(?P<unit2>{_UNIT})?)?"
    rf"(?P<bracket>{_BRACKET})(?P<some2>[余多])?"
    rf"(?P<per>(?:[/·.每](?:(?:{_PERIOD})|[一-鿿a-zA-Z]{{1,4}}?(?=$|[/·.以及)]))){{0,2}})"
    rf"(?:(?P<noun>[一-鿿]{{0,6}}?)(?P<suffix>及以上|或以上|以上|之上|及以下|或以下|以下|之下|以内|之内|(?<=[^一-鿿])内|内(?![部容网设控地审])))?"
    rf"(?P<post>{_SIGNS})?"
)
_PREFIX_OP = re.compile(rf"(?P<word>{_any_of(_WORD_OPS)})|(?P<sign>{_SIGNS})")
_PREFIX_PERIOD = re.compile(rf"(?:每个?|平均每|按)(?P<period>{_PERIOD})|(?P<year>全年|年度累计|年均|当年|本年度?)|(?P<month>月均)|(?P<day>日均)")
_AGGREGATION = re.compile("累计|合计|总计|共计|总共|总数")
_AVERAGE = re.compile("人均|户均|平均|年均|月均|日均|均")
_LOOSE = re.compile(r"(?:约|近|左右|预计|大约)$")
_CHANGE = "增长|增加|提高|提升|上升|增幅|下降|降低|减少|压减|缩短|节约|节省|压缩|降幅|增速|新增"
_RELATIVE = re.compile(
    rf"(?:较|比|同比|环比|相比|上年|去年|上一年|同期|基础上).{{0,24}}?(?:{_CHANGE})|(?:增长|提高|提升|上升|下降|降低|减少|压减|压缩|缩短)(?:率|幅度?)?(?:约|近)?$"
)
BASE_YEAR = re.compile(r"(?:较|比|相比|于)((?:19|20)[0-9]{2})年")
_TRIM = "。；;，,、：:()（）的为约近是有且及和并"


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


def condition(clause: str, match: re.Match[str], start: int, end: int) -> Condition:
    """The condition of one number of `clause`; the words between `start` and `end` are its own."""
    prefix, trail = clause[start : match.start()], clause[match.end() : end]
    operator, rest = _before(prefix)
    sign = _behind(match)
    printed = _one_operator(operator, sign)
    unit = _unit(match)
    low, high, scale = _bounds(match)
    comparator = "~" if match["high"] else printed or ("≥" if unit == "%" or unit == "分" else "=")
    low, high = _open(comparator, low, high)
    period, rest = _period(rest, match["per"] or "")
    return Condition(
        match.start(), match.end(), comparator, low, high, unit, scale, not printed and comparator != "~", period,
        found[0] if (found := _AGGREGATION.search(prefix)) else "",
        (_AGGREGATION.sub("", rest) + trail).strip(_TRIM), bool(_RELATIVE.search(rest)),
    )  # fmt: skip


def _before(prefix: str) -> tuple[str, str]:
    """The operator before a number and the words before that; a one-character word counts only right before the number."""
    loose = _LOOSE.sub("", prefix)
    found = None
    for match in _PREFIX_OP.finditer(loose):
        behind = len(loose) - match.end()
        if behind == 0 or (behind <= 6 and match["word"] and match["word"] not in _ADJACENT_ONLY):
            found = match
    if found is None:
        return "", prefix
    return sign_meaning(found["sign"]) if found["sign"] else _WORD_OPS[found["word"]], loose[: found.start()]


def sign_meaning(sign: str) -> str:
    """Any pile of comparison signs (＜=, ≥=, =＞) as one; "" when they contradict."""
    up, down = "≥" in sign or ">" in sign, "≤" in sign or "<" in sign
    if up and down:
        return ""
    equal = "=" in sign or "≥" in sign or "≤" in sign
    return ("≥" if equal else ">") if up else ("≤" if equal else "<") if down else "="


def _behind(match: re.Match[str]) -> str:
    if match["post"]:
        return sign_meaning(match["post"])
    return _SUFFIX_OPS[match["suffix"]] if match["suffix"] else ""


def _one_operator(before: str, behind: str) -> str:
    """控制在10天以内 says the same twice; 达到90%以上 is led by what stands behind."""
    if before in ("", "≥", "=") and behind:
        return behind
    return before


def _unit(match: re.Match[str]) -> str:
    unit = match["unit2"] or match["unit1"] or ""
    extra = "".join(
        part for part in re.findall(r"[/·.每][^/·.每]+", match["per"] or "") if part[1:] not in periods()
    ).replace("每", "/")
    return {"百分比": "%"}.get(unit, unit) + (match["bracket"] or "") + extra


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal | None, str]:
    scale = match["scale2"] or match["scale1"] or ""
    worth = SCALES.get(match["scale1"] or (match["scale2"] if not match["unit1"] else "") or "", Decimal(1))
    low = Decimal(match["low"].replace(",", "")) * worth
    high = Decimal(match["high"].replace(",", "")) * SCALES.get(match["scale2"] or "", Decimal(1)) if match["high"] else None
    return low, high, scale


def _open(comparator: str, low: Decimal, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    if comparator in ("≤", "<"):
        return None, low
    if comparator in ("≥", ">"):
        return low, None
    return low, low if high is None else high


def _period(prefix: str, per: str) -> tuple[str, str]:
    """The period a value is meant for, and the prefix without its words."""
    for piece in re.findall(r"[/·.每]([^/·.每]+)", per):
        if piece in periods():
            return periods()[piece], prefix
    if match := _PREFIX_PERIOD.search(prefix):
        name = periods()[match["period"]] if match["period"] else "年" if match["year"] else "月" if match["month"] else "天"
        return name, prefix[: match.start()] + prefix[match.end() :]
    return "", prefix
