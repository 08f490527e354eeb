"""A sheet as its reader hands it over, whatever the file: rows of printed texts, merges, what is framed and what hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouji.reading.unreadable import Unreadable

MOST_CELLS = 800_000  # a sheet of two million would need 4 GB once its figures are seated
MOST_ROWS = 50_000
MOST_MERGES = 200_000
MOST_BLANK = 100  # rows with rules but without text that are boxes to fill in; more of them are a sheet not filled in

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, all from 1 and included


@dataclass(slots=True)
class SheetRow:
    """A row that prints something. Columns count from 1; `indents` has those of texts that are set in.

    `frame` are the first and last column with a rule at a side; `apart` tells that a blank row without rules stands above.
    """

    number: int
    texts: dict[int, str] = field(default_factory=dict)
    indents: dict[int, int] = field(default_factory=dict)
    frame: tuple[int, int] | None = None
    hidden: bool = False
    apart: bool = False
    covers: list[tuple[int, int, int, int]] = field(default_factory=list)  # columns covered: first, last; by whom: row, column


@dataclass(slots=True)
class Sheet:
    """One sheet. Of cells that hold no figure though they should, `uncalculated`, `errors` and `lost` have row and column."""

    path: str
    name: str
    rows: list[SheetRow] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)  # formulas whose result was not stored: row, column
    errors: list[tuple[int, int]] = field(default_factory=list)  # #REF!, #DIV/0!
    lost: list[tuple[int, int]] = field(default_factory=list)  # what a damaged file names but does not hold
    cells: int = 0
    last: int = 0  # the number of the row met last
    blank: bool = False  # stands a blank row without rules above the next one?
    waiting: list[SheetRow] = field(default_factory=list)  # blank rows with rules, which a row of the table may follow

    def put(self, row: SheetRow) -> None:
        """Take the next row, be it blank."""
        self.blank |= row.number > self.last + 1
        self.last = row.number
        if not row.texts:
            self._put_blank(row)
            return
        if not self.blank and len(self.waiting) < MOST_BLANK:
            self.rows += self.waiting
        self.waiting.clear()
        row.apart, self.blank = self.blank, self.blank and row.hidden
        self.cells += len(row.texts)
        self.rows.append(row)
        if len(self.rows) > MOST_ROWS or self.cells > MOST_CELLS:
            raise self._too_large()

    def _put_blank(self, row: SheetRow) -> None:
        if row.hidden:
            return
        self.blank |= row.frame is None
        if not self.blank and len(self.waiting) < MOST_BLANK:
            self.waiting.append(row)

    def _too_large(self) -> Unreadable:
        return Unreadable(
            self.path,
            f"工作表“{self.name}”的内容超过上限（{MOST_ROWS // 10000} 万行或 {MOST_CELLS // 10000} 万个单元格）。"
            "请只保留需要核对的表，或按单位、按年度拆分后再试。",
            f"the sheet “{self.name}” has more than {MOST_ROWS} rows or {MOST_CELLS} cells; keep what is to be checked",
        )
