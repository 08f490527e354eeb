"""What is said to be level with its budget, and is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import ClaimKind
from gouji.model.report import Report
from gouji.rules.narrative.sentences import exact_money, planned
from gouji.rules.narrative.statements import statements_of
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.claims import ADJUSTED, INITIAL

_BUDGET = re.compile(r"预算")
_OTHER = re.compile(r"上年|去年|20\d\d年")


@rule(
    title="写明决算数与预算数持平，所列两数却不相等",
    title_en="the final amount is said to equal the budget printed beside it, but does not",
    basis="文字逻辑：持平即两数相等",
    reads=(NARRATIVE,),
)
def final_amount_is_not_level_with_budget(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    looked_at = False
    for change in report.claims_of(ClaimKind.CHANGE):
        if change.figure is not None or change.direction or not _BUDGET.search(change.against):
            continue
        amounts = [c for c in statements.claims(change.statement, ClaimKind.AMOUNT) if exact_money(c)]
        budgets = [c for c in amounts if planned(c) and _same(c.about, change.against)]
        spent = [c for c in amounts if not planned(c)]
        if _OTHER.search(change.against) or len(budgets) != 1 or len(spent) != 1:
            continue
        budget, final = budgets[0].figure, spent[0].figure
        looked_at = True
        if budget is not None and final is not None and budget.value != final.value:
            text = change.paragraph.text[slice(*change.span)]
            yield Remark(
                replace(final.place, text=text, ink=change.ink, field="增减"),
                f"写明与{change.against}持平，但预算数 {budget.text}，决算数 {final.text}",
                f"said to equal the budget, but {budget.text} and {final.text} are printed",
                against=(budget.place, final.place),
            )
    if not looked_at:
        yield NotApplicable("没有写明与预算数持平的决算数")


def _same(about: str, against: str) -> bool:
    """Do both speak of one budget (年初, 全年), as far as they say?"""
    for words in (INITIAL, ADJUSTED):
        if any(word in against for word in words) or ("年初" in against and words is INITIAL):
            return any(word in about for word in words)
    return True
