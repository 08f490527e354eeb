"""Where a figure stands: by meaning (form, row, field) and by ink (line and column, page box, sheet cell)."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ink:
    """The spot on the medium. Lines and columns count from 1; `end_column` is the column after the last character."""

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    box: Box | None = None
    sheet: str | None = None
    cell: str | None = None

    @property
    def order(self) -> tuple[int, str, str, int, int]:
        """Sort key: the order in which a reader meets the spots."""
        return (self.page or 0, self.sheet or "", self.cell or "", self.line or 0, self.column or 0)


@dataclass(frozen=True, slots=True)
class Place:
    """The address of a figure or a text: which document, form, row and field, and where the ink is."""

    document: str = ""
    form: str = ""
    row: str = ""
    field: str = ""
    text: str = ""
    ink: Ink = Ink()

    @property
    def label(self) -> str:
        """The address in words, e.g. `支出决算表·教育支出·基本支出`."""
        return "·".join(part for part in (self.form, self.row, self.field) if part)
