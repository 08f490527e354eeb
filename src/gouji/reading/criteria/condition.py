"""One numeric condition of a value: operator before or behind, bounds, scale, unit, period, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gouji.vocabulary.indicators import periods, units

_WORD_OPS = {
    word: sign
    for sign, words in {
        "≥": "大于等于 大于或等于 高于等于 不少于 不低于 不小于 不下于 不得低于 不得少于 至少 最少 最低 达到 达",
        ">": "大于 超过 高于 多于 突破 超 逾",
        "≤": "小于等于 小于或等于 低于等于 少于等于 不超过 不高于 不大于 不多于 不得超过 不得高于 最多 至多 最高 "
        "不晚于 不迟于 控制在 不超 未超过",
        "<": "小于 低于 少于 不足 不到",
        "=": "等于",
    }.items()
    for word in words.split()
}
_ADJACENT_ONLY = frozenset("超逾达")
_SUFFIX_OPS = {
    word: sign
    for sign, words in {"≥": "及以上 或以上 以上 之上", "≤": "及以下 或以下 以下 之下 及以内 以内 之内"}.items()
    for word in words.split()
}
_POWERS = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3}
SCALES = {word: Decimal(10**power) for word, power in _POWERS.items()}


def _any_of(words: object) -> str:
    return "|".join(sorted((re.escape(str(word)) for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[0-9]{1,18}(?:\.[0-9]{1,9})?"
_SIGNS = r"[<>=≤≥]{1,3}"
_UNIT = _any_of(units())
_SCALE = rf"(?:{_any_of(SCALES)})(?![瓦克米卡焦伏])"
_PERIOD = _any_of(periods())
_BRACKET = rf"(?:\((?:{_UNIT})\)[次套件册个]?)?"
CONDITION = re.compile(
    rf"(?P<low>{_NUMBER})[余多几]?(?P<scale1>{_SCALE})?(?P<unit1>{_UNIT})?(?P<ratio>[/:][0-9]{{1,6}}[万千]?(?![0-9]))?"
    rf"(?:[-~至到](?P<high>{_NUMBER})(?P<scale2>{_SCALE})?(?P<unit2>{_UNIT})?)?"
    rf"(?P<bracket>{_BRACKET})[余多]?"
    rf"(?P<per>(?:[/·.每](?:(?:{_PERIOD})|[一-鿿a-zA-Z]{{1,4}}?(?=$|[/·.以及)]))){{0,2}})"
    rf"(?:[一-鿿]{{0,6}}?(?P<suffix>及以[上下]|或以[上下]|以[上下内]|之[上下内])|(?P<within>内)(?![部容网设控地审]))?"
    rf"(?P<post>{_SIGNS})?"
)
_PREFIX_OP = re.compile(rf"(?P<word>{_any_of(_WORD_OPS)})|(?P<sign>{_SIGNS})")
_PREFIX_PERIOD = re.compile(
    rf"(?:每个?|平均每|按)(?P<period>{_PERIOD})|(?P<年>全年|年度累计|年均|当年|本年度?)|(?P<月>月均)|(?P<天>日均)"
)
_AGGREGATION = re.compile("累计|合计|总计|共计|总共|总数")
_LOOSE = re.compile(r"(?:约|近|左右|预计|大约)$")
_CHANGE = "增长|增加|提高|提升|上升|增幅|下降|降低|减少|压减|缩短|节约|节省|压缩|降幅|增速|新增"
_RELATIVE = re.compile(
    rf"(?:较(?![好高大强])|比(?![例率重])|环比|上年|去年|上一年|同期|基础上).{{0,24}}?(?:{_CHANGE})|"
    r"(?:增长|提高|提升|上升|下降|降低|减少|压减|压缩|缩短)(?:率|幅度?)?(?:约|近)?$"
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
    first, last, scale = _bounds(match)
    comparator = "~" if match["high"] else printed or ("≥" if unit in ("%", "分") else "=")
    comparator = "" if comparator == "?" else comparator
    low, high = _open(comparator, first, last)
    period, rest = _period(rest, match["per"] or "")
    return Condition(
        match.start(), match.end(), comparator, low, high, unit, scale, not printed and comparator != "~", period,
        found[0] if (found := _AGGREGATION.search(prefix)) else "",
        (_AGGREGATION.sub("", rest) + trail).strip(_TRIM), bool(_RELATIVE.search(rest)),
    )  # fmt: skip


def _before(prefix: str) -> tuple[str, str]:
    """The operator before a number and the words before that; 超, 逾 and 达 count only right before the number."""
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
    """Any pile of comparison signs (＜=, ≥=, =＞) as one; "?" when they contradict each other."""
    up, down = "≥" in sign or ">" in sign, "≤" in sign or "<" in sign
    if up and down:
        return "?"
    equal = "=" in sign or "≥" in sign or "≤" in sign
    return ("≥" if equal else ">") if up else ("≤" if equal else "<") if down else "="


def _behind(match: re.Match[str]) -> str:
    if match["post"]:
        return sign_meaning(match["post"])
    return "≤" if match["within"] else _SUFFIX_OPS.get(match["suffix"] or "", "")


def _one_operator(before: str, behind: str) -> str:
    """控制在10天以内 says the same twice, 达到90%以下 does not: "?" stands for operators that contradict each other."""
    if not before or not behind or before == "=":
        return behind or before
    same_way = (before in ("≥", ">")) == (behind in ("≥", ">"))
    return before if same_way else "?"


def _unit(match: re.Match[str]) -> str:
    if match["ratio"]:  # 10/10万, 1:20
        return str(match["ratio"])
    unit = match["unit2"] or match["unit1"] or ""
    extra = "".join(
        part for part in re.findall(r"[/·.每][^/·.每]+", match["per"] or "") if part[1:] not in periods()
    ).replace("每", "/")
    return {"百分比": "%"}.get(unit, unit) + (match["bracket"] or "") + extra


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


def _period(prefix: str, per: str) -> tuple[str, str]:
    """The period a value is meant for, and the prefix without its words."""
    for piece in re.findall(r"[/·.每]([^/·.每]+)", per):
        if piece in periods():
            return periods()[piece], prefix
    if match := _PREFIX_PERIOD.search(prefix):
        name = periods()[match["period"]] if match["period"] else str(match.lastgroup)
        return name, prefix[: match.start()] + prefix[match.end() :]
    return "", prefix
