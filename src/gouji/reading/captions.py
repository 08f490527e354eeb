"""The lines around a table: title, body, unit and number above it, notes below it."""

from __future__ import annotations

import re

from gouji.vocabulary.terms import plain

LONGEST_TITLE = 70

_BODY = re.compile(
    r"^(?:公开|编制|填报|预算|决算|主管|汇总|填表|申报|自评|实施|使用)?(?:部门(?:\s*[/／]\s*单位)?|单位(?:\s*[/／]\s*部门)?)(?:名称|全称)?\s*(?:[（(][^（）()]{0,10}[)）])?\s*[：:]"
)
_UNIT = re.compile(r"(?:金额)?单\s*位\s*[：:为]?\s*(?:人民币)?\s*(?P<unit>亿元|百万元|万元|千元|元)")
_NUMBER = re.compile(
    r"^(?:[（(]?(?:附\s*[表件]|表|公开表?|报表编号|财决(?:公开)?)\s*[一二三四五六七八九十\d\-—_.a-zA-Z]*\s*表?\s*[：:]?\s*[A-Za-z\d_\-]*[)）]?)$"
)
_FILE_NUMBER = re.compile(r"^(?:项目)?编\s*[号码]\s*[：:].{0,30}$")
_YEAR_ONLY = re.compile(r"^[（(]?\s*(?:20\d{2})?\s*年度?\s*[)）]?$")
_GAP = re.compile(r"[ \t]{2,}|[ \t]*\u3000\s*")
_BLANK_TO_FILL = re.compile(r"^[^。；，：:]{2,10}[：:][^。；，]{0,30}$")
_TITLE_END = re.compile(r"表\s*(?:[（(〔\[][^（）()]{0,30}[)）〕\]])*\s*$")
_NOT_A_TITLE = re.compile(r"[。；;！？]|见下表|如下表|详见|附表$|列表$|代表$|(?<![申填])报表$")
_SHORT = re.compile(r"^[^。；;，,：:！？]{2,40}$")
_NOTE = re.compile(
    r"^(?:备?注\s*\d*\s*[：:.、]|说明\s*[：:]\s*本表|[^。]{0,30}[本此]表[^。]{0,20}(?:无发生额|无数据|空表|为空|零)"
    r"|[^。]{0,80}(?:故本表|故此表|因此本表)|本[套单部][^。]{0,40}(?:尾数|尾差)"
    r"|无[^。]{0,40}(?:保留该表格式|保留本表格式)[^。]{0,30}说明)"
)
_EMPTY = re.compile(r"^备?注?\s*[：:]?[^。|]{0,60}(?:本表为空表?|本表无数据|故本表|此表为空表?|无发生额)[^。]{0,20}。?$")
_NOTE_ITEM = re.compile(r"^\d{1,2}\s*[.、．]\s*(?:本[套表]|“|金额|表中|[^，。]{0,20}(?:尾数|尾差))")


def unit_of(text: str) -> str:
    """The money unit that a caption prints; "" when it prints none."""
    match = _UNIT.search(text)
    return match["unit"] if match else ""


def is_title(text: str) -> bool:
    """Can the line be the title of a form: short, ending in 表?"""
    return 2 < len(text) <= LONGEST_TITLE and bool(_TITLE_END.search(text)) and not _NOT_A_TITLE.search(text)


def is_label(text: str) -> bool:
    """Is the line one that names body, unit, number or year of a table?"""
    if len(text) > 100 or "。" in text:
        return False
    if _is_one_label(text):
        return True
    parts = _GAP.split(text.strip())  # （2024年度）    编号：
    return any(map(_is_one_label, parts)) and all(_is_one_label(part) or _BLANK_TO_FILL.match(part) for part in parts)


def _is_one_label(text: str) -> bool:
    return bool(
        _BODY.match(text) or (_UNIT.search(text) and len(text) < 60) or _NUMBER.match(text)
        or _YEAR_ONLY.match(text) or _FILE_NUMBER.match(text)
    )  # fmt: skip


def can_be_title(text: str) -> bool:
    """May an unmarked short line directly above a table be its title?"""
    return bool(_SHORT.match(text)) and not text[-1].isdigit()


def is_note(text: str) -> bool:
    """Is the line below a table a note on it (注：…, 本表本年度无发生额)?"""
    return bool(_NOTE.match(text))


def is_empty_statement(text: str) -> bool:
    """Is the text a sentence that says that the table is empty?"""
    return bool(_EMPTY.match(text))


def continues_note(text: str) -> bool:
    """Is the line a further numbered note (2. 本套报表…)?"""
    return bool(_NOTE_ITEM.match(text))


def same_title(one: str, other: str) -> bool:
    """Are two printed titles one, apart from spaces and the mark of a continued page?"""
    return _without_mark(one) == _without_mark(other)


def _without_mark(title: str) -> str:
    return re.sub(r"[(](?:续|续表|续\d+|接上页)[)]|续表?$|^续表?", "", plain(title))
