"""The target form of a department in a dump (预算整体情况, 总体绩效目标, 年度重点工作任务, 绩效指标) → the grid its table would give."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.dump.form import indicators, overview, tasks
from gouji.reading.dump.labels import Label, label_at, labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.tidy import tidy
from gouji.reading.grid import Grid, rectangular

NAME, BASICS, OVERVIEW = "部门名称", "基本信息", "预算整体情况"
GOAL, TASKS, OTHER_TASKS, INDICATORS = "总体绩效目标", "年度重点工作任务", "其他需完成的任务", "绩效指标"
SECTIONS = (NAME, "单位名称", BASICS, OVERVIEW, GOAL, "年度总体目标", TASKS, "年度主要任务", OTHER_TASKS, INDICATORS)
TASK_HEADER = ("名称", "主要实施内容", "主要内容", "拟投入的资金", "拟投入资金", "期望达到的目标")
INDICATOR_HEADER = ("一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值", "指标值", "周期指标值", "年度指标值")

Row = tuple[Inked, ...]


def grid(lines: Sequence[Printed], headings: tuple[str, ...] = ()) -> Grid:
    """The form whose lines these are; the lines before the first label are its title."""
    sections = _sections(lines)
    start = sections[0][0] if sections else len(lines)
    captions = tuple(line.content for line in lines[:start])
    rows: list[Row] = []
    widths = None
    for number, (_, label) in enumerate(sections):
        end = sections[number + 1][0] if number + 1 < len(sections) else len(lines)
        body = ([Printed(label.rest)] if label.rest else []) + list(lines[label.following : end])
        if label.name in (TASKS, "年度主要任务", OTHER_TASKS):
            section, widths = _task_rows(body, label.name != OTHER_TASKS, widths)
        else:
            section = _section_rows(label.name, body)
        rows.extend((label.content if index == 0 else _blank(label), *row) for index, row in enumerate(section))
    return Grid(rectangular(rows), captions, headings=headings)


def _sections(lines: Sequence[Printed]) -> list[tuple[int, Label]]:
    """Where each section begins; a section comes once, and the indicators end the search."""
    found: list[tuple[int, Label]] = []
    seen: set[str] = set()
    index = 0
    while index < len(lines):
        label = label_at(lines, index, [name for name in SECTIONS if name not in seen])
        if label is None or (label.name == INDICATORS and not _is_header(lines, label)):
            index += 1
            continue
        found.append((index, label))
        seen.add(label.name)
        if label.name == INDICATORS:
            break
        index = label.following
    return found


def _is_header(lines: Sequence[Printed], label: Label) -> bool:
    """The word 绩效指标 begins the indicators only where their header follows."""
    behind = label.rest.text or (lines[label.following].text if label.following < len(lines) else "")
    return behind.startswith(("一级", "二级", "指标"))


def _blank(label: Label) -> Inked:
    line, column = label.content.spot(0)
    return Inked.at("", line or 1, column or 1)


def _section_rows(name: str, body: Sequence[Printed]) -> list[Row]:
    if name in (BASICS, OVERVIEW):
        return overview.rows(body) or [()]
    if name == INDICATORS:
        return _indicator_rows(body)
    return [(_text(body),)]


def _text(body: Sequence[Printed]) -> Inked:
    return tidy(Inked.join(line.content for line in body))


def _task_rows(body: Sequence[Printed], headed: bool, widths: tasks.Widths | None) -> tuple[list[Row], tasks.Widths | None]:
    header, rest = labels_from(body, 0, TASK_HEADER) if headed else ([], list(body))
    rows: list[Row] = [tuple(header)] if header else []
    if rest:
        found, widths = tasks.rows(rest, widths)
        rows.extend(found)
    return rows or [()], widths


def _indicator_rows(body: Sequence[Printed]) -> list[Row]:
    header, rest = labels_from(body, 0, INDICATOR_HEADER)
    values = sum(cell.text.endswith("值") for cell in header) or 2
    return [tuple(header), *indicators.rows(rest, values)]
