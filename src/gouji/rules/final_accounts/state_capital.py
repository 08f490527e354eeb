"""公开09 国有资本经营预算财政拨款支出决算表: rows, codes, and that the codes are those of this budget."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.final_accounts.rows import code_place, has_amounts
from gouji.rules.formula import identity
from gouji.rules.rule import rule
from gouji.rules.sums import tree
from gouji.vocabulary.codes import STATE_CAPITAL_CODES

FORM = "国有资本经营预算财政拨款支出决算表"
BASIS = "部门决算公开表样 公开09表"

row_is_sum = identity(
    "state-capital-row-is-not-basic-plus-project",
    form=FORM,
    each_row="本年支出小计 = 基本支出 + 项目支出",
    title="国有资本经营预算支出某行的小计不等于基本支出加项目支出",
    title_en="a row of state capital expenditure is not basic plus project expenditure",
    basis=BASIS,
)

code_is_sum = tree(
    "state-capital-code-is-not-sum-of-subcodes",
    form=FORM,
    title="国有资本经营预算某科目不等于其下级科目之和",
    title_en="a code of the state capital budget is not the sum of the codes below it",
    basis=BASIS,
)


@rule(
    title="国有资本经营预算表列入了其他预算的科目",
    title_en="the table of the state capital budget holds a code of another budget",
    basis="政府收支分类科目：223 国有资本经营预算支出",
    reads=(FORM,),
    certainty="O",
    severity="warning",
)
def code_is_not_a_state_capital_code(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for row in table.rows:
            if row.code and has_amounts(row) and not row.code.startswith(STATE_CAPITAL_CODES):
                yield Remark(
                    code_place(report, table, row),
                    f"{row.code} {row.name}不是国有资本经营预算科目（应为 223 类）",
                    f"{row.code} {row.name} is not a code of the state capital budget (223)",
                )
