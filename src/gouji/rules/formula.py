"""Identities in the accountants' own words: “甲 = 乙 + 丙”, parsed, and held against the forms when rules are loaded.

A term is a name, or an address `《form》side：row·column` of which the parts that the context gives are left out. A
trailing `?` marks what some layouts do not print; a missing term without it makes the identity not applicable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Card, Certainty, Comparison, NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.table import Row, Table
from gouji.rules.rule import Rule, calling_module
from gouji.rules.slips import with_hint
from gouji.vocabulary.form import forms_named
from gouji.vocabulary.terms import plain

_RELATION = re.compile(r"\s(=|≤|≥)\s")
_SIGN = re.compile(r"\s([+-])\s")
_ADDRESS = re.compile(
    r"^(?:《(?P<form>[^》]+)》)?(?:(?P<side>[^：·]+)：)?(?P<name>[^·]+?)(?:·(?P<column>.+?))?(?P<optional>\?)?$"
)


class Gap(Enum):
    """Why a term of a formula has no figure."""

    NOT_PRINTED = "没有列示"
    BLANK = "为空"
    UNREAD = "无法读取"


Seat = Callable[["Name"], Figure | Gap]


@dataclass(frozen=True, slots=True)
class Name:
    """One term of a formula."""

    name: str
    sign: int = 1
    form: str = ""
    side: str = ""
    column: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """`left relation right`; the first term on the left is the stated figure."""

    text: str
    left: tuple[Name, ...]
    relation: str
    right: tuple[Name, ...]

    @property
    def names(self) -> tuple[Name, ...]:
        return (*self.left, *self.right)


def parse(text: str) -> Formula:
    """Parse a formula; ValueError names what is wrong with it."""
    parts = _RELATION.split(text)
    if len(parts) != 3:
        raise ValueError(f"a formula needs exactly one of = ≤ ≥ between blanks: {text!r}")
    return Formula(text.replace("?", ""), _names(parts[0]), parts[1], _names(parts[2]))


def _names(side: str) -> tuple[Name, ...]:
    pieces = _SIGN.split(side.strip())
    signs = ["+", *pieces[1::2]]
    return tuple(_name(piece, -1 if sign == "-" else 1) for sign, piece in zip(signs, pieces[::2], strict=True))


def _name(text: str, sign: int) -> Name:
    match = _ADDRESS.match(text.strip())
    if match is None:
        raise ValueError(f"not a term of a formula: {text!r}")
    part = match.groupdict(default="")
    return Name(part["name"], sign, part["form"], part["side"], part["column"], bool(part["optional"]))


def identity(
    name: str,
    *,
    title: str,
    title_en: str,
    basis: str,
    form: str = "",
    each_row: str = "",
    each_column: str = "",
    equations: Sequence[str] = (),
    rows: Callable[[Row], bool] | None = None,
    columns: Sequence[str] = (),
    exact: bool = False,
    certainty: str = "V",
    severity: str = "error",
    years: tuple[int | None, int | None] = (None, None),
    regions: tuple[str, ...] = (),
    module: str = "",
) -> Rule:
    """A rule from a formula over the columns of each row, over the rows of each column, or over addressed figures.

    `rows` and `columns` narrow what is looked at; with `exact` no difference passes for rounding.
    """
    formulas = [parse(text) for text in (equations or (each_row or each_column,))]
    for formula in formulas:
        _hold_against_forms(name, formula, form, bool(each_row))
    reads = (form,) if form else _forms_needed(formulas)
    card = Card(name, title, title_en, basis, Certainty(certainty), Severity(severity), reads, years, regions)

    def observe(report: Report) -> Iterator[Observation]:
        for formula in formulas if equations else ():
            yield compare(formula, lambda term: addressed(report, term), exact)
        for table in report.tables_of(form) if form else ():
            if each_row:
                yield from _comparisons_of_rows(formulas[0], table, rows, exact)
            else:
                yield from _comparisons_of_columns(formulas[0], table, columns, exact)

    return Rule(card, observe=observe, module=module or calling_module())


def compare(formula: Formula, seat: Seat, exact: bool = False) -> Observation:
    """Look the terms up with `seat` and compare; a blank box counts as nothing, an unread one forbids comparing."""
    stated = seat(formula.left[0])
    if isinstance(stated, Gap):
        return NotApplicable(f"{_worded(formula.left[0])}{stated.value}")
    terms: list[Term] = []
    for term, factor in [(t, -t.sign) for t in formula.left[1:]] + [(t, t.sign) for t in formula.right]:
        figure = seat(term)
        if isinstance(figure, Figure):
            terms.append(Term(figure, Decimal(factor)))
        elif figure is Gap.UNREAD or (figure is Gap.NOT_PRINTED and not term.optional):
            return NotApplicable(f"{_worded(term)}{figure.value}")
    if not terms:
        return NotApplicable("各分项均为空")
    return _related(stated, terms, formula, exact)


def seat_in(row: Row | None, column: str) -> Figure | Gap:
    """What stands in a column of a row."""
    cell = row.cells.get(column) if row else None
    if row is None or cell is None:
        return Gap.NOT_PRINTED if row is None else Gap.BLANK
    if cell.figure is not None:
        return cell.figure
    return Gap.UNREAD if cell.unread else Gap.BLANK


def _related(stated: Figure, terms: Sequence[Term], formula: Formula, exact: bool) -> Comparison:
    if formula.relation == "≤":
        return must_not_exceed(stated, terms, formula.text)
    if formula.relation == "≥":
        raise ValueError("write the smaller side first")
    return with_hint(must_total(stated, terms, formula.text, exact))


def _comparisons_of_rows(
    formula: Formula, table: Table, wanted: Callable[[Row], bool] | None, exact: bool
) -> Iterator[Observation]:
    for row in table.rows:
        if wanted is None or wanted(row):

            def seat(term: Name, row: Row = row) -> Figure | Gap:
                return seat_in(row, term.name) if term.name in table.columns else Gap.NOT_PRINTED

            yield compare(formula, seat, exact)


def _comparisons_of_columns(
    formula: Formula, table: Table, columns: Sequence[str], exact: bool
) -> Iterator[Observation]:
    for column in columns or table.columns:

        def seat(term: Name, column: str = column) -> Figure | Gap:
            return seat_in(table.row(plain(term.name), term.side), column)

        yield compare(formula, seat, exact)


def addressed(report: Report, term: Name) -> Figure | Gap:
    """What stands at the address of a term, in whichever form it names."""
    table = report.table(term.form)
    if table is None or (term.column and term.column not in table.columns):
        return Gap.NOT_PRINTED
    return seat_in(table.row(plain(term.name), term.side), term.column or table.columns[0])


def _worded(term: Name) -> str:
    form = f"《{term.form}》" if term.form else ""
    return f"{form}{'·'.join(part for part in (term.side, term.name, term.column) if part)}"


def _forms_needed(formulas: Sequence[Formula]) -> tuple[str, ...]:
    """The forms without which none of the formulas can be looked at."""
    needed = [{term.form for term in formula.names if not term.optional} for formula in formulas]
    return tuple(sorted(set.intersection(*needed)))


def _hold_against_forms(rule: str, formula: Formula, form: str, by_row: bool) -> None:
    """A formula may only name forms and columns that the vocabulary knows: a slip must show when rules are loaded."""
    for term in formula.names:
        variants = forms_named(term.form or form)
        if not variants:
            raise ValueError(f"{rule}: no form is called {term.form or form!r}")
        known = {column.name for variant in variants for column in variant.columns}
        wanted = term.name if by_row else term.column
        if wanted and wanted not in known:
            raise ValueError(f"{rule}: 《{term.form or form}》 has no column {wanted!r}")
