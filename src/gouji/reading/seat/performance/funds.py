"""The money of a project's form: labels with amounts beside them, or both in one cell (`总额10606.7522万元`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.inked import Inked
from gouji.model.report import Doubt
from gouji.reading.grid import Grid, GridRow
from gouji.reading.numbers import looks_like_number
from gouji.reading.seat.performance.indicator_header import is_header
from gouji.reading.seat.performance.labels import box_name
from gouji.reading.seat.performance.printed import bare, filled, is_placeholder, label, read_cell, unit_in, unit_printed
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form

_INLINE = re.compile(
    r"(?P<name>(?:\d{4}年)?[一-鿿]{2,16})[:：]?\s*"
    r"(?P<amount>\d[\d,]{0,20}(?:\.\d{1,8})?\s*(?:亿元|百万元|万元|千元|元))"
)
_LABELLED = re.compile(r"(?P<name>(?:其中[:：])?[^:：]{2,30})[:：]\s*(?P<amount>-?\d[\d,]{0,20}(?:\.\d{1,8})?)\s*")
_TOTAL = re.compile(r"(.*)资金(?:申请)?总额$")
_FUND = re.compile(r"资金(?:申请)?总额|预算金额|预算数|预算总额|资金需求|申请金额|年金额$")
_SOURCE = re.compile(r"^.{0,20}(?:资金|拨款|收入|补助|自有|自筹|其他|贷款|结转|金额|预算|基金|经费|总额|合计).{0,10}$")
_SMALLEST_YUAN = Decimal(10_000)  # an amount without a unit below this may as well be 万元


@dataclass(frozen=True, slots=True)
class Fund:
    """A printed amount with its label, and the unit printed nearest ("" where none is)."""

    printed: Inked
    amount: Inked
    unit: str
    column: int

    @property
    def name(self) -> str:
        return label(self.printed.text)


def funds_in(
    rows: Sequence[GridRow], grid: Grid, form: Form, context: Context, project: str, doubts: list[Doubt]
) -> dict[str, Figure]:
    """The funds of a project by their labels; blank boxes are left out."""
    above = unit_printed(grid)
    found: dict[str, Figure] = {}
    for name, fund in _funds(rows, form):
        place = context.place(fund.amount, form.name, project, name)
        unit = fund.unit or above
        cell, said = read_cell(fund.amount, place, "money", unit or form.unit or context.unit)
        doubts.extend(said)
        if cell.figure is None:
            continue
        name = name if name not in found else f"{name}({len(found)})"  # the form prints the name again
        found[name] = cell.figure
        if not unit and not unit_in(f"（{fund.amount.text}）"):
            found[name] = _without_unit(cell.figure, doubts)
    return found


def _without_unit(figure: Figure, doubts: list[Doubt]) -> Figure:
    """No unit is printed: the form's own is taken, and small amounts, which may be in another, are never held to it."""
    if Decimal(0) < abs(figure.value) < _SMALLEST_YUAN:
        doubts.append(Doubt(figure.place, f"“{figure.text}”没有印金额单位，无法断定是元还是万元，未用于核算。"))
        return replace(figure, loose=True)
    doubts.append(Doubt(figure.place, f"“{figure.text}”没有印金额单位，按{figure.unit}读取。"))
    return figure


def _funds(rows: Sequence[GridRow], form: Form) -> Iterator[tuple[str, Fund]]:
    """Every amount of the rows about money, with its name."""
    inside = False
    unit = ""
    groups: dict[int, str] = {}
    above: GridRow = ()
    for row in rows:
        columns = filled(row)
        if not columns:
            continue
        if is_header(row):
            return
        if inside and _are_amounts_of(above, row):
            yield from ((fund.name, fund) for fund in _below(above, row, unit))
            above = ()
            continue
        above = row
        first = row[columns[0]]
        if bare(first.text) in form.rows or _FUND.search(bare(first.text)):
            inside, unit = True, unit_in(first.text)
        elif columns[0] == 0 and (box_name(first.text, form) or not _SOURCE.search(bare(first.text))):
            inside = False
        if inside:
            yield from ((_grouped(fund, groups), fund) for fund in amounts(row, unit))


def amounts(row: GridRow, unit: str) -> Iterator[Fund]:
    """The amounts of one row, each with its label: the nearest at its left, or the one in its own cell."""
    name, at = Inked(""), -1
    for index in filled(row):
        cell = row[index].strip()
        if found := list(_in_one_cell(cell, unit, index)):
            yield from found
            name = Inked("")
        elif looks_like_number(cell.text) or (is_placeholder(cell.text) and name.text):
            if name.text:
                yield Fund(name, cell, unit_in(name.text) or unit, at)
            name = Inked("")
        else:
            name, at = cell, index


def _are_amounts_of(labels: GridRow, row: GridRow) -> bool:
    """资金总额 | 财政拨款 | 其他资金, and in the row below nothing but an amount under each; remarks may stand beside."""
    named = {index for index in filled(labels)[1:] if _SOURCE.search(bare(labels[index].text))}
    under = filled(row)
    return (
        len(named) > 1
        and named.issuperset(under)
        and not any(looks_like_number(cell.text) for cell in labels)
        and all(looks_like_number(row[index].text) or is_placeholder(row[index].text.strip()) for index in under)
    )


def _below(labels: GridRow, row: GridRow, unit: str) -> Iterator[Fund]:
    for index in filled(row):
        name = labels[index].strip()
        yield Fund(name, row[index].strip(), unit_in(name.text) or unit, index)


def _in_one_cell(cell: Inked, unit: str, index: int) -> Iterator[Fund]:
    """`总额120万元（其中：财政拨款100万元）`, and `资金总额：120`; a label alone is none."""
    for match in _INLINE.finditer(cell.text):
        yield Fund(cell.cut(*match.span("name")), cell.cut(*match.span("amount")), unit, index)
    whole = _LABELLED.fullmatch(cell.text)
    if whole is not None:
        name, amount = cell.cut(*whole.span("name")), cell.cut(*whole.span("amount"))
        yield Fund(name, amount, unit_in(name.text) or unit, index)


def _grouped(fund: Fund, groups: dict[int, str]) -> str:
    """财政拨款 of the whole period and of the year stand in two columns of one row: the later one says which it is."""
    if (total := _TOTAL.fullmatch(fund.name)) is not None:
        groups[fund.column] = total[1]
        return fund.name
    return f"{groups[fund.column]}{fund.name}" if len(groups) > 1 and groups.get(fund.column) else fund.name
