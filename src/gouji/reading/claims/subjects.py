"""The subject of a statement in the text's own words, freed of the year, the body and the verb by grammar alone."""

from __future__ import annotations

import re

from gouji.vocabulary.claims import MEASURE_OF_SUBJECT, MEASURE_TAIL

_EDGE = "、，,;:。和及与以并但而·-— ?？"
_NUMBERING = re.compile(
    r"^(?:第[一二三四五六七八九十]+[部章节]分?|[一二三四五六七八九十]{1,3}[、.．]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|"
    r"\d{1,2}(?:\.\d{1,2})*[、.．)](?!\d)|[①-⑳]|[一二三四五六七八九十]是[，,]?|其[一二三四五]是?[，,])"
)
_YEAR = re.compile(r"^[^，。;]{0,60}?(?:19|20)\d\d(?:[-—～至](?:19|20)?\d\d)?年?(?:年初|年末|度|当年|全年|本年|\d{1,2}月(?:\d{1,2}日|底|末)?[，,]?)?的?")
_BODY_BEFORE = re.compile(r"^[^，。;]{2,40}?(?=本年度?(?:收入|支出|财政|一般|政府性)|年初预算|年末结转|年初结转)")
_OWNER = re.compile(
    r"^(?:本年度(?!收入|支出)|本?部门本年度?(?=[^收支])|我?本?(?:部门|单位)(?!预算|决算|整体)|我[办局委院校所厅部会处镇街县区市省]|(?:全部门|各?下属)?"
    r"(?:机关及?)?(?:[^，。;:、()]{0,10}?(?:共有|现有|核定)|全年|当年|年度|累计|共计|共有|共|合计|总计|总共|包括|现有|涉及|发生|开展|完成|安排|其中|还|也|均|已|为|用于|由于|截至|截止|目前|约))"
)
_COPULA = re.compile(r"(?:共有|共计|合共|总共|累计|分别|各|均|都|仅|已|约|近|逾|超过|超|高达|达到|达|为|是|有|:|了|共|计(?<!合计)(?<!总计)(?<!共计))$")
ITEM = re.compile(r"(?:[^。，;:()“”]{2,30}(?:\([^()]{1,6}\))?[^。，;:()“”]{0,20}\([类款]\)){0,2}[^。，;:()“”]{2,40}\([类款项]\)")


def subject(left: str) -> str:
    """The subject that stands before a number.

    >>> subject("中共临江市委办公室2021年度总收入")
    '总收入'
    >>> subject("其中，机要通信用车")
    '机要通信用车'
    """
    text = left.strip(_EDGE)
    text = _NUMBERING.sub("", text)
    text = _without_owner(text)
    text = _without_verb(text)
    return _NUMBERING.sub("", text.strip(_EDGE))


def _without_owner(text: str) -> str:
    if (match := _YEAR.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    if (match := _BODY_BEFORE.match(text)) is not None:
        text = text[match.end() :]
    for _ in range(3):
        match = _OWNER.match(text)
        if match is None or match.end() == 0:
            break
        rest = text[match.end() :].lstrip(_EDGE)
        if not rest:
            break
        text = rest
    return text


def _without_verb(text: str) -> str:
    for _ in range(3):
        shorter = _COPULA.sub("", text).rstrip(_EDGE)
        if shorter == text:
            break
        text = shorter
    return text


def is_measure(text: str) -> bool:
    """Does the text only name a column (支出决算, 年初预算数), not a subject?"""
    return bool(MEASURE_OF_SUBJECT.fullmatch(text))


def stem(text: str) -> str:
    """The subject without the name of the column at its end: 公务接待费支出决算 → 公务接待费."""
    return MEASURE_TAIL.sub("", text) or text


def alike(one: str, other: str) -> bool:
    """Do two subjects name the same thing, as far as their signs tell? The first is the shorter way to say it."""
    signs = set(one) - set("各的数额均、“”")
    return bool(signs) and len(signs & set(other)) >= 0.8 * len(signs)
