"""Where cells stand: form, row and column of each, in the order of reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from gouji.model.figure import Figure

Address = tuple[str, str, str]  # form, row, column
NOWHERE: Address = ("", "", "")


@dataclass(slots=True)
class Layout:
    """Addresses by cell; ("", "", "") for figures of sentences, which stand in no table. Lines are worked out when asked for."""

    addresses: Sequence[Address]
    order: Sequence[int]  # cells in the order of reading
    _rows: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _columns: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _place: dict[tuple[bool, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, figures: Sequence[Figure], forms: Container[str]) -> Layout:
        """The layout of the figures of a document; only those of the named forms stand in rows and columns."""
        addresses = [
            (place.form, place.row, place.field) if place.form in forms and place.field else NOWHERE
            for place in (figure.place for figure in figures)
        ]
        return cls(addresses, sorted(range(len(figures)), key=lambda cell: figures[cell].place.ink.order))

    def rows(self) -> dict[tuple[str, str], list[int]]:
        """The cells of each row, by form and row."""
        self._lay_out()
        return self._rows

    def columns(self) -> dict[tuple[str, str], list[int]]:
        """The cells of each column, by form and column."""
        self._lay_out()
        return self._columns

    def position(self, cell: int, upright: bool) -> int:
        """The place of a cell in its column (upright) or its row."""
        self._lay_out()
        return self._place[upright, cell]

    def neighbours(self, cell: int) -> Iterable[int]:
        """The cells before and after in the same row and the same column."""
        form, row, column = self.addresses[cell]
        if not form:
            return
        self._lay_out()
        for upright, line in ((False, self._rows[form, row]), (True, self._columns[form, column])):
            place = self._place[upright, cell]
            yield from line[max(0, place - 1) : place]
            yield from line[place + 1 : place + 2]

    def _lay_out(self) -> None:
        if self._rows:
            return
        rows: dict[tuple[str, str], list[int]] = defaultdict(list)
        columns: dict[tuple[str, str], list[int]] = defaultdict(list)
        for cell in self.order:
            form, row, column = self.addresses[cell]
            if form:
                for upright, line in ((False, rows[form, row]), (True, columns[form, column])):
                    self._place[upright, cell] = len(line)
                    line.append(cell)
        self._rows, self._columns = dict(rows), dict(columns)
