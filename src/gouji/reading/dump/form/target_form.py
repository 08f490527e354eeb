"""Target forms in a dump, of a department or of one project → the grid that the form's table would give."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from gouji.model.inked import Inked
from gouji.reading.dump.form import indicators, overview, tasks, words
from gouji.reading.dump.form.sections import AMOUNTS, BOX, INDICATORS, OTHER_TASKS, TASKS, Section, sections
from gouji.reading.dump.form.task_columns import Widths
from gouji.reading.dump.labels import labels_from
from gouji.reading.dump.printed import Printed, joined
from gouji.reading.grid import Grid

GROUPS = ("总体绩效目标", "总体目标", "绩效目标")  # labels over a goal of the year and one of the period
OPEN_AMOUNTS = "该任务的资金数与表头栏数不同，空格在文本中已丢失，按顺序列示，请核对原件。"
LEFT_TOTAL = "预算执行部分的得分在文本中未能按栏读取，总分未用于核算，请核对原件。"

Row = tuple[Inked, ...]


class _Reader:
    """Makes the rows of a form section by section."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.doubts: list[tuple[Inked, str]] = []
        self.widths: Widths | None = None
        self.task_header: list[Inked] = []

    def read(self, section: Section) -> None:
        label = section.label.content
        blank = label.emptied()
        first = (
            section.kind == INDICATORS and section.label.name == words.FIRST_HEADER
        )  # the label heads a column itself
        for index, row in enumerate(self._rows(section)):
            self.rows.append(row if first and index else (label if index == 0 else blank, *row))

    def _rows(self, section: Section) -> list[Row]:
        if section.kind == AMOUNTS:
            return list(overview.rows(section.lines)) or [()]
        if section.kind in (TASKS, OTHER_TASKS):
            return self._tasks(section)
        if section.kind == INDICATORS:
            body, total = indicators.without_total(section.lines)
            block = indicators.block(body)
            self.doubts.extend([*block.doubts, *((total[0], LEFT_TOTAL) for _ in total[:1])])
            return [block.header, *block.rows]
        return [(joined(section.lines) or section.label.content.emptied(),)]

    def _tasks(self, section: Section) -> list[Row]:
        header, rest = labels_from(section.lines, 0, words.header_words(words.TASK_FORM))
        self.task_header = header or self.task_header
        rows: list[Row] = [tuple(header)] if header else []
        if rest:
            money = [index for index, cell in enumerate(self.task_header) if _is_money(cell)]
            has_goal = not money or money[-1] + 1 < len(self.task_header)
            found, self.widths = tasks.rows(rest, has_goal, self.widths)
            rows.extend(self._task(task, max(1, len(money)), has_goal) for task in found)
        return rows or [()]

    def _task(self, task: tasks.Row, columns: int, has_goal: bool) -> Row:
        """The cells of a task; where amounts are missing, the first ones are filled and it is said."""
        name, content, amounts, goal = task
        if len(amounts) != columns:
            self.doubts.append((amounts[0], OPEN_AMOUNTS))
        blanks = [amounts[-1].emptied()] * (columns - len(amounts))
        return (name, content, *amounts[:columns], *blanks, *([goal] if has_goal else []))


def grid(lines: Sequence[Printed], form: str, headings: tuple[str, ...] = ()) -> Grid:
    """The form whose lines these are; the lines before the first label are its captions."""
    above, found = sections(lines, form)
    reader = _Reader()
    for section in _grouped(found):
        reader.read(section)
    width = max((len(row) for row in reader.rows), default=0)
    rows = tuple((*row, *(row[0].emptied() for _ in range(width - len(row)))) for row in reader.rows)
    captions = tuple(line.content for line in above)
    return Grid(rows, captions, headings=headings, doubts=tuple(reader.doubts))


def _grouped(found: Sequence[Section]) -> list[Section]:
    """A label that only stands over the next ones is no box of its own."""
    return [
        section
        for section, following in zip_longest(found, found[1:])
        if not (
            section.kind == BOX and section.label.name in GROUPS and not section.lines
            and following is not None and following.kind == BOX and following.label.name.endswith("目标")
        )
    ]  # fmt: skip


def _is_money(cell: Inked) -> bool:
    column = words.header_words(words.TASK_FORM).get(words.header_word(cell.text))
    return column is not None and column.measure == "money"
