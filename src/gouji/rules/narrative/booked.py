"""The boxes of the tables that an amount of the text repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.table import Table
from gouji.rules.narrative.budgeted import budgeted
from gouji.rules.narrative.items import row_of_item
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year, planned, subject
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated import NAMED_ROWS, SUBJECTS, THREE_PUBLIC, section
from gouji.vocabulary.terms import plain


def booked(report: Report, claim: Claim) -> Iterator[tuple[Seat, Figure]]:
    """The boxes that print what the claim states, each with its figure. Blank boxes and missing tables give none."""
    if report.kind is DocumentKind.BUDGET:
        yield from budgeted(report, claim)
        return
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
