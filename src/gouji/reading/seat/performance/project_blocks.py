"""Which rows of a list of projects belong to one project, also where a page ends within the merged box of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow, covers
from gouji.reading.seat.performance.header import Heading
from gouji.reading.seat.performance.printed import filled
from gouji.vocabulary.terms import plain

_LAST_CLASS = "满意度"
NAME, UNIT, GOAL = "项目名称", "单位名称", "绩效目标"


class Rows:
    """The rows under one header. `indicators` is the column in which those of each project begin, where each has a row."""

    def __init__(self, columns: Mapping[str, Heading], indicators: int | None) -> None:
        self._columns, self._indicators = columns, indicators
        self._money = [name for name, heading in columns.items() if heading.column.measure == "money"]

    def by_project(self, rows: Sequence[GridRow]) -> list[list[GridRow]]:
        """The rows of each project, unit and total together."""
        groups: list[list[GridRow]] = []
        for row in rows:
            if groups and self._belongs(groups[-1], row):
                groups[-1].append(row)
            else:
                groups.append([row])
        return groups

    def text(self, row: GridRow, column: str) -> Inked:
        """What a row prints in a column; nothing where the list has none."""
        heading = self._columns.get(column)
        return row[heading.index] if heading else Inked("")

    def first(self, group: Sequence[GridRow], column: str) -> Inked:
        """The text of a column in the first of the rows that prints one."""
        texts = [self.text(row, column) for row in group]
        return next((text for text in texts if text.text.strip()), texts[0])

    def goal(self, group: Sequence[GridRow]) -> Inked:
        """The goal, whose parts may stand in several rows; what a page prints again is left out."""
        if any(self._repeats(group, row) for row in group[1:]):
            return self.first(group, GOAL)
        return Inked.join(self.text(row, GOAL) for row in group)

    def _belongs(self, group: list[GridRow], row: GridRow) -> bool:
        if self._waits(group):
            return True
        return (self._continues(row) or self._repeats(group, row)) and not self._begins_anew(group, row)

    def _waits(self, group: list[GridRow]) -> bool:
        """Has the project of these rows nothing but indicators yet? Rows of totals have money."""
        if self._indicators is None or not group[0][self._indicators].text.strip():
            return False
        own = (NAME, UNIT, *self._money)
        return not any(self.text(row, column).text.strip() for row in group for column in own)

    def _repeats(self, group: Sequence[GridRow], row: GridRow) -> bool:
        """Does the row print name, money and goal of the project again, as the next page does within a merged box?"""
        if self._indicators is None or not self.text(row, NAME).text.strip():
            return False
        own = (NAME, GOAL, *self._money)
        return all(self.text(row, one).text.strip() == self.first(group, one).text.strip() for one in own)

    def _continues(self, row: GridRow) -> bool:
        """Does the row go on with the project above: no name of its own and no money?

        A unit merged over its projects may be printed beside an indicator, where a page ends within it.
        """
        if any(self.text(row, column).text.strip() for column in (NAME, *self._money)):
            return False
        beside = self._indicators is not None and filled(row)[-1] >= self._indicators
        return beside or not self.text(row, UNIT).text.strip()

    def _begins_anew(self, group: list[GridRow], row: GridRow) -> bool:
        """Does the row begin a project whose name is printed on the next page, in the middle of its box?

        The classes of indicators, each in its place so far, begin again after the last of them, and the box of the name,
        merged over the rows above, does not reach down here.
        """
        if self._indicators is None or not row[self._indicators].text.strip():
            return False
        name = self.text(row, NAME)
        if not name.runs or any(covers(self.text(one, NAME), name) for one in group):
            return False
        merged = any(covers(self.text(one, NAME), self.text(below, NAME)) for one, below in pairwise(group))
        classes = [plain(text) for one in group if (text := one[self._indicators].text.strip())]
        runs = [one for one, _ in groupby(classes)]
        complete = len(runs) == len({*runs}) > 1 and _LAST_CLASS in runs[-1]
        return merged and complete and plain(row[self._indicators].text) == runs[0]
