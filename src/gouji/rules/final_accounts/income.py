"""公开02 收入决算表: each row against its sources, each code against the codes below it."""

from gouji.rules.formula import identity
from gouji.rules.sums import tree

FORM = "收入决算表"
BASIS = "部门决算公开表样 公开02表"

row_is_sum = identity(
    "income-row-is-not-sum-of-sources",
    form=FORM,
    each_row="本年收入合计 = 财政拨款收入 + 上级补助收入? + 事业收入? + 经营收入? + 附属单位上缴收入? + 其他收入?",
    title="收入决算表某行的合计不等于各来源之和",
    title_en="a row of the income table is not the sum of its sources",
    basis=BASIS,
)

code_is_sum = tree(
    "income-code-is-not-sum-of-subcodes",
    form=FORM,
    title="收入决算表某科目不等于其下级科目之和",
    title_en="a code of the income table is not the sum of the codes below it",
    basis=BASIS,
)
