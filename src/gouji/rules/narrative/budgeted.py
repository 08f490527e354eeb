"""The boxes of the tables of a budget that an amount of its text repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure
from gouji.model.narrative import Claim
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Row, Table
from gouji.rules.narrative.items import row_of_item
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year
from gouji.vocabulary.codes import class_of
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated_budget import BALANCE, GRANTS, ITEM_FORMS_OF, SUBJECTS, THREE_PUBLIC, section
from gouji.vocabulary.terms import plain

_QUOTES = re.compile(r"[\"'“”《》]")
_BODY_MARK = re.compile(r"^\((?:部门|单位|本级|汇总)\)")
_ITEM = re.compile(r"\([类款项]\)|科目$|-.+-")
_YEAR = re.compile(r"(?:19|20)\d\d年(?:度)?")
_ARRANGED = re.compile(r"(?:当年)?(?:预算安排|安排预算|预算数|预算)(?:支出)?$")
_CLASS = re.compile(r"\(类\)(?:支出)?$|科目$")
_TAIL = re.compile(r"科目$")
_LEAD = re.compile(r"^.*(?:安排的|中，)(?=三公|会议费|培训费)")


def budgeted(report: Report, claim: Claim) -> Iterator[tuple[Seat, Figure]]:
    """The boxes that print what the claim states, each with its figure. Blank boxes and missing tables give none."""
    about, where = subject_of_budget(report, claim), section(claim.paragraph.headings)
    current = of_this_year(report, claim) or about.startswith("上年结转")
    if not exact_money(claim) or in_reason(claim) or not current:
        return
    for known in SUBJECTS:
        if (not known.sections or where in known.sections) and known.words.fullmatch(about):
            for seat in known.seats:
                if (figure := in_budget(report, seat)) is not None:
                    yield seat, figure
            return
    if _ITEM.search(about) or class_of(about):
        yield from _class(report, about, where)
        yield from _item(report, about, where)


def blank_box(report: Report, claim: Claim) -> tuple[Seat, Place] | None:
    """The empty box of a budget that should print what the claim states; None where a box prints a figure."""
    about, where = subject_of_budget(report, claim), section(claim.paragraph.headings)
    known = next(
        (one for one in SUBJECTS if (not one.sections or where in one.sections) and one.words.fullmatch(about)), None
    )
    if known is None or any(in_budget(report, seat) is not None for seat in known.seats):
        return None
    for seat in known.seats:
        table = report.table(seat.form)
        row = table.row("预算数" if seat.form == THREE_PUBLIC else plain(seat.row), seat.side) if table else None
        cell = row.cells.get(seat.column) if row is not None else None
        if cell is not None and cell.blank:
            return seat, cell.place
    return None


def subject_of_budget(report: Report, claim: Claim) -> str:
    """What the claim is about, in plain form, without quotes, the body of the report and its year."""
    text = _QUOTES.sub("", plain(claim.about))
    body = plain(report.body)
    if body and body in text:
        text = text[text.rindex(body) + len(body) :]
    return _LEAD.sub("", _YEAR.sub("", _BODY_MARK.sub("", text)))


def in_budget(report: Report, seat: Seat) -> Figure | None:
    """The figure of a box of the budget."""
    table = report.table(seat.form)
    if table is None:
        return None
    if seat.form == THREE_PUBLIC:
        return _three_public(table, seat.column)
    row = table.row(plain(seat.row), seat.side)
    if row is None and seat.side == "支出":
        row = table.row(plain(seat.row), "支出用途")
    if row is None:
        return None
    if seat.column in table.columns:
        return row.figure(seat.column)
    # A table with one column of amounts calls it what it likes; one by nature or by budget does not.
    return row.figure(table.columns[0]) if seat.column in ("合计", "预算数") and len(table.columns) == 1 else None


def _three_public(table: Table, item: str) -> Figure | None:
    """An item's amount, whether the layout lists the items across or down."""
    if item in table.columns:
        this_year = table.row("预算数")
        found = [figure for row in table.rows if (figure := row.figure(item)) is not None]
        return this_year.figure(item) if this_year else found[0] if len(found) == 1 else None
    names = (plain(item), plain(item.removesuffix("小计")))
    row = next((row for row in table.rows if row.name in names), None)
    if row is not None and "预算数" in row.cells:
        return row.figure("预算数")
    figures = [cell.figure for cell in row.cells.values() if cell.figure is not None] if row else []
    return figures[0] if len(figures) == 1 else None


def _class(report: Report, about: str, where: str) -> Iterator[tuple[Seat, Figure]]:
    """The row of an overall table that a class of expenditure is booked in."""
    name = _CLASS.sub("", about)
    code = class_of(name) or class_of(f"{name}支出")
    form, column = (GRANTS, "合计") if where == "拨款" else (BALANCE, "预算数")
    table = report.table(form) if code and where in ("拨款", "总体", "支出", "") else None
    for row in table.rows if table else ():
        figure = row.figure(column) if row.side == "支出" and class_of(row.name) == code else None
        if figure is not None:
            yield Seat(form, row.name, column, "支出"), figure


def _item(report: Report, about: str, where: str) -> Iterator[tuple[Seat, Figure]]:
    """The rows of the tables that an item named by its codes' names may be."""
    name = _ARRANGED.sub("", _TAIL.sub("", about))
    for form in ITEM_FORMS_OF.get(where, ()):
        table = report.table(form)
        row = row_of_item(table, name) if table else None
        figure = _amount(table, row) if table is not None and row is not None else None
        if row is not None and figure is not None:
            yield Seat(form, row.name, "合计"), figure


def _amount(table: Table, row: Row) -> Figure | None:
    column = "合计" if "合计" in table.columns else table.columns[0] if len(table.columns) == 1 else ""
    return row.figure(column) if column else None
