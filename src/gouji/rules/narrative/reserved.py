"""Procurement reserved for small and medium enterprises, against the procurement budget and against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_not_exceed
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation
from gouji.model.narrative import ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.rules.narrative.sentences import before, exact_money, of_this_year
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.terms import plain

_TOTAL = re.compile(r"(?:年|部门|单位|^)(?:部门|单位)?政府采购(?:支出)?(?:预算)?(?:总额|金额|总计)?(?:为|共|共计)?$")
_RESERVED = re.compile(r"预留")
_MEDIUM = re.compile(r"中小(?:微)?企业")
_SMALL = re.compile(r"小(?:型)?(?:和|、)?微(?:型)?企业")
_AWARDED = re.compile(r"中标|成交|授予|合同")


@rule(
    title="面向中小企业预留的政府采购预算大于政府采购预算，或小微企业大于中小企业",
    title_en="procurement reserved for small and medium enterprises exceeds all procurement, or that for small ones the rest",
    basis="财库〔2020〕46号：小微企业预留 ≤ 中小企业预留 ≤ 政府采购预算",
    reads=(NARRATIVE,),
)
def reserved_procurement_exceeds_total(report: Report) -> Iterator[Observation]:
    total: Figure | None = None
    medium: Figure | None = None
    for claim in report.claims_of(ClaimKind.AMOUNT):
        words = plain(before(claim))
        if "采购" not in claim.paragraph.text or not exact_money(claim) or not of_this_year(report, claim):
            continue
        clause = words.rpartition("，")[2]
        if _TOTAL.search(clause) and "企业" not in words and report.kind is DocumentKind.BUDGET:
            total = claim.figure
        elif _RESERVED.search(clause) and not _AWARDED.search(words) and claim.figure is not None:
            if _SMALL.search(clause) and not _MEDIUM.search(clause):
                if medium is not None:
                    yield must_not_exceed(claim.figure, [Term(medium)], "预留给小微企业 ≤ 预留给中小企业")
            elif _MEDIUM.search(clause):
                medium = claim.figure
                if total is not None:
                    yield must_not_exceed(claim.figure, [Term(total)], "预留给中小企业 ≤ 政府采购预算")
    if medium is None:
        yield NotApplicable("没有列出面向中小企业预留的采购预算")
