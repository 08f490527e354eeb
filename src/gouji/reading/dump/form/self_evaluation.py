"""The form of self-evaluation or of monitoring of a project in a dump → the grid that its table would give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from gouji.model.inked import Inked
from gouji.reading.dump.form import indicators, words
from gouji.reading.dump.form.sections import BOX, INDICATORS, MONEY, Section, sections
from gouji.reading.dump.printed import Printed, joined
from gouji.reading.dump.table.figure_lines import is_value
from gouji.reading.dump.table.header_words import columns_in
from gouji.reading.dump.table.placing import boxes
from gouji.reading.dump.table.rows import TableRow, rows
from gouji.reading.dump.tidy import tidy
from gouji.reading.grid import Grid
from gouji.vocabulary.form import Column, forms_named

MEASURES = {"money": 0, "score": 0, "percent": 1}
SPLIT = "预期目标与实际完成情况在文本中连成一片，按句末断开，请核对原件。"
UNPLACED = "空格在文本中已丢失，本行的数不能确定所在栏，未用于核算，请核对原件。"
_CLOSED = re.compile(r"[。！？；;][”’）)]*$")

Row = tuple[Inked, ...]


class _Reader:
    """Makes the rows of a form section by section."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.rows: list[Row] = []
        self.lost: list[tuple[Inked, str]] = []
        self.doubts: list[tuple[Inked, str]] = []

    def read(self, found: Sequence[Section]) -> None:
        position = 0
        while position < len(found):
            section = found[position]
            position += 1
            following = found[position] if position < len(found) else None
            if section.kind == MONEY:
                self._money(section)
            elif section.kind == INDICATORS:
                self._indicators(section)
            elif not section.lines and following and following.kind == BOX and _is_pair(section, following):
                self._pair(section, following)
                position += 1
            elif section.lines or not _is_group(section, following):
                self.rows.append((section.label.content, joined(section.lines) or section.label.content.emptied()))

    def _pair(self, expected: Section, reached: Section) -> None:
        """Two labels side by side with both texts below them, one after the other."""
        cut = _cut(reached.lines)
        self.rows.append((expected.label.content, joined(reached.lines[:cut]) or expected.label.content.emptied()))
        self.rows.append((reached.label.content, joined(reached.lines[cut:]) or reached.label.content.emptied()))
        if len(reached.lines) > 1:
            self.doubts.append((reached.label.content, SPLIT))

    def _money(self, section: Section) -> None:
        """The header of the money block, and a row for each source of funds."""
        start = next((index for index, line in enumerate(section.lines) if _holds_values(line)), len(section.lines))
        columns = columns_in(section.lines[:start], forms_named(self.form)[0])
        blank = section.label.content.emptied()
        self.rows.append((section.label.content, blank, *(cell for _, cell in columns)))
        for row in rows(section.lines[start:], [], None):
            seats = _seats(row, [column for column, _ in columns])
            placed = dict(zip(seats or (), row.values, strict=False))
            if seats is None:
                self.doubts.append((row.spot, UNPLACED))
            self.rows.append((blank, tidy(row.name), *boxes(row.values, placed, len(columns), row.spot)))

    def _indicators(self, section: Section) -> None:
        """The header and the scored lines, the total below them."""
        body, total = indicators.without_total(section.lines)
        block = indicators.block(body)
        label = section.label.content
        shifted = section.label.name in (
            words.CLASS_HEADER,
            words.FIRST_HEADER,
        )  # the label is the header of the first level itself
        self.rows.append((label, *block.header))
        self.rows.extend(row if shifted else (label.emptied(), *row) for row in block.rows)
        self.rows.extend(indicators.total_rows(block, total, 1))
        self.doubts.extend(block.doubts)
        self.lost.extend(block.lost)


def grid(lines: Sequence[Printed], headings: tuple[str, ...] = (), form: str = words.SELF_EVALUATION_FORM) -> Grid:
    """The form whose lines these are; the lines before the first label are its captions."""
    above, found = sections(lines, form)
    reader = _Reader(form)
    reader.read(found)
    width = max((len(row) for row in reader.rows), default=0)
    filled = tuple((*row, *(row[0].emptied() for _ in range(width - len(row)))) for row in reader.rows)
    return Grid(
        filled,
        tuple(line.content for line in above),
        headings=headings,
        doubts=tuple(reader.doubts),
        lost=tuple(reader.lost),
    )


def _is_pair(one: Section, other: Section) -> bool:
    """Are the two labels those of what was aimed at and what was reached, on one line?"""
    return "完成" in other.label.name and "完成" not in one.label.name


def _is_group(section: Section, following: Section | None) -> bool:
    """Does an empty label only stand over the ones that follow it?"""
    return following is not None and following.kind == BOX and section.label.name.endswith(("目标", "情况"))


def _cut(lines: Sequence[Printed]) -> int:
    """Where the second of two texts begins: behind a short line that ends a sentence, nearest to the middle."""
    widest = max((line.width for line in lines), default=0)
    ends = [
        index for index, line in enumerate(lines[:-1], start=1)
        if _CLOSED.search(line.text) and line.width < widest - 2
    ] or [index for index, line in enumerate(lines[:-1], start=1) if _CLOSED.search(line.text)]  # fmt: skip
    return min(ends, key=lambda index: abs(2 * index - len(lines)), default=len(lines))


def _holds_values(line: Printed) -> bool:
    return len(line.tokens) > 1 and is_value(line.tokens[-1].text)


def _seats(row: TableRow, columns: Sequence[Column]) -> tuple[int, ...] | None:
    """The columns of a row's values: all, or the amounts alone where there are as many; None when that is not told."""
    if len(row.values) == len(columns):
        return tuple(range(len(columns)))
    money = tuple(index for index, column in enumerate(columns) if column.measure == "money")
    if len(row.values) == len(money):
        return money
    if len(row.values) > len(columns):
        return None
    signs = [int("%" in value.text or "％" in value.text) for value in row.values]
    fitting = [
        seats for seats in combinations(range(len(columns)), len(row.values))
        if [MEASURES.get(columns[seat].measure, 0) for seat in seats] == signs
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None
