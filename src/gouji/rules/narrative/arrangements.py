"""年度预算安排 of a project: the sentence states the money of this year, not that of another or of all years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_HEADING = re.compile(r"年度预算安排")
_STATED = re.compile(r"(?P<year>20\d\d)\s*年(?:度)?(?P<words>[^，。；\d]{0,14})\s*\d[\d,.]*\s*[万亿]?元")
_TOTAL = re.compile(r"总投资|总额|合同|累计|已|上年|三年|分年|共")


@rule(
    title="项目的“年度预算安排”写的是其他年度的金额",
    title_en="the arrangement of a project for the year states the money of another year",
    basis="部门预算 项目经费情况说明：“年度预算安排”填写本年度预算",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def yearly_arrangement_states_another_year(report: Report) -> Iterator[Observation]:
    if report.year is None or report.kind is not DocumentKind.BUDGET:
        yield NotApplicable("文件没有写明年度，或不是预算")
        return
    looked_at = False
    for paragraph in report.paragraphs:
        if paragraph.heading or not (paragraph.headings and _HEADING.search(paragraph.headings[-1])):
            continue
        looked_at = True
        stated = [match for match in _STATED.finditer(paragraph.text) if not _TOTAL.search(match["words"])]
        if stated and str(report.year) not in paragraph.text:
            yield Remark(
                phrase(report, paragraph, *stated[0].span("year"), row="年度预算安排", field="年度"),
                f"本文件是 {report.year} 年度的，年度预算安排却写“{stated[0].group()}”，请核对",
                f"the document is of {report.year}; this arrangement is of {stated[0]['year']}",
                expected=f"{report.year} 年预算安排",
            )
    if not looked_at:
        yield NotApplicable("没有项目的年度预算安排")
