"""A Word table → rows of boxes: spans, merged cells, columns told by their edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from gouji.model.inked import Inked
from gouji.reading.flow.table import Box, Table
from gouji.reading.office.word.markup import attribute, child, children, is_on, number, parts
from gouji.reading.rows import WIDEST

HAIR = 140  # twentieths of a point (2.5 mm): columns as narrow come from edges drawn not quite in line

Content = Callable[[etree._Element, int, int], tuple[Inked, list[Inked | Table]]]


@dataclass(slots=True)
class _Cell:
    """A cell as stored: from edge `left` to edge `right`; `continues` the one above, or the one to its left."""

    element: etree._Element
    order: int
    left: int
    right: int
    below: bool
    beside: bool


def read_table(element: etree._Element, content: Content) -> Table:
    """The boxes of a `w:tbl`. `content` gives for a cell, its row and its order in it (from 1) its spot and what it holds."""
    rows = [list(_cells(row)) for row in children(element, "tr") if not _is_gone(row)]
    columns = _columns(rows, _edges(element))
    return Table([list(_boxes(row, at, columns, content)) for at, row in enumerate(rows, start=1) if row])


def _is_gone(row: etree._Element) -> bool:
    """Is the row deleted by a tracked change, or hidden?"""
    properties = child(row, "trPr")
    return properties is not None and (child(properties, "del") is not None or is_on(child(properties, "hidden")))


def _cells(row: etree._Element) -> Iterator[_Cell]:
    """The cells of a row; what lies beyond the widest form is not told apart."""
    left = min(max(0, number(child(row, "trPr", "gridBefore"))), WIDEST)
    for order, element in enumerate(children(row, "tc"), start=1):
        properties = parts(child(element, "tcPr"))
        right = min(left + max(1, number(properties.get("gridSpan"), default=1)), WIDEST)
        if left >= right:
            break
        yield _Cell(element, order, left, right, _goes_on(properties.get("vMerge")), _goes_on(properties.get("hMerge")))
        left = right


def _goes_on(merge: etree._Element | None) -> bool:
    return merge is not None and attribute(merge) != "restart"


def _edges(table: etree._Element) -> list[int]:
    """Where the grid's lines lie, from 0, in twentieths of a point."""
    edges = [0]
    for column in child(table, "tblGrid") if child(table, "tblGrid") is not None else ():  # type: ignore[union-attr]
        edges.append(edges[-1] + max(0, number(column, "w", default=HAIR * 2)))
    return edges[: WIDEST + 1]


def _columns(rows: list[list[_Cell]], edges: list[int]) -> list[int]:
    """For every line of the grid the column that begins there: lines a hair apart are one where no cell lies between."""
    used = sorted({edge for row in rows for cell in row for edge in (cell.left, cell.right)})
    narrow = {(cell.left, cell.right) for row in rows for cell in row if cell.right - cell.left < WIDEST}
    columns = list(range(WIDEST + 1))
    group = [used[0]] if used else []
    for edge in used[1:]:
        near = edge < len(edges) and edges[edge] - edges[group[0]] < HAIR
        if near and not any((one, edge) in narrow for one in group):
            columns[edge] = group[0]
            group.append(edge)
        else:
            group = [edge]
    return columns


def _boxes(row: list[_Cell], at: int, columns: list[int], content: Content) -> Iterator[Box]:
    for cell in row:
        spot, parts = content(cell.element, at, cell.order)
        left, right = columns[cell.left], columns[cell.right]
        if cell.beside:
            continue
        yield Box(left, max(1, right - left), spot, [] if cell.below else parts, cell.below)
