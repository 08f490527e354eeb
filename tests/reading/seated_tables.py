"""Small documents of one table, as lines of text, and what is seated of them: for the tests of forms."""

from __future__ import annotations

from decimal import Decimal

from gouji.model.report import Report
from gouji.model.table import Table
from gouji.reading.read import read_document


def report(*lines: str) -> Report:
    """The report of a budget that prints the lines."""
    return read_document("预算.txt", "\n".join(lines).encode())


def table(*lines: str) -> Table:
    """Its only table, every figure of which is read."""
    found = report(*lines)
    assert not [doubt for doubt in found.doubts if doubt.unread]
    (only,) = found.tables
    return only


def amount(found: Table, row: str, column: str, side: str = "") -> Decimal:
    """The amount in yuan at a row and a column, which must be there."""
    figure = found.figure(row, column, side)
    assert figure is not None
    return figure.value
