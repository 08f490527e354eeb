"""Amounts of scanned tables that were not read surely are settled by the sums of their table, or marked as illegible.

A reading is changed only where one slip of the recognition, clearly the likeliest, makes the sums hold and breaks none;
what was read surely is never touched, for a published document may itself be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.model.inked import Inked
from gouji.model.medium import Spot
from gouji.reading.grid import ILLEGIBLE as MARK
from gouji.reading.grid import Block, Grid, GridRow
from gouji.reading.scan.candidates import (
    ILLEGIBLE,
    Reading,
    are_codes,
    count_rows,
    is_numeric,
    is_odd,
    numbers_columns,
    whole,
)
from gouji.reading.scan.choosing import Chosen, choose
from gouji.reading.scan.relations import Key


def settled(blocks: Sequence[Block], spots: Sequence[Spot]) -> tuple[Block, ...]:
    """The blocks of a document with the amounts of its scanned tables settled."""
    if not any(spot.sure for spot in spots):
        return tuple(blocks)
    return tuple(_settled(block, spots) if isinstance(block, Grid) else block for block in blocks)


def _settled(grid: Grid, spots: Sequence[Spot]) -> Grid:
    readings = _readings(grid, spots)
    grid = _with_codes_doubted(grid, spots)
    restyled = {key: grid.rows[key[0]][key[1]] for key, reading in readings.items()}
    restyled = {key: cell for key, cell in restyled.items() if readings[key].text != cell.text}
    if not restyled and not any(reading.is_doubtful or reading.candidates for reading in readings.values()):
        return grid
    chosen = choose([[cell.text for cell in row] for row in grid.rows], readings)
    chosen.taken = {key: readings[key].text for key in restyled} | chosen.taken
    return _printed(grid, chosen)


def _readings(grid: Grid, spots: Sequence[Spot]) -> dict[Key, Reading]:
    """The figures of a grid, column by column; codes and what only counts the rows are none."""
    found: dict[Key, Reading] = {}
    rows = {row: cells for row, cells in enumerate(grid.rows) if not numbers_columns([cell.text for cell in cells])}
    for column in range(grid.width):
        cells = {row: cells[column] for row, cells in rows.items() if is_numeric(cells[column].text)}
        texts = [cell.text for cell in cells.values()]
        if are_codes(texts) or count_rows(texts):
            continue
        for row, cell in cells.items():
            if (spot := _spot(cell, spots)) is not None:
                found[row, column] = Reading(whole(cell.text, texts), spot.sure, spot.others, is_odd(cell.text, texts))
    return found


def _with_codes_doubted(grid: Grid, spots: Sequence[Spot]) -> Grid:
    """The grid with what to say of codes that were not read surely: nothing confirms them, and they stay as they are."""
    said = []
    for column in range(grid.width):
        cells = [row[column] for row in grid.rows if is_numeric(row[column].text)]
        if are_codes([cell.text for cell in cells]):
            unsure = [
                cell for cell in cells if (spot := _spot(cell, spots)) and min(spot.sure, default=1.0) < ILLEGIBLE
            ]
            said += [(cell, f"扫描件字迹不清，此编码识别为“{cell.text}”，没有把握，请核对原件。") for cell in unsure]
    return replace(grid, doubts=(*grid.doubts, *said)) if said else grid


def _spot(cell: Inked, spots: Sequence[Spot]) -> Spot | None:
    """The spot of a cell that is one whole scanned line."""
    if len(cell.runs) != 1 or cell.runs[0][2] != 1 or not 0 < cell.runs[0][1] <= len(spots):
        return None
    spot = spots[cell.runs[0][1] - 1]
    return spot if len(spot.sure) == len(cell.text) else None


def _printed(grid: Grid, chosen: Chosen) -> Grid:
    """The grid with what was chosen: changed amounts and marked ones, and what to say of them."""
    rows = [list(row) for row in grid.rows]
    said = list(grid.doubts)
    for (row, column), text in chosen.taken.items():
        cell = rows[row][column]
        message = f"此数识别为 {cell.text}，按本表的写法和合计关系推定为 {text}，请核对原件。"
        rows[row][column] = Inked(text, cell.runs)
        said.append((rows[row][column], message))
    for row, column in chosen.lost:
        rows[row][column] = Inked.join((rows[row][column], Inked(MARK)))
    for (row, column), value in chosen.reckoned.items():
        said.append((rows[row][column], f"此数字迹不清，按本表合计推算应为 {value:,}，未用于核算，请核对原件。"))
    made: tuple[GridRow, ...] = tuple(tuple(row) for row in rows)
    return replace(grid, rows=made, doubts=tuple(said))
