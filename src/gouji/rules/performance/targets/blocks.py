"""部门整体绩效目标申报表, the blocks: a goal, tasks with money and goals, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.place import Place
from gouji.model.report import DocumentKind, Report
from gouji.rules.performance.targets.tasks import FORM, MONEY, SOURCES, TASKS
from gouji.rules.rule import rule

GOALS = ("总体绩效目标", "年度绩效目标")


@rule(
    title="部门整体绩效目标没有填写总体目标",
    title_en="the department's form has no goal",
    basis="部门整体绩效目标申报表：总体绩效目标为必填",
    severity="warning",
)
def department_goal_is_left_empty(report: Report) -> Iterator[Observation]:
    if report.kind is not DocumentKind.DEPARTMENT_TARGET:
        return
    goals = [box for box in report.boxes if box.field in GOALS]
    if goals and not any(box.text.strip() for box in goals):
        yield Remark(goals[0].place, f"没有填写{goals[0].field}", "the goal is left empty")


@rule(
    title="重点工作任务缺少内容：没有任务，或任务没有资金、目标",
    title_en="tasks without money or goals, or no tasks at all",
    basis=f"{FORM}：应当逐项填写",
    reads=(TASKS,),
    severity="warning",
)
def task_is_left_incomplete(report: Report) -> Iterator[Observation]:
    """A task without money is a warning, without content or goal a note."""
    tables = report.tables_of(TASKS)
    if tables and not any(table.rows for table in tables):
        place = Place(report.path, TASKS, ink=tables[0].ink)
        yield Remark(place, "没有填写任何年度重点工作任务", "no key task is filled in")
    for table in tables:
        for row in table.rows:
            blank = [name for name, cell in row.cells.items() if cell.blank and name not in SOURCES]
            if blank:
                grave = Severity.WARNING if MONEY in blank else Severity.NOTE
                at = row.cells[blank[0]].place
                message = f"任务“{row.name}”没有填写{'、'.join(blank)}"
                yield Remark(at, message, f"the task lacks {len(blank)} of its boxes", severity=grave)


@rule(
    title="部门整体绩效目标没有绩效指标",
    title_en="the department's form has no indicators",
    basis="部门整体绩效目标申报表：绩效指标为必填",
    reads=(TASKS,),
    severity="note",
)
def department_has_no_indicators(report: Report) -> Iterator[Observation]:
    """A note: the page with the indicators may not be here. A form without any task is an empty one."""
    if report.kind is not DocumentKind.DEPARTMENT_TARGET or any(True for _ in report.all_indicators()):
        return
    first = next((row for table in report.tables_of(TASKS) for row in table.rows), None)
    if first is not None:
        place = Place(report.path, TASKS, first.name, "名称", first.name, first.ink)
        yield Remark(place, "列有年度重点工作任务，却没有绩效指标；如文件缺页，请补全", "tasks, but no indicators")
