"""What the money of a department is made of, below its totals: 按收入性质分, 按支出性质分, each label with its amount."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.report import Doubt
from gouji.model.table import Row, Table
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.indicator_header import is_header
from gouji.reading.seat.performance.labels import box_name
from gouji.reading.seat.performance.national_budget import National
from gouji.reading.seat.performance.printed import filled, read_cell
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form, forms_named

FORM, COLUMN = "整体收支构成", "金额"
_OVERVIEW = "预算整体情况"  # whose labels these are


def composition(
    rows: Sequence[GridRow], form: Form, unit: str, project: str, context: Context, doubts: list[Doubt]
) -> Table | None:
    """The rows that follow the money of a `form`, up to its next box; None where no amounts stand there."""
    national = National(forms_named(_OVERVIEW)[0])
    national.inside, national.unit = True, unit
    found: list[Row] = []
    for row in rows:
        if is_header(row) or any(box_name(row[index].text, form) for index in filled(row)):
            break
        for fund, side in national.read(row, ()):
            place = context.place(fund.amount, FORM, f"{side}·{fund.name}" if side else fund.name, COLUMN)
            cell, said = read_cell(fund.amount, place, "money", fund.unit)
            doubts.extend(said)
            found.append(Row(fund.name, {COLUMN: cell}, side=side or project, ink=fund.printed.ink()))
    return Table(FORM, FORM, (COLUMN,), tuple(found), unit, form.layout, ink=found[0].ink) if found else None
