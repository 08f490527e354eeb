"""Tables that fit no form of the vocabulary, read by their own header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.table import Cell, Row
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.amounts import Seating, row_labels, title_of
from gouji.reading.seat.codes import is_level, names_of
from gouji.reading.seat.header_tree import Header, header_of
from gouji.reading.seat.named import depth_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.codes import is_code
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

_PERCENT = re.compile(r"率|占比|比重|比例|[%％]")
_SCORE = re.compile(r"分值|得分|权重|评分|分数")
_MONEY = re.compile(r"元|金额|资金|预算|决算|收入|支出|拨款|合计|经费|费$|数$")
_COUNT = re.compile(r"数量|人数|次数|个数|台数|辆数|户数|面积|年度$|时间$|年限|指标值|完成值|目标值|完成情况")
_LIST_OF_NAMES = re.compile(r"(?:项目|名称|科目|收入|支出)$")


@dataclass(frozen=True, slots=True)
class List:
    """One list of a table: its columns of names at the left, and its other columns by name."""

    labels: tuple[int, ...]
    columns: dict[int, str]
    side: str


def seat(grid: Grid, context: Context) -> Seated:
    """Seat a grid that no form fits. A grid without any number gives no table."""
    header = header_of(grid)
    data = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    if not any(looks_like_number(cell.text) for row in data for cell in row):
        return Seated()
    form = Form(title_of(grid) or "未识别的表", "unknown", "", "named", (), (), {})
    seating = Seating(grid, form, context)
    for part in _lists(header, data):
        _seat_list(seating, header, part, [row for row in data if _holds(part, row)])
    return seating.seated(known=False)


def _holds(part: List, row: GridRow) -> bool:
    return any(row[index].text for index in (*part.labels, *part.columns))


def _seat_list(seating: Seating, header: Header, part: List, rows: list[GridRow]) -> None:
    names, codes = _names(header, part, rows)
    labels = row_labels((name.text, code, part.side) for name, code in zip(names, codes, strict=True))
    for row, name, code, label in zip(rows, names, codes, labels, strict=True):
        cells: dict[str, Cell] = {}
        for index, column in part.columns.items():
            if not row[index].runs:
                continue  # nothing is printed there: the row is shorter than others
            measure = _measure(column, header.units[index], row[index])
            cells[column] = seating.cell(row[index], label, column, header.units[index], measure)
        seating.rows.append(Row(plain(name.text), cells, code, part.side, depth=depth_of(name.text), ink=name.ink()))


def _names(header: Header, part: List, rows: list[GridRow]) -> tuple[list[Inked], list[str]]:
    """Names and codes of the rows; a code may be spread over columns headed 类, 款, 项."""
    if any(is_level(header, index) for index in part.labels):
        found = list(names_of(rows, header, part.labels[-1] + 1, part.labels[0]))
        return [each.name for each in found], [each.code for each in found]
    codes = [next((row[index].text for index in part.labels if _is_code(row[index])), "") for row in rows]
    return [_name(row, part.labels) for row in rows], codes


def _name(row: GridRow, labels: tuple[int, ...]) -> Inked:
    return next((row[index] for index in labels if row[index].text and not _is_code(row[index])), row[labels[0]])


def _lists(header: Header, data: list[GridRow]) -> Iterator[List]:
    """The lists of a table, side by side; most tables have one."""
    width = len(header.paths)
    starts = [0, *(index for index in range(1, width) if _opens_list(header, data, index))]
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else width
        labels = _labels(header, data, start, end)
        yield List(labels, _columns(header, labels, start, end), header.printed(start) if len(starts) > 1 else "")


def _opens_list(header: Header, data: list[GridRow], index: int) -> bool:
    """Does a second list begin here: names under a header for names, amounts at both sides of it?"""
    width = len(header.paths)
    return (
        bool(_LIST_OF_NAMES.search(header.printed(index)))
        and not _amounts(data, index)
        and _amounts(data, index - 1)
        and not is_level(header, index - 1)
        and any(_amounts(data, right) for right in range(index + 1, width))
    )


def _amounts(data: list[GridRow], index: int) -> bool:
    """Are most of the cells printed in a column numbers?"""
    cells = [row[index] for row in data if row[index].text]
    return bool(cells) and 2 * sum(looks_like_number(cell.text) and not _is_code(cell) for cell in cells) >= len(cells)


def _labels(header: Header, data: list[GridRow], start: int, end: int) -> tuple[int, ...]:
    """The columns of names and codes at the left: at least one, up to the first column of amounts."""
    after = next((index for index in reversed(range(start, end)) if is_level(header, index)), start) + 1
    first = next((index for index in range(after, end) if _amounts(data, index)), end)
    return tuple(range(start, first if first < end else after))


def _columns(header: Header, labels: tuple[int, ...], start: int, end: int) -> dict[int, str]:
    """A name for each column; of the columns under one header the second and later are numbered."""
    names: dict[int, str] = {}
    seen: Counter[str] = Counter()
    for index in range(start, end):
        if index in labels:
            continue
        name = header.printed(index) or f"第{index + 1}列"
        seen[name] += 1
        names[index] = name if seen[name] == 1 else f"{name}（{seen[name]}）"
    return names


def _measure(column: str, unit: str, cell: Inked) -> str:
    """What a cell of an unknown column holds, told from its header and itself; text where nothing tells."""
    if not looks_like_number(cell.text):
        return "text"
    if unit == "%" or cell.text.rstrip().endswith(("%", "％")):
        return "percent"
    if _SCORE.search(column):
        return "score"
    if not unit and (_COUNT.search(column) or not _MONEY.search(column)):
        return "count"
    return "percent" if not unit and _PERCENT.search(column) else "money"


def _is_code(cell: Inked) -> bool:
    return is_code(cell.text)
