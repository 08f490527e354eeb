"""An indicator block of any form → its lines: levels carried down over blank cells, shifted rows set right and said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gouji.model.inked import Inked
from gouji.model.report import Doubt
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.alignment import aligned
from gouji.reading.seat.performance.header_rows import goes_on, stands_over, whole_header
from gouji.reading.seat.performance.indicator_header import (
    ACTUAL,
    LEVEL1,
    LEVEL2,
    LEVELS,
    NAME,
    PERIOD,
    POINTS,
    SCORE,
    VALUE,
    Roles,
    indicator_form,
    is_header,
    roles_of,
)
from gouji.reading.seat.performance.lines import Line, is_tail, joined, with_cut_levels
from gouji.reading.seat.performance.printed import bare, filled, is_numbering
from gouji.reading.seat.performance.spread import spread
from gouji.reading.seat.seated import Context
from gouji.vocabulary.levels import is_level, second_level
from gouji.vocabulary.terms import plain

TOTAL = "总分"
_GOAL = re.compile(r"(?:年度)?(?:绩效)?目标\s*[\d一二三四五六七八九十]{1,2}\s*(?:[:：(（]|$)")
_NOTHING = frozenset({"……", "…", "...", "......", "⋯⋯"})
_UNREADABLE = -4
_FULL = "100"
_GLUED = re.compile(rf"\d{{1,2}}{_FULL}$")
_FEWEST_GLUED = 3
_MOST_TAILS = 5  # rows that a page break may have cut off one line


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a block, the label it stands under (绩效指标, 长期绩效指标) and the row after its last."""

    lines: tuple[Line, ...]
    roles: Roles
    label: str
    end: int
    doubts: tuple[Doubt, ...] = ()
    right: tuple[Line, ...] = ()  # the second half, where period and year stand side by side


def block(rows: Sequence[GridRow], at: int, form: str, context: Context) -> Block:
    """The block whose header stands in row `at`."""
    end = _end(rows, at + 1)
    roles = roles_of(whole_header(rows[:end], at), rows[at + 1 : end])
    reader = _Reader(form, context, roles)
    for index in range(at + 1, end):
        if not _is_header_again(rows, index):
            reader.read(rows[index])
    if roles.shifted:
        reader.doubt(rows[at][min(roles.at.values())], "表头的指标级别与下方各行错开一级，已按各行内容对应。")
    reader.part_glued_values()
    left = rows[at][: min(roles.at.values())]
    label = next((plain(cell.text) for cell in (*left, rows[at][min(roles.at.values())]) if cell.text.strip()), "")
    return Block(tuple(reader.lines), roles, label, end, tuple(reader.doubts), tuple(reader.right))


def is_total(row: GridRow) -> bool:
    """Is the row the total of the block?"""
    columns = filled(row)
    return bool(columns) and indicator_form().row_name(bare(row[columns[0]].text)) == TOTAL


def _end(rows: Sequence[GridRow], start: int) -> int:
    """The row at which the block ends: its total, a signature or remark, or another header than its own."""
    for index in range(start, len(rows)):
        columns = filled(rows[index])
        if not columns:
            continue
        if is_total(rows[index]) or _ends(rows[index], columns):
            return index
        if is_header(rows[index]) and not _same_header(rows[index], rows[start - 1]):
            return index
    return len(rows)


def _ends(row: GridRow, columns: list[int]) -> bool:
    """A signature, remark or verdict below the indicators: a label alone, with its text beside it or behind a colon."""
    first = row[columns[0]].text
    if _GOAL.match(first.strip()):
        return len(columns) <= 2  # 年度目标2：（40分） | 防汛安全, above the indicators of the next goal
    if bare(first) in indicator_form().boxes:
        return len(columns) <= 3
    name, colon, _ = first.replace("：", ":").partition(":")
    return bool(colon) and bare(name) in indicator_form().boxes


def _is_header_again(rows: Sequence[GridRow], index: int) -> bool:
    """A header, as the next page prints it, or one of the two rows of a header."""
    row, above = rows[index], rows[index - 1]
    if is_header(row) or (is_header(above) and goes_on(above, row)):
        return True
    return index + 1 < len(rows) and stands_over(row, rows[index + 1])


def _same_header(row: GridRow, header: GridRow) -> bool:
    """Is the row the header again, as the next page prints it (with or without the label at the left)?"""
    texts = [(plain(one.text), plain(other.text)) for one, other in zip(row, header, strict=True)]
    return all(one == other for one, other in texts[1:]) and (texts[0][0] == texts[0][1] or "" in texts[0])


class _Reader:
    """Reads the rows of one block; keeps the levels in force."""

    def __init__(self, form: str, context: Context, roles: Roles) -> None:
        self.form, self.context, self.roles = form, context, roles
        self.level1 = self.level2 = Inked("")
        self.lines: list[Line] = []
        self.right: list[Line] = []
        self.doubts: list[Doubt] = []
        self.said: set[str] = set()
        self.tails = 0
        self.free = False  # levels in words of the form's own: 履职效益 below 产出及效率 is its second

    def doubt(self, content: Inked, message: str, unread: bool = False) -> None:
        if message not in self.said:
            self.said.add(message)
            self.doubts.append(Doubt(self.context.place(content, self.form), message, unread))

    def part_glued_values(self) -> None:
        """88100 all down a column is 88 and the 100 of the next cell, which the copying of the text ran together."""
        glued = [line for line in self.lines if _GLUED.match(line.cell(VALUE).text)]
        if len(glued) < _FEWEST_GLUED or len(glued) < len(self.lines) / 2:
            return
        first = glued[0].cell(VALUE)
        self.doubt(first, f"指标值“{first.text}”等是相邻两格的数连在一起（后一格为100），已按前一格读取，请核对原件。")
        self.lines = [
            replace(line, cells={**line.cells, VALUE: line.cell(VALUE).cut(0, len(line.cell(VALUE)) - len(_FULL))})
            if line in glued else line
            for line in self.lines
        ]  # fmt: skip

    def read(self, row: GridRow) -> None:
        """One row: an indicator, the tail of the one before, or nothing."""
        columns = filled(row)
        if not columns or is_numbering(row) or all(row[index].text.strip() in _NOTHING for index in columns):
            return
        if self.lines and self.tails < _MOST_TAILS and (whole := with_cut_levels(self.lines[-1], row, self.roles)):
            self.lines[-1], self.tails = whole, self.tails + 1
            self.level1, self.level2 = whole.level1, whole.level2
            return
        parted = spread(row, self.roles)
        reading = aligned(parted or row, self.roles)
        cells = {role: cell for role, cell in reading.cells.items() if role not in LEVELS}
        name = reading.cells.get(NAME, Inked(""))
        if self.lines and self.tails < _MOST_TAILS and is_tail(self.lines[-1], reading.cells, self.roles):
            self.lines[-1] = joined(self.lines[-1], reading.cells)
            self.tails += 1
            return
        self.tails = 0
        self._levels(reading.cells)
        if not name.text and not any(cells.get(role, name).text for role in (VALUE, PERIOD, ACTUAL, POINTS, SCORE)):
            return
        if reading.plausibility <= _UNREADABLE:
            unread = any(character.isdigit() for cell in row for character in cell.text)
            self.doubt(row[columns[0]], "这一行与表头对不上，未能确定各栏内容，请核对原件。", unread)
            return
        if parted:
            message = f"指标“{name.text}”一行有几格的内容连在一格中，已按栏目顺序分开，请核对原件。"
            self.doubt(row[columns[0]], message)
        if reading.moved:
            self.doubt(name, f"指标“{name.text}”所在行与表头错开，已按指标级别和取值归位，请核对原件。")
        self.lines.append(Line(self.level1, self.level2, name, cells))
        self._read_right(row)

    def _read_right(self, row: GridRow) -> None:
        """The half for the year, beside the one for the whole period."""
        if not self.roles.right:
            return
        cells = {role: row[index].strip() for role, index in self.roles.right.items() if index < len(row)}
        if cells[NAME].text:
            self.right.append(Line(self.level1, cells.get(LEVEL2) or self.level2, cells[NAME], cells))

    def _levels(self, cells: Mapping[str, Inked]) -> None:
        """Levels printed in this row come into force, as printed; a new first level ends the second."""
        first, second = cells.get(LEVEL1, Inked("")), cells.get(LEVEL2, Inked(""))
        if not first.text and is_level(second.text) and not second_level(second.text) and not self.free:
            first, second = second, Inked("")
        self.free = self.free or bool(first.text and second.text and not is_level(second.text))
        if first.text:
            if plain(first.text) != plain(self.level1.text):
                self.level2 = Inked("")
            self.level1 = first
        if second.text:
            self.level2 = second
