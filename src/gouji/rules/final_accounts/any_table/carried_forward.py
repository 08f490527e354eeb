"""Rows that carry an amount forward: opening + income - expenditure = closing, in whatever table prints all four."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation
from gouji.model.report import Report
from gouji.rules.final_accounts.rows import FUNCTIONAL_FORMS, tables_among
from gouji.rules.formula import compare, parse, seat_in
from gouji.rules.rule import rule

# The expenditure column is called differently in the general public table and in the two others.
FORMULAS = tuple(
    parse(f"年末结转和结余 = 年初结转和结余 + 本年收入 - {spent}") for spent in ("本年支出小计", "本年支出合计")
)


@rule(
    title="某行的年末结转和结余不等于年初加收入减支出",
    title_en="a row's closing carry-over is not opening plus income less expenditure",
    basis="部门决算公开表样 公开08、公开09表；一般公共预算财政拨款收入支出决算表",
)
def row_does_not_carry_forward(report: Report) -> Iterator[Observation]:
    looked = False
    for table in tables_among(report, FUNCTIONAL_FORMS):
        for formula in FORMULAS:
            if all(name.name in table.columns for name in formula.names):
                for row in table.rows:
                    looked = True
                    yield compare(formula, lambda name, row=row: seat_in(row, name.name))  # type: ignore[misc]
    if not looked:
        yield NotApplicable("没有同时列示年初、收入、支出和年末的表")
