"""机关运行经费 in words, against the operating funds of the table of basic expenditure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_not_exceed
from gouji.model.finding import NotApplicable, Observation
from gouji.model.narrative import ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.narrative.booked import seated
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year, planned, subject
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated import BASIC

_OPERATIONS = re.compile(r"机关运行经费(?:支出)?")


@rule(
    title="机关运行经费大于公用经费合计",
    title_en="agency operating costs exceed the operating funds of basic expenditure",
    basis="预算法、部门决算公开文本：机关运行经费是行政单位和参公单位一般公共预算基本支出中的日常公用经费",
    reads=(NARRATIVE, BASIC),
    certainty="O",
    severity="warning",
)
def agency_operating_costs_exceed_operating_funds(report: Report) -> Iterator[Observation]:
    limit = seated(report, Seat(BASIC, "公用经费合计", "金额", "公用经费"))
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if not _OPERATIONS.fullmatch(subject(claim, report)) or planned(claim) or in_reason(claim) or not exact_money(claim):
            continue
        if claim.figure is not None and limit is not None and of_this_year(report, claim):
            yield must_not_exceed(claim.figure, [Term(limit)], "机关运行经费 ≤ 公用经费合计")
            return
    yield NotApplicable("没有列出机关运行经费或公用经费合计")
