"""Which cells stand next to which: the same row and the column beside it, or the same column and the row below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from gouji.model.figure import Figure


class Neighbourhood:
    """The neighbours of each cell, by the places of the figures, worked out when first asked for.

    Only figures of the named forms have neighbours: those of sentences stand in no row and no column.
    """

    def __init__(self, figures: Sequence[Figure], forms: Container[str]) -> None:
        self.figures, self.forms = figures, forms
        self._beside: dict[int, list[int]] | None = None

    def __call__(self, cell: int) -> Iterable[int]:
        if self._beside is None:
            self._beside = beside(self.figures, self.forms)
        return self._beside.get(cell, ())


def beside(figures: Sequence[Figure], forms: Container[str]) -> dict[int, list[int]]:
    """Neighbours by cell: the figure before and after in the order of reading, in the same row or the same column."""
    found: dict[int, list[int]] = defaultdict(list)
    last: dict[tuple[str, ...], int] = {}
    inside = [cell for cell, figure in enumerate(figures) if figure.place.form in forms and figure.place.field]
    for cell in sorted(inside, key=lambda each: figures[each].place.ink.order):
        place = figures[cell].place
        for key in (("row", place.form, place.row), ("column", place.form, place.field)):
            if (before := last.get(key)) is not None:
                found[cell].append(before)
                found[before].append(cell)
            last[key] = cell
    return found
