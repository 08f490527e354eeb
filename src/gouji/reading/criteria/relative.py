"""Values against a base: what is compared, with what, and which way it is to change."""

from __future__ import annotations

import re

CHANGES = (
    "增长|增加|提高|提升|上升|增幅|下降|降低|减少|压减|缩短|节约|节省|压缩|降幅|增速|新增|下浮|上浮|扩大|改善|回落"
)
YARDSTICKS = (
    r"(?:19|20)[0-9]{2}年(?:度|同期|底|末)?|上一?年度?(?:同期|末|底)?|去年(?:同期)?|往年|历年|上年度?同期|前三年(?:平均)?|同期|基期|上季度?|上月|"
    r"(?:全)?[国省市区县](?:内|级)?(?:同行业)?平均|行业平均|年初预算|预算|年初|计划|预期|基线|基准"
)
_AGAINST = re.compile(
    rf"(?:较|(?<!占)比(?![例率重])|相比|同|于)(?P<base>{YARDSTICKS})(?:水平|数|值|实际|完成值|相比)?|"
    r"(?P<same>同比)|(?P<last>环比)|在?(?P<bare>上年|去年|上一年|同期)(?:的?基础上)?"
)
_RELATIVE = re.compile(
    rf"(?:较(?![好高大强])|(?<!占)比(?![例率重])|环比|上年|去年|上一年|同期|基础上).{{0,24}}?(?:{CHANGES})|"
    r"(?:增长|增速|增幅|提高|提升|上升|下降|降幅|降低|减少|压减|压缩|缩短|下浮|上浮)(?:率|幅度?|比例)?(?:约|近|了|达|为)?$"
)
_CHANGED = re.compile(rf"({CHANGES})(?!值)(?:率|幅度?|比例)?(?:了|为|达)?")
_SHARE = re.compile(
    r"(?P<base>(?:年度|全年|年初|总|本年|既定|预期|预定|计划|绩效)*(?:目标任务|计划任务|目标值?|计划数?|指标值?|任务数?|预算数?)|"
    rf"{YARDSTICKS})(?:任务|水平|实际|完成值)?的$"
)
BASES = {
    "上年度": "上年",
    "上一年": "上年",
    "上一年度": "上年",
    "去年": "上年",
    "去年同期": "上年同期",
    "上年度同期": "上年同期",
}
BASE_YEAR = re.compile(r"(?:较|比|相比|于)((?:19|20)[0-9]{2})年")


def is_relative(words: str) -> bool:
    """Do the words before a number make it a change, and no amount of its own?"""
    return bool(_RELATIVE.search(words))


def against(rest: str, relative: bool) -> tuple[str, str, str]:
    """What a relative value is measured against, how it is to change, and the words that are left."""
    if share := _SHARE.search(rest):
        base = share["base"]
        return BASES.get(base, base), "", rest[: share.start()].removesuffix("完成").removesuffix("达到")
    if not relative:
        return "", "", rest
    against = _AGAINST.search(rest)
    base = "" if against is None else against["base"] or against["bare"] or ("同期" if against["same"] else "上期")
    changes = _CHANGED.findall(rest)
    return BASES.get(base, base), changes[-1] if changes else "", _CHANGED.sub("", _AGAINST.sub("", rest))
