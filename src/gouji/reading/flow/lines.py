"""A press for documents without pages: counts what it prints, parts labels set side by side, sets tabs right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.inked import Inked
from gouji.model.medium import Spot
from gouji.reading.captions import is_label, is_title
from gouji.reading.press import Press
from gouji.reading.unreadable import Unreadable

MOST_LINES = 1_000_000
MOST_CELLS = 2_000_000  # of all tables of a document

_TABS = re.compile(r"\s*\t\s*")


class Lines(Press):
    """Prints the lines of a document; Unreadable where it holds more than any real one."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.cells = 0

    def line(self, text: str, spot: Spot) -> Inked:
        if len(self.lines) >= MOST_LINES:
            raise self.too_large(spot)
        return super().line(text, spot)

    def empty(self, spot: Spot) -> Inked:
        """The place of something without text: a blank box."""
        return self.line("", spot)

    def count(self, cells: int, spot: Spot) -> None:
        """So many more cells of tables are ahead."""
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise self.too_large(spot)

    def paragraph(self, text: str, spot: Spot) -> Iterator[Inked]:
        """The lines of a paragraph: one, if nothing breaks it; labels that tabs set side by side each on their own."""
        for stretch in text.split("\n"):
            line = stretch.strip()
            parts = [part for part in _TABS.split(line) if part] if "\t" in line else [line]
            if not all(is_label(part) or is_title(part) for part in parts):
                parts = [line]
            for part in parts:
                if part:
                    yield self.line(part, spot)

    def too_large(self, spot: Spot) -> Unreadable:
        return Unreadable(
            self.path,
            f"文件的行数或单元格过多（读到{spot.cell}为止），超过上限。请按单位或按年度拆分后再试。",
            f"too many lines or cells (read up to {spot.cell}); split the file by body or year",
        )
