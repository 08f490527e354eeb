"""Characters inside a lattice → the rows of its table, merged cells as boxes that the first one covers."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.reading.grid import covered
from gouji.reading.page.ink import Glyph
from gouji.reading.page.lattice import Cell, Lattice
from gouji.reading.page.lines import lines
from gouji.reading.page.printing import Printer
from gouji.reading.page.turning import Aside
from gouji.reading.run import Run

OVERSHOOT = 25.0  # points
NO_GAP = 0.1  # of the height of a character
FULL = 1.8  # characters of room that a full line leaves


def table(lattice: Lattice, glyphs: list[Glyph], printer: Printer, page: int, aside: Aside) -> Run:
    """The run of rows of a lattice and the characters inside it, those `aside` that stand otherwise included."""
    texts = _by_cell(lattice, glyphs)
    turned: dict[Cell, dict[int, list[Glyph]]] = {}
    for turns, glyph, x, y in aside:
        if turns:
            turned.setdefault(lattice.cell_at(x, y), {}).setdefault(turns, []).append(glyph)
        else:
            texts.setdefault(lattice.cell_at(x, y), []).append(glyph)
    anchors: dict[Cell, Inked] = {}
    rows: list[list[Inked]] = []
    for i, owners in enumerate(lattice.owner):
        row: list[Inked] = []
        for j, cell in enumerate(owners):
            if cell.row == i and cell.column == j:
                anchors[cell] = _text(lattice, cell, texts.get(cell, []), printer, turned.get(cell, {}))
                row.append(anchors[cell])
            else:
                row.append(covered(anchors[cell]))
        rows.append(row)
    first, last = _bounds(lattice, set(texts) | set(turned))
    hanging = frozenset(column - first for column in _hanging(lattice, texts) if first <= column < last)
    edges = tuple(round(x, 1) for x in lattice.xs[first : last + 1])
    rows = [row[first:last] for row in rows]
    return Run(rows, edges=edges, page=page, hanging=hanging, open_below=lattice.open_below)


def _bounds(lattice: Lattice, filled: set[Cell]) -> tuple[int, int]:
    """The columns without a blank narrow one at either side, which is only where rules run out beyond the frame."""
    first, last = 0, len(lattice.xs) - 1
    if lattice.open_left and last > 2 and _is_overshoot(lattice, filled, 0):
        first = 1
    if lattice.open_right and last - first > 2 and _is_overshoot(lattice, filled, last - 1):
        last -= 1
    return first, last


def _is_overshoot(lattice: Lattice, filled: set[Cell], column: int) -> bool:
    if lattice.xs[column + 1] - lattice.xs[column] > OVERSHOOT:
        return False
    cells = {row[column] for row in lattice.owner}
    return not cells & filled and all(cell.end_column - cell.column == 1 for cell in cells)


def _hanging(lattice: Lattice, texts: dict[Cell, list[Glyph]]) -> frozenset[int]:
    """The columns in which the last row's text fills its last line, so that it may go on overleaf."""
    found = set()
    for cell in set(lattice.owner[-1]):
        if texts.get(cell):
            last = lines(texts[cell])[-1:]
            if last and lattice.box(cell)[2] - last[0].right < FULL * last[0].height:
                found.add(cell.column)
    return frozenset(found)


def _by_cell(lattice: Lattice, glyphs: list[Glyph]) -> dict[Cell, list[Glyph]]:
    found: dict[Cell, list[Glyph]] = {}
    crossed: list[int] = []
    cells = [lattice.cell_at((glyph.left + glyph.right) / 2, middle(glyph)) for glyph in glyphs]
    for index, (glyph, cell) in enumerate(zip(glyphs, cells, strict=True)):
        found.setdefault(cell, []).append(glyph)
        if index and cell is not cells[index - 1] and _unbroken(glyphs[index - 1], glyph):
            crossed.append(index)
    for index in crossed:
        _taken_back(found, glyphs, cells, index)
    return found


def _unbroken(before: Glyph, glyph: Glyph) -> bool:
    """Does a text run on from one Chinese character to the next without any room for a rule between them?"""
    gap, height = glyph.left - before.right, glyph.bottom - glyph.top
    if abs(gap) > NO_GAP * height or abs(glyph.base - before.base) > NO_GAP * height:
        return False
    return before.text >= "一" and glyph.text >= "一"


def _taken_back(found: dict[Cell, list[Glyph]], glyphs: list[Glyph], cells: list[Cell], index: int) -> None:
    """Text that runs over a rule into a cell without text of its own belongs to the cell in which it begins."""
    first, cell = cells[index - 1], cells[index]
    end = index
    while end < len(glyphs) and cells[end] is cell and (end == index or _unbroken(glyphs[end - 1], glyphs[end])):
        end += 1
    if first.row == cell.row and len(found.get(cell, ())) == end - index:
        found.setdefault(first, []).extend(found.pop(cell))
        cells[index:end] = [first] * (end - index)


def middle(glyph: Glyph) -> float:
    """The height at which most of the character is inked."""
    return glyph.base - 0.3 * (glyph.bottom - glyph.top)


def _text(lattice: Lattice, cell: Cell, glyphs: list[Glyph], printer: Printer, turned: dict[int, list[Glyph]]) -> Inked:
    parts = [printer.line(line) for line in lines(glyphs)]
    for turns, others in turned.items():
        along = printer.turned(turns)
        parts += [along.line(line) for line in lines(others)]
    return joined(parts) if parts else printer.blank(*lattice.box(cell))


def joined(parts: list[Inked]) -> Inked:
    """Lines of one cell or paragraph as one text: a space between two Latin words, nothing between all others."""
    whole = parts[0]
    for part in parts[1:]:
        separator = " " if whole.text[-1:].isascii() and whole.text[-1:].isalpha() and _latin(part.text) else ""
        whole = Inked.join((whole, part), separator)
    return whole


def _latin(text: str) -> bool:
    return text[:1].isascii() and text[:1].isalpha()
