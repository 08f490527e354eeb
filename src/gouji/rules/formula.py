"""Identities in the accountants' own words: “甲 = 乙 + 丙”, parsed, and held against the forms when rules are loaded.

A term is a name, or an address `《form》side：row·column` of which the parts that the context gives are left out. A
trailing `?` marks what some layouts do not print; a missing term without it makes the identity not applicable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Card, Certainty, Comparison, NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.table import Row, Table
from gouji.rules.rule import Rule
from gouji.vocabulary.form import forms_named
from gouji.vocabulary.terms import plain

_RELATION = re.compile(r"\s(=|≤|≥)\s")
_SIGN = re.compile(r"\s([+-])\s")
_ADDRESS = re.compile(
    r"^(?:《(?P<form>[^》]+)》)?(?:(?P<side>[^：·]+)：)?(?P<name>[^·]+?)(?:·(?P<column>.+?))?(?P<optional>\?)?$"
)


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
    equation: str = "",
    rows: Callable[[Row], bool] | None = None,
    certainty: str = "V",
    severity: str = "error",
    years: tuple[int | None, int | None] = (None, None),
    regions: tuple[str, ...] = (),
    module: str = "",
) -> Rule:
    """A rule from a formula over the columns of each row, over the rows of each column, or over addressed figures."""
    formula = parse(each_row or each_column or equation)
    _hold_against_forms(name, formula, form, bool(each_row))
    reads = (form,) if form else tuple(dict.fromkeys(term.form for term in formula.names if not term.optional))
    card = Card(name, title, title_en, basis, Certainty(certainty), Severity(severity), reads, years, regions)

    def observe(report: Report) -> Iterator[Observation]:
        if equation:
            yield compare(formula, lambda term: _addressed(report, term))
        for table in report.tables_of(form) if form else ():
            if each_row:
                for row in table.rows:
                    if rows is None or rows(row):
                        yield from _comparisons_of_row(formula, table, row)
            else:
                yield from _comparisons_of_columns(formula, table)

    return Rule(card, observe=observe, module=module or _caller())


def compare(formula: Formula, seat: Callable[[Name], Figure | None | bool]) -> Observation:
    """Look the terms up with `seat` (a figure; None: a blank box; False: nothing such is printed) and compare."""
    stated_name, *others = formula.left
    stated = seat(stated_name)
    if not isinstance(stated, Figure):
        return NotApplicable(f"{_worded(stated_name)}{'没有列示' if stated is False else '为空'}")
    terms: list[Term] = []
    for term, factor in [(t, -t.sign) for t in others] + [(t, t.sign) for t in formula.right]:
        figure = seat(term)
        if figure is False and not term.optional:
            return NotApplicable(f"{_worded(term)}没有列示")
        if isinstance(figure, Figure):
            terms.append(Term(figure, Decimal(factor)))
    if not terms:
        return NotApplicable("各分项均为空")
    return _related(stated, terms, formula)


def _related(stated: Figure, terms: Sequence[Term], formula: Formula) -> Comparison:
    if formula.relation == "≤":
        return must_not_exceed(stated, terms, formula.text)
    if formula.relation == "≥":
        raise ValueError("write the smaller side first")
    return must_total(stated, terms, formula.text)


def _comparisons_of_row(formula: Formula, table: Table, row: Row) -> Iterator[Observation]:
    def seat(term: Name) -> Figure | None | bool:
        return row.figure(term.name) if term.name in table.columns else False

    yield compare(formula, seat)


def _comparisons_of_columns(formula: Formula, table: Table) -> Iterator[Observation]:
    for column in table.columns:

        def seat(term: Name, column: str = column) -> Figure | None | bool:
            row = table.row(plain(term.name), term.side)
            return row.figure(column) if row else False

        yield compare(formula, seat)


def _addressed(report: Report, term: Name) -> Figure | None | bool:
    table = report.table(term.form)
    row = table.row(plain(term.name), term.side) if table else None
    if table is None or row is None or (term.column and term.column not in table.columns):
        return False
    return row.figure(term.column or table.columns[0])


def _worded(term: Name) -> str:
    form = f"《{term.form}》" if term.form else ""
    return f"{form}{'·'.join(part for part in (term.side, term.name, term.column) if part)}"


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


def tree(
    name: str, *, title: str, title_en: str, basis: str, form: str, total: str = "合计", certainty: str = "V",
    severity: str = "error", module: str = "",
) -> Rule:  # fmt: skip
    """A rule that every code is the sum of those one level below it, and the total that of the topmost, by column."""
    card = Card(name, title, title_en, basis, Certainty(certainty), Severity(severity), (form,))

    def observe(report: Report) -> Iterator[Observation]:
        for table in report.tables_of(form):
            yield from _tree_comparisons(table, total)

    return Rule(card, observe=observe, module=module or _caller())


def _tree_comparisons(table: Table, total: str) -> Iterator[Observation]:
    parents: list[tuple[Row, list[Row], str]] = []
    if (top := table.row(total)) is not None:
        parents.append((top, table.children(""), f"{total} = 各类之和"))
    for row in table.rows:
        if row.code and (children := table.children(row.code)):
            level = "各款" if len(row.code) == 3 else "各项" if len(row.code) == 5 else "下级科目"
            parents.append((row, children, f"{row.code} {row.name} = {level}之和"))
    for row, children, words in parents:
        for column in table.columns:
            yield from _parent_against_children(row, children, column, words)


def _parent_against_children(row: Row, children: Iterable[Row], column: str, words: str) -> Iterator[Observation]:
    stated = row.figure(column)
    terms = [Term(figure) for child in children if (figure := child.figure(column)) is not None]
    if stated is not None and terms:
        yield must_total(stated, terms, f"{words}（{column}）")


def _caller() -> str:
    """The module that calls `identity` or `tree`: where the rule lives and its page is looked for."""
    import sys

    return str(sys._getframe(2).f_globals["__name__"])
