"""项目支出绩效运行监控表, the money: sources, the rate of execution so far, and what is expected of the year."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_be_percent, must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Row, Table
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint

FORM = "项目支出绩效运行监控表"
BASIS = f"财预〔2019〕136号 {FORM}"
INITIAL, ADJUSTED, EXECUTED, RATE, FORECAST = "年初预算数", "全年预算数", "已执行数", "执行率", "全年预计执行数"
_REST = ("其他", "单位资金", "自筹", "专户", "结转")


@rule(
    title="监控表的执行率与已执行数除以预算数不符",
    title_en="the rate of execution so far is not executed over budget",
    basis=f"{BASIS}：执行率 = 执行数 ÷ 预算数",
    reads=(FORM,),
)
def monitored_rate_is_not_executed_over_budget(report: Report) -> Iterator[Observation]:
    """The budget is that after adjustment or that of the beginning of the year: forms do not say which."""
    for row in _rows(report):
        rate, executed = row.figure(RATE), row.figure(EXECUTED)
        budgets = [figure for column in (ADJUSTED, INITIAL) if (figure := row.figure(column)) is not None]
        if rate is None or executed is None or not budgets:
            yield NotApplicable(f"《{FORM}》{row.name}没有列全执行率、执行数和预算数")
            continue
        found = [must_be_percent(rate, executed, budget, "执行率 = 执行数 ÷ 预算数") for budget in budgets]
        yield next((one for one in found if one.verdict is not Verdict.DISAGREE), found[0])


@rule(
    title="监控表的资金总额不等于各来源之和",
    title_en="the money on the form of monitoring is not the sum of its sources",
    basis=BASIS,
    reads=(FORM,),
)
def monitored_money_is_not_sum_of_sources(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for column in (INITIAL, ADJUSTED, EXECUTED, FORECAST) if table.rows else ():
            yield from _sources(table, column)


def _sources(table: Table, column: str) -> Iterator[Observation]:
    """Only a list of two or more that names a rest is a whole."""
    total, *sources = table.rows
    stated = total.figure(column)
    parts: list[Figure] = [figure for row in sources if (figure := row.figure(column)) is not None]
    unread = any(cell.unread for row in table.rows if (cell := row.cells.get(column)) is not None)
    whole = len(parts) > 1 and any(word in row.name for row in sources for word in _REST)
    if stated is None or unread or not whole or len({row.name for row in sources}) < len(sources):
        yield NotApplicable(f"《{FORM}》{column}没有列全各来源")
        return
    words = f"{total.name} = {' + '.join(row.name for row in sources)}（{column}）"
    yield with_hint(must_total(stated, [Term(part) for part in parts], words))


@rule(
    title="全年预计执行数小于已经执行的数",
    title_en="less is expected to be spent in the year than has been spent already",
    basis=BASIS,
    reads=(FORM,),
    certainty="O",
    severity="warning",
)
def forecast_is_less_than_was_spent(report: Report) -> Iterator[Observation]:
    for row in _rows(report):
        executed, forecast = row.figure(EXECUTED), row.figure(FORECAST)
        if executed is None or forecast is None:
            yield NotApplicable(f"《{FORM}》{row.name}没有列全执行数和全年预计执行数")
        else:
            yield must_not_exceed(executed, [Term(forecast)], f"{EXECUTED} ≤ {FORECAST}")


def _rows(report: Report) -> list[Row]:
    return [row for table in report.tables_of(FORM) for row in table.rows]
