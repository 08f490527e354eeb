"""Years that slip: a document of one year that calls its own evaluation or accounts those of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_OWN = {
    DocumentKind.SELF_EVALUATION_REPORT: r"(?:本|我)?(?:部门|单位|办|局|委)?(?:部门|单位)?整体(?:支出)?绩效(?:自我)?(?:评价|自评)|"
    r"(?:部门|单位)整体支出绩效(?:评价|自评)",
    DocumentKind.SELF_EVALUATION: r"项目(?:支出)?绩效(?:自评|评价)",
    DocumentKind.FINAL_ACCOUNTS: r"(?:部门|单位)决算(?:情况)?(?:说明|公开|表|编制范围|编报范围)|(?:部门|单位)?整体支出绩效(?:自评|评价)|"
    r"(?:收入|支出|收入支出|财政拨款收入支出|收、支)(?:决算)?总计",
    DocumentKind.BUDGET: r"(?:部门|单位)预算(?:情况)?(?:说明|公开|表|编制说明|编制范围|安排购置)|“?三公”?经费预算|"
    r"(?:本)?(?:部门|单位)?政府采购(?:支出)?预算|项目预算绩效目标编报|预算安排\s*\d",
}
# What budgets say of themselves in other words: only where the year of the document does not stand beside it.
_BUDGETS = r"(?:收入|支出|收支|收入、支出|收、支|财政拨款|一般公共预算|政府性基金|国有资本经营|“?三公”?经费)"
_LOOSER = {
    DocumentKind.FINAL_ACCOUNTS: r"(?:财政拨款收、支|收、支)总计|(?:收入|支出)合计\s*[\d,.]+\s*[万亿]?元"
    r"|(?:一般公共预算|政府性基金预算|国有资本经营预算)?财政拨款(?:基本)?(?:收入|支出)(?:年初预算为)?\s*[\d,.]+\s*[万亿]?元"
    r"|“?三公”?经费(?:一般公共预算)?(?:财政拨款)?(?:支出)?(?:年初)?(?:预算|决算)(?:数)?为?\s*[\d,.]+\s*[万亿]?元"
    r"|(?:机关运行经费支出|政府采购支出总额)\s*[\d,.]+\s*[万亿]?元"
    r"|(?:一般公共预算)?项目(?:支出)?(?:全面)?(?:开展|进行|实施)(?:了)?绩效自评",
    DocumentKind.BUDGET: rf"{_BUDGETS}(?:(?!执行|决算|完成)[^，。；\d]){{0,24}}(?:(?:预算(?:支出|收入|拨款)?|当年拨款|基本支出)"
    r"(?:总计|数)?为?\s*[\d,.]+\s*[万亿]?元|说明$)|没有(?:使用)?(?:政府性基金|国有资本经营)预算[^，。；]{0,14}支出|下属\d+家"
    r"|(?:机关运行经费|政府采购)[^，。；\d]{0,12}预算(?:总额)?为?\s*[\d,.]+\s*[万亿]?元|所有项目[^，。；]{0,6}绩效目标"
    r"|预算数?为?\s*[\d,.]+\s*[万亿]?元[，,](?:比|较|与)(?:上年|20\d\d\s*年)",
}
# Plans, notices and measures of a year are made and named in another; comparisons and outlooks speak of another.
_NAMED_ELSEWHERE = re.compile(r"^[^，。；]{0,10}?(?:工作|实施)?(?:方案|通知|办法|计划|要求|意见|规定|安排|公告|会议|培训|复核|抽查)")
_COMPARED = re.compile(r"(?:比|较|与|同|和|上年|去年|下一步|今后|将|拟|计划|根据|按照|依据|依照|参照|关于|印发|结合|对|以)[^，。；]{0,12}$")
_EVALUATED = "绩效自评"  # 组织对2023年度一般公共预算项目支出开展绩效自评


@rule(
    title="年度前后不一：文中所说的年度不是本文件的年度",
    title_en="a sentence puts the document's own subject in another year",
    basis="公开文本质量：封面、标题与正文的年度应一致",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def year_slips(report: Report) -> Iterator[Observation]:
    words = _OWN.get(report.kind)
    if report.year is None or words is None:
        yield NotApplicable("文件没有写明年度，或不是自评报告、决算、预算")
        return
    for paragraph in report.paragraphs:
        quoted = _quoted(paragraph.text)
        for match in _patterns(report, words, paragraph.text):
            year = int(match["year"])
            if year == report.year or abs(year - report.year) > 2 or any(a <= match.start() < b for a, b in quoted):
                continue
            if _NAMED_ELSEWHERE.match(paragraph.text[match.end() :]):
                continue
            if _COMPARED.search(paragraph.text[: match.start()]) and not match[0].endswith(_EVALUATED):
                continue
            yield Remark(
                phrase(report, paragraph, match.start(), match.end("year"), row=match[0], field="年度"),
                f"本文件是 {report.year} 年度的，这里写成“{match[0]}”，请核对年度",
                f"the document is of {report.year}; here it says {year}",
                expected=str(report.year),
            )


def _patterns(report: Report, words: str, text: str) -> Iterator[re.Match[str]]:
    """The stretches that put the document's own subject in a year."""
    body = re.escape(report.body)
    found = list(_pattern(words, body).finditer(text))
    yield from found
    looser = _LOOSER.get(report.kind)
    if looser and not found and str(report.year) not in text:
        yield from _pattern(looser, body).finditer(text)


@cache
def _pattern(words: str, body: str) -> re.Pattern[str]:
    own = rf"(?:{body}|[本我](?:部门|单位))" if body else r"[本我](?:部门|单位)"
    return re.compile(rf"(?P<year>(?:19|20)\d\d)\s*年度?\s*{own}?\s*(?:{words})")


def _quoted(text: str) -> list[tuple[int, int]]:
    """The spans of titles in 《》: documents are cited under their own year."""
    return [match.span() for match in re.finditer(r"《[^》]{0,200}》", text)]
