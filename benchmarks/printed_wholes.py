"""Faults of whole tables, seeded: a table in 元 under 万元, a detail row lost or doubled, a row moved by a column."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import _samples  # noqa: F401
from printed.invented import Size
from printed.table import Cell, Document, Table
from printed_documents import MAKES

from gouji.model.standing import Whole

TOTAL = "合计"
YUAN_IN_WAN = 10_000


@dataclass(frozen=True)
class Fault:
    """What was done: to which table (its title) and, of rows, to which (its name)."""

    kind: Whole
    table: str
    row: str = ""


Maker = Callable[[random.Random, Document], tuple[Document, Fault] | None]


def with_whole(kind: Whole, chance: random.Random, make: str, seed: int, size: Size) -> tuple[Document, Fault] | None:
    """A made document with a fault of a whole table; None where it has no such table."""
    document = MAKES[make](seed, size)
    if kind is Whole.UNIT:
        return _in_yuan(chance, document, MAKES[make](seed, size, YUAN_IN_WAN))
    return _with_row(kind, chance, document)


def _in_yuan(chance: random.Random, document: Document, scaled: Document) -> tuple[Document, Fault] | None:
    """One table of the document printed to the fen in 元, though it says 万元."""
    places = [place for place, part in enumerate(document.parts) if isinstance(part, Table) and part.unit == "万元"]
    places = [place for place in places if sum(cell.is_amount for cell in scaled.parts[place].cells) > 20]  # type: ignore[union-attr]
    if not places:
        return None
    place = chance.choice(places)
    parts = list(document.parts)
    parts[place] = scaled.parts[place]
    return Document(document.name, parts), Fault(Whole.UNIT, _title(parts[place]))


def _title(part: object) -> str:
    assert isinstance(part, Table)
    return part.title


def _with_row(kind: Whole, chance: random.Random, document: Document) -> tuple[Document, Fault] | None:
    """A row of 项 lost, doubled or moved to the right by a column, in a table of codes."""
    found = [
        (place, row) for place, part in enumerate(document.parts) if isinstance(part, Table)
        for row in _details(part) if kind is not Whole.MOVED_ROW or _movable(part, row)
    ]  # fmt: skip
    if not found:
        return None
    place, row = chance.choice(found)
    part = document.parts[place]
    assert isinstance(part, Table)
    parts = list(document.parts)
    parts[place] = CHANGES[kind](part, row)
    return Document(document.name, parts), Fault(kind, part.title, _name(part, row))


def _details(table: Table) -> list[int]:
    """Rows of 项 with amounts, which have a sister."""
    codes = {row: _code(table, row) for row in range(table.header, table.height)}
    return [
        row for row, code in codes.items()
        if len(code) == 7 and sum(other[:5] == code[:5] for other in codes.values()) > 2
        and any(cell.is_amount and cell.text.strip("0.") for cell in table.anchors(row))
    ]  # fmt: skip


def _code(table: Table, row: int) -> str:
    """The code of a row, in one box or in three."""
    return "".join(cell.text for cell in table.anchors(row) if cell.text.isdigit() and not cell.is_amount)


def _name(table: Table, row: int) -> str:
    return next(cell.text for cell in table.anchors(row) if cell.text and not cell.text[0].isdigit())


def _movable(table: Table, row: int) -> bool:
    """Is there room at the right?"""
    last = table.anchors(row)[-1]
    return not last.text.strip("0.") and sum(cell.is_amount for cell in table.anchors(row)) > 1


def _lost(table: Table, row: int) -> Table:
    kept = [_at(cell, cell.row - (cell.row > row)) for cell in table.cells if cell.row != row]
    return replace(table, cells=kept, height=table.height - 1)


def _doubled(table: Table, row: int) -> Table:
    below = [_at(cell, cell.row + (cell.row > row)) for cell in table.cells]
    return replace(table, cells=[*below, *(_at(cell, row + 1) for cell in table.anchors(row))], height=table.height + 1)


def _moved(table: Table, row: int) -> Table:
    """All amounts of the row one box to the right; the first box is left blank."""
    cells = table.anchors(row)
    first = min(cell.column for cell in cells if cell.is_amount)
    texts = {cell.column + 1: cell.text for cell in cells if cell.column >= first} | {first: ""}
    return replace(table, cells=[_texted(cell, texts) if cell.row == row else cell for cell in table.cells])


def _texted(cell: Cell, texts: dict[int, str]) -> Cell:
    return replace(cell, text=texts.get(cell.column, cell.text))


def _at(cell: Cell, row: int) -> Cell:
    return replace(cell, row=row)


CHANGES: dict[Whole, Callable[[Table, int], Table]] = {
    Whole.LOST_ROW: _lost, Whole.DOUBLED_ROW: _doubled, Whole.MOVED_ROW: _moved
}  # fmt: skip
WHOLES: Iterable[Whole] = (Whole.UNIT, *CHANGES)
