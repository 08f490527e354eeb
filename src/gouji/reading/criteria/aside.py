"""Numbers that ask for no amount: dates and times, ranks and grades, the numbers inside names. And dates as data."""

from __future__ import annotations

import re

from gouji.model.performance import Due
from gouji.vocabulary.indicators import periods

MASK = "\uf8ff"  # a date or time
_VEIL = 0xE000  # digits inside names, which keep their words
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DATES = (
    rf"{_YEAR}(?P<mark>[./-]){_MONTH}(?P=mark)[0-3]?[0-9](?![0-9])",
    rf"(?<![0-9.]){_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.万千亿元人个%])",
    rf"{_YEAR}[./-]{_MONTH}(?=之?前|底)|^{_YEAR}[/-]{_MONTH}$",
    rf"{_YEAR}[./]{_MONTH}[-至到]{_YEAR}[./]{_MONTH}(?![0-9])",
    rf"{_YEAR}年[-至到]{_YEAR}年?|{_YEAR}[-至到]{_YEAR}年",
    rf"{_YEAR}年(?:度|底|末)?(?:第?[1-4一二三四]季度(?:末|底)?|[上下]半年)?(?:{_MONTH}月?[-至到])?"
    rf"(?:{_MONTH}月(?:份|底|末|初)?(?:[0-9]{{1,2}}[日号])?)?",
    rf"(?<![0-9.]){_MONTH}月?[-至到]{_MONTH}月(?![份底末初]?[0-9])",
    rf"(?<![0-9.<>=≤≥]){_MONTH}月(?:份|底|末|初|中旬|上旬|下旬|[0-9]{{1,2}}[日号]|(?=之?前|完成|以前|完工|竣工|开工|验收|投入|交付|上线|结束|启动|内?$))",
    r"(?:(?<=[每次当本]月)|(?<=每季度))[0-9]{1,2}[日号](?=之?前|以前|发放|拨付|完成|报送)",
    r"第[1-4一二三四]季度|^[一二三四1-4]季度(?=$|末|底|之?前|内|完成)|[上下]半年",
    r"年(?:底|末|内)(?=之?前|以前|完成|达|实现|全部)",
    r"(?<![0-9.])[0-9]{1,2}:[0-5][0-9](?:-[0-9]{1,2}:[0-5][0-9]|(?=之?前|以前))",
)
_NAMES = (
    r"第[0-9]{1,3}|(?<![0-9.])[0-9]{1,2}[*xX][0-9]{1,2}(?![0-9])(?:小时|h)?|[0-9]{1,3}分制|(?<=全天)24小时|24小时(?=值|不间断|在线|开放|待命)",
    r"^[0-9]{1,3}\+[0-9NXnx]{1,2}(?![0-9])|T\+[0-9]|(?<=[国省市区县])前[0-9]{1,3}[名位强]?|(?<=排名)前[0-9]{1,3}[名位]?|^前[0-9]{1,3}[名位]",
    r"(?<![0-9.])(?:[2-6]G(?!B)|[1-5]A级?(?![a-zA-Z]))",
    rf"(?<=每)[2-9](?=(?:个?{'|个?'.join(sorted(periods(), key=len, reverse=True))}|小时)(?:[0-9]))",
    r"(?<![0-9a-zA-Z])[A-Z]{1,4}/T?[0-9]{2,6}(?:\.[0-9]{1,2})?(?:-[0-9]{4})?",
    r"(?<![0-9a-zA-Z/])(?!p[Hh][0-9])[a-zA-Z][-a-zA-Z0-9]{0,20}[0-9](?:\.[0-9]{1,4})?",
)
_ASIDE = re.compile(f"(?<=[较比于同])(?:19|20)[0-9]{{2}}年|(?P<date>{'|'.join(_DATES)})|(?P<name>{'|'.join(_NAMES)})")
# Every date and every name has one of these: most values have none.
_PERHAPS = re.compile(r"[年月季半第制前每:*+a-zA-Z]|[0-9]{8}|24小时|(?:19|20)[0-9]{2}[./-]")
_VEILED = {code: _VEIL + code for code in map(ord, "0123456789.,-*/:")}
_UNVEILED = {_VEIL + code: code for code in map(ord, "0123456789.,-*/:")}

_DATED = re.compile(rf"{_YEAR}(?:[年./-]|[01][0-9][0-3][0-9])|月|季度|半年")
_ASKED = re.compile(r"前|底|末|完成|结束|完工|竣工|上线|验收|内|投入|交付|开工|到位|发放|拨付|报送")
_BARE = MASK + "之前底末以完成内。年度月日份初至到和、-"
_YEAR_END = re.compile(
    r"(?:每|当|本|各|次)?(?:个)?(?:年度?|学期|学年|季度?|半年|月|周)(?:(?:底|末|初|内|结束)(?:之?前|以前)?|之?前|以前)"
    r"(?:内|均?(?:全部|按时|按期)?(?:完成|发放|拨付|到位|报送|支付))?|每周[一二三四五六日天](?:之前|以前|前)|[当本]年度?(?:内)?(?:全部|按[时期])?(?:完成|发放|拨付|到位|支付)"
)
_FULL = re.compile(
    rf"(?P<y>{_YEAR})[./-](?P<m>{_MONTH})(?:[./-](?P<d>[0-3]?[0-9]))?(?![0-9])|"
    rf"(?<![0-9])(?P<y2>{_YEAR})(?P<m2>0[1-9]|1[0-2])(?P<d2>[0-3][0-9])(?![0-9])|"
    rf"(?:(?P<y3>{_YEAR})年?(?:度|底|末)?)?(?:第?(?P<q>[1-4一二三四])季度|(?P<h>[上下])半年|(?P<m3>{_MONTH})月(?:份|底|末|初)?(?:(?P<d3>[0-9]{{1,2}})[日号])?)|"
    rf"(?P<y4>{_YEAR})年?|(?:(?<=月)|(?<=季度))(?P<d4>[0-9]{{1,2}})[日号]|(?P<end>年(?:度|末|底|内|终)|[当本]年)"
)
_A_YEAR = re.compile(_YEAR)
_RECURRING = re.compile(rf"[每各次](?:个)?({'|'.join(sorted(periods(), key=len, reverse=True))})")
_QUARTER = dict(zip("一二三四1234", (3, 6, 9, 12, 3, 6, 9, 12), strict=True))
DUE = re.compile(
    rf"(?:截[至止]到?)?(?P<span>{MASK}{{1,24}})(?:之前|以前|前|底前?|末前?)|"
    rf"截[至止]到?(?P<until>{MASK}{{1,24}})|(?P<within>{MASK}{{2,24}})(?=完成|达|实现|全部|不低于|不少于|≥)"
)


def masked(text: str) -> str:
    """The text with dates blotted out and the digits of names veiled; its length is kept."""
    return _ASIDE.sub(_mask, text) if _PERHAPS.search(text) else text


def _mask(match: re.Match[str]) -> str:
    return MASK * len(match.group()) if match["date"] is not None else match.group().translate(_VEILED)


def unmasked(text: str) -> str:
    """Words with the digits of their names, without dates."""
    return text.replace(MASK, "").translate(_UNVEILED)


def is_date(text: str, blotted: str) -> bool:
    """Does a value without an amount ask for a date?"""
    if _YEAR_END.fullmatch(text):
        return True
    if MASK not in blotted or not _DATED.search(text):
        return False
    return not blotted.strip(_BARE) or bool(_ASKED.search(blotted))


def due(text: str) -> Due | None:
    """The last date a text names, the year carried on from an earlier one; None where none is printed as a date."""
    year: int | None = None
    found: Due | None = None
    for match in _FULL.finditer(text):
        named = match["y"] or match["y2"] or match["y3"] or match["y4"]
        year = int(named) if named else year
        found = Due(
            year, _month(match), int(day) if (day := match["d"] or match["d2"] or match["d3"] or match["d4"]) else None
        )
    return _possible(found)


def _month(match: re.Match[str]) -> int | None:
    if match["q"]:
        return _QUARTER[match["q"]]
    if match["h"]:
        return 6 if match["h"] == "上" else 12
    month = match["m"] or match["m2"] or match["m3"]
    return int(month) if month else 12 if match["end"] else None


def _possible(found: Due | None) -> Due | None:
    """Day 45 is no day: the month is kept."""
    return (
        Due(found.year, found.month)
        if found is not None and found.day is not None and not 1 <= found.day <= 31
        else found
    )


def first_year(text: str) -> int | None:
    found = _A_YEAR.search(text)
    return int(found[0]) if found else None


def recurring(text: str) -> str:
    """The period a date comes round in: 每月10日前 is 月."""
    match = _RECURRING.search(text)
    return periods()[match[1]] if match else ""
