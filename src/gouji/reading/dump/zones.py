"""Where in a dump a form begins and ends, told by its title and its first labels; what is left is running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.reading.captions import is_label, is_title
from gouji.reading.dump.form import indicators, words
from gouji.reading.dump.form.sections import section_labels
from gouji.reading.dump.labels import label_at
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.projects import indicator_list
from gouji.reading.dump.projects.project_list import header_at
from gouji.reading.dump.tidy import bare
from gouji.reading.headings import is_heading, level
from gouji.reading.recognise import titled

TEXT, PROJECTS, INDICATORS, LIST = (
    "text",
    "projects",
    "indicators",
    "list",
)  # a target form has the name of its form as kind
MOST_CAPTIONS = 6  # lines between a title and the first label of its form
FORMS = (words.DEPARTMENT_FORM, words.APPLICATION_FORM, *words.EVALUATED)
PAGE_TOP = 4  # lines that may come again at the top of a page
SHORTEST_TOP = 12  # columns
FEWEST_WORDS = 3  # header words that make a line of column headers
_TARGET_TITLE = re.compile(r"绩效目标(?:申报|批复|公开)?表(?:[（(][^（）()]{0,30}[)）])?$")
_MONITORING_TITLE = re.compile(r"绩效[^汇总清单]{0,8}监控(?:情况)?表(?:[（(][^（）()]{0,30}[)）])?$")
_OWN_LABEL = re.compile(r"^(?:(?:部门|单位)名称|基本信息|财政供养)")


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of lines of one kind."""

    kind: str
    lines: Sequence[Printed]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a form begins, what it is, its title, and whose it is by its first label."""

    line: int
    kind: str
    title: str
    owner: str

    def goes_on_in(self, other: _Start) -> bool:
        """Is `other` only the top of a further page of the same form?"""
        if other.kind != self.kind or (other.title and other.title != self.title):
            return False
        return (
            other.kind in (PROJECTS, INDICATORS, LIST)
            or not other.title
            or not other.owner
            or other.owner == self.owner
        )


def zones(lines: Sequence[Printed]) -> Iterator[Zone]:
    """The document cut into running text and forms, in order."""
    starts = _starts(lines)
    position = 0
    for number, start in enumerate(starts):
        if start.line > position:
            yield Zone(TEXT, lines[position : start.line])
        end = starts[number + 1].line if number + 1 < len(starts) else len(lines)
        position = _end(lines, start, end)
        form = lines[start.line : position]
        yield Zone(start.kind, form if start.kind == PROJECTS else list(_without_page_tops(form)))
    if position < len(lines):
        yield Zone(TEXT, lines[position:])


def _starts(lines: Sequence[Printed]) -> list[_Start]:
    """Where forms begin. Title and header that come again on the next page of a form do not begin a new one."""
    found: list[_Start] = []
    for index, line in enumerate(lines):
        kind = _kind(lines, index, line)
        if not kind:
            continue
        first = _title_start(lines, index, found[-1].line + 1 if found else 0)
        title = bare(lines[first].text) if is_title(lines[first].text) else ""
        start = _Start(first, kind, title, _owner(lines, index, kind))
        if found and (first <= found[-1].line or found[-1].goes_on_in(start)):
            continue
        if kind == INDICATORS and found and found[-1].kind in FORMS and _end(lines, found[-1], index) == index:
            continue  # the indicators of the form itself
        found.append(start)
    return found


def _owner(lines: Sequence[Printed], index: int, kind: str) -> str:
    """What the first label below a title says: the body or the project; "" where no label follows."""
    if kind in (PROJECTS, INDICATORS, LIST):
        return ""
    for following in range(index + 1, min(index + 1 + MOST_CAPTIONS, len(lines))):
        if label := label_at(lines, following, words.OWNERS):
            below = lines[label.following].text if label.following < len(lines) else ""
            return bare(label.rest.text or below)
    return ""


def _without_page_tops(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines of a form without title, body and column headers that its further pages print again."""
    tops = {bare(line.text) for line in lines[:PAGE_TOP]}
    seen: set[str] = set()
    for index, line in enumerate(lines):
        text = bare(line.text)
        again = text in seen and len(line.tokens) >= FEWEST_WORDS and _is_column_header(line)
        if index < PAGE_TOP or not ((text in tops and line.width >= SHORTEST_TOP) or again):
            yield line
        seen.add(text)


def _is_column_header(line: Printed) -> bool:
    """Is the line made of header words only?"""
    known = {**words.header_words(words.TASK_FORM), **words.header_words(words.INDICATOR_FORM)}
    return all(words.header_word(token.text) in known for token in line.tokens[1:])


def _kind(lines: Sequence[Printed], index: int, line: Printed) -> str:
    """The kind of form whose title or first label stands on the line; "" for any other line."""
    if header_at(lines, index):
        return PROJECTS
    if indicator_list.header_at(lines, index):
        return LIST
    if line.text[:2] in ("预算", "部门", "年度") and label_at(
        lines, index, (*words.titles(words.OVERVIEW_FORM), "部门预算支出")
    ):
        return words.DEPARTMENT_FORM
    if indicators.header_at(lines, index):
        return INDICATORS
    if not is_title(line.text):
        return ""
    for form in titled(line.text):
        if form.name in FORMS and _has_label(lines, index, form.name):
            return form.name
    monitors = _MONITORING_TITLE.search(bare(line.text)) and _has_label(lines, index, words.MONITORING_FORM)
    return words.MONITORING_FORM if monitors else ""


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


def _end(lines: Sequence[Printed], start: _Start, end: int) -> int:
    """A form ends where a chapter of the text or another table begins; one with a total line, below that."""
    for index in range(start.line + 1 + MOST_CAPTIONS * (start.kind != INDICATORS), end):
        text = lines[index].text
        if is_title(text) and bare(text) != start.title and _is_other_table(lines, index):
            return index
        if is_heading(text) and (level(text) == 0 or (level(text) == 1 and indicators.is_total(lines[index - 1]))):
            return index
    return end


def _is_other_table(lines: Sequence[Printed], index: int) -> bool:
    """Is a title that of another table: one of the vocabulary, or with body and unit below it?"""
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(titled(lines[index].text)) or is_label(following)
