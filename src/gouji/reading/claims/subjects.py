"""The subject of a statement in the text's own words, freed of the year, the body and the verb by grammar alone."""

from __future__ import annotations

import re

from gouji.vocabulary.claims import MEASURE_OF_SUBJECT, MEASURE_TAIL, alternatives

_EDGE = "、，,;:。和及与以并但而·-— ?？"
_NUMBERING = re.compile(
    r"^(?:第[一二三四五六七八九十]+[部章节]分?|[一二三四五六七八九十]{1,3}[、.．]|"
    r"\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})*[、.．)](?!\d)|[①-⑳]|"
    r"[一二三四五六七八九十]是[，,]?|其[一二三四五]是?[，,])"
)
# The body and the year (某市某局2020年度…); the year alone after a word that needs its noun (自评的2024年度项目).
_YEAR = re.compile(
    r"^(?P<before>[^，。;]{0,60}?)(?:19|20)\d\d(?:[-—～至](?:19|20)?\d\d)?年"
    r"(?:度|末|\d{1,2}月(?:\d{1,2}日|底|末)?[，,]?|(?:全年|本年)(?!预算|收入|支出))?的?"
)
_BODY = re.compile(r"^[^，。;]{2,40}?(?=本年度?(?:收入|支出|财政|一般|政府性)|年末结转|年初结转)")
_OWNERS = (
    "机关及", "各下属", "下属", "全部门", "本部门", "本单位", "我部门", "我单位", "全年", "当年", "年度", "累计",
    "共计", "共有", "共",
    "合计", "总计", "总共", "包括", "现有", "涉及", "发生", "开展", "完成", "安排", "其中", "还", "也", "均", "已",
    "为", "用于",
    "由于", "截至", "截止", "目前", "约",
)  # fmt: skip
_OWNER = re.compile(
    r"^(?:本年度(?!收入|支出)|部门本年度|(?:本|我)(?:部门|单位)(?!预算|决算|整体)|我[办局委院校所厅部会处镇街县区市省]"
    rf"|[^，。;:、()]{{0,30}}?(?:共有|现有|核定)|{alternatives(_OWNERS)})(?!预算|执行数|执行率)"
)
_COPULAS = (
    "共有", "合共", "总共", "累计", "分别", "各", "均", "都", "仅", "已", "约", "近", "逾", "超过", "超", "高达",
    "达到", "达", "为",
    "是", "有", ":", "了", "共", "计",
)  # fmt: skip
_COPULA = re.compile(rf"(?:{alternatives(_COPULAS)})(?<!合计)(?<!总计)(?<!共计)$")
_AVERAGES = ("人均", "平均", "年均", "月均", "日均", "户均")  # 均 is no copula here
_CHAINED = r"[^。，;:()“”]{2,30}(?:\([^()]{1,6}\)[^。，;:()“”]{0,20})?"
# Signs and words that only join a number to its sentence name nothing: )/10=, 按, +.
_NOTHING = re.compile(
    r"(?:[\W\d_]|按照|按|低于|高于|不足|不到|大于|小于|少于|多于|至|到|以|从|由|在|即|则|但|又|再|每|该|此|等|其|并|且|与|和|及|对|现)*"
)
ITEM = re.compile(rf"(?:{_CHAINED}\([类款]\)){{0,2}}{_CHAINED}\([类款项]\)")


def subject(left: str) -> str:
    """The subject that stands before a number.

    >>> subject("中共临江市委办公室2021年度总收入")
    '总收入'
    >>> subject("其中，机要通信用车")
    '机要通信用车'
    """
    text = _NUMBERING.sub("", left.strip(_EDGE))
    text = _without_verb(_without_owner(text))
    text = _NUMBERING.sub("", text.strip(_EDGE))
    return "" if _NOTHING.fullmatch(text) else text


def _without_owner(text: str) -> str:
    if (match := _YEAR.match(text)) and match.end() < len(text):
        before = match["before"] if match["before"].endswith("的") else ""
        text = before + text[match.end() :]
    if (match := _BODY.match(text)) is not None:
        text = text[match.end() :]
    for _ in range(3):
        match = _OWNER.match(text)
        rest = text[match.end() :].lstrip(_EDGE) if match else ""
        if not rest:
            break
        text = rest
    return text


def _without_verb(text: str) -> str:
    for _ in range(3):
        if text.endswith(_AVERAGES):
            break
        shorter = _COPULA.sub("", text).rstrip(_EDGE)
        if shorter == text:
            break
        text = shorter
    return text


def is_measure(text: str) -> bool:
    """Does the text only name a column (支出决算, 年初预算数), not a subject?"""
    return bool(MEASURE_OF_SUBJECT.fullmatch(text))


def stem(text: str) -> str:
    """The subject without the name of its column: 公务接待费支出决算 → 公务接待费; "" when it is but that."""
    return "" if is_measure(text) else MEASURE_TAIL.sub("", text) or text


def alike(one: str, other: str) -> bool:
    """Do two subjects name the same thing, as far as their signs tell? The first is the shorter way to say it."""
    signs = set(one) - set("各的数额均总计、“”")
    return bool(signs) and len(signs & set(other)) >= 0.8 * len(signs)
