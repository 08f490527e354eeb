"""The sections of a target form in a dump: each begins with a printed label and ends where the next one stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gouji.model.inked import Inked
from gouji.reading.dump.form import indicators, words
from gouji.reading.dump.labels import Label, label_at
from gouji.reading.dump.printed import Printed
from gouji.vocabulary.form import forms_named

AMOUNTS, TASKS, OTHER_TASKS, INDICATORS, BOX, MONEY = "amounts", "tasks", "other tasks", "indicators", "box", "money"
SHORTEST_LABEL = 4  # characters of a box label that may stand without a colon
_BLOCK_LABELS = ("年度绩效指标完成情况", "绩效指标完成情况", "年度绩效指标完成")
_FULL = 0.9  # of the widest line: a line that wide does not end a box by itself
LONGEST_BOXES = 200  # characters of a line that may hold several boxes
_WORD = re.compile(r"(?:^|(?<= ))\S")
_CLOSED = re.compile(r"[。！？；;：:][”’）)]*$")


@dataclass(frozen=True, slots=True)
class Section:
    """A label with what it is the label of, and the lines below it."""

    kind: str
    label: Label
    lines: list[Printed]


def sections(lines: Sequence[Printed], form: str) -> tuple[list[Printed], list[Section]]:
    """The lines above the first label, and the sections. `form` names whose labels to look for."""
    found = _labels(lines, section_labels(form))
    starts = [index for index, _ in found]
    made: list[Section] = []
    for number, (_, label) in enumerate(found):
        end = starts[number + 1] if number + 1 < len(found) else len(lines)
        behind = [Printed(label.rest)] if label.rest else []
        made.append(Section(section_labels(form)[label.name], label, [*behind, *lines[label.following : end]]))
    return list(lines[: starts[0] if starts else len(lines)]), made


@cache
def section_labels(form: str) -> Mapping[str, str]:
    """Every label that may begin a section, with its kind."""
    found = dict.fromkeys(words.box_words(form), BOX)
    if form == words.DEPARTMENT_FORM:
        found |= dict.fromkeys((*words.titles(words.OVERVIEW_FORM), *words.titles(words.BASICS_FORM)), AMOUNTS)
        found |= dict.fromkeys(words.titles(words.TASK_FORM), TASKS)
        found[words.OTHER_TASKS] = OTHER_TASKS
    elif form in words.EVALUATED:
        found |= dict.fromkeys(words.MONEY_LABELS, MONEY) | dict.fromkeys(words.GOAL_GROUPS, BOX)
        found |= dict.fromkeys((words.CLASS_HEADER, words.FIRST_HEADER, *_BLOCK_LABELS), INDICATORS)
    else:
        rows = forms_named(form)[0].rows
        found |= dict.fromkeys((*rows, *rows.values()), AMOUNTS)
    found |= dict.fromkeys((words.FIRST_HEADER, *words.titles(words.INDICATOR_FORM)), INDICATORS)
    return found


def _labels(lines: Sequence[Printed], names: Mapping[str, str]) -> list[tuple[int, Label]]:
    """The labels in order; a label comes once, and the indicators end the search."""
    found: list[tuple[int, Label]] = []
    waiting = dict(names)
    widest = max((line.width for line in lines), default=0)
    index = 0
    while index < len(lines):
        label = label_at(lines, index, waiting)
        if label is None or not _stands(lines, index, label, waiting[label.name], widest):
            index += 1
            continue
        found.append((index, label))
        if waiting.pop(label.name) == INDICATORS:
            break
        index = label.following
        while inner := _inner(found[-1][1].rest, waiting):
            outer, start = found.pop(), inner[0]
            found.append((outer[0], replace(outer[1], rest=outer[1].rest.cut(0, start).strip())))
            found.append((index - 1, replace(inner[1], following=index)))
            waiting.pop(inner[1].name)
    return found


def _inner(rest: Inked, names: Mapping[str, str]) -> tuple[int, Label] | None:
    """A further label on the same line (主管部门 … 实施单位 …), and where it begins."""
    for match in _WORD.finditer(rest.text[:LONGEST_BOXES]):
        label = label_at([Printed(rest.cut(match.start()))], 0, names)
        if label and len(label.name) >= SHORTEST_LABEL:
            return match.start(), label
    return None


def _stands(lines: Sequence[Printed], index: int, label: Label, kind: str, widest: int) -> bool:
    """Is it the label, and not the same words inside a sentence that was broken there?"""
    if kind == INDICATORS:
        behind = label.rest.text or (lines[label.following].text if label.following < len(lines) else "")
        if label.name == words.FIRST_HEADER:
            return behind.startswith(("二级", "三级")) and indicators.header_at(lines, index)
        return behind.startswith(("一级", "二级", "指标", "三级")) or indicators.header_at(lines, index)
    if kind != BOX:
        return True
    if len(label.name) < SHORTEST_LABEL and not label.rest:
        return False
    before = lines[index - 1] if index else None
    return before is None or before.width < _FULL * widest or bool(_CLOSED.search(before.text))
