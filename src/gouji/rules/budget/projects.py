"""The list of projects of a budget: its total against the projects, where its own columns show that they make it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.budget.forms import BASIS
from gouji.rules.final_accounts.rows import tables_among
from gouji.rules.rule import rule
from gouji.rules.slips import one_slip_away
from gouji.rules.sums import sums_by_column
from gouji.vocabulary.stated_budget import PROJECTS

GENERAL_PROJECTS = "一般公共预算项目支出预算表"
FEWEST = 2  # projects with an amount in a column that bears the list out


@rule(
    title="项目支出预算表的合计不等于各项目之和",
    title_en="the total of the list of projects of a budget is not their sum",
    basis=f"{BASIS}：项目支出表的合计 = 各项目之和",
    certainty="S",
)
def project_budget_total_is_not_sum_of_projects(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, (PROJECTS, GENERAL_PROJECTS)):
        total = table.row(TOTAL) or table.row("总计")
        parts = [row for row in table.rows if row is not total]
        if total is None or len(parts) < FEWEST:
            yield NotApplicable(f"《{table.title or table.form}》没有合计行或项目")
        else:
            yield from _sums(table, total, parts)


def _sums(table: Table, total: Row, parts: Sequence[Row]) -> Iterator[Observation]:
    """Bodies and classes may stand among the projects: only where a column adds up, or all but one digit, is it told."""
    compared = list(sums_by_column(total, parts, table.columns, f"{total.name} = 各项目之和"))
    borne_out = len({len(row.code) for row in parts}) == 1 and bool(parts[0].code)  # items alone, no body among them
    borne_out = borne_out or any(
        isinstance(found, Comparison) and found.verdict is not Verdict.DISAGREE and _shown(found) for found in compared
    )
    for found in compared:
        if isinstance(found, Comparison) and not borne_out and not one_slip_away(found):
            yield NotApplicable("各行之间有包含关系，不作加总")
        else:
            yield found


def _shown(found: Comparison) -> bool:
    return bool(found.stated.value) and sum(bool(term.figure.value) for term in found.terms) >= FEWEST
