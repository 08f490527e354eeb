"""Changes of parts against the change of their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.model.comparison import must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term, judge_sum
from gouji.rules.narrative.percents import HOLDS
from gouji.rules.narrative.sentences import exact_money
from gouji.rules.narrative.statements import Statements, statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

_QUOTES = re.compile(r"[\"'“”]")
_GRANTS = re.compile(r"财政拨款支出(?:预算)?(?:总计|合计)?")
_BUDGETS = (
    re.compile(r"一般公共预算(?:财政)?拨款支出(?:预算)?"),
    re.compile(r"政府性基金(?:预算)?(?:财政)?拨款支出(?:预算)?"),
    re.compile(r"国有资本经营(?:预算)?(?:财政)?拨款支出(?:预算)?"),
)


@rule(
    title="各分项的增减额之和与总额的增减额不符",
    title_en="the changes of the parts do not make up the change of their whole",
    basis="算术关系：总额等于各分项之和时，总额的增减额等于各分项增减额之和",
    reads=(NARRATIVE,),
)
def changes_of_parts_do_not_make_up_change(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    looked_at = False
    for whole, parts in (*_nested(statements), *_three_budgets(report)):
        if (comparison := _compared(statements, whole, parts)) is not None:
            looked_at = True
            yield comparison
    if not looked_at:
        yield NotApplicable("没有同时列出总额和各分项的增减额")


@rule(
    title="三本预算的拨款支出之和与财政拨款支出不符",
    title_en="the three budgets do not make up the grants that the text states",
    basis="算术关系：财政拨款支出 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算",
    reads=(NARRATIVE,),
)
def stated_budgets_do_not_make_up_grants(report: Report) -> Iterator[Observation]:
    for whole, parts in _three_budgets(report):
        figures = [part.figure for part in parts if part.figure is not None]
        if whole.figure is not None and len(figures) == len(parts):
            words = "财政拨款支出 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算"
            yield with_hint(must_total(whole.figure, [Term(figure) for figure in figures], words))


def _nested(statements: Statements) -> Iterator[tuple[Claim, list[Claim]]]:
    """What 其中 details, where the amounts of the parts make up their whole."""
    for whole, parts in statements.parts():
        while len(parts) > 1 and whole.figure is not None:
            terms = [Term(part.figure) for part in parts if part.figure is not None and part.figure.kind is Kind.MONEY]
            if len(terms) == len(parts) and judge_sum(whole.figure, terms)[0] in HOLDS:
                yield whole, parts
                break
            parts = parts[:-1]


def _three_budgets(report: Report) -> Iterator[tuple[Claim, list[Claim]]]:
    """The grants of a paragraph with the three budgets that follow it."""
    by_paragraph: dict[int, list[Claim]] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if exact_money(claim):
            by_paragraph.setdefault(id(claim.paragraph), []).append(claim)
    for claims in by_paragraph.values():
        for index, whole in enumerate(claims):
            following = claims[index + 1 : index + 4]
            if _GRANTS.fullmatch(_words(whole)) and len(following) == 3:
                if all(words.fullmatch(_words(part)) for words, part in zip(_BUDGETS, following, strict=True)):
                    yield whole, following


def _words(claim: Claim) -> str:
    return _QUOTES.sub("", plain(claim.about))


def _compared(statements: Statements, whole: Claim, parts: Sequence[Claim]) -> Comparison | None:
    """The change of the whole against those of the parts; None where one is not stated, or from another base."""
    change = _change(statements, whole)
    if change is None or change.figure is None or not change.direction or not change.against:
        return None
    terms: list[Term] = []
    for part in parts:
        own = _change(statements, part)
        if own is None or own.against != change.against or (own.figure is None and own.direction):
            return None
        if own.figure is not None:
            terms.append(Term(own.figure, Decimal(own.direction * change.direction)))
    words = f"{whole.about}的增减额 = 各分项增减额之和"
    return with_hint(must_total(change.figure, terms, words)) if terms else None


def _change(statements: Statements, claim: Claim) -> Claim | None:
    """The one change stated of an amount, in money or as 持平."""
    found = [c for c in statements.claims(claim.statement, ClaimKind.CHANGE) if c.amount is claim.figure]
    figure: Figure | None = found[0].figure if len(found) == 1 else None
    if len(found) != 1 or (figure is not None and (figure.loose or figure.kind is not Kind.MONEY)):
        return None
    return found[0]
