"""The items that a budget explains one by one, against the grants they are said to make up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.narrative import Claim, ClaimKind, Paragraph
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.rules.narrative.percents import HOLDS
from gouji.rules.narrative.sentences import exact_money, of_this_year
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

_OPENS = re.compile(
    r"(?P<whole>财政拨款|一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:拨款)?支出(?:预算)?(?:的)?主要内容如下[：:]?\s*$"
)
_ITEM = re.compile(r"^\s*(?:[（(]?\d{1,3}[)）.．、])\s*“[^”]{4,120}”")
_SPENT = re.compile(r"拨款支出(?:预算)?(?:总计|合计)?$|^支出(?:总)?预算(?:总计|合计)?$")
FEWEST = 3  # items


@rule(
    title="逐项说明的科目金额之和与财政拨款支出不符",
    title_en="the items explained one by one do not make up the grants they are said to make up",
    basis="部门预算编制说明：“财政拨款支出主要内容”列全各科目，其和等于财政拨款支出预算",
    reads=(NARRATIVE,),
)
def items_do_not_make_up_grants(report: Report) -> Iterator[Observation]:
    looked_at = False
    paragraphs = report.paragraphs if report.kind is DocumentKind.BUDGET else ()
    amounts = _amounts(report)
    for index, paragraph in enumerate(paragraphs):
        opening = _OPENS.search(paragraph.text)
        items = _items(paragraphs[index + 1 :], amounts) if opening else []
        comparison = _compared(opening["whole"], items, report) if opening and len(items) >= FEWEST else None
        if comparison is not None:
            looked_at = True
            yield with_hint(comparison)
    if not looked_at:
        yield NotApplicable("没有逐项说明财政拨款支出的科目，或没有写明总额")


def _amounts(report: Report) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        found.setdefault(id(claim.paragraph), []).append(claim)
    return found


def _items(paragraphs: Sequence[Paragraph], amounts: dict[int, list[Claim]]) -> list[Figure]:
    """The first amount of each numbered item; nothing where one has none."""
    found: list[Figure] = []
    for paragraph in paragraphs:
        if _ITEM.match(paragraph.text) is None:
            break
        claims = amounts.get(id(paragraph), [])
        if not claims or not exact_money(claims[0]) or claims[0].figure is None:
            return []
        found.append(claims[0].figure)
    return found


def _compared(whole: str, items: Sequence[Figure], report: Report) -> Comparison | None:
    """The total that the text states of that budget against its items: the reading that holds, else the first."""
    found = [
        must_total(claim.figure, [Term(figure) for figure in items], f"{claim.about} = 各科目之和")
        for claim in report.claims_of(ClaimKind.AMOUNT)
        if claim.figure is not None and exact_money(claim) and of_this_year(report, claim)
        and plain(claim.about).startswith(plain(whole)) and _SPENT.search(plain(claim.about))
    ]  # fmt: skip
    return next((one for one in found if one.verdict in HOLDS), found[0] if found else None)
