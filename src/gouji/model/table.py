"""A published form: rows and columns of cells, and the tree that classification codes make of the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gouji.model.figure import Figure
from gouji.model.place import Ink, Place

TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one box: the text as printed, and the figure if it is one. A blank has neither; it is not zero."""

    text: str
    figure: Figure | None
    place: Place

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def unread(self) -> bool:
        """Digits stand here that make no number: nothing may be reckoned as if the box were blank."""
        return self.figure is None and any(character.isdigit() for character in self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a form. `side` tells the halves of a two-sided table apart (收入, 支出, 人员经费, 公用经费)."""

    name: str
    cells: Mapping[str, Cell]
    code: str = ""
    side: str = ""
    number: str = ""  # 行次 as printed
    depth: int = 0  # indentation or printed numbering, 0 outermost, where there are no codes
    ink: Ink = Ink()

    def figure(self, column: str) -> Figure | None:
        """The figure in a column; None when the box is blank, holds text, or is not printed at all."""
        cell = self.cells.get(column)
        return cell.figure if cell else None


@dataclass(frozen=True, slots=True)
class Table:
    """A form as published. `form` is its name in the vocabulary, `title` the name as printed."""

    form: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    layout: str = ""
    known: bool = True  # False: read by its own header because no form of the vocabulary fits
    notes: tuple[str, ...] = ()  # the sentences printed under it
    ink: Ink = Ink()
    _by_name: dict[str, list[Row]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for row in self.rows:
            self._by_name.setdefault(row.name, []).append(row)

    def row(self, name: str, side: str = "") -> Row | None:
        """The first row of that name (and side)."""
        return next((row for row in self._by_name.get(name, ()) if not side or row.side == side), None)

    def figure(self, row: str, column: str, side: str = "") -> Figure | None:
        """The figure at a row and a column; None when either is not there or the box holds none."""
        found = self.row(row, side)
        return found.figure(column) if found else None

    def by_code(self, code: str) -> Row | None:
        """The row of a classification code."""
        return next((row for row in self.rows if row.code == code), None)

    def children(self, code: str) -> list[Row]:
        """Rows one level below `code`; below the total (""), the rows whose own parent is not in the table."""
        codes = {row.code for row in self.rows if row.code}
        return [row for row in self.rows if row.code and parent_code(row.code, codes) == code]

    def figures(self) -> Iterator[Figure]:
        """Every figure of the table, row by row."""
        for row in self.rows:
            for cell in row.cells.values():
                if cell.figure is not None:
                    yield cell.figure


def parent_code(code: str, codes: set[str]) -> str:
    """The code one level up (7 → 5 → 3 digits) that the table itself prints; "" when it prints none."""
    for length in range(len(code) - 1, 0, -1):
        if code[:length] in codes:
            return code[:length]
    return ""
