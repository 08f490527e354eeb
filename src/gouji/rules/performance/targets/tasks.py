"""部门整体绩效目标申报表, the tasks: money within project expenditure, units, the amounts their text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_cover, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Row
from gouji.rules.performance.amounts import sums
from gouji.rules.performance.targets.form import AMOUNT, OVERVIEW, PROJECTS, amount
from gouji.rules.rule import rule

TASKS, MONEY, CONTENT = "年度重点工作任务", "拟投入的资金", "主要实施内容"
SOURCES = ("财政拨款", "其他资金")  # of a task's money, where the form prints them: one of them may well be blank
FORM = "部门整体绩效目标申报表·年度重点工作任务"
UNIT_SLIP = Decimal(10_000)


def task_money(report: Report) -> list[Figure]:
    """The amounts of all tasks, other tasks included."""
    rows = [row for table in report.tables_of(TASKS) for row in table.rows]
    return [figure for row in rows if (figure := row.figure(MONEY)) is not None]


@rule(
    title="重点工作任务拟投入的资金之和超过项目支出",
    title_en="the tasks together cost more than all project expenditure",
    basis=f"{FORM}：任务资金从项目支出中安排",
    reads=(OVERVIEW, TASKS),
)
def tasks_cost_more_than_project_expenditure(report: Report) -> Iterator[Observation]:
    money, overview = task_money(report), report.table(OVERVIEW)
    if any(source in table.columns for table in report.tables_of(TASKS) for source in SOURCES):
        yield NotApplicable("这种表的任务包括人员和机构运转，不只用项目支出")
        return
    limit = amount(overview, PROJECTS) if overview else None
    if not money or not isinstance(limit, Figure) or _unread(report):
        yield NotApplicable("项目支出或任务资金没有列示")
        return
    comparison = must_cover(limit, [Term(figure) for figure in money], f"{PROJECTS} ≥ 各任务拟投入的资金之和")
    fails = comparison.verdict is Verdict.DISAGREE
    if fails and money[0].unit == "万元" and comparison.expected / UNIT_SLIP <= limit.value:
        note = "若任务资金实以“元”计则不超过，请核对表头单位"
        comparison = replace(comparison, note=note, note_en="counted in yuan the tasks would fit; check the unit")
    yield comparison


def _unread(report: Report) -> bool:
    rows = [row for table in report.tables_of(TASKS) for row in table.rows]
    return any(cell.unread for row in rows if (cell := row.cells.get(MONEY)) is not None)


@rule(
    title="同一张表内金额单位不一致：一处用元，一处用万元",
    title_en="one form counts in yuan here and in ten thousand yuan there",
    basis=f"{FORM}：同一份申报表宜用同一金额单位",
    reads=(OVERVIEW, TASKS),
    severity="note",
)
def task_money_is_in_another_unit(report: Report) -> Iterator[Observation]:
    overview = report.table(OVERVIEW)
    whole = [row.figure(AMOUNT) for row in overview.rows] if overview else []
    here = next((figure for figure in whole if figure is not None), None)
    for there in task_money(report):
        if here is not None and here.unit != there.unit:
            example = f"{there.text}{there.unit}＝{here.worded(there.value)}{here.unit}"
            yield Remark(
                there.place,
                f"任务资金以{there.unit}计，预算整体情况以{here.unit}计，易误读；建议统一为{here.unit}（如{example}）",
                f"the tasks are in {there.unit}, the overview in {here.unit}",
                (here.place,),
            )
            return


# 由甲和乙各负担X万元: two parties are sure; more than that only where each is set apart by 、.
_EACH = re.compile(r"(?P<who>[^，。；,;：:]{2,40}?)(?:两家|两地|双方)?各[自方负担承出资安排投入支付筹集解决]{0,5}\s*$")
_TOTAL_WORDS = re.compile(
    r"(?:共需|总共|共计|总计|合计|总预算|预算总额|预算金额|总金额|总投资|所需资金|需(?:要)?资金|安排资金|资金总额|项目预算)"
    r"(?:约|为|：|:|共|是|安排)?\s*$"
)


@rule(
    title="任务内容中写明的金额与拟投入的资金不一致",
    title_en="the amount named in a task's text is not the task's money",
    basis=f"{FORM}：实施内容与拟投入的资金应当一致",
    reads=(TASKS,),
    severity="warning",
)
def task_money_differs_from_its_text(report: Report) -> Iterator[Observation]:
    """Only amounts that the text itself calls the total, and those that two parties bear each, are held against it."""
    for table in report.tables_of(TASKS):
        for row in table.rows:
            yield from _named_in(row)


def _named_in(row: Row) -> Iterator[Comparison]:
    stated, cell = row.figure(MONEY), row.cells.get(CONTENT)
    if stated is None or cell is None or not cell.text:
        return
    found = list(sums(cell.text, cell.place))
    for named in found:
        ahead = cell.text[max(0, named.start - 60) : named.start]
        if named.before.startswith("各") and (shares := _parties(ahead)):
            yield must_total(stated, [Term(named.figure, Decimal(shares))], f"拟投入的资金 = {shares}方各负担之和")
        elif named.plain and len(found) == 1 and _TOTAL_WORDS.search(ahead):
            yield must_total(stated, [Term(named.figure)], "拟投入的资金 = 实施内容写明的总额")


def _parties(ahead: str) -> int:
    """How many bear `各…` each: what 和, 与, 及 and 、 join; 0 where that is not plain."""
    match = _EACH.search(ahead)
    if match is None:
        return 0
    joints = len(re.findall("[和与及、]", match["who"]))
    return joints + 1 if joints == 1 else 0
