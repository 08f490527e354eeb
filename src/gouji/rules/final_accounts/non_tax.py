"""公开10 非税收入征缴情况表: accounts, the nine kinds, and details whose levels the form may not show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gouji.model.finding import NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.final_accounts.nesting import outermost
from gouji.rules.formula import identity
from gouji.rules.rule import rule
from gouji.rules.sums import sums_by_column

FORM = "非税收入征缴情况表"
BASIS = "部门决算公开表样 公开10表（广东）"
MOST_KINDS = 9

row_is_sum = identity(
    "non-tax-row-is-not-sum-of-accounts",
    form=FORM,
    each_row="合计 = 纳入预算管理 + 纳入财政专户管理",
    title="非税收入某行的合计不等于纳入预算管理加纳入财政专户管理",
    title_en="a row of non-tax income is not the budget account plus the special account",
    basis=BASIS,
)


@rule(
    title="非税收入合计不等于各类收入之和",
    title_en="total non-tax income is not the sum of its kinds",
    basis=BASIS,
    reads=(FORM,),
)
def non_tax_total_is_not_sum_of_kinds(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        total, kinds = table.row(TOTAL), [kind for kind, _ in _kinds(table)]
        if total is None or not kinds:
            yield NotApplicable(f"《{FORM}》没有合计行，或看不出各行的层次")
        else:
            yield from sums_by_column(total, kinds, table.columns, "合计 = 各类收入之和")


@rule(
    title="非税收入某类不等于其明细之和",
    title_en="a kind of non-tax income is not the sum of its details",
    basis=BASIS,
    reads=(FORM,),
    severity="warning",
)
def non_tax_kind_is_not_sum_of_details(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        column = table.columns[0]
        for kind, details in _kinds(table):
            parts = outermost(kind, details, column)
            yield from sums_by_column(kind, parts, (column,), f"{kind.name} = 各项明细之和") if parts else ()


def _kinds(table: Table) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Every outermost row with the deeper rows that follow it; none where the levels cannot be told."""
    rows = [row for row in table.rows if row.name and row.name != TOTAL]
    depth = min((row.depth for row in rows), default=0)
    starts = [index for index, row in enumerate(rows) if row.depth == depth]
    if len(starts) == len(rows) > MOST_KINDS:
        return
    for start, end in pairwise([*starts, len(rows)]):
        yield rows[start], rows[start + 1 : end]
