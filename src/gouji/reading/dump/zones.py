"""Where in a dump a form begins and ends, told by its title and its first labels; what is left is running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.reading.captions import is_label, is_title
from gouji.reading.dump.labels import label_at
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.projects.project_list import header_at
from gouji.reading.dump.tidy import bare
from gouji.reading.headings import is_heading, level

TEXT, TARGET, PROJECTS = "text", "target", "projects"
MOST_CAPTIONS = 6  # lines between a title and the first label of its form
_TARGET_TITLE = re.compile(r"绩效目标(?:申报|批复|公开)?表(?:[（(][^（）()]{0,30}[)）])?$")
_OWN_LABEL = re.compile(r"^(?:(?:部门|单位)名称|基本信息|财政供养)")
_TARGET_START = ("预算整体情况", "部门预算支出", "资金名称")


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of lines of one kind."""

    kind: str
    lines: Sequence[Printed]


def zones(lines: Sequence[Printed]) -> Iterator[Zone]:
    """The document cut into running text and forms, in order."""
    starts = _starts(lines)
    position = 0
    for number, (start, kind) in enumerate(starts):
        if start > position:
            yield Zone(TEXT, lines[position:start])
        end = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        position = _end(lines, start, end)
        yield Zone(kind, lines[start:position])
    if position < len(lines):
        yield Zone(TEXT, lines[position:])


def _starts(lines: Sequence[Printed]) -> list[tuple[int, str]]:
    """Where forms begin. The header of a project list comes again on every page; a new list has another title."""
    found: list[tuple[int, str]] = []
    title = ""
    for index, line in enumerate(lines):
        kind = _kind(lines, index, line)
        if not kind:
            continue
        start = _title_start(lines, index, found[-1][0] + 1 if found else 0)
        printed = bare(lines[start].text) if start < index else ""
        if kind == PROJECTS and found and found[-1][1] == PROJECTS and (not printed or printed == title):
            continue
        if kind == TARGET and found and found[-1][1] == TARGET and start == index:
            continue
        found.append((start, kind))
        title = printed
    return found


def _kind(lines: Sequence[Printed], index: int, line: Printed) -> str:
    if line.text.startswith("项目名称") and header_at(lines, index):
        return PROJECTS
    if line.text[:2] in ("预算", "部门", "资金") and label_at(lines, index, _TARGET_START):
        return TARGET
    return ""


def _title_start(lines: Sequence[Printed], index: int, earliest: int) -> int:
    """The first caption line above the first label of a form."""
    start = index
    while start > max(earliest, index - MOST_CAPTIONS) and _is_caption(lines[start - 1].text):
        start -= 1
        if _TARGET_TITLE.search(lines[start].text):
            break
    return start


def _is_caption(text: str) -> bool:
    return is_label(text) or is_title(text) or bool(_OWN_LABEL.match(text) or _TARGET_TITLE.search(text))


def _end(lines: Sequence[Printed], start: int, end: int) -> int:
    """A form ends where a chapter of the text begins below it."""
    for index in range(start + 1, end):
        text = lines[index].text
        if is_heading(text) and level(text) == 0:
            return index
    return end
