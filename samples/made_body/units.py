"""单位决算 of the units of a body: their sum, less what one passes on to another, is what the body as a whole tells.

Of the other income that a project of a unit spends, the office earns a part and passes it on: 对附属单位补助支出 there,
上级补助收入 here. The body as a whole tells the income once.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from books import Books, Item
from money import wan
from printed.table import Cell, Document, Table

from made_body import accounts, ledger
from made_body.world import GRAIN, World

PASSED_ON = 30  # per cent of the other income
TOTAL = "合计"


def passed_on(world: World, year: int) -> tuple[int, int, str]:
    """How much the office passes on, to which unit, for which code."""
    work = max(world.years[year].works, key=lambda one: one.money.spent_own)
    return work.money.spent_own * PASSED_ON // 100 // GRAIN * GRAIN, world.units.index(work.unit), work.plan.code


def document(world: World, year: int, unit: int, books: Books | None = None) -> Document:
    """The accounts of a unit."""
    books = books or ledger.of_unit(world, year, unit)
    amount, receiver, code = passed_on(world, year)
    if unit == 0:
        parts = _with_support_paid(accounts.tables(_paying(books, code, amount)), code, amount)
    else:
        earned = books.business - (amount if unit == receiver else 0)
        books = replace(books, business=earned, other=books.business - earned)
        parts = _with_support_received(accounts.tables(books)) if books.other else accounts.tables(books)
    title = f"{books.year}年度{books.body}单位决算"
    return Document(title, [title, f"第二部分 {books.year}年度单位决算表", *parts])


def _paying(books: Books, code: str, amount: int) -> Books:
    """The books of the office with what it earns and passes on."""
    known = next((item for item in books.items if item.code == code), Item(code))
    items = [item for item in books.items if item is not known] + [replace(known, own_project=known.own_project + amount)]
    return replace(books, business=books.business + amount, items=sorted(items, key=lambda item: item.code))


def _with_support_received(parts: list[str | Table]) -> list[str | Table]:
    """What the tables print as 其他收入 is 上级补助收入."""
    for table in (part for part in parts if isinstance(part, Table)):
        if table.title == "收入支出决算总表":
            _swapped(table, "四、上级补助收入", "八、其他收入")
        elif table.title == "收入决算表":
            heads = {cell.text: cell.column for cell in table.cells if cell.row == 0}
            for row in range(table.header, table.height):
                boxes = {cell.column: cell for cell in table.anchors(row)}
                one, other = boxes[heads["上级补助收入"]], boxes[heads["其他收入"]]
                one.text, other.text = other.text, one.text
    return parts


def _swapped(table: Table, one: str, other: str) -> None:
    first, second = (_beside(table, name) for name in (one, other))
    first.text, second.text = second.text, first.text


def _beside(table: Table, name: str) -> Cell:
    """The amount two boxes to the right of a name."""
    cell = next(cell for cell in table.cells if cell.text == name)
    return next(one for one in table.cells if (one.row, one.column) == (cell.row, cell.column + 2))


def _with_support_paid(parts: list[str | Table], code: str, amount: int) -> list[str | Table]:
    """What the table of expenditure prints as a project of the office is 对附属单位补助支出."""
    table = next(part for part in parts if isinstance(part, Table) and part.title == "支出决算表")
    heads = {cell.text: cell.column for cell in table.cells if cell.row == 0}
    for row in range(table.header, table.height):
        boxes = {cell.column: cell for cell in table.anchors(row)}
        if TOTAL in (boxes[0].text, boxes[1].text) or code.startswith(boxes[0].text.strip() or "-"):
            _raise(boxes[heads["项目支出"]], -amount)
            _raise(boxes[heads["对附属单位补助支出"]], amount)
    return parts


def _raise(cell: Cell, amount: int) -> None:
    cell.text = f"{Decimal(cell.text.replace(',', '')) + Decimal(wan(amount, False)):,}"
