"""The body a document speaks for: from label lines (部门：…), label boxes (单位名称 | …) and titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gouji.reading.grid import Block, Grid

LONGEST_BODY = 60
ROWS_WITH_BOXES = 4  # at the top of a form

_SPACE_IN_CHINESE = re.compile(r"(?<=[一-鿿”）])\s+(?=[一-鿿“（])")
_BRACKET = r"(?:[（(][^（）()]{0,10}[)）])?"
_LABEL = re.compile(
    rf"^(?:公开|编制|填报|预算|决算|主管|预算主管|汇总)?(?:部门|单位){_BRACKET}(?:名称|全称)?\s*{_BRACKET}\s*[：:]\s*"
    r"(?P<body>[^：:\t|]{4,60}?)\s*(?:(?:金额)?单\s*位\s*[：:].*)?$"
)
_BOX = re.compile(
    rf"^(?:填报|预算|编制|主管|业务主管|预算主管|地方主管)?(?:部门|单位){_BRACKET}(?:名称|全称)?(?:[及和](?:代码|编码))?{_BRACKET}[：:]?$"
    r"|^(?:项目)?实施单位$"
)
_TITLE = re.compile(
    r"^(?:附件\s*\d*[：:]?)?\s*(?:关于)?(?:20\d{2}\s*年度?)?\s*(?P<body>[一-鿿（）()、“”]{3,40}?)\s*"
    r"(?:关于)?(?:20\d{2}\s*年度?|[（(]?(?:部门|单位)[)）]?)"
)
_TITLE_WITHOUT_BODY = re.compile(r"^(?:关于)?(?:20\d{2}\s*年度?\s*)?(?:部门|单位|整体|项目|预算|决算|绩效)")
_BRACKETED = re.compile(r"^[（(]\s*(?P<body>[一-鿿、“”]{4,40})\s*[)）]$")
_WHOLE = re.compile(r"^[一-鿿（）()、“”]{4,40}$")
_ENDINGS = (
    "委员会 办公室 人民政府 政府 局 厅 部 院 中心 会 署 所 站 校 学 园 馆 社 队 处 公司 集团 大学 银行 街道 镇 乡 "
    "室 办 台 庭 团 库 场 段 区 委 行 组 本级 机关"
)
_BODY_END = re.compile(rf"(?:{'|'.join(_ENDINGS.split())})(?:[（(][^（）()]{{1,12}}[)）])?$")
_CODE = re.compile(r"^(?:\d{3,9}\s*[-—_\s]|[\[【(（]\d{2,9}[\]】)）])\s*")
_NOT_A_BODY = re.compile(r"[：:。，；]|万元|亿元|编码|名称$")
_CHINESE = re.compile(r"[一-鿿]{3}")


def ends_as_body(text: str) -> bool:
    """Does a text end as the names of bodies do?"""
    return bool(_BODY_END.search(text))


def closed_up(text: str) -> str:
    """The text without the spaces that a broken line left between Chinese characters."""
    return _SPACE_IN_CHINESE.sub("", text)


def _in_brackets(line: str) -> str:
    """The body that a line of a cover names between brackets (（青川市档案馆）)."""
    match = _BRACKETED.match(line)
    return match["body"] if match and _is_whole_body(match["body"]) else ""


def body_of(blocks: Sequence[Block], lines: Sequence[str]) -> str:
    """The body named most often by labels; failing that, the one in a title among the first lines; "" if none is."""
    named = Counter(_labelled(blocks))
    if named:
        return named.most_common(1)[0][0]
    for before, line in pairwise(["", *lines]):
        if (match := _TITLE.match(line)) and _BODY_END.search(match["body"]):
            return _with_beginning(before, match["body"], lines)
        if _TITLE_WITHOUT_BODY.match(line) and _is_whole_body(before):
            return before
        if _TITLE_WITHOUT_BODY.match(before) and (body := _in_brackets(line)):
            return body
    return ""


def _with_beginning(before: str, body: str, lines: Sequence[str]) -> str:
    """The name with the line before it, where another line prints both as one: a cover broke a long name in two."""
    whole = before + body
    return whole if before and _WHOLE.match(before) and any(whole in line for line in lines) else body


def _is_whole_body(text: str) -> bool:
    """Is a line nothing but the name of a body, as the first line of a title broken in two?"""
    return bool(_WHOLE.match(text)) and _is_body(text) and bool(_BODY_END.search(text))


def _labelled(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        texts = [caption.text for caption in block.captions] if isinstance(block, Grid) else [block.text]
        for text in texts:
            if len(text) < 100 and (match := _LABEL.match(text)) and _is_body(match["body"]):
                yield _clean(match["body"])
        if isinstance(block, Grid):
            for row in block.rows[:ROWS_WITH_BOXES]:
                yield from _boxed([cell.text for cell in row if cell.text])


def _boxed(texts: list[str]) -> Iterator[str]:
    for label, value in pairwise(texts):
        if _BOX.match(label.replace(" ", "")) and _is_body(value) and _BODY_END.search(body := _clean(value)):
            yield body


def _is_body(text: str) -> bool:
    return len(text) <= LONGEST_BODY and bool(_CHINESE.search(text)) and not _NOT_A_BODY.search(text)


def _clean(body: str) -> str:
    return _CODE.sub("", closed_up(body.strip()))
