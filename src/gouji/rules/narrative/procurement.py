"""Government procurement in words: small and medium enterprises against the total, exclusive amounts against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_not_exceed
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.sentences import before, exact_money, of_this_year
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.terms import plain

BASIS = "财库〔2020〕46号《政府采购促进中小企业发展管理办法》；部门决算公开文本 政府采购支出说明"
_TOTAL = re.compile(r"政府采购(?:支出|预算)?(?:总额|金额(?!.*(?:货物|工程|服务)))|政府采购(?:支出|预算)$|政府采购(?:支出|预算)?(?:总)?金额")
_KIND = re.compile(r"货物|工程|服务|企业|预留|残疾|监狱|节能|环保")
_MEDIUM = re.compile(r"中小(?:微)?企业")
_SMALL = re.compile(r"小(?:型)?(?:和|、)?微(?:型)?企业")
_AWARDED = re.compile(r"授予|合同金额|中标|成交")
_RESERVED = re.compile(r"预留")
_TO_ENTERPRISE = re.compile(r"由(?:中小|小微|小型)[^，。；]{0,12}(?:中标|成交)")
_OTHER = re.compile(r"其他政府采购项目")


@once_per_report
def _claims(report: Report) -> list[Claim]:
    """Exact amounts of this year that stand where procurement is spoken of."""
    where = {id(paragraph) for paragraph in report.paragraphs if "采购" in paragraph.text}
    claims = (claim for claim in report.claims_of(ClaimKind.AMOUNT) if id(claim.paragraph) in where)
    return [claim for claim in claims if exact_money(claim) and of_this_year(report, claim)]


def _total(claims: list[Claim]) -> Figure | None:
    """The total of procurement, where the text states one and only one value."""
    totals = [c.figure for c in claims if c.figure and _TOTAL.search(plain(c.about)) and not _KIND.search(c.about)]
    return totals[0] if totals and len({figure.value for figure in totals}) == 1 else None


@rule(
    title="授予小微企业的合同金额大于中小企业，或大于政府采购总额",
    title_en="contracts of small enterprises exceed those of small and medium ones, or the procurement total",
    basis=f"{BASIS}：小微企业 ≤ 中小企业 ≤ 采购总额",
    reads=(NARRATIVE,),
)
def small_business_contracts_exceed_procurement(report: Report) -> Iterator[Observation]:
    claims = _claims(report)
    total = _total(claims)
    medium: Claim | None = None
    for claim in claims:
        words = plain(before(claim).rpartition("，")[2] or claim.about)
        if claim.figure is None:
            continue
        if total is not None and _RESERVED.search(before(claim)) and _TO_ENTERPRISE.search(before(claim)):
            yield must_not_exceed(claim.figure, [Term(total)], "预留项目中由中小、小微企业中标的金额 ≤ 政府采购支出总额")
        if not _AWARDED.search(words) or _RESERVED.search(before(claim)):
            continue
        if _SMALL.search(words) and not _MEDIUM.search(words):
            if medium is not None and medium.figure is not None and medium.paragraph is claim.paragraph:
                yield must_not_exceed(claim.figure, [Term(medium.figure)], "小微企业合同金额 ≤ 中小企业合同金额")
        elif _MEDIUM.search(words):
            medium = claim
            if total is not None:
                yield must_not_exceed(claim.figure, [Term(total)], "中小企业合同金额 ≤ 政府采购支出总额")
    if medium is None:
        yield NotApplicable("没有列出授予中小企业的合同金额")


@rule(
    title="预留项目与其他项目中由中小企业中标的金额之和大于政府采购总额",
    title_en="awards to small and medium enterprises in reserved and in other projects exceed the procurement total",
    basis=f"{BASIS}：预留项目与其他项目互不包含",
    reads=(NARRATIVE,),
    severity="warning",
)
def reserved_and_other_awards_exceed_procurement(report: Report) -> Iterator[Observation]:
    claims = _claims(report)
    total = _total(claims)
    reserved = other = None
    for claim in claims:
        words = before(claim)
        if not _AWARDED.search(words) or not _MEDIUM.search(words):
            continue
        if _OTHER.search(words):
            other = claim.figure
        elif _RESERVED.search(words):
            reserved = claim.figure
    if total is None or reserved is None or other is None:
        yield NotApplicable("没有分别列出预留项目和其他项目的中标金额")
        return
    yield must_not_exceed(
        other, [Term(total), Term(reserved, -Term(reserved).factor)], "其他项目中标金额 ≤ 采购总额 - 预留项目中标金额"
    )
