"""部门整体绩效目标申报表 of the national kind: the sources of each task's money, totals of tasks and of the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.performance.targets.form import AMOUNT, OVERVIEW
from gouji.rules.performance.targets.tasks import MONEY, SOURCES, TASKS
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint

TOTALS = "年度重点工作任务合计"
BASIS = "财预〔2015〕88号 部门（单位）整体支出绩效目标申报表"
WHOLE, INCOME, SPENDING = "资金总额", "收入预算合计", "支出预算合计"
# What stands beside each other on one side of the budget; of other names it is not certain that they do.
_BESIDE = frozenset({
    "财政拨款", "其他资金", "一般公共预算", "一般公共预算拨款", "一般公共预算财政拨款", "政府性基金拨款", "政府性基金", "政府性基金预算",
    "政府性基金预算拨款", "政府性基金预算财政拨款", "国有资本经营预算", "国有资本经营预算拨款", "国有资本经营预算财政拨款", "社会保险基金",
    "纳入专户管理的非税收入拨款", "财政专户管理资金", "财政专户管理资金收入", "单位资金", "单位资金收入", "事业收入", "经营收入", "上年结转",
    "上年结转结余", "上级补助收入", "附属单位上缴收入", "基本支出", "项目支出", "经营支出", "上缴上级支出", "对附属单位补助支出",
})  # fmt: skip
_OWN_FUNDS = frozenset({"单位资金", "单位资金收入"})  # may or may not include the next
_OF_OWN_FUNDS = frozenset({"事业收入", "经营收入", "上级补助收入", "附属单位上缴收入", "其他资金"})
_SIDES = re.compile(r"按(?:资金|收入|支出).{0,6}分类?|资金来源|资金结构|资金构成|收入来源|支出结构|支出构成")
_GRANTS = re.compile(r"一般公共|政府性基金|国有资本")


@rule(
    title="任务资金总额不等于财政拨款与其他资金之和",
    title_en="the money of a task is not its appropriation and other funds",
    basis=f"{BASIS}：总额 = 财政拨款 + 其他资金",
    reads=(TASKS,),
    certainty="O",
)
def task_money_is_not_sum_of_its_sources(report: Report) -> Iterator[Observation]:
    """Where one source is blank a difference is a warning: the blank one may be what is missing."""
    for table in (*report.tables_of(TASKS), *report.tables_of(TOTALS)):
        for row in table.rows if all(source in table.columns for source in SOURCES) else ():
            stated, parts = row.figure(MONEY), [row.figure(source) for source in SOURCES]
            filled = [part for part in parts if part is not None]
            if stated is None or not filled or any(row.cells[source].unread for source in SOURCES if source in row.cells):
                yield NotApplicable("任务资金没有分列来源")
                continue
            found = with_hint(must_total(stated, [Term(part) for part in filled], "总额 = 财政拨款 + 其他资金"))
            yield found if len(filled) == len(parts) else replace(found, severity=Severity.WARNING)


@rule(
    title="任务资金合计不等于各任务资金之和",
    title_en="the total below the tasks is not the sum of the tasks",
    basis=f"{BASIS}：金额合计 = 各任务金额之和",
    reads=(TASKS, TOTALS),
    certainty="O",
)
def task_total_is_not_sum_of_tasks(report: Report) -> Iterator[Observation]:
    rows = [row for table in report.tables_of(TASKS) for row in table.rows]
    totals = [row for table in report.tables_of(TOTALS) for row in table.rows]
    if len(totals) != 1 or not rows:
        yield NotApplicable("没有任务，或不止一行合计")
        return
    for column in (MONEY, *SOURCES):
        stated = totals[0].figure(column)
        cells = [row.cells[column] for row in rows if column in row.cells]
        parts = [Term(cell.figure) for cell in cells if cell.figure is not None]
        if stated is None or not parts or any(cell.unread for cell in cells):
            yield NotApplicable(f"{column}没有列示，或有的无法读取")
            continue
        found = with_hint(must_total(stated, parts, f"{TOTAL} = 各任务{column}之和"))
        complete = all(_has_money(row) for row in rows)
        yield found if complete else replace(found, severity=Severity.WARNING)


def _has_money(row: Row) -> bool:
    return any(row.figure(column) is not None for column in (MONEY, *SOURCES))


@rule(
    title="部门预算总额不等于所列各项之和",
    title_en="the total of the department's budget is not the sum of its parts",
    basis=f"{BASIS}：预算总额按收入来源和支出结构各分列一次",
    reads=(OVERVIEW,),
    certainty="O",
)
def budget_total_is_not_sum_of_parts(report: Report) -> Iterator[Observation]:
    """Only where the form's own labels make parts of a total: under 按收入性质分, or below 收入预算合计."""
    for table in report.tables_of(OVERVIEW):
        found = list(_totals_and_parts(table))
        for stated, parts, name in found:
            yield _made_of(stated, parts, name)
        if not found:
            yield NotApplicable("没有列示预算总额，或没有分列")


def _totals_and_parts(table: Table) -> Iterator[tuple[Figure, list[Row], str]]:
    whole = table.figure(WHOLE, AMOUNT)
    sides = dict.fromkeys(row.side for row in table.rows if row.side)
    for side in sides:
        members = [row for row in table.rows if row.side == side]
        first, rest = members[0], members[1:]
        if first.name in (INCOME, SPENDING) and (stated := first.figure(AMOUNT)) is not None:
            yield stated, rest, first.name
        elif whole is not None and _SIDES.fullmatch(side):
            yield whole, members, f"{WHOLE}（{side}）"
    if whole is not None and not sides:
        rest = [row for row in table.rows if row.name != WHOLE]
        yield whole, [row for row in rest if not row.name.endswith("支出")], f"{WHOLE}（收入来源）"
        yield whole, [row for row in rest if row.name.endswith("支出")], f"{WHOLE}（支出结构）"


def _made_of(stated: Figure, rows: list[Row], name: str) -> Observation:
    if any(row.cells[AMOUNT].unread for row in rows):
        return NotApplicable("有的金额无法读取")
    rows = [row for row in rows if row.figure(AMOUNT) is not None]
    parts = [Term(figure) for row in rows if (figure := row.figure(AMOUNT)) is not None]
    if len(parts) < 2:
        return NotApplicable(f"{name}没有分列")
    found: Comparison = with_hint(must_total(stated, parts, f"{name} = 所列各项之和"))
    names = [row.name for row in rows]
    nested = "财政拨款" in names and any(_GRANTS.search(each) for each in names)
    nested = nested or bool(_OWN_FUNDS & {*names} and _OF_OWN_FUNDS & {*names})
    sure = len(set(names)) == len(names) and _BESIDE.issuperset(names) and not nested
    return found if sure or found.verdict is not Verdict.DISAGREE else NotApplicable("所列各项可能有包含关系")


@rule(
    title="收入预算合计与支出预算合计不一致",
    title_en="the totals of income and expenditure of the budget differ",
    basis=f"{BASIS}：部门预算收支平衡",
    reads=(OVERVIEW,),
    certainty="O",
)
def budget_income_differs_from_expenditure(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(OVERVIEW):
        income, spending = table.figure(INCOME, AMOUNT), table.figure(SPENDING, AMOUNT)
        if income is None or spending is None:
            yield NotApplicable("没有同时列示收入和支出的合计")
        else:
            yield must_equal(spending, income, f"{SPENDING} = {INCOME}")
