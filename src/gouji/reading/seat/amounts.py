"""A table in the making: cells become figures with their addresses; what cannot be read becomes a doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from gouji.model.figure import Kind
from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.model.table import Cell, Row, Table
from gouji.reading.captions import is_label, unit_of
from gouji.reading.grid import COLUMN_LOST, ILLEGIBLE, Grid, GridRow
from gouji.reading.numbers import cell_figure
from gouji.reading.seat.header_tree import Header
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import label

KINDS = {"money": Kind.MONEY, "percent": Kind.PERCENT, "score": Kind.SCORE, "count": Kind.COUNT}
LONGEST_QUOTE = 40

_AMOUNT = re.compile(r"^[-\d,]+\.\d+$|^-?\d{1,3}(?:,\d{3})+$")


class Seating:
    """One table in the making: its unit, its rows, and the doubts met on the way."""

    def __init__(self, grid: Grid, form: Form, context: Context) -> None:
        self.grid = grid
        self.form = form
        self.context = context
        self.title = title_of(grid) or form.name
        self.unit, said = unit_in_force(grid, context)
        self.rows: list[Row] = []
        self.columns: dict[str, None] = {}
        self.doubts = [Doubt(self.place(spot), message) for spot, message in grid.doubts]
        self.doubts += [Doubt(self.place(spot), message, unread=True) for spot, message in grid.lost]
        self._unit_said = said
        self._unit_needed = False
        self._short: list[Inked] = []

    def place(self, content: Inked, row: str = "", field: str = "") -> Place:
        return self.context.place(content, self.form.name, row, field)

    def doubt(self, content: Inked, message: str, unread: bool = False) -> None:
        self.doubts.append(Doubt(self.place(content), message, unread))

    def cell(self, content: Inked, row: str, column: str, unit: str = "", measure: str = "money") -> Cell:
        """The box at a row and a column. Digits that make no figure are a doubt."""
        self.columns.setdefault(column)
        place = self.place(content, row, column)
        kind = KINDS.get(measure)
        if kind is None:
            return Cell(content.text, None, place)
        printed = {Kind.PERCENT: "%", Kind.SCORE: "分"}.get(kind, unit)
        figure = cell_figure(content, place, printed or (self.unit if kind is Kind.MONEY else ""), kind)
        self._unit_needed |= kind is Kind.MONEY and not unit and bool(figure and figure.value)
        cell = Cell(content.text, figure, place)
        if cell.unread:
            self._unread(Doubt(place, not_reckoned(content.text), unread=True))
        return cell

    def _unread(self, doubt: Doubt) -> None:
        """Figures that stand in several boxes alike, for none is certain, are said once."""
        last = self.doubts[-1] if self.doubts else None
        if last is None or (last.message, last.place.ink.line) != (doubt.message, doubt.place.ink.line):
            self.doubts.append(doubt)

    def check_width(self, row: GridRow, header: Header, first: int = 0) -> None:
        """Note a row printed with fewer or more cells than the header: its figures may have moved.

        Left of `first` names and codes may share a header; an amount there has moved.
        """
        beyond = [
            cell for index, (cell, path) in enumerate(zip(row, header.paths, strict=True))
            if cell.text and not path and (index >= first or _AMOUNT.search(cell.text))
        ]  # fmt: skip
        if beyond and header.height:
            self.doubt(beyond[0], "本行单元格多于表头，数字可能错位，请核对原件。", unread=True)
        elif any(not cell.runs for cell in row):
            self._short.append(next(cell for cell in row if cell.text))

    def seated(self, known: bool = True) -> Seated:
        """The finished table."""
        if self._unit_needed and not self._unit_said:
            spot = next(iter(self.grid.captions), self.grid.rows[0][0])
            self.doubt(spot, f"表中没有写明金额单位，按“{self.unit}”读取，请核对。")
        if self._short:
            self.doubt(self._short[0], f"自此行起有 {len(self._short)} 行的单元格少于表头，数字可能错位，请核对原件。")
        table = Table(
            self.form.name, self.title, tuple(self.columns), tuple(self.rows), self.unit, self.form.layout, known,
            tuple(note.text for note in self.grid.notes), self.grid.ink,
        )  # fmt: skip
        return Seated(tables=(table,), doubts=tuple(self.doubts))


def not_reckoned(text: str) -> str:
    """Why the digits of a cell are no figure of its column."""
    shown = text.removesuffix(COLUMN_LOST).removesuffix(ILLEGIBLE)
    quoted = shown if len(shown) <= LONGEST_QUOTE else f"{shown[:LONGEST_QUOTE]}…"
    if text.endswith(COLUMN_LOST):
        return f"“{quoted}”读得出，但它属于哪一栏在文本中已丢失，未参与核对，请对照原件。"
    if text.endswith(ILLEGIBLE):
        return f"扫描件字迹不清，此数识别为“{quoted}”，没有把握，未参与核对，请核对原件。"
    return f"“{quoted}”不是规范的数字，未能读取，请核对原件。"


def title_of(grid: Grid) -> str:
    """The title printed above a grid; "" when there is none."""
    return next((caption.text for caption in grid.captions if not is_label(caption.text)), "")


def unit_in_force(grid: Grid, context: Context) -> tuple[str, bool]:
    """The money unit of a table, and whether it is printed."""
    unit = _printed_unit(grid)
    return unit or context.unit, bool(unit)


def usual_unit(grids: Iterable[Grid]) -> str:
    """The unit that most tables of a document print: a table that prints none is read in it, and said to be."""
    printed = Counter(unit for grid in grids if (unit := _printed_unit(grid)))
    return printed.most_common(1)[0][0] if printed else "万元"


def _printed_unit(grid: Grid) -> str:
    """The unit in the captions, else in the first header rows; "" where none is printed."""
    texts = (*(caption.text for caption in grid.captions), *(cell.text for row in grid.rows[:2] for cell in row))
    return next((unit for text in texts if (unit := unit_of(text))), "")


def row_labels(names: Iterable[tuple[str, str, str]]) -> list[str]:
    """Labels that tell the rows of a table apart, from (name, code, side): the name alone where it is the only one."""
    names = list(names)
    seen = Counter(name for name, _, _ in names)
    labels = []
    for name, code, side in names:
        shown = label(name) or code
        if seen[name] > 1:
            shown = f"{code} {shown}" if code else f"{side}：{shown}" if side else shown
        labels.append(shown)
    return labels
