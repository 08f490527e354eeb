"""The boxes of the tables that an amount of the text repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.table import Row, Table, parent_code
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year, planned, subject
from gouji.vocabulary.stated import NAMED_ROWS, SUBJECTS, THREE_PUBLIC, Seat, section
from gouji.vocabulary.terms import plain

_LEVEL = re.compile(r"\([类款项]\)")
_TAIL = re.compile(r"(?<=[类款项]\))支出$")


def booked(report: Report, claim: Claim) -> Iterator[tuple[Seat, Figure]]:
    """The boxes that print what the claim states, each with its figure. Blank boxes and missing tables give none."""
    if not exact_money(claim) or in_reason(claim) or not of_this_year(report, claim):
        return
    about, where = subject(claim, report), section(claim.paragraph.headings)
    for known in SUBJECTS:
        if (not known.sections or where in known.sections) and known.words.fullmatch(about):
            for seat in known.seats if not _other_budget(report, claim) else ():
                if (figure := seated(report, seat, planned(claim))) is not None:
                    yield seat, figure
            return
    if where in NAMED_ROWS and not planned(claim):
        yield from _named(report, about, *NAMED_ROWS[where])


def _other_budget(report: Report, claim: Claim) -> bool:
    """Is it a budget of another kind (年初, 全年) than the table says it prints?"""
    if not planned(claim):
        return False
    notes = "".join(note for table in report.tables_of(THREE_PUBLIC) for note in table.notes)
    initial, adjusted = "年初" in claim.about, bool(re.search("全年|调整", claim.about))
    return initial and bool(re.search("全年预算|调整", notes)) or adjusted and "年初预算数" in notes


@once_per_report
def bookings(report: Report) -> list[tuple[Claim, list[tuple[Seat, Figure]]]]:
    """Every amount of the text that a table prints, with the boxes that print it."""
    found = ((claim, list(booked(report, claim))) for claim in report.claims_of(ClaimKind.AMOUNT))
    return [(claim, seats) for claim, seats in found if seats]


def seated(report: Report, seat: Seat, budget: bool = False) -> Figure | None:
    """The figure of a box. Only the three public expenses print a budget beside the final amount."""
    table = report.table(seat.form)
    if table is None or (budget and seat.form != THREE_PUBLIC):
        return None
    if seat.form == THREE_PUBLIC:
        return _three_public(table, seat.row, "预算数" if budget else "决算数")
    row = table.row(plain(seat.row), seat.side)
    return row.figure(seat.column) if row else None


def _three_public(table: Table, item: str, column: str) -> Figure | None:
    """An item's amount, whether the layout lists the items across or down."""
    if column in table.columns:
        names = (plain(item), plain(item.removesuffix("小计")))
        row = next((row for row in table.rows if row.name in names), None)
        return row.figure(column) if row else None
    return table.figure(column, item)


def _named(report: Report, about: str, form: str, column: str) -> Iterator[tuple[Seat, Figure]]:
    table = report.table(form)
    row = row_of_item(table, about) if table else None
    figure = row.figure(column) if row else None
    if row is not None and figure is not None:
        yield Seat(form, row.name, column), figure


def row_of_item(table: Table, about: str) -> Row | None:
    """The row that `甲（类）乙（款）丙（项）` or a bare name means; None when several or none bear that name."""
    about = _TAIL.sub("", about)
    chain = [name for name in _LEVEL.split(about) if name]
    if not chain:
        return None
    wanted = {chain[-1], f"{chain[-1]}支出", chain[-1].removesuffix("支出")} if _LEVEL.search(about) else {chain[-1]}
    codes = {row.code for row in table.rows if row.code}
    rows = [row for row in table.rows if row.name in wanted and _below(table, row, chain[:-1], codes)]
    return rows[0] if len(rows) == 1 else _level_of(rows, about)


def _below(table: Table, row: Row, chain: list[str], codes: set[str]) -> bool:
    """Do the printed codes above the row bear the names of the chain?"""
    for name in reversed(chain):
        parent = table.by_code(parent_code(row.code, codes)) if row.code else None
        if parent is None or parent.name not in (name, f"{name}支出", name.removesuffix("支出")):
            return False
        row = parent
    return True


def _level_of(rows: list[Row], about: str) -> Row | None:
    """Among rows of one name the one of the level that the text names (其他支出 is often 类, 款 and 项)."""
    length = {"类": 3, "款": 5, "项": 7}.get(about[-2:-1] if about.endswith(")") else "", 0)
    fitting = [row for row in rows if len(row.code) == length]
    return fitting[0] if len(fitting) == 1 else None
