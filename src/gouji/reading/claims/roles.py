"""The role of a number, told by the words before it: a change, a rate, a share, a completion, a base, or an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.narrative import ClaimKind
from gouji.vocabulary.claims import DOWN, FLAT, GREATER, SMALLER, UP, alternatives

_VERBS = {**dict.fromkeys(UP, 1), **dict.fromkeys(DOWN, -1), "增": 1, "减": -1}
_IS = r"(?:为|达到了?|达|是|约为|约|:|均|在|超过|超)*$"
_FILL = r"(?:率|幅度|幅|比例|数|额|金额|了|为|达到|达|约|近|:|的)*"
_DIRECTED = re.compile(rf"(?P<own>.*?)(?P<verb>{alternatives(tuple(_VERBS))}){_FILL}$", re.S)
_ORDERED = re.compile(
    rf"(?P<own>.*?)(?P<verb>{alternatives(GREATER + SMALLER)})"
    r"(?P<against>(?:上年|去年|年初|全年|调整|预算|同期|\d{4}年)[^，;]{0,20}?)$"
)
_COMPARED = r"相比较?|比较|对比|相较"
_AFTER_THAN = alternatives((*UP, *DOWN, *FLAT, "增", "减", "多", "少", "无", "没有"))
_AGAINST = re.compile(
    rf"(?:(?:(?<![同环占对])比|较)(?P<than>(?:(?!比|较)[^，;。()]){{2,24}}?)(?:{_COMPARED}|(?={_AFTER_THAN}))"
    rf"|(?:与|同|和)(?P<with>(?:(?!与)[^，;。()]){{1,24}}?)(?:{_COMPARED}|(?={alternatives((*FLAT, '保持'))})))"
)
_STARTED = re.compile(r"(?:比|较|与|同|和)[^，;。]{1,40}$")
_MORE_THAN = re.compile(r"(?:比|较)[^，;。]{1,24}$")
_YEAR_ON_YEAR = re.compile(r"同比|比上年同期")
_SHARE = re.compile(rf"(?:占比|(?<!侵)占(?P<of>[^，;。]{{0,50}}?))(?:的?(?:比例|比重|比率|百分比)|的|比)?{_IS}")
_COMPLETION = re.compile(
    r"(?:完成|为|是|达到)(?P<of>[^，;。]{0,20}?(?:预算|计划|任务|目标)[^，;。]{0,20}?)(?:的|为|:)*$"
)
_BARE_COMPLETION = re.compile(r"(?P<own>.*?)完成(?:了|约)?$")
_COMPLETION_RATE = re.compile(
    r"(?P<own>.*?)(?P<word>(?P<of>(?:年初|全年|调整后)?(?:预算资金|预算|资金|支出|收入)?)"
    rf"(?:执行率|支出率|完成率|完成比例|执行进度|支出进度|完成进度|执行比例)){_IS}"
)
_NOUN_RATE = re.compile(rf"(?P<own>.*?(?:率|比例|比重|占比|满意度|幅度|进度|程度)){_IS}")
_OF_BASE = re.compile(r"(?:完成|为|占|是|达到)[^，;。]{0,14}?(?:预算|计划)[^，;。0-9]{0,10}$")
_THAN_BASE = re.compile(r"(?:(?<![同环占对])比|较)[^，;。0-9]{0,16}(?:(?:19|20)\d\d年[^，;。0-9]{0,12})?$")
_THEN_CHANGE = re.compile(rf"(?:相比)?(?:{alternatives((*UP, *DOWN))})")
_WITH_BASE = re.compile(r"(?:与|同|和)[^，;。0-9]{0,16}(?:(?:19|20)\d\d年[^，;。0-9]{0,12})?$")
_THEN_COMPARED = re.compile(rf"(?:{_COMPARED})")
_LESS_OR_MORE = re.compile(r"(?:减少|增加|下降)了?$")
_OF_BUDGET = re.compile(r"(?:年初|全年|调整后?的?|当年|年度)?预算(?:数|总额|安排)?")
_THEN_PERCENT = re.compile(r"的(?:\d|[-—–－]{1,4}[%％])")
_MONEY_WORDS = re.compile(r"预算|资金|支出|收入|执行")
_OTHER_AIM = re.compile(r"目标|任务|计划|指标")
_BASES = ((_OF_BASE, _THEN_PERCENT), (_THAN_BASE, _THEN_CHANGE), (_WITH_BASE, _THEN_COMPARED))


@dataclass(frozen=True, slots=True)
class Role:
    """What a number is: its kind, the subject words that are its own, and what it is measured against or a part of."""

    kind: ClaimKind
    own: str = ""
    direction: int = 0
    against: str = ""
    of: str = ""
    base: bool = False  # the budget that a completion names


def of_money(clauses: str, left: str, after: str) -> Role:
    """The role of an amount. `left` is its own clause, `clauses` the item up to it, `after` what follows."""
    if any(words.search(left) and then.match(after) for words, then in _BASES):
        return Role(ClaimKind.AMOUNT, base=True)
    return _change(clauses, left) or Role(ClaimKind.AMOUNT, own=left)


def of_count(clauses: str, left: str) -> Role:
    """The role of a counted number."""
    changed = _change(clauses, left)
    return changed if changed and (changed.against or _LESS_OR_MORE.search(left)) else Role(ClaimKind.COUNT, own=left)


def _change(clauses: str, left: str) -> Role | None:
    if (match := _ORDERED.match(left)) is not None:
        direction = 1 if match["verb"] in GREATER else -1
        return Role(ClaimKind.CHANGE, match["own"], direction, match["against"])
    if (match := _DIRECTED.match(left)) is not None:
        return Role(ClaimKind.CHANGE, _own(match["own"]), _VERBS[match["verb"]], against(clauses))
    return None


def of_percent(clauses: str, left: str) -> Role:
    """The role of a percentage or of the dash in its place; `clauses` may hold the budget that was completed."""
    if (match := _SHARE.search(left)) is not None:
        of = (match["of"] or "").strip("的")
        kind = ClaimKind.COMPLETION if _OF_BUDGET.fullmatch(of) else ClaimKind.SHARE
        return Role(kind, left[: match.start()], of=of)
    if (match := _COMPLETION_RATE.match(left)) is not None:
        return Role(ClaimKind.COMPLETION, match["own"], of=match["of"], against=match["word"])
    if (match := _COMPLETION.search(clauses)) is not None:
        return Role(ClaimKind.COMPLETION, clauses[: match.start()], of=_named(match["of"]))
    if (match := _DIRECTED.match(left)) is not None:
        return Role(ClaimKind.RATE, _own(match["own"]), _VERBS[match["verb"]], against(clauses))
    if (match := _BARE_COMPLETION.match(left)) is not None:
        return Role(ClaimKind.COMPLETION, match["own"])
    match = _NOUN_RATE.match(left)
    return Role(ClaimKind.RATE, match["own"] if match else left)


def of_money_stated(role: Role, measured: bool) -> bool:
    """Can a percentage speak of an amount stated before it?

    No rate without a direction does (满意度), nor a completion of other things: of a target, or behind a count or the
    rate of something else (`measured`).
    """
    if role.kind is not ClaimKind.COMPLETION:
        return role.kind is not ClaimKind.RATE or bool(role.direction)
    words = role.of + role.against
    return bool(_MONEY_WORDS.search(words)) or not (measured or _OTHER_AIM.search(words))


def against(clauses: str) -> str:
    """What a change is measured from: 上年决算, 年初预算数; "" where the clauses do not say."""
    found = None
    for match in _AGAINST.finditer(clauses):
        found = match
    if found is not None:
        return _named(found["than"] or found["with"] or "")
    return "上年同期" if _YEAR_ON_YEAR.search(clauses) else ""


def without_comparison(left: str) -> str:
    """The words before 持平 that are not what it is compared with."""
    return _own(_STARTED.sub("", left))


def _own(text: str) -> str:
    """The subject words of a change, without what it is measured from."""
    return _MORE_THAN.sub("", _AGAINST.sub("", _YEAR_ON_YEAR.sub("", text))).strip("，、的")


def _named(of: str) -> str:
    """The name of a base without the amount printed behind it."""
    return re.split(r"\d[\d,.]*\s*(?:[万亿]?元|$)", of, maxsplit=1)[0].strip("的")
