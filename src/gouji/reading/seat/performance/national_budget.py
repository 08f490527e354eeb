"""The money of the national target form, which has no headings over its amounts: labels beside or above each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.reading.grid import GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.funds import Fund, amounts
from gouji.reading.seat.performance.printed import bare, filled, is_placeholder, label, unit_in
from gouji.vocabulary.form import Form

# 按收入性质分, 资金来源: what the labels below it, or beside it, are parts of.
_GROUP = re.compile(r"按.{2,8}分类?|资金来源|资金结构|资金构成|收入来源|支出结构|支出构成")
_TOTAL_OF_SIDE = re.compile(r"(?P<side>(?:年度|部门)?(?:收入|支出)(?:预算)?)(?:合计|总计|总额)")


class National:
    """Reads the block row by row; labels that group (按收入性质分) hold for the labels in their column."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.inside = False
        self.unit = ""
        self.sides: dict[int, str] = {}
        self.labels_above: GridRow = ()
        self.above: GridRow = ()

    def read(self, row: GridRow, below: GridRow) -> Iterator[tuple[Fund, str]]:
        """The amounts of a row that belongs to the block (it has its label, or none at all, at the left), with groups."""
        columns = filled(row)
        if not columns:
            return
        first = row[columns[0]].text
        if self._is_label(first):
            self.inside, self.unit, self.sides = True, unit_in(first), {}
        elif columns[0] == 0 and not self.labels_above:
            self.inside = False
        if not self.inside:
            return
        if self.labels_above:
            yield from ((fund, "") for fund in self._below_labels(row))
            self.labels_above = ()
        elif self._is_row_of_labels(row, columns, below):
            self.labels_above = row
        else:
            yield from self._under_label(row, columns[0])
            yield from self._beside(row, columns)
        self.above = row

    def _under_label(self, row: GridRow, first: int) -> Iterator[tuple[Fund, str]]:
        """The total in a box of its own below its label, left of the labels and amounts that make it up."""
        label_above = self.above[first] if first < len(self.above) else None
        if label_above is not None and looks_like_number(row[first].text) and self._is_name(label_above.strip()):
            name = label_above.strip()
            yield Fund(name, row[first].strip(), unit_in(name.text) or self.unit, first), ""

    def _is_label(self, text: str) -> bool:
        name = bare(text)
        return name in self.form.boxes or any(title in name for title in self.form.titles)

    def _beside(self, row: GridRow, columns: Sequence[int]) -> Iterator[tuple[Fund, str]]:
        groups = {index: bare(row[index].text) for index in columns if _GROUP.fullmatch(bare(row[index].text))}
        self.sides |= groups
        for fund in amounts(row, self.unit):
            if left := [index for index in groups if index < fund.column]:
                self.sides[fund.column] = groups[left[-1]]
            if total := _TOTAL_OF_SIDE.fullmatch(fund.name):
                self.sides[fund.column] = total["side"]
            yield fund, self.sides.get(fund.column, "")

    def _is_row_of_labels(self, row: GridRow, columns: Sequence[int], below: GridRow) -> bool:
        """资金总额 | 财政拨款 | 其他资金 with nothing but amounts in the row below."""
        named = [index for index in columns if self._is_name(row[index])]
        under = [index for index in filled(below) if index]
        return (
            len(named) > 1
            and [index for index in columns if index] == named
            and bool(under)
            and all(index in named and looks_like_number(below[index].text) for index in under)
        )

    def _below_labels(self, row: GridRow) -> Iterator[Fund]:
        for index in filled(self.labels_above):
            name = self.labels_above[index].strip()
            if self._is_name(name) and (not row[index].text.strip() or not is_placeholder(row[index].text.strip())):
                yield Fund(name, row[index].strip(), unit_in(name.text) or self.unit, index)

    def _is_name(self, cell: Inked) -> bool:
        return self.form.row_name(label(cell.text)) in {*self.form.rows.values()}
