"""公开08 政府性基金预算财政拨款收入支出决算表: rows, codes, and that the codes are those of funds."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.final_accounts.rows import code_place, has_amounts
from gouji.rules.formula import identity
from gouji.rules.rule import rule
from gouji.rules.sums import tree
from gouji.vocabulary.codes import is_fund_code

FORM = "政府性基金预算财政拨款收入支出决算表"
BASIS = "部门决算公开表样 公开08表"

row_is_sum = identity(
    "fund-row-is-not-basic-plus-project",
    form=FORM,
    each_row="本年支出小计 = 基本支出 + 项目支出",
    title="政府性基金支出某行的小计不等于基本支出加项目支出",
    title_en="a row of fund expenditure is not basic plus project expenditure",
    basis=BASIS,
)

code_is_sum = tree(
    "fund-code-is-not-sum-of-subcodes",
    form=FORM,
    title="政府性基金预算某科目不等于其下级科目之和",
    title_en="a code of the fund budget is not the sum of the codes below it",
    basis=BASIS,
)


@rule(
    title="政府性基金预算表列入了非基金科目",
    title_en="the table of fund budgets holds a code that is not a fund's",
    basis="政府收支分类科目：政府性基金预算支出功能分类",
    reads=(FORM,),
    certainty="O",
    severity="note",
)
def code_is_not_a_fund_code(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for row in table.rows:
            if row.code and has_amounts(row) and not is_fund_code(row.code):
                yield Remark(
                    code_place(report, table, row),
                    f"{row.code} {row.name}不像政府性基金预算科目，请核对应否列入一般公共预算",
                    f"{row.code} {row.name} does not look like a fund code",
                )
