"""Words of order between final amount and budget (决算数大于预算数), held against the amounts of the paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from gouji.model.figure import Figure
from gouji.model.finding import Observation, Remark
from gouji.model.narrative import Claim, ClaimKind, Paragraph
from gouji.model.report import Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.narrative.sentences import exact_money, planned
from gouji.rules.rule import NARRATIVE, rule

_ORDER = re.compile(
    r"决\s?算\s?数?\s?(?P<word>大\s?于|高\s?于|小\s?于|低\s?于)\s?(?P<which>年初|全年|调整后?)?\s?的?\s?预\s?算\s?数?\s?的?\s?"
    r"(?:主要)?\s?(?:变动)?\s?(?:原因|情况)"
)
Pair = tuple[Figure, Figure]


@rule(
    title="“决算数大于（小于）预算数”的措辞与所列数字相反",
    title_en="the words say that the final amount exceeds (is below) the budget; the amounts say otherwise",
    basis="部门决算公开文本：说明决算数大于（小于）预算数的原因，措辞应与数字一致",
    reads=(NARRATIVE,),
)
def order_word_contradicts_amounts(report: Report) -> Iterator[Observation]:
    by_paragraph: dict[int, list[Claim]] = defaultdict(list)
    for claim in report.claims_of(ClaimKind.AMOUNT, ClaimKind.COMPLETION):
        by_paragraph[id(claim.paragraph)].append(claim)
    for paragraph in report.paragraphs:
        if by_paragraph[id(paragraph)]:
            yield from _in_paragraph(report, paragraph, by_paragraph[id(paragraph)])


def _in_paragraph(report: Report, paragraph: Paragraph, claims: list[Claim]) -> Iterator[Remark]:
    for match in _ORDER.finditer(paragraph.text):
        pairs = list(_pairs([claim for claim in claims if claim.span[1] <= match.start()], match["which"] or ""))
        greater = match["word"][0] in "大高"
        if not pairs or any((final.value > budget.value) is greater and final.value != budget.value for final, budget in pairs):
            continue
        final, budget = pairs[-1]
        relation = "等于" if final.value == budget.value else "小于" if greater else "大于"
        yield Remark(
            phrase(report, paragraph, *match.span(), row="决算数与预算数"),
            f"所列决算数 {final.text}、预算数 {budget.text}，应为决算数{relation}预算数",
            f"the final amount is {final.text} and the budget {budget.text}: the words say the opposite",
            against=(final.place, budget.place),
            expected=f"决算数{relation}预算数",
        )


def _pairs(claims: list[Claim], which: str) -> Iterator[Pair]:
    """Final amounts with the budget of the same statement, in the order of the text."""
    for claim in claims:
        if claim.kind is ClaimKind.COMPLETION and claim.amount is not None and claim.base is not None:
            if not which or which in claim.of or not re.search("年初|全年|调整", claim.of):
                yield claim.amount, claim.base
    for one, other in pairwise(claim for claim in claims if claim.kind is ClaimKind.AMOUNT):
        if one.statement != other.statement or not exact_money(one) or not exact_money(other):
            continue
        if planned(one) and not planned(other) and (not which or which in one.about):
            assert one.figure is not None
            assert other.figure is not None
            yield other.figure, one.figure
