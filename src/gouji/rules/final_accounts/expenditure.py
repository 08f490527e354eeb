"""公开03 支出决算表: each row against its parts, each code against the codes below it."""

from gouji.rules.formula import identity
from gouji.rules.sums import tree

FORM = "支出决算表"
BASIS = "部门决算公开表样 公开03表"

row_is_sum = identity(
    "expenditure-total-is-not-sum-of-parts",
    form=FORM,
    each_row="本年支出合计 = 基本支出 + 项目支出 + 上缴上级支出? + 经营支出? + 对附属单位补助支出?",
    title="支出决算表某行的合计不等于各项支出之和",
    title_en="a row of the expenditure table is not the sum of its parts",
    basis=BASIS,
)

code_is_sum = tree(
    "expenditure-code-is-not-sum-of-subcodes",
    form=FORM,
    title="支出决算表某科目不等于其下级科目之和",
    title_en="a code of the expenditure table is not the sum of the codes below it",
    basis=BASIS,
)
