"""What several rules ask of the rows of a form: do they hold amounts, where do their code and their name stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gouji.model.figure import Figure, Kind
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Row, Table

FINAL_FORMS = (
    "收入支出决算总表",
    "收入决算表",
    "支出决算表",
    "财政拨款收入支出决算总表",
    "一般公共预算财政拨款支出决算表",
    "一般公共预算财政拨款基本支出决算表",
    "“三公”经费支出决算表",
    "政府性基金预算财政拨款收入支出决算表",
    "国有资本经营预算财政拨款支出决算表",
    "非税收入征缴情况表",
)
# The forms whose rows carry functional codes.
FUNCTIONAL_FORMS = (FINAL_FORMS[1], FINAL_FORMS[2], FINAL_FORMS[4], FINAL_FORMS[7], FINAL_FORMS[8])
BASIC_FORM = FINAL_FORMS[5]
# The tables of a budget, and those of them whose rows carry codes.
BUDGET_FORMS = (
    "收支预算总表",
    "收入预算总表",
    "支出预算总表",
    "财政拨款收支预算总表",
    "一般公共预算支出预算表",
    "政府性基金预算支出预算表",
    "国有资本经营预算支出预算表",
    "一般公共预算基本支出预算表",
    "“三公”经费预算表",
    "财政拨款支出预算表",
    "财政拨款基本支出预算表",
    "一般公共预算机关运行经费支出预算表",
    "政府采购预算表",
    "项目支出预算表",
)
SIDED_FORMS = (FINAL_FORMS[0], FINAL_FORMS[3], BUDGET_FORMS[0], BUDGET_FORMS[3])
CODED_BUDGET_FORMS = (*BUDGET_FORMS[1:3], *BUDGET_FORMS[4:8], *BUDGET_FORMS[9:12])
CODED_FORMS = (*FUNCTIONAL_FORMS, BASIC_FORM, *CODED_BUDGET_FORMS)


def amounts(row: Row) -> Iterator[Figure]:
    """The amounts of a row, column by column."""
    for cell in row.cells.values():
        if cell.figure is not None and cell.figure.kind is Kind.MONEY:
            yield cell.figure


def has_amounts(row: Row) -> bool:
    """Does any column of the row print an amount other than zero?"""
    return any(figure.value for figure in amounts(row))


def code_place(report: Report, table: Table, row: Row) -> Place:
    """Where the code of a row stands; its name where it has none, or in a two-sided table, whose rows begin by name."""
    by_code = bool(row.code) and not row.side
    field, text = ("科目编码", row.code) if by_code else ("科目名称", row.name)
    return Place(report.path, table.form, row.name, field, text, row.ink)


def tables_among(report: Report, forms: tuple[str, ...]) -> Iterator[Table]:
    """The tables of a report that could be read as one of the forms, in the order of the document."""
    return (table for table in report.tables if table.form in forms and table.known)


def leaves(table: Table) -> list[Row]:
    """The coded rows that no other code of the table details."""
    codes = sorted(row.code for row in table.rows if row.code)
    inner = {code for code, after in pairwise(codes) if after.startswith(code) and after != code}
    return [row for row in table.rows if row.code and row.code not in inner]
