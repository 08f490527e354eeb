"""A sheet → pieces: the lines around its tables, and the tables as runs of rows, every box with its place (sheet, A1)."""

from __future__ import annotations

from functools import lru_cache

from gouji.model.inked import Inked
from gouji.model.medium import Spot
from gouji.model.sheet_columns import column_letters
from gouji.reading.captions import is_label, is_title
from gouji.reading.flow.boxed import boxed
from gouji.reading.grid import covered
from gouji.reading.office.sheets.columns import columns_of, covered_by
from gouji.reading.office.sheets.merges import is_hidden, settle
from gouji.reading.office.sheets.sections import sections
from gouji.reading.office.sheets.sheet import Sheet, SheetRow
from gouji.reading.press import Press
from gouji.reading.run import Piece, Run
from gouji.reading.unreadable import Unreadable

MOST_BOXES = 1_500_000  # printed for one sheet, blank ones included

_letters = lru_cache(maxsize=16384)(column_letters)


def pieces(sheet: Sheet, press: Press) -> list[Piece]:
    """The pieces of a sheet in the order in which it is read."""
    settle(sheet)
    layout = _Layout(sheet, press)
    found: list[Piece] = []
    for section in sections(sheet):
        if section.loose:
            found += [line for row in section.rows for line in layout.lines(row)]
        else:
            found += layout.runs(section.rows)
    if found and is_title(sheet.name) and not _is_titled(found):
        found.insert(0, press.line(sheet.name, Spot(sheet=sheet.name, cell="A1")))
    return found


def _is_titled(found: list[Piece]) -> bool:
    """Does a title of a table stand in the sheet itself?"""
    for piece in found:
        if isinstance(piece, Inked):
            if is_title(piece.text):
                return True
        elif any(is_title(cell.text) for row in piece.rows[:2] for cell in row):
            return True
    return False


class _Layout:
    """Prints the boxes of one sheet."""

    def __init__(self, sheet: Sheet, press: Press) -> None:
        self.sheet = sheet
        self.press = press
        self.boxes = 0

    def lines(self, row: SheetRow) -> list[Inked]:
        """The texts of a row outside any table, one line each; a label and the value in the next box are one."""
        found: list[Inked] = []
        waiting = False
        for column, text in row.texts.items():
            printed = self._lines_of(row.number, column, text)
            if waiting and len(printed) == 1 and not is_label(text) and not text.rstrip().endswith(("：", ":")):
                found[-1] = Inked.join((found[-1], printed[0]))
            else:
                found += printed
            waiting = text.rstrip().endswith(("：", ":")) and len(printed) == 1
        return found

    def runs(self, rows: list[SheetRow]) -> list[Piece]:
        """The rows of one table, or of several that only blank rows part."""
        columns = [column for column in columns_of(rows) if not is_hidden(self.sheet, column)]
        self._count(len(rows) * len(columns))
        deepest = _deepest(rows, columns)
        anchors: dict[tuple[int, int], Inked] = {}
        found: list[Piece] = []
        run = Run(sheet=self.sheet.name)
        for row in rows:
            if row.apart and run.rows:
                found.append(run)
                run = Run(sheet=self.sheet.name)
            run.rows.append(self._row(row, columns, anchors, deepest))
        return [*found, run]

    def _row(
        self, row: SheetRow, columns: list[int], anchors: dict[tuple[int, int], Inked], deepest: tuple[int, int]
    ) -> list[Inked]:
        by = covered_by(row) if row.covers else {}
        cells: list[Inked] = []
        for column in columns:
            anchor = by.get(column)
            text = row.texts.get(column)
            if text is not None:
                set_in = column == deepest[0] and row.indents.get(column) == deepest[1]
                cell = self._cell(row.number, column, f" {text.strip()}" if set_in else text.strip())
                if anchor:
                    anchors[anchor] = cell
            elif anchor in anchors:
                cell = covered(anchors[anchor])
            else:
                cell = self.press.line("", self._spot(row.number, column))
            cells.append(cell)
        return cells

    def _cell(self, row: int, column: int, text: str) -> Inked:
        if "\n" not in text:
            return self.press.line(text, self._spot(row, column))
        return boxed(self._lines_of(row, column, text))

    def _lines_of(self, row: int, column: int, text: str) -> list[Inked]:
        """The lines within a cell, each printed as a line of its own."""
        spot = self._spot(row, column)
        return [self.press.line(bare, spot) for line in text.split("\n") if (bare := line.strip())]

    def _spot(self, row: int, column: int) -> Spot:
        return Spot(sheet=self.sheet.name, cell=f"{_letters(column)}{row}")

    def _count(self, boxes: int) -> None:
        self.boxes += boxes
        if self.boxes > MOST_BOXES:
            raise Unreadable(
                self.sheet.path,
                f"工作表“{self.sheet.name}”的内容分布过于零散，无法作为表格读取。请删除表格以外的内容后再试。",
                f"the cells of the sheet “{self.sheet.name}” are scattered too widely to be a table",
            )


def _deepest(rows: list[SheetRow], columns: list[int]) -> tuple[int, int]:
    """The first column of names and its deepest indentation, which tells the details from what they are details of."""
    for column in columns:
        indents = {row.indents.get(column, 0) for row in rows if column in row.texts}
        if indents:
            return column, max(indents) or -1
    return 0, -1
