"""The initial budget that the text of accounts tells, as a whole and item by item, and the same items of the budget's table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.chain.stages import own_stage
from gouji.model.chain import Amount, Moment, Stage
from gouji.model.figure import Figure
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.table import TOTAL, Table
from gouji.vocabulary.terms import plain

GRANTS, GENERAL = "财政拨款", "一般公共预算财政拨款"
UNSAID = "口径未注明"  # forms that do not say whether they count all money or grants only
INITIAL = "年初预算"
ITEM = "·"  # between the names of class, section and item

_WHOLE = {
    "一般公共预算财政拨款支出": ("支出合计", GENERAL),
    "一般公共预算支出": ("支出合计", GENERAL),
    "财政拨款支出": ("支出合计", GRANTS),
    "部门整体支出": ("支出合计", UNSAID),
}
_ITEM = re.compile(r"^(?P<class>[^()]{2,30})\(类\)(?P<section>[^()]{2,30})\(款\)(?P<item>[^()]{2,40})\(项\)$")
_TABLES = {"一般公共预算支出预算表": GENERAL}
_STAGES = (Stage.FINAL_ACCOUNTS, Stage.SELF_EVALUATION)


def told_amounts(report: Report) -> Iterator[Amount]:
    """The initial budgets of a text, each once, and the items of the table of a budget."""
    stage = own_stage(report)
    seen: set[tuple[str, str]] = set()
    for claim in report.claims if stage in _STAGES else ():
        figure = _initial(claim)
        meaning, scope = _meaning(plain(claim.about).removesuffix(INITIAL))
        if figure is not None and meaning and (meaning, scope) not in seen and not figure.loose:
            seen.add((meaning, scope))
            yield Amount(meaning, Moment.BUDGET, figure, stage, scope)
    for form, scope in _TABLES.items():
        for table in report.tables_of(form)[:1]:
            yield from (Amount(meaning, Moment.BUDGET, figure, stage, scope) for meaning, figure in _items(table))


def _initial(claim: Claim) -> Figure | None:
    """The initial budget that a claim states, or that it is measured by."""
    if claim.kind is ClaimKind.AMOUNT and plain(claim.about).endswith(INITIAL):
        return claim.figure
    return claim.base if claim.kind is ClaimKind.COMPLETION and INITIAL in claim.of else None


def _meaning(subject: str) -> tuple[str, str]:
    match = _ITEM.match(subject)
    if match is not None:
        return ITEM.join((match["class"], match["section"], match["item"])), GENERAL
    return _WHOLE.get(subject, ("", ""))


def _items(table: Table) -> Iterator[tuple[str, Figure]]:
    """Each item of a table of codes, named with its section and class."""
    for row in table.rows:
        figure = row.figure(TOTAL)
        above = [table.by_code(row.code[:length]) for length in (3, 5)] if len(row.code) == 7 else []
        if figure is not None and not figure.loose and above and all(above):
            names = [plain(one.name) for one in above if one is not None]
            yield ITEM.join((*names, plain(row.name))), figure
