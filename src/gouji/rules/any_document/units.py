"""Tables whose amounts are those of the other tables ten thousand times over: the unit they print cannot be theirs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.figure import YUAN_IN_UNIT
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Table
from gouji.rules.rule import rule
from gouji.rules.scales import slips_of

_TIMES = {4: ("一万倍", "万分之一"), 3: ("一千倍", "千分之一"), 2: ("一百倍", "百分之一"), 1: ("十倍", "十分之一")}


@rule(
    title="整张表的金额单位写错",
    title_en="a whole table is in another unit than it says",
    basis="部门预算、决算公开表样：表头如实注明金额单位",
)
def table_is_in_another_unit(report: Report) -> Iterator[Observation]:
    if len(report.tables) < 2:
        yield NotApplicable("没有可以互相比较的表")
    for slip in slips_of(report):
        if not slip.assumed:
            yield in_another_unit(report, slip.table, slip.other, slip.factor)


def in_another_unit(report: Report, table: Table, other: Table, factor: Decimal) -> Remark:
    """What is to be said of a table whose true amounts are `factor`, a power of ten, times those printed."""
    power = factor.adjusted()
    too_large, too_small = _TIMES.get(abs(power), ("另一倍数", "另一倍数"))
    times = too_large if power < 0 else too_small
    meant = true_unit(table, factor) or "另一单位"
    return Remark(
        _place(report, table),
        f"《{_named(table)}》注明单位为{table.unit}，但各行金额都是《{_named(other)}》的{times}，应是{meant}",
        f"every amount of this table is {1 / factor:f} of those of the other; its unit should be {meant}",
        against=(_place(report, other),),
        expected=f"单位：{meant}",
    )


def true_unit(table: Table, factor: Decimal) -> str:
    """The unit that the amounts of a table are in if they are truly `factor` times those printed; "" if there is none."""
    worth = YUAN_IN_UNIT.get(table.unit, Decimal(0)) * factor
    return next((unit for unit, yuan in YUAN_IN_UNIT.items() if yuan == worth), "")


def _place(report: Report, table: Table) -> Place:
    return Place(report.path, table.form, "", "金额单位", _named(table), table.ink)


def _named(table: Table) -> str:
    return table.title or table.form
