"""Tables, figures and reports made by hand, so that rules are tested without reading anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from gouji.model.figure import YUAN_IN_UNIT, Figure, Kind
from gouji.model.place import Ink, Place
from gouji.model.table import Cell, Row, Table

MakeFigure = Callable[..., Figure]
MakeTable = Callable[..., Table]


def made_figure(text: str, unit: str = "万元", row: str = "", column: str = "", line: int = 1) -> Figure:
    """A figure as a reader makes it of `text`."""
    value = Decimal(text.replace(",", "").rstrip("%"))
    kind = Kind.MONEY if unit in YUAN_IN_UNIT else {"%": Kind.PERCENT, "分": Kind.SCORE}.get(unit, Kind.COUNT)
    scale = YUAN_IN_UNIT.get(unit, Decimal(1))
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    place = Place("表.txt", "", row, column, text, Ink(line=line, column=1, end_line=line, end_column=len(text) + 1))
    return Figure(text, value * scale, step * scale, kind, unit, place)


def made_table(form: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], side: str = "") -> Table:
    """A table of rows (code, name, one text for each column); a blank text is a blank box."""
    made = []
    for line, (code, name, *texts) in enumerate(rows, 1):
        cells = {
            column: Cell(text, _number(text, name, column, line), Place("表.txt", form, name, column, text))
            for column, text in zip(columns, texts, strict=True)
        }
        made.append(Row(name, cells, code, side))
    return Table(form, form, tuple(columns), tuple(made))


def _number(text: str, row: str, column: str, line: int) -> Figure | None:
    bare = text.replace(",", "").removeprefix("-").replace(".", "", 1)
    malformed = "," in text and not text.replace(",", "").isdigit()
    return made_figure(text, row=row, column=column, line=line) if bare.isdigit() and not malformed else None


@pytest.fixture
def figure() -> MakeFigure:
    return made_figure


@pytest.fixture
def table() -> MakeTable:
    return made_table
