"""One figure printed in two tables: totals, sources of income and the three budgets."""

from gouji.rules.final_accounts.fiscal_grants import BUDGETS, FUND, GENERAL, STATE_CAPITAL
from gouji.rules.formula import identity

BASIS = "部门决算公开表样：表间勾稽"
T1, T2, T3 = "收入支出决算总表", "收入决算表", "支出决算表"
T4 = "财政拨款收入支出决算总表"
T5, T6 = "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算表"
T8, T9 = "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表"
OTHER_SOURCES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")

income_total = identity(
    "income-total-differs-between-tables",
    equations=(f"《{T2}》合计·本年收入合计 = 《{T1}》收入：本年收入合计·决算数",),
    title="收入决算表与收入支出决算总表的本年收入合计不一致",
    title_en="total income differs between the income table and the overall table",
    basis=f"{BASIS}（公开01、02表）",
)

expenditure_total = identity(
    "expenditure-total-differs-between-tables",
    equations=(f"《{T3}》合计·本年支出合计 = 《{T1}》支出：本年支出合计·决算数",),
    title="支出决算表与收入支出决算总表的本年支出合计不一致",
    title_en="total expenditure differs between the expenditure table and the overall table",
    basis=f"{BASIS}（公开01、03表）",
)

grant_income = identity(
    "grant-income-differs-between-tables",
    equations=(f"《{T4}》收入：本年收入合计·金额 = 《{T2}》合计·财政拨款收入",),
    title="财政拨款收入在收入决算表与财政拨款总表中不一致",
    title_en="grant income differs between the income table and the table of grants",
    basis=f"{BASIS}（公开02、04表）",
)

general_public = identity(
    "general-public-expenditure-differs-between-tables",
    equations=(f"《{T5}》合计·本年支出合计 = 《{T4}》支出：本年支出合计·{GENERAL}",),
    title="一般公共预算支出合计在公开04表与公开05表中不一致",
    title_en="general public expenditure differs between the table of grants and its own table",
    basis=f"{BASIS}（公开04、05表）",
)

state_capital = identity(
    "state-capital-expenditure-differs-between-tables",
    equations=(f"《{T9}》合计·本年支出小计 = 《{T4}》支出：本年支出合计·{STATE_CAPITAL}",),
    title="国有资本经营预算支出合计在公开04表与公开09表中不一致",
    title_en="state capital expenditure differs between the table of grants and its own table",
    basis=f"{BASIS}（公开04、09表）",
)

basic = identity(
    "basic-expenditure-differs-between-tables",
    equations=(f"《{T5}》合计·基本支出 = 《{T6}》人员经费：人员经费合计·金额 + 《{T6}》公用经费：公用经费合计·金额",),
    title="一般公共预算基本支出不等于人员经费合计加公用经费合计",
    title_en="basic expenditure is not the personnel total plus the operating total of the table of economic codes",
    basis=f"{BASIS}（公开05、06表）",
)

basic_in_list = identity(
    "basic-expenditure-differs-from-economic-table",
    equations=(f"《{T5}》合计·基本支出 = 《{T6}》合计·合计",),
    title="一般公共预算基本支出与基本支出决算表的合计不一致",
    title_en="basic expenditure differs from the total of the table of economic codes",
    basis=f"{BASIS}（公开05、06表）",
)


income_source = identity(
    "income-source-differs-between-tables",
    equations=(
        f"《{T2}》合计·财政拨款收入 = 《{T1}》收入：{GENERAL}收入·决算数 + 《{T1}》收入：{FUND}收入·决算数? + "
        f"《{T1}》收入：{STATE_CAPITAL}收入·决算数?",
        *(f"《{T2}》合计·{source} = 《{T1}》收入：{source}·决算数" for source in OTHER_SOURCES),
    ),
    title="同一来源的收入在收入决算表与收入支出决算总表中不一致",
    title_en="a source of income differs between the income table and the overall table",
    basis=f"{BASIS}（公开01、02表）",
)

grant_of_budget = identity(
    "grant-of-budget-differs-between-tables",
    equations=[f"《{T4}》收入：{budget}·金额 = 《{T1}》收入：{budget}收入·决算数" for budget in BUDGETS],
    title="同一本预算的拨款在收入支出决算总表与财政拨款总表中不一致",
    title_en="the grant of a budget differs between the overall table and the table of grants",
    basis=f"{BASIS}（公开01、04表）",
)

fund_budget = identity(
    "fund-budget-differs-between-tables",
    equations=(
        f"《{T8}》合计·本年收入 = 《{T4}》收入：{FUND}·金额",
        f"《{T8}》合计·本年支出小计 = 《{T4}》支出：本年支出合计·{FUND}",
        f"《{T8}》合计·年初结转和结余 = 《{T4}》收入：年初{FUND}结转和结余·金额",
        f"《{T8}》合计·年末结转和结余 = 《{T4}》支出：年末财政拨款结转和结余·{FUND}",
    ),
    title="政府性基金的收入、支出或结转在公开04表与公开08表中不一致",
    title_en="the fund budget differs between the table of grants and its own table",
    basis=f"{BASIS}（公开04、08表）",
)

carry_over = identity(
    "grant-carry-over-exceeds-all-carry-over",
    equations=(
        f"《{T4}》收入：年初财政拨款结转和结余·金额 ≤ 《{T1}》收入：年初结转和结余·决算数",
        f"《{T4}》支出：年末财政拨款结转和结余·合计 ≤ 《{T1}》支出：年末结转和结余·决算数",
    ),
    title="财政拨款的结转和结余大于全部结转和结余",
    title_en="the carry-over of grants exceeds the whole carry-over",
    basis=f"{BASIS}（公开01、04表）：财政拨款部分不大于全部",
)
