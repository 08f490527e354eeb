"""A table found in a dump → the run of rows that its table with tabs would give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.captions import is_title
from gouji.reading.dump.printed import Printed, joined
from gouji.reading.dump.table import one_row, two_sided
from gouji.reading.dump.table.figure_lines import is_figure, is_running_number, is_value
from gouji.reading.dump.table.header_match import HeaderText, figure_columns, matched
from gouji.reading.dump.table.header_words import Columns, columns_of
from gouji.reading.dump.table.placing import boxes, place
from gouji.reading.dump.table.rows import TableRow, rows
from gouji.reading.dump.table.stretches import Stretch
from gouji.reading.dump.tidy import tidy
from gouji.reading.headings import level
from gouji.reading.recognise import titled
from gouji.reading.run import Run
from gouji.vocabulary.codes import is_code

_LABELS = re.compile(
    r"(?:(?:支出|收入)?功能分类|(?:部门|政府)?(?:预算)?(?:支出)?经济分类|科目|编码|代码|名称|项目|栏次|行次|金额|单位|类|款|项)+"
)
EMPTY = ("coded", "single")  # shapes of tables that are printed even without a figure
UNPLACED = "空格在文本中已丢失，自本行起有 {rows} 行的数字少于表头的 {columns} 栏，其中不能确定所在栏的未用于核算，请核对原件。"


def run(stretch: Stretch, heading: Inked | None) -> Run:
    """The rows of the table under a clean header; `heading` names it where no title does."""
    captions = [line.content for line in stretch.captions]
    if heading and not captions and can_name(heading.text):
        captions = [heading]
    names = [caption.text for caption in reversed(captions)]
    if form := two_sided.form_of(names):
        return two_sided.run(stretch, form)
    if not any(is_value(token.text) for line in stretch.rows for token in line.tokens):
        return _empty(stretch, captions)
    if (form := one_row.form_of(names)) and one_row.fits(stretch):
        return one_row.run(stretch, form)
    return _listed(stretch, captions)


def can_name(heading: str) -> bool:
    """May a heading stand for the title of a table: a title itself, or one without a number that a budget line could be?"""
    return is_title(heading) or level(heading) is None


def _empty(stretch: Stretch, captions: list[Inked]) -> Run:
    """A table without any figure: its header, and the row of the total where it is printed."""
    forms = [form for caption in reversed(captions) for form in titled(caption.text) if form.shape in EMPTY]
    text = HeaderText.of(stretch.header)
    form = max(forms, key=lambda form: matched(form, text).share, default=None)
    spot = [*stretch.header, *stretch.captions, *stretch.rows, *filter(None, [stretch.numbering])][0].content
    names = [column.name for column in figure_columns(form)] if form else ["金额"]
    labels = ["科目编码", "科目名称"] if form and form.shape == "coded" else []
    found = Run(captions=captions, notes=[joined(note) for note in stretch.notes])
    found.rows.append([Inked(name, spot.runs[:1]) for name in (*labels, *names)])
    for line in stretch.rows:
        blank = line.content.emptied()
        found.rows.append([blank, line.content, *(blank for _ in names)] if labels else [blank for _ in names])
    return found


def _listed(stretch: Stretch, captions: list[Inked]) -> Run:
    """A table with a name (and a code or a running number) in each row."""
    coded = _is_coded(stretch, [caption.text for caption in captions])
    count, percents = _shape(rows(stretch.rows, [], is_code if coded else None), stretch)
    columns = columns_of(stretch.header, [caption.text for caption in reversed(captions)], count, percents)
    key = is_code if coded else is_running_number if columns.number else None
    body = rows(stretch.rows, _first_name(stretch.header[columns.height :]), key)
    found = Run(captions=captions, notes=[joined(note) for note in stretch.notes])
    found.rows.append(_header(columns, coded))
    placed = place(body, columns, coded)
    found.rows.extend(_cells(row, placed.get(id(row)), columns, keyed=key is not None) for row in body)
    lost = [row for row in body if len(placed.get(id(row), {})) < len(row.values)]
    if lost:
        found.lost.append((lost[0].spot, UNPLACED.format(rows=len(lost), columns=len(columns.cells))))
    return found


def _is_coded(stretch: Stretch, captions: Sequence[str]) -> bool:
    """Does the title name a form of codes, or do most rows begin with one?"""
    first = [line.tokens[0].text for line in stretch.rows if len(line.tokens) > 1]
    codes = sum(is_code(text) for text in first)
    titled_so = any(form.shape == "coded" for caption in captions for form in titled(caption))
    return codes > 0 if titled_so else codes * 2 > len(first)


def _first_name(lines: Sequence[Printed]) -> list[Inked]:
    """The pieces of the first row's name that stand among the header lines, header words for codes and names left out."""
    tokens = [token for line in lines for token in line.tokens]
    text = ""
    labels = 0
    for number, token in enumerate(tokens, start=1):
        text += token.text
        if _LABELS.fullmatch(text):
            labels = number
    return tokens[labels:]


def _shape(body: Sequence[TableRow], stretch: Stretch) -> tuple[int, list[bool]]:
    """How many values a full row has, and which of them carry a percent sign."""
    numbered = stretch.numbering and sum(is_figure(token.text) for token in stretch.numbering.tokens)
    counted = Counter(len(row.values) for row in body)
    count = int(numbered or 0) or max(size for size in counted if counted[size] * 8 >= sum(counted.values()))
    full = [row for row in body if len(row.values) == count]
    percents = [
        any("%" in row.values[index].text or "％" in row.values[index].text for row in full) for index in range(count)
    ]
    return count, percents


def _header(columns: Columns, coded: bool) -> list[Inked]:
    if columns.number:
        return [columns.number, columns.label, *columns.cells]
    if not coded:
        return [columns.label, *columns.cells]
    runs = columns.label.runs[:1]
    return [Inked("科目编码", runs), Inked("科目名称", runs), *columns.cells]


def _cells(row: TableRow, placed: dict[int, Inked] | None, columns: Columns, keyed: bool) -> list[Inked]:
    blank = row.spot.emptied()
    names = [row.key or blank, tidy(row.name) or blank] if keyed else [tidy(row.name) or blank]
    return [*names, *boxes(row.values, placed or {}, len(columns.cells), row.spot)]
