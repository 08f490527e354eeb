"""Amounts of scanned tables that were not read surely are settled by the sums of their table, or marked as illegible.

A reading is changed only where exactly one slip of the recognition makes the sums hold and breaks none; what was read
surely is never touched, for a published document may itself be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

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
from gouji.reading.scan.relations import Key, Sum, sums

_MOST_ROUNDS = 50


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
    if not restyled and not any(reading.is_doubtful for reading in readings.values()):
        return grid
    texts = [[cell.text for cell in row] for row in grid.rows]
    desk = Desk(texts, readings)
    desk.settle()
    desk.changed = {key: readings[key].text for key in restyled} | desk.changed
    return _printed(grid, desk)


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


class Desk:
    """The amounts of one table while they are settled: `changed` holds what was read otherwise, `unread` what is lost."""

    def __init__(self, texts: Sequence[Sequence[str]], readings: dict[Key, Reading]) -> None:
        self.readings = readings
        self.values = {key: value for key, reading in readings.items() if (value := reading.value) is not None}
        self.sums = sums(texts, self.values)
        self.changed: dict[Key, str] = {}
        self.unread: set[Key] = set()

    def settle(self) -> None:
        """Change what the sums leave no choice about, then mark what stays doubtful."""
        for _ in range(_MOST_ROUNDS):
            ways = {key: self._ways(key) for key in self._open()}
            single = {key: way for key, way in ways.items() if len(way) == 1 and not self._rivals(key, ways)}
            if not single:
                break
            key, way = next(iter(single.items()))
            ((text, value),) = way.items()
            self.changed[key], self.values[key] = text, value
        self.unread = {key for key, reading in self.readings.items() if self._is_lost(key, reading)}

    def _open(self) -> list[Key]:
        return [key for key, reading in self.readings.items() if reading.is_doubtful and key not in self.changed]

    def _of(self, key: Key) -> list[Sum]:
        return [one for one in self.sums if key in one.keys]

    def _ways(self, key: Key) -> dict[str, Decimal]:
        """The other readings of a cell with which all its sums hold, where they do not now."""
        mine = [one for one in self._of(key) if self._is_legible(one, key)]
        if not mine or (key in self.values and all(one.holds(self.values) for one in mine)):
            return {}
        tried = ((text, value, {**self.values, key: value}) for text, value in self.readings[key].candidates().items())
        return {
            text: value
            for text, value, values in tried
            if all(one.holds(values) for one in mine) and any(one.tells(values) for one in mine)
        }

    def _rivals(self, key: Key, ways: dict[Key, dict[str, Decimal]]) -> bool:
        """Could another cell of the same broken sums be the one that was misread?"""
        mine = {one for one in self._of(key) if not one.holds(self.values)}
        return any(other != key and way and mine & set(self._of(other)) for other, way in ways.items())

    def _is_legible(self, one: Sum, key: Key) -> bool:
        """Has every other part of the sum a value, if it is not blank?"""
        return all(other == key or other in self.values or other not in self.readings for other in one.keys)

    def _is_lost(self, key: Key, reading: Reading) -> bool:
        """Is a reading neither sure nor confirmed by a sum that tells?"""
        if key in self.changed or not reading.is_doubtful:
            return False
        if key not in self.values:
            return True
        mine = [one for one in self._of(key) if one.tells(self.values)]
        if mine and all(one.holds(self.values) for one in mine):
            return False
        return bool(mine) or reading.least < ILLEGIBLE or reading.odd


def _printed(grid: Grid, desk: Desk) -> Grid:
    """The grid with what was settled: changed amounts and marked ones, and what to say of them."""
    rows = [list(row) for row in grid.rows]
    said = list(grid.doubts)
    for (row, column), text in desk.changed.items():
        cell = rows[row][column]
        message = f"此数识别为 {cell.text}，按本表的写法和合计关系推定为 {text}，请核对原件。"
        rows[row][column] = Inked(text, cell.runs)
        said.append((rows[row][column], message))
    for row, column in desk.unread:
        cell = rows[row][column]
        rows[row][column] = Inked.join((cell, Inked(MARK)))
    made: tuple[GridRow, ...] = tuple(tuple(row) for row in rows)
    return replace(grid, rows=made, doubts=tuple(said))
