"""One fact stated twice: the same subject of the same year with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.comparison import must_equal
from gouji.model.finding import Observation
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.rules.narrative.booked import booked
from gouji.rules.narrative.sentences import before, exact_money, in_reason, of_this_year, planned, subject
from gouji.rules.narrative.statements import statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.claims import ADJUSTED, INITIAL
from gouji.vocabulary.stated import section

# Subjects that mean one thing wherever they stand; in other sections the same words may be another scope.
_ONE_FACT = re.compile(
    r"机关运行经费(?:支出)?|政府采购(?:支出|预算)?总额|本年(?:收入|支出)(?:合计)?|总收入|总支出|收入总计|支出总计|收入支出总计|"
    r"财政拨款收入(?:合计|总计)|财政拨款支出(?:合计|总计)|.*\(款\).*\(项\)(?:支出)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_ARRANGED = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:当年|年初)?(?:预算安排|安排预算)(?:数|为)?$")


@rule(
    title="同一数据前后不一致",
    title_en="the same fact is given two values",
    basis="公开文本质量：同一数据在同一文件中应当一致",
    reads=(NARRATIVE,),
)
def same_fact_has_two_values(report: Report) -> Iterator[Observation]:
    seen: dict[tuple[str, str, str, Decimal], Claim] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if not exact_money(claim) or in_reason(claim) or not of_this_year(report, claim) or claim.figure is None:
            continue
        about = subject(claim, report)
        if not _ONE_FACT.fullmatch(about) or any(True for _ in booked(report, claim)):
            continue  # what a table prints is held against the table
        key = (about, _which(claim), section(claim.paragraph.headings), claim.figure.step)
        earlier = seen.setdefault(key, claim)
        if earlier is not claim and earlier.figure is not None and earlier.statement != claim.statement:
            yield with_hint(must_equal(claim.figure, earlier.figure, f"{claim.about}：前后应一致"))


def _which(claim: Claim) -> str:
    """Which amount of its subject it is: the final one, or which budget."""
    words = next((word for word in (*INITIAL, *ADJUSTED) if word in claim.about), "")
    return words or ("预算" if planned(claim) else "")


@rule(
    title="科目的预算数与后文“预算安排”数不一致",
    title_en="an item's budget differs from the amount arranged that the sentence behind it names",
    basis="部门预算编制说明：科目后所列金额即本年预算安排数",
    reads=(NARRATIVE,),
    certainty="S",
)
def headline_amount_differs_from_arranged(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for claim in report.claims_of(ClaimKind.AMOUNT):
        match = _ARRANGED.search(before(claim))
        if match is None or (report.year is not None and int(match["year"]) != report.year) or not exact_money(claim):
            continue
        headline = statements.headline(claim.statement)
        if any(True for _ in booked(report, claim)):
            continue  # what a table prints is held against the table
        if headline is None or headline is claim or headline.figure is None or claim.figure is None:
            continue
        if not _YEAR.search(before(headline)) and exact_money(headline) and not planned(headline):
            yield with_hint(must_equal(headline.figure, claim.figure, f"{headline.about} = {match['year']}年预算安排"))
