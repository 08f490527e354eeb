"""Rows that are lost or printed twice, put right: so that what else is said of them is not told again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gouji.model.finding import Comparison, Finding, Remark, Severity
from gouji.model.report import Report
from gouji.model.table import Row, Table
from gouji.repair.hearing import gone_with
from gouji.repair.tables.rows import lost_below, put_back, struck_out

MOST_TRIED = 6


def with_lost_row(report: Report, sums: Sequence[Comparison], findings: Sequence[Finding]) -> tuple[Report, str]:
    """With the row that the parent of some sums misses, and its name: the one row by which most other findings are gone.

    Where another table has none, or none that is better than the next, the report is as it was, and the name "".
    """
    table, parent = _parent(report, sums)
    if table is None or parent is None:
        return report, ""
    missing = {each.stated.place.field: each.stated.value - each.expected for each in sums}
    others = [each for each in findings if each.severity is not Severity.NOTE and not isinstance(each.observation, Comparison)]
    tried: list[tuple[int, Report, str]] = []
    for row in lost_below(report, table, parent)[:MOST_TRIED]:
        made = put_back(report, table, parent, row, missing)
        tried.append((len(gone_with(made, others)) if others else 0, made, f"{row.code} {row.name.removeprefix(row.code).strip()}"))
    tried.sort(key=lambda each: -each[0])
    if not tried or len(tried) > 1 and tried[0][0] == tried[1][0]:
        return report, ""
    return tried[0][1], tried[0][2]


def without_doubled_row(report: Report, sums: Sequence[Comparison]) -> Report:
    """Without the second of the rows whose amounts are what the sums have too much."""
    table, parent = _parent(report, sums)
    surplus = {each.stated.place.field: each.expected - each.stated.value for each in sums}
    alike = [
        row for row in table.rows
        if row is not parent and all((figure := row.figure(field)) and figure.value == amount for field, amount in surplus.items())
    ] if table else []  # fmt: skip
    return struck_out(report, table, alike[-1]) if table and len(alike) > 1 else report


def without_repeats(report: Report, findings: Sequence[Finding]) -> tuple[Report, list[Finding]]:
    """Without rows that repeat another of their code, number by number, as far as findings point at them; and those findings."""
    pointing: list[Finding] = []
    for finding in findings:
        for table in report.tables if isinstance(finding.observation, Remark) else ():
            rows = [row for row in table.rows if row.code and (table.form, row.name) == (finding.at.form, finding.at.row)]
            if len(rows) > 1 and rows[0].code == rows[-1].code and _numbers(rows[0]) == _numbers(rows[-1]):
                report = struck_out(report, table, rows[-1])
                pointing.append(finding)
    return report, pointing


def _numbers(row: Row) -> dict[str, Decimal]:
    return {field: cell.figure.value for field, cell in row.cells.items() if cell.figure}


def _parent(report: Report, sums: Sequence[Comparison]) -> tuple[Table | None, Row | None]:
    """The table and the row of the sums' stated figures."""
    stated = sums[0].stated.place
    for table in report.tables:
        for row in table.rows if table.form == stated.form else ():
            if (figure := row.figure(stated.field)) and figure.place == stated:
                return table, row
    return None, None
