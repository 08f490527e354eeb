"""Items that the text of a budget explains, but none of its tables lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.table import Row
from gouji.rules.final_accounts.rows import tables_among
from gouji.rules.narrative.budgeted import subject_of_budget
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.codes import folded
from gouji.vocabulary.stated_budget import EXPENDITURE, ITEM_FORMS

_ITEM = re.compile(r"^(?:.*\([类款]\))(?P<name>[^()]{2,40}(?:\([^()]{1,8}\)[^()]{0,20})?)\(项\)")
_DASHED = re.compile(r"^[^-]+-[^-]+-(?P<name>[^-]+?)(?:科目)?$")
ALIKE = 0.7  # of the signs of a name that make it another spelling of a row's
ENOUGH = 3  # items of the tables


@rule(
    title="文字说明的项级科目在预算表中没有",
    title_en="an item of the text of a budget is in none of its tables",
    basis="部门预算编制说明：逐项说明的科目与支出预算表的科目一致",
    reads=(NARRATIVE,),
    severity="warning",
)
def item_of_text_is_in_no_table(report: Report) -> Iterator[Observation]:
    tables = list(tables_among(report, (*ITEM_FORMS, EXPENDITURE))) if report.kind is DocumentKind.BUDGET else []
    rows = [row for table in tables for row in table.rows if len(row.code) == 7]
    if len(rows) < ENOUGH:
        yield NotApplicable("没有列至项级科目的支出预算表")
        return
    for claim in report.claims_of(ClaimKind.AMOUNT):
        about = subject_of_budget(report, claim)
        match = _ITEM.match(about) or _DASHED.match(about)
        if match is None or claim.figure is None or not exact_money(claim) or in_reason(claim):
            continue
        if claim.figure.value and of_this_year(report, claim) and not any(_alike(match["name"], row) for row in rows):
            same = next(
                (r for r in rows if any(c.figure and c.figure.value == claim.figure.value for c in r.cells.values())),
                None,
            )
            hint = f"；金额相同的是“{same.name}”" if same is not None else ""
            yield Remark(
                claim.figure.place,
                f"“{match['name']}”不在支出预算表的项级科目中，请核对科目名称{hint}",
                "this item is in none of the tables of expenditure",
                expected=same.name if same is not None else "",
            )


def _alike(name: str, row: Row) -> bool:
    """Can the name be that of the row, spelt otherwise or cut short?"""
    one, other = folded(name).removesuffix("支出"), folded(row.name).removesuffix("支出")
    common = len(set(one) & set(other))
    return one in other or other in one or common >= ALIKE * max(len(set(one)), len(set(other)))
