"""Residue of the template: XX, 某某, 增加（减少） left undecided, instructions for filling in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.narrative.texts import passages
from gouji.rules.rule import rule

MOST_APART = 3  # left in more often than this, it is told once with all its places

# Each pattern with signs of which its text must hold one: most lines need no closer look.
_UNIT = r"年|月|日|万元|元|%|％|个|项|人|次|辆|单位|部门|项目|局|办|委|镇|街道|县|市|区"
_LESS = "减少|下降|降低|小于|低于"
_RESIDUE = (
    (
        "XxＸ×*＊",
        re.compile(rf"(?<![A-Za-z0-9×*＊])(?:[XxＸ]{{2,6}}|×{{2,6}}|[*＊]{{3,8}})(?=\s*(?:{_UNIT}))"),
        "占位符没有改成实际内容",
        "a placeholder was not filled in",
    ),
    (
        "XxＸ×",
        re.compile(r"(?<=[一-鿿])(?:[XxＸ]{3,8}|×{3,8})(?=\s*(?:[。；，、]|$))"),
        "占位符没有改成实际内容",
        "a placeholder was not filled in",
    ),
    (
        "因用",
        re.compile(
            r"(?<=原因是)\s*[：:]?\s*(?:[A-Za-z\d]{1,4}|[XxＸ×*＊]{2,8}|…{1,3})\s*(?=[。；，]|$)"
            r"|(?<=原因)\s*(?:[:：]|为)?\s*(?:[XxＸ×*＊]{2,8}|…{1,3})\s*(?=[。；，]|$)"
            r"|(?<=主要用于)\s*[：:]?\s*(?:[XxＸ×*＊]{2,8}|…{1,3})\s*(?=[。；，]|$)"
        ),
        "占位符没有改成实际内容",
        "a placeholder was not filled in",
    ),
    (
        "某",
        re.compile(r"某某[^，。；]{0,4}(?:单位|部门|项目|局|镇|街道|县|市|区)"),
        "占位的“某某”没有改成实际名称",
        "a placeholder name was left in",
    ),
    (
        "减降小低",
        re.compile(
            rf"(?:增加|增长|大于|高于|上升)\s*(?:[（(]\s*(?:{_LESS})\s*[)）]|[/／]\s*(?:{_LESS}))"
            r"(?!额|数额|情况|变化|幅度|原因|比例|率)"
        ),
        "“增加（减少）”“大于（小于）”没有二选一",
        "the choice between two words was not made",
    ),
    (
        "填保样补",
        re.compile(
            r"[（(][^（()）]{0,60}(?:填写|填列|填报)[^（()）]{0,20}[)）]|仍保留该表格式，?并在[^。]{0,12}说明|"
            r"(?:事项|情况|内容)填[写列][)）]|样表适用于|此处填写|请在此处?填|待填写|待补充"
        ),
        "填写说明没有删去",
        "an instruction for filling in was left in",
    ),
)


@rule(
    title="模板用语没有改成本单位的内容",
    title_en="words of the template were left in",
    basis="公开文本质量：模板中的占位符、选择项和填写说明应改写或删去",
    certainty="S",
    severity="warning",
)
def template_was_not_filled_in(report: Report) -> Iterator[Observation]:
    by_message: dict[str, list[Remark]] = {}
    for passage in passages(report):
        found = sorted(_found(passage.text), key=lambda one: one[0].start())
        if found:
            match, message, english = found[0]
            more = f"（本段共 {len(found)} 处）" if len(found) > 1 else ""
            place = passage.place(report, *match.span(), row=match[0][:12], field="模板用语")
            remark = Remark(place, f"“{match[0].strip()}”：{message}{more}", english)
            by_message.setdefault(message, []).append(remark)
    empty = next(report.figures(), None) is None
    for message, remarks in by_message.items():
        yield from [_as_one(remarks, message, empty)] if len(remarks) > MOST_APART else remarks


def _as_one(remarks: list[Remark], message: str, empty: bool) -> Remark:
    """What is left in all over the document, told once; a document without any figure is the bare template."""
    first, *rest = remarks
    told = "全文没有一个数，这是没有填写的空白模板；" if empty else ""
    words = f"{told}{message}，全文 {len(remarks)} 段有这种情况，从“{first.at.text.strip()}”起"
    return replace(first, message=words, message_en=f"{first.message_en} ({len(remarks)} times)", against=tuple(one.at for one in rest))


def _found(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    for signs, pattern, message, english in _RESIDUE:
        if any(sign in text for sign in signs):
            for match in pattern.finditer(text):
                yield match, message, english
