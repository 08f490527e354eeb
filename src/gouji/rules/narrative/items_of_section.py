"""The items (类款项) that a section of a budget goes through one by one, against the total the section opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from gouji.model.comparison import must_total
from gouji.model.figure import Kind
from gouji.model.finding import NotApplicable, Observation, Severity
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.rules.narrative.budgeted import subject_of_budget
from gouji.rules.narrative.percents import HOLDS
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year
from gouji.rules.narrative.statements import Statements, statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.stated_budget import section

_TOTALS = {
    "拨款": re.compile(r"财政拨款(?:预算)?支出(?:预算)?(?:总计|合计)?"),
    "一般": re.compile(r"一般公共预算(?:当年)?(?:财政)?拨款(?:支出)?(?:预算)?(?:总计|合计)?"),
    "基金": re.compile(r"政府性基金(?:预算)?(?:当年)?(?:财政)?(?:拨款)?(?:支出)?(?:预算)?(?:支出)?(?:总计|合计)?"),
}
_ITEM = re.compile(r".*\(款\).*\(项\).*|.*\(类\).*\(项\).*")
_NAMED = re.compile(r"[（(]\s*项\s*[)）]")
_SINCE = re.compile(r"上年|去年|20\d\d年")
_NEW = re.compile(r"^[，,]?\s*(?:此项支出)?(?:是|为)?今年新增支出")
FEWEST = 3  # items


@dataclass(slots=True)
class _Section:
    """The total of a section and its items, in order."""

    name: str
    total: Claim | None = None
    items: list[Claim] = field(default_factory=list)


@rule(
    title="逐项列示的科目之和与本节的拨款总数不符",
    title_en="the items a section goes through do not make up the total it opens with",
    basis="部门预算情况说明：逐项列示至项级科目，其和等于拨款总数",
    reads=(NARRATIVE,),
    severity="warning",
)
def items_of_section_do_not_make_up_total(report: Report) -> Iterator[Observation]:
    looked_at = False
    for found in _sections(report):
        if found.total is not None and found.total.figure is not None:
            looked_at = True
            terms = [Term(item.figure) for item in found.items if item.figure is not None]
            yield with_hint(must_total(found.total.figure, terms, f"{found.total.about} = 各项级科目之和"))
    if not looked_at:
        yield NotApplicable("没有逐项列示项级科目，或没有写明总数")


@rule(
    title="逐项列示的科目增减额之和与总数的增减额不符",
    title_en="the changes of the items of a section do not make up the change of its total",
    basis="算术关系：总数等于各科目之和时，总数的增减额等于各科目增减额之和",
    reads=(NARRATIVE,),
    severity="warning",
)
def changes_of_items_do_not_make_up_change(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    looked_at = False
    for found in _sections(report):
        total = found.total
        parts = [Term(item.figure) for item in found.items if item.figure is not None]
        if total is None or total.figure is None or must_total(total.figure, parts).verdict not in HOLDS:
            continue
        change = _change(statements, total)
        terms = [_signed(statements, item) for item in found.items]
        if change is None or change.figure is None or not change.direction or any(term is None for term in terms):
            continue
        looked_at = True
        sign = Decimal(change.direction)
        signed = [replace(term, factor=term.factor * sign) for term in terms if term is not None and term.factor]
        compared = must_total(change.figure, signed, f"{total.about}的增减额 = 各科目增减额之和")
        yield replace(with_hint(compared), severity=Severity.WARNING)
    if not looked_at:
        yield NotApplicable("没有同时列出总数和各科目的增减额")


def _sections(report: Report) -> Iterator[_Section]:
    """The sections with a total and three items or more, each item stated once."""
    found: dict[str, _Section] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT) if report.kind is DocumentKind.BUDGET else ():
        where = section(claim.paragraph.headings)
        if where not in _TOTALS or not exact_money(claim) or in_reason(claim) or not of_this_year(report, claim):
            continue
        here = found.setdefault(where, _Section(where))
        about = subject_of_budget(report, claim)
        if _ITEM.fullmatch(about):
            here.items.append(claim)
        elif here.total is None and not here.items and _TOTALS[where].fullmatch(about):
            here.total = claim
    for one in found.values():
        if _unread(report, one):
            continue
        names = [item.about for item in one.items]
        if len(names) >= FEWEST and len(set(names)) == len(names) and one.total is not None:
            yield one


def _unread(report: Report, found: _Section) -> bool:
    """Does a paragraph of the section name an item whose amount could not be read?"""
    read = {id(item.paragraph) for item in found.items}
    named = (p for p in report.paragraphs if section(p.headings) == found.name and _NAMED.search(p.text))
    return any(id(paragraph) not in read for paragraph in named)


def _change(statements: Statements, claim: Claim) -> Claim | None:
    """The change from the year before that is stated of an amount; None where there is none, or another base too."""
    changes = [c for c in statements.claims(claim.statement, ClaimKind.CHANGE) if c.amount is claim.figure]
    fitting = [c for c in changes if _SINCE.search(c.against)]
    return fitting[0] if len(changes) == 1 and fitting else None


def _signed(statements: Statements, item: Claim) -> Term | None:
    """The change of an item with its sign; a factor of zero for 持平; None where the text states none."""
    change = _change(statements, item)
    if change is None and item.figure is not None and _NEW.search(item.paragraph.text[item.span[1] :]):
        return Term(item.figure)
    if change is None or (change.figure is None and change.direction):
        return None
    if change.figure is None:
        return Term(item.figure, Decimal(0)) if item.figure is not None else None
    if change.figure.loose or change.figure.kind is not Kind.MONEY:
        return None
    return Term(change.figure, Decimal(change.direction))
