"""How many units a department has, by their kinds, as a number below it, and as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Paragraph
from gouji.model.report import Report
from gouji.rules.narrative.numerals import NUMERAL, number
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

# …部门预算是包括甲局本部以及下属5家预算单位的综合收支计划。
_BELOW = re.compile(
    rf"(?:本部|本级|机关)(?:以及|及|和|、)?(?:下属|所属)\s*(?P<below>{NUMERAL})\s*[家个]\s*(?:二级|基层)?(?:预算|事业|决算)?单位"
)
# 本部门中，行政单位1家，参公单位1家，事业单位4家，具体包括：
_KINDS = re.compile(
    rf"本部门中[，,：:](?P<kinds>(?:[，,、]?\s*(?:行政|参公|参照公务员法管理的?(?:事业)?|事业|其他)(?:单位)?\s*{NUMERAL}\s*[家个])+)"
)
_KIND = re.compile(rf"(?P<count>{NUMERAL})\s*[家个]")
_ITEM = re.compile(r"^\s*(?P<number>\d{1,3})\s*[.．、]\s*\S")
NEAR = 3  # paragraphs between the sentences


@rule(
    title="按性质列出的单位数之和，与本部及下属单位数或单位清单不符",
    title_en="the units by kind do not make up the department itself and those below it, or the list of them",
    basis="部门预算公开文本 机构设置：本部 1 家 + 下属单位 = 各性质单位之和 = 单位清单",
    reads=(NARRATIVE,),
    severity="warning",
)
def units_by_kind_differ_from_units(report: Report) -> Iterator[Observation]:
    paragraphs = report.paragraphs
    looked_at = False
    for index, paragraph in enumerate(paragraphs):
        kinds = _KINDS.search(paragraph.text)
        if kinds is None:
            continue
        counts = [number(match["count"]) or 0 for match in _KIND.finditer(kinds["kinds"])]
        looked_at = True
        near, after = paragraphs[max(0, index - NEAR) : index + 1], paragraphs[index + 1 :]
        found = (
            *_against_below(report, near, paragraph, kinds, sum(counts)),
            *_against_list(report, after, paragraph, kinds, sum(counts)),
        )
        yield from found[:1]
    if not looked_at:
        yield NotApplicable("没有按性质列出单位数")


def _against_below(
    report: Report, near: Sequence[Paragraph], paragraph: Paragraph, kinds: re.Match[str], count: int
) -> Iterator[Observation]:
    for other in near:
        match = _BELOW.search(other.text)
        below = number(match["below"]) if match else None
        if match is not None and below is not None and below + 1 != count:
            yield Remark(
                phrase(report, paragraph, *kinds.span("kinds"), row="单位构成", field="个数"),
                f"本部 1 家、下属 {below} 家，共 {below + 1} 家；按性质列出的合计 {count} 家",
                f"one and {below} below it make {below + 1} units; by kind there are {count}",
                against=(phrase(report, other, *match.span("below"), row="单位构成", field="个数"),),
                expected=f"{below + 1} 家",
            )
            return


def _against_list(
    report: Report, after: Sequence[Paragraph], paragraph: Paragraph, kinds: re.Match[str], count: int
) -> Iterator[Observation]:
    """The list that follows directly, numbered from 1."""
    listed = 0
    for other in after:
        match = _ITEM.match(other.text)
        if match is None or int(match["number"]) != listed + 1:
            break
        listed += 1
    if listed and listed != count and "具体包括" in paragraph.text[kinds.end() : kinds.end() + 12]:
        yield Remark(
            phrase(report, paragraph, *kinds.span("kinds"), row="单位构成", field="个数"),
            f"按性质列出的单位合计 {count} 家，下面列出的是 {listed} 家",
            f"{count} units by kind, {listed} are listed",
            expected=f"{listed} 家",
        )
