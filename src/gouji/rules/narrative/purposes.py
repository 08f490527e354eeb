"""Items of expenditure in words: a purpose or a reason that was copied from another item, or goes the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Paragraph
from gouji.model.report import Report
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.terms import plain

BASIS = "政府收支分类科目：用途、原因应与所列科目相符"
_NAME = r"[^，。；：、“”\"\d]{2,40}?"
_LEVELLED = re.compile(rf"(?:(?P<above>{_NAME})\s*[（(]\s*款\s*[)）])?\s*(?P<name>{_NAME})\s*[（(]\s*项\s*[)）]")
_DASHED = re.compile(rf"“{_NAME}[-－—](?P<above>{_NAME})[-－—](?P<name>{_NAME})”\s*科目")
_PURPOSE = re.compile(r"主要用于[：:]?(?P<words>[^，。；：（(]{2,60})")
_REASON = re.compile(
    r"(?:主要)?原因(?:是|为)?[：:]?(?P<words>[^，。；：、]{2,60}?)(?:经费|支出|预算)?(?P<verb>增加|减少|下降|增长)(?=。|$)"
)
_CHANGED = re.compile(r"(?P<verb>增加|增长|减少|下降)(?:了)?\s*[\d,.]+\s*(?:[%％]|[万亿]?元)")
_SUFFIX = re.compile(r"(?:等?(?:支出|经费|费用|项目|缴费|资金))+$")
_UP = ("增加", "增长")
SHORTEST = 4  # signs of a name that is a name of its own: 行政运行, 住房公积金
MOSTLY = 0.6  # of a purpose that the other item's name must make up


@dataclass(frozen=True, slots=True)
class _Item:
    """One item: the names of its 款 and 项 in plain form, and where its sentence goes on."""

    paragraph: Paragraph
    above: str
    name: str
    end: int

    @property
    def core(self) -> str:
        return _core(self.name)


def _core(name: str) -> str:
    return _SUFFIX.sub("", name) or name


@once_per_report
def _items(report: Report) -> tuple[_Item, ...]:
    """The items named in the text, each with the paragraph that speaks of it alone."""
    found: list[_Item] = []
    for paragraph in report.paragraphs:
        matches = [match for pattern in (_LEVELLED, _DASHED) for match in pattern.finditer(paragraph.text)]
        if len(matches) == 1:
            match = matches[0]
            above, name = (re.sub(r"^.*[)）\-]", "", plain(match[part] or "")) for part in ("above", "name"))
            found.append(_Item(paragraph, above, name, match.end()))
    return tuple(found)


@rule(
    title="科目的用途或增减原因写成了另一个科目的",
    title_en="the purpose of an item, or the reason for its change, is that of another item",
    basis=BASIS,
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def purpose_is_that_of_another_item(report: Report) -> Iterator[Observation]:
    items = _items(report)
    if not items:
        yield NotApplicable("没有逐项说明用途的科目")
    for item in items:
        for pattern, words in ((_PURPOSE, "用途"), (_REASON, "原因")):
            match = pattern.search(item.paragraph.text, item.end)
            other = _other(item, plain(match["words"]), items) if match else None
            if match is not None and other is not None:
                yield Remark(
                    phrase(report, item.paragraph, *match.span("words"), row=item.name, field=words),
                    f"“{item.name}”的{words}写成了“{match['words'].strip()}”，这是“{other.name}”的内容，请核对",
                    f"the {'purpose' if words == '用途' else 'reason'} given for this item is that of another item",
                    against=(phrase(report, other.paragraph, 0, min(other.end, 40), row=other.name, field="科目"),),
                    expected=f"{item.name}的{words}",
                )
                break


def _other(item: _Item, words: str, items: tuple[_Item, ...]) -> _Item | None:
    """The other item that the words name, while they name nothing of this one."""
    said = _core(words)
    if _shares(item, said):
        return None
    for other in items:
        core = other.core
        if other.name == item.name or len(core) < SHORTEST or core not in said or core in item.name:
            continue
        if len(core) >= MOSTLY * len(said) or said in (other.above + other.name, other.above + core):
            return other
    return None


def _shares(item: _Item, said: str) -> bool:
    """Do the words name the item itself, or any longer stretch of its name?"""
    name = item.core
    if name in said or said in name:
        return True
    pieces = {name[start : start + SHORTEST] for start in range(len(name) - SHORTEST + 1)}
    common = [piece for piece in pieces if piece in said]
    return bool(common) and len(name) - SHORTEST + 1 <= 2 * len(common)


@rule(
    title="增减原因与增减方向相反",
    title_en="the reason given goes the other way than the change",
    basis="文字逻辑：减少的原因不能是同一科目经费增加",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def reason_goes_the_other_way(report: Report) -> Iterator[Observation]:
    for item in _items(report):
        text = item.paragraph.text
        changed = list(_CHANGED.finditer(text, item.end))
        reason = _REASON.search(text, changed[-1].end()) if changed else None
        if reason is None or not plain(reason["words"]).endswith(item.name):
            continue
        if (changed[-1]["verb"] in _UP) != (reason["verb"] in _UP):
            yield Remark(
                phrase(report, item.paragraph, *reason.span("verb"), row=item.name, field="原因"),
                f"“{item.name}”{changed[-1].group()}，原因却写{reason['words'].strip()}经费{reason['verb']}，请核对",
                "the change goes one way and the reason given for it the other",
                against=(phrase(report, item.paragraph, *changed[-1].span(), row=item.name, field="增减"),),
            )
