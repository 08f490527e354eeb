"""Tables whose amounts are those of the other tables ten thousand times over: the unit they print cannot be theirs."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Table
from gouji.rules.rule import rule
from gouji.rules.scales import Slip, slips_of

UNITS = {"元": "万元", "万元": "元"}


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
            yield _remark(report, slip)


def _remark(report: Report, slip: Slip) -> Remark:
    times = "一万倍" if slip.factor < 1 else "万分之一"
    meant = UNITS.get(slip.table.unit, "另一单位")
    return Remark(
        _place(report, slip.table),
        f"《{_named(slip.table)}》注明单位为{slip.table.unit}，但各行金额都是《{_named(slip.other)}》的{times}，应是{meant}",
        f"every amount of this table is {slip.factor.normalize():f} of those of the other; its unit should be {meant}",
        against=(_place(report, slip.other),),
        expected=f"单位：{meant}",
    )


def _place(report: Report, table: Table) -> Place:
    return Place(report.path, table.form, "", "金额单位", _named(table), table.ink)


def _named(table: Table) -> str:
    return table.title or table.form
