"""Tables that fit no form of the vocabulary, read by their own header."""

from __future__ import annotations

import re
from collections import Counter

from gouji.model.inked import Inked
from gouji.model.table import Row
from gouji.reading.grid import Grid
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.amounts import Seating, row_labels, title_of
from gouji.reading.seat.header_tree import Header, header_of
from gouji.reading.seat.named import depth_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

_PERCENT = re.compile(r"率|占比|比重|比例|[%％]")
_SCORE = re.compile(r"分值|得分|权重|评分|分数")
_MONEY = re.compile(r"元|金额|资金|预算|决算|收入|支出|拨款|合计|经费|费$|数$")
_CODE = re.compile(r"^\d{3}(?:\d{2}){1,2}$|^\d{3}$")


def seat(grid: Grid, context: Context) -> Seated:
    """Seat a grid that no form fits. Grids without any number give no table."""
    header = header_of(grid)
    data = [row for row in grid.rows[header.height :] if any(cell.text for cell in row)]
    if not any(looks_like_number(cell.text) for row in data for cell in row):
        return Seated()
    form = Form(title_of(grid) or "未识别的表", "unknown", "", "named", (), (), {})
    seating = Seating(grid, form, context)
    labels = _label_columns(header, data)
    names = _column_names(header, labels)
    titles = [next((row[index] for index in labels if row[index].text and not _is_code(row[index])), row[0]) for row in data]
    shown = row_labels((title.text, _code(row, labels), "") for title, row in zip(titles, data, strict=True))
    for row, title, row_label in zip(data, titles, shown, strict=True):
        cells = {
            name: seating.cell(row[index], row_label, name, header.units[index], _measure(name, header.units[index], row[index]))
            for index, name in names.items()
        }
        seating.rows.append(Row(plain(title.text), cells, _code(row, labels), depth=depth_of(title.text), ink=title.ink()))
    return seating.seated(known=False)


def _label_columns(header: Header, data: list[tuple[Inked, ...]]) -> list[int]:
    """The columns at the left that hold names or codes: up to the first with amounts, at least one."""
    labels: list[int] = []
    for index in range(len(header.paths)):
        cells = [row[index] for row in data if row[index].text]
        amounts = sum(looks_like_number(cell.text) and not _is_code(cell) for cell in cells)
        if labels and cells and amounts * 2 >= len(cells):
            break
        if amounts and len(labels) > 0 and not cells:
            break
        labels.append(index)
    return labels if len(labels) < len(header.paths) else labels[:1]


def _column_names(header: Header, labels: list[int]) -> dict[int, str]:
    """A name for each other column; the same header twice is numbered."""
    names: dict[int, str] = {}
    seen: Counter[str] = Counter()
    for index in range(len(header.paths)):
        if index in labels:
            continue
        name = header.printed(index) or f"第{index + 1}列"
        seen[name] += 1
        names[index] = name if seen[name] == 1 else f"{name}（{seen[name]}）"
    return names


def _measure(name: str, unit: str, cell: Inked) -> str:
    """What a cell of an unknown column holds, told from its header and itself; text where nothing tells."""
    if not looks_like_number(cell.text):
        return "text"
    if unit == "%" or cell.text.rstrip().endswith(("%", "％")):
        return "percent"
    if _SCORE.search(name):
        return "score"
    if unit or _MONEY.search(name):
        return "percent" if _PERCENT.search(name) and not unit else "money"
    return "count"


def _is_code(cell: Inked) -> bool:
    return bool(_CODE.match(cell.text))


def _code(row: tuple[Inked, ...], labels: list[int]) -> str:
    return next((row[index].text for index in labels if _is_code(row[index])), "")
