"""公开05 一般公共预算财政拨款支出决算表: each row against its parts, each code against the codes below it."""

from gouji.rules.formula import identity
from gouji.rules.sums import tree

FORM = "一般公共预算财政拨款支出决算表"
BASIS = "部门决算公开表样 公开05表"

row_is_sum = identity(
    "general-public-row-is-not-basic-plus-project",
    form=FORM,
    each_row="本年支出合计 = 基本支出 + 项目支出",
    title="一般公共预算支出某行的合计不等于基本支出加项目支出",
    title_en="a row of general public expenditure is not basic plus project expenditure",
    basis=BASIS,
)

code_is_sum = tree(
    "general-public-code-is-not-sum-of-subcodes",
    form=FORM,
    title="一般公共预算支出某科目不等于其下级科目之和",
    title_en="a code of general public expenditure is not the sum of the codes below it",
    basis=BASIS,
)
