"""What is printed in a box → a cell of the model: a figure, a text, a blank, or a doubt. Labels and units of a form."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from gouji.model.figure import Figure, Kind
from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.model.table import Cell
from gouji.reading.captions import unit_of
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import cell_figure
from gouji.reading.seat.amounts import KINDS, LONGEST_QUOTE, not_reckoned
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

LONGEST_LABEL = 80
_FEWEST_NUMBERS = 4  # columns that a row numbers
_LINES_ABOVE = 3  # rows that may be captions

_UNIT_IN_BRACKETS = re.compile(r"[(（][^()（）]{0,12}?(亿元|百万元|万元|千元|元)[)）]")
_UNIT_BRACKETS = re.compile(r"\([^()]{0,12}?(?:元|%)\)")
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_PLACEHOLDER = re.compile(r"[-—–－─/／\\*×\s]*|无|不适用|N/?A")
_COUNTED = re.compile(r"^(?P<number>[\d,，]+)\s*(?P<unit>[^\d\s.,，%]{1,3})$")


def label(text: str) -> str:
    """A label in plain form, without colon and unit: `其中：财政拨款（万元）：` → `财政拨款`; long text as it is."""
    if len(text) > LONGEST_LABEL:
        return text
    return _UNIT_BRACKETS.sub("", plain(text)).rstrip(":")


def bare(text: str) -> str:
    """A label without anything in brackets: `期望达到的目标（概述）` → `期望达到的目标`."""
    name = label(text)
    if len(name) > LONGEST_LABEL:
        return name
    return _BRACKETS.sub("", name).rstrip(":") or name


def unit_in(text: str) -> str:
    """The money unit that a header or caption prints; "" when it prints none."""
    match = _UNIT_IN_BRACKETS.search(text)
    return match[1] if match else unit_of(text)


def unit_above(grid: Grid, form: Form, context: Context) -> str:
    """The money unit in force for a whole form: of its captions, else of the form, else of the document."""
    return unit_printed(grid) or form.unit or context.unit


def unit_printed(grid: Grid) -> str:
    """The money unit of a caption, or of a line like one (部门：… | 单位：万元) among the first rows; "" for none."""
    lines = [caption.text for caption in grid.captions]
    found = next((unit for line in lines if (unit := unit_in(line))), "")
    return found or next((unit for row in grid.rows[:_LINES_ABOVE] for cell in row if (unit := unit_of(cell.text))), "")


def title_of(grid: Grid, form: Form) -> str:
    """The title as printed above the form; the form's own name where none is."""
    for caption in grid.captions:
        name = plain(caption.text)
        if any(title in name for title in form.titles):
            return caption.text.strip()
    return form.name


def filled(row: GridRow) -> list[int]:
    """The columns of a row that are not blank."""
    return [index for index, cell in enumerate(row) if cell.text.strip()]


def is_numbering(row: GridRow) -> bool:
    """Does the row only number the columns: 1 | 2 | 3 | 4?"""
    texts = [row[index].text.strip() for index in filled(row)]
    return len(texts) >= _FEWEST_NUMBERS and texts == [str(number) for number in range(1, len(texts) + 1)]


def is_placeholder(text: str) -> bool:
    """Does the box hold a sign that there is nothing to fill in (—, /, 无)? A blank one is none."""
    return bool(text) and bool(_PLACEHOLDER.fullmatch(text))


def read_cell(content: Inked, place: Place, measure: str, unit: str) -> tuple[Cell, tuple[Doubt, ...]]:
    """The box as a cell. A number that is malformed, or words where a number belongs, are said by a doubt.

    `unit` is the money unit in force; for a percentage it is `%` where the header prints one, else "".
    """
    content = content.strip()
    if not content.text or measure == "text":
        return Cell(content.text, None, place), ()
    figure = _figure(content, place, measure, unit)
    if figure is None:
        return Cell(content.text, None, place), _no_figure(content, place)
    if _may_be_ratio(figure, unit):
        figure = replace(figure, loose=True)
        doubt = Doubt(place, f"“{figure.text}”没有印百分号，无法断定是比率还是百分数，未用于核算。")
        return Cell(content.text, figure, place), (doubt,)
    return Cell(content.text, figure, place), ()


def _figure(content: Inked, place: Place, measure: str, unit: str) -> Figure | None:
    kind = KINDS[measure]
    if kind is Kind.COUNT and (match := _COUNTED.match(content.text)):
        figure = cell_figure(content.cut(0, match.end("number")), place, match["unit"], kind)
        return figure and replace(figure, text=content.text)
    return cell_figure(content, place, "%" if kind is Kind.PERCENT else "分" if kind is Kind.SCORE else unit, kind)


def _no_figure(content: Inked, place: Place) -> tuple[Doubt, ...]:
    if is_placeholder(content.text):
        return ()
    unread = any(character.isdigit() for character in content.text)
    text = content.text
    message = not_reckoned(text) if unread else f"应填数字的格中是“{text[:LONGEST_QUOTE]}”，请核对原件。"
    return (Doubt(place, message, unread),)


def _may_be_ratio(figure: Figure, unit: str) -> bool:
    """0.9927 under 执行率 may be 99.27 %; with a percent sign, in the box or the header, it is what it says."""
    printed = "%" in figure.text or "％" in figure.text or unit == "%"
    return figure.kind is Kind.PERCENT and not printed and Decimal(0) < figure.value <= Decimal(1)
