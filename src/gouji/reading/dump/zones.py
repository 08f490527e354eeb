"""Where in a dump a form begins and ends, told by its title and its first labels; what is left is running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.reading.captions import is_label, is_title
from gouji.reading.dump.form import words
from gouji.reading.dump.form.sections import section_labels
from gouji.reading.dump.form.self_evaluation import is_total
from gouji.reading.dump.labels import label_at
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.projects.project_list import header_at
from gouji.reading.dump.tidy import bare
from gouji.reading.headings import is_heading, level
from gouji.reading.recognise import titled

TEXT, PROJECTS = "text", "projects"  # a target form has the name of its form as kind
MOST_CAPTIONS = 6  # lines between a title and the first label of its form
_SHAPES = {
    "target_form": words.DEPARTMENT_FORM,
    "application": words.APPLICATION_FORM,
    "self_evaluation": words.SELF_EVALUATION_FORM,
}
_TARGET_TITLE = re.compile(r"绩效目标(?:申报|批复|公开)?表(?:[（(][^（）()]{0,30}[)）])?$")
_OWN_LABEL = re.compile(r"^(?:(?:部门|单位)名称|基本信息|财政供养)")


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
    """Where forms begin. Title and header that come again on the next page of a form do not begin a new one."""
    found: list[tuple[int, str]] = []
    title = ""
    for index, line in enumerate(lines):
        kind = _kind(lines, index, line)
        if not kind:
            continue
        start = _title_start(lines, index, found[-1][0] + 1 if found else 0)
        printed = bare(lines[start].text) if is_title(lines[start].text) else ""
        if found and found[-1][1] == kind and (not printed or printed == title):
            continue
        if found and start <= found[-1][0]:
            continue
        found.append((start, kind))
        title = printed
    return found


def _kind(lines: Sequence[Printed], index: int, line: Printed) -> str:
    """The kind of form whose title or first label stands on the line; "" for any other line."""
    if line.text.startswith("项目名称") and header_at(lines, index):
        return PROJECTS
    if line.text[:2] in ("预算", "部门", "年度") and label_at(
        lines, index, (*words.titles(words.OVERVIEW_FORM), "部门预算支出")
    ):
        return words.DEPARTMENT_FORM
    if not is_title(line.text):
        return ""
    for form in titled(line.text):
        kind = _SHAPES.get(form.shape, "")
        if kind and form.name == kind and _has_label(lines, index, kind):
            return kind
    return ""


def _has_label(lines: Sequence[Printed], index: int, form: str) -> bool:
    """Does a label of the form stand within the next lines? A title alone may be one of a list."""
    labels = [name for name in section_labels(form) if len(name) >= 4]
    return any(
        label_at(lines, following, labels) for following in range(index + 1, min(index + 1 + MOST_CAPTIONS, len(lines)))
    )


def _title_start(lines: Sequence[Printed], index: int, earliest: int) -> int:
    """The first caption line above the first label of a form."""
    start = index
    if _TARGET_TITLE.search(lines[index].text):
        return start
    while start > max(earliest, index - MOST_CAPTIONS) and _is_caption(lines[start - 1].text):
        start -= 1
        if _TARGET_TITLE.search(lines[start].text):
            break
    return start


def _is_caption(text: str) -> bool:
    return is_label(text) or is_title(text) or bool(_OWN_LABEL.match(text) or _TARGET_TITLE.search(text))


def _end(lines: Sequence[Printed], start: int, end: int) -> int:
    """A form ends where a chapter of the text begins below it; one with a total line, below that."""
    for index in range(start + 1, end):
        text = lines[index].text
        if is_heading(text) and level(text) == 0:
            return index
        if index > start + MOST_CAPTIONS and is_heading(text) and level(text) == 1 and is_total(lines[index - 1]):
            return index
    return end
