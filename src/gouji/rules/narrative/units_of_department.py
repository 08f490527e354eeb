"""How many units a department has: the number of all against the department itself and those below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.narrative.numerals import NUMERAL, number
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_BELOW = "(?:下属|所属|直属)"
# 单位共4个，包括办本级和下属3个预算单位: the department itself is one.
_ALL_AND_BELOW = re.compile(
    rf"单位(?:范围)?共(?:计|有)?\s?(?P<all>{NUMERAL})\s?[个家][，,：:]?\s?(?:其中)?(?:包括|分别为|分别是|为|是|：)?\s?"
    rf"[^，。；、：\d]{{0,12}}?(?:本级|机关|本部)\s?(?:1\s?个|一个)?\s?(?:单位)?(?:和|及|、|与|以及|，)\s?"
    rf"(?:{_BELOW}\s?(?P<below>{NUMERAL})\s?[个家]\s?(?:二级)?(?:预算|决算|事业)?单位|"
    rf"(?P<other>{NUMERAL})\s?[个家]\s?{_BELOW}(?:的)?(?:二级)?(?:预算|决算|事业)?单位)(?!和|及|、|与|以及)"
)


@rule(
    title="单位总数不等于本级加下属单位数",
    title_en="the number of units is not the department itself plus those below it",
    basis="部门预算、决算公开文本 单位构成：单位总数 = 本级 + 下属单位",
    reads=(NARRATIVE,),
    severity="warning",
)
def units_are_not_own_and_those_below(report: Report) -> Iterator[Observation]:
    for paragraph in report.paragraphs:
        for match in _ALL_AND_BELOW.finditer(paragraph.text):
            which = "below" if match["below"] else "other"
            whole, below = number(match["all"]), number(match[which])
            if whole is None or below is None or whole == below + 1:
                continue
            yield Remark(
                phrase(report, paragraph, *match.span("all"), row="单位构成", field="个数"),
                f"单位共 {whole} 个，而本级 1 个、下属 {below} 个，合计 {below + 1} 个",
                f"{whole} units in all, but one and {below} below it make {below + 1}",
                against=(phrase(report, paragraph, *match.span(which), row="单位构成", field="个数"),),
                expected=str(below + 1),
            )
