"""The tables of a published budget by their names, and how rules find figures in them whatever the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.model.figure import Figure
from gouji.model.report import Report
from gouji.model.table import TOTAL, Row, Table
from gouji.vocabulary.stated_budget import (
    BALANCE,
    BASIC,
    CAPITAL,
    EXPENDITURE,
    FUND,
    GENERAL,
    GRANT_BASIC,
    GRANT_ITEMS,
    GRANTS,
    INCOME,
    OPERATIONS,
    PROCUREMENT,
)

SIDED = (BALANCE, GRANTS)
GRANT_TABLES = (GENERAL, FUND, CAPITAL)
NESTED = (INCOME, EXPENDITURE, PROCUREMENT)
CODED = (INCOME, EXPENDITURE, *GRANT_TABLES, GRANT_ITEMS, BASIC, GRANT_BASIC, OPERATIONS)

INCOME_SIDE, EXPENDITURE_SIDE, BY_PURPOSE = "收入", "支出", "支出用途"
GRAND_TOTAL = "总计"
OF_THE_YEAR = ("本年收入合计", "本年支出合计")
GENERAL_GRANT = "一般公共预算财政拨款"
FUND_GRANT = "政府性基金预算财政拨款"
CAPITAL_GRANT = "国有资本经营预算财政拨款"
BUDGETS = (GENERAL_GRANT, FUND_GRANT, CAPITAL_GRANT)
GRANT_COLUMNS = {GENERAL: GENERAL_GRANT, FUND: FUND_GRANT, CAPITAL: CAPITAL_GRANT}
BASIS = "部门预算公开表样"
_PLAIN_COLUMNS = (TOTAL, "预算数", "金额")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a figure may stand: rows and columns under any of their names, the first that is printed counts first."""

    form: str
    rows: tuple[str, ...] = (TOTAL,)
    columns: tuple[str, ...] = (TOTAL,)
    side: str = ""

    @property
    def words(self) -> str:
        return f"《{self.form}》" + "·".join(part for part in (self.side, self.rows[0], self.columns[0]) if part)

    def figures(self, report: Report) -> Iterator[Figure]:
        """What stands there, for each name of the row that the table prints."""
        table = report.table(self.form)
        for name in self.rows if table is not None else ():
            row = row_on(table, name, self.side) if table is not None else None
            figure = self._in(table, row) if table is not None and row is not None else None
            if figure is not None:
                yield figure

    def _in(self, table: Table, row: Row) -> Figure | None:
        named = [column for column in self.columns if column in table.columns]
        if named:
            return next((figure for column in named if (figure := row.figure(column)) is not None), None)
        # The only column of a table calls its amounts what it likes; a column by nature or budget does not.
        only = len(table.columns) == 1 and self.columns[0] in _PLAIN_COLUMNS
        return row.figure(table.columns[0]) if only else None


def row_on(table: Table, name: str, side: str) -> Row | None:
    """The row of that name on a side; where expenditure stands by purpose only, on the side of purposes."""
    return table.row(name, side) or (table.row(name, BY_PURPOSE) if side == EXPENDITURE_SIDE else None)


def sides_of(table: Table) -> list[str]:
    """The sides of a two-sided table in printed order."""
    return list(dict.fromkeys(row.side for row in table.rows if row.side))


def columns_of_side(table: Table, side: str) -> list[str]:
    """The columns in which a side has figures."""
    rows = [row for row in table.rows if row.side == side]
    return [column for column in table.columns if any(row.figure(column) is not None for row in rows)]


def grand_total(table: Table, side: str) -> Row | None:
    """The last total of a side."""
    return table.row(GRAND_TOTAL, side) or next(
        (table.row(name, side) for name in OF_THE_YEAR if table.row(name, side)), None
    )


def first_figure(row: Row | None, columns: Sequence[str]) -> Figure | None:
    """The figure of the first of the columns that has one."""
    return next((figure for name in columns if (figure := row.figure(name)) is not None), None) if row else None
