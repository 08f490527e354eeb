"""A table found in a dump → the run of rows that its table with tabs would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.dump.table.figure_lines import is_code, is_figure
from gouji.reading.dump.table.header_words import Columns, columns_of
from gouji.reading.dump.table.placing import place
from gouji.reading.dump.table.rows import TableRow, rows
from gouji.reading.dump.table.stretches import Stretch
from gouji.reading.dump.tidy import tidy
from gouji.reading.run import Run

UNPLACED = "本行有 {found} 个数，表头有 {columns} 栏，空格在文本中已丢失，无法确定各数所在栏，未予读取，请核对原件。"


def run(stretch: Stretch, heading: Inked | None) -> Run:
    """The rows of the table under a clean header; `heading` names it where no title does."""
    captions = [line.content for line in stretch.captions]
    if heading and not captions:
        captions = [heading]
    coded = _is_coded(stretch)
    count, percents = _shape(rows(stretch.rows, [], coded), stretch)
    columns = columns_of(stretch.header, [caption.text for caption in reversed(captions)], count, percents)
    body = rows(stretch.rows, stretch.header[columns.height :], coded)
    found = Run(captions=captions, notes=[tidy(Inked.join(line.content for line in note)) for note in stretch.notes])
    found.rows.append(_header(columns, coded))
    placed = place(body, columns)
    for row in body:
        found.rows.append(_cells(row, placed.get(id(row)), columns, coded))
        if id(row) not in placed:
            message = UNPLACED.format(found=len(row.values), columns=len(columns.cells))
            found.doubts.append((row.spot, message))
    return found


def _is_coded(stretch: Stretch) -> bool:
    """Do most rows begin with a code?"""
    first = [line.tokens[0].text for line in stretch.rows if len(line.tokens) > 1]
    return sum(is_code(text) for text in first) * 2 > len(first) > 0


def _shape(body: Sequence[TableRow], stretch: Stretch) -> tuple[int, list[bool]]:
    """How many values a full row has, and which of them carry a percent sign."""
    numbered = stretch.numbering and sum(is_figure(token.text) for token in stretch.numbering.tokens)
    counted = Counter(len(row.values) for row in body)
    count = int(numbered or 0) or max(size for size in counted if counted[size] * 8 >= sum(counted.values()))
    full = [row for row in body if len(row.values) == count]
    percents = [any("%" in row.values[index].text or "％" in row.values[index].text for row in full) for index in range(count)]
    return count, percents


def _header(columns: Columns, coded: bool) -> list[Inked]:
    if not coded:
        return [columns.label, *columns.cells]
    runs = columns.label.runs[:1]
    return [Inked("科目编码", runs), Inked("科目名称", runs), *columns.cells]


def _cells(row: TableRow, placed: dict[int, Inked] | None, columns: Columns, coded: bool) -> list[Inked]:
    line, column = row.spot.spot(0)
    blank = Inked.at("", line or 1, column or 1)
    names = [row.code or blank, tidy(row.name) or blank] if coded else [tidy(row.name) or blank]
    return [*names, *((placed or {}).get(index, blank) for index in range(len(columns.cells)))]
