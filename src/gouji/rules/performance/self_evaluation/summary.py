"""项目支出绩效自评汇总表: a row for each project, and the total of all."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_be_percent, must_total
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Table
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.scoring.listing import FORM, listed

TOTAL = "合计"
MONEY = ("年初预算数", "全年预算数", "全年执行数")


@rule(
    title="自评汇总表的合计不等于各项目之和",
    title_en="the total of a summary of self-evaluations is not the sum of its projects",
    basis=f"{FORM}：合计 = 各项目之和",
    reads=(FORM,),
)
def summary_total_is_not_sum_of_projects(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for column in MONEY:
            yield from _total(table, column)


@rule(
    title="自评汇总表的等级与得分不符",
    title_en="a grade in a summary of self-evaluations does not follow from the score",
    basis="财预〔2020〕10号：优 90—100，良 80—90，中 60—80，差 60 以下",
    reads=(FORM,),
    certainty="O",
    severity="warning",
)
def summary_grade_does_not_follow_from_score(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for one in listed(report, table):
            if one.cell is not None and one.disagrees:
                yield Remark(
                    one.cell.place,
                    f"“{one.name}”得分 {one.score.text} 属“{one.due}”，这里写的是“{one.printed}”",
                    f"a score of {one.score.text} makes “{one.due}”, not “{one.printed}”",
                    against=(one.score.place,),
                    expected=one.due,
                )


def _total(table: Table, column: str) -> Iterator[Observation]:
    """One total, at the top or the bottom; a table with rows that sum up others (units over projects) is left alone."""
    totals = [row for row in table.rows if row.name == TOTAL]
    rows = [row for row in table.rows if row.name != TOTAL]
    stated = totals[0].figure(column) if len(totals) == 1 else None
    cells = [row.cells[column] for row in rows if column in row.cells]
    parts = [Term(cell.figure) for cell in cells if cell.figure is not None]
    if stated is None or len(parts) < 2 or any(cell.unread for cell in cells):
        yield NotApplicable(f"《{FORM}》{column}没有合计，或有的金额无法读取")
        return
    found = must_total(stated, parts, f"合计 = 各项目{column}之和")
    twice = sum(part.figure.value for part in parts) == 2 * stated.value
    yield NotApplicable("各行中有单位小计") if twice else with_hint(found)


@rule(
    title="自评汇总表的执行率与执行数除以预算数不符",
    title_en="a rate of execution in a summary of self-evaluations is not executed over budget",
    basis=f"{FORM}：执行率 = 全年执行数 ÷ 全年预算数",
    reads=(FORM,),
)
def summary_rate_is_not_executed_over_budget(report: Report) -> Iterator[Observation]:
    for row in [row for table in report.tables_of(FORM) for row in table.rows]:
        rate, executed = row.figure("执行率"), row.figure("全年执行数")
        budgets = [figure for column in ("全年预算数", "年初预算数") if (figure := row.figure(column)) is not None]
        if rate is None or executed is None or not budgets:
            yield NotApplicable(f"《{FORM}》{row.name}没有列全执行率、执行数和预算数")
            continue
        found = [must_be_percent(rate, executed, budget, "执行率 = 执行数 ÷ 预算数") for budget in budgets]
        yield next((one for one in found if one.verdict is not Verdict.DISAGREE), found[0])
