"""部门整体绩效目标申报表, tasks against indicators: a task that no indicator has a word in common with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Row
from gouji.rules.performance.targets.tasks import CONTENT, TASKS
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import names_no_subject, subjects
from gouji.vocabulary.terms import plain

GOAL = "期望达到的目标"
FEWEST_INDICATORS = 4
FEWEST_TASKS = 4  # of fewer tasks it cannot be told what they have in common
NAMED = 4


@rule(
    title="重点工作任务没有对应的绩效指标",
    title_en="a key task that no indicator is about",
    basis="部门整体绩效目标申报表：绩效指标应当覆盖年度重点工作任务",
    reads=(TASKS, INDICATORS),
    certainty="S",
    severity="note",
)
def task_has_no_related_indicator(report: Report) -> Iterator[Observation]:
    """Words tell it, not meaning: said only where most tasks do have an indicator of their own words."""
    rows = [row for table in report.tables_of(TASKS) for row in table.rows if not names_no_subject(plain(row.name))]
    told = [subjects(_of_task(row)) for row in rows]
    measured = subjects(_of_indicators(report)) - _field(told)
    alone = [row for row, words in zip(rows, told, strict=True) if not words & measured]
    if len(report.indicators) < FEWEST_INDICATORS or not rows or 2 * len(alone) >= len(rows):
        yield NotApplicable("任务和指标用词不同，看不出哪些相对应")
    elif alone:
        names = "、".join(f"“{row.name}”" for row in alone[:NAMED]) + "等" * (len(alone) > NAMED)
        yield Remark(
            _place(report, alone[0]),
            f"{names}{f'{len(alone)}项任务' if len(alone) > 1 else ''}没有用词相关的绩效指标，请核对指标是否覆盖了这项任务",
            f"no indicator has a word in common with {len(alone)} of {len(rows)} tasks",
            tuple(_place(report, row) for row in alone[1:]),
        )


def _field(told: list[frozenset[str]]) -> set[str]:
    """What at least half of the tasks speak of: the body's field, which tells none of them."""
    counts = Counter(pair for words in told for pair in words)
    return {pair for pair, count in counts.items() if len(told) >= FEWEST_TASKS and 2 * count >= len(told)}


def _of_indicators(report: Report) -> str:
    return "\n".join(f"{plain(one.name)}\n{plain(one.value.text)}" for one in report.indicators)


def _of_task(row: Row) -> str:
    cells = (row.cells.get(column) for column in (CONTENT, GOAL))
    return "\n".join([plain(row.name), *(plain(cell.text) for cell in cells if cell is not None)])


def _place(report: Report, row: Row) -> Place:
    return Place(report.path, TASKS, row.name, "名称", row.name, row.ink)
