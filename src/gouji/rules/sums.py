"""Totals of lists and of code trees: a stated figure against all rows that make it up, however many a form prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gouji.model.comparison import must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Card, Certainty, NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.table import Row, Table, parent_code
from gouji.rules.formula import Gap, seat_in
from gouji.rules.rule import Rule, calling_module
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

LEVELS = {3: "各款", 5: "各项"}


def list_total(
    name: str,
    *,
    title: str,
    title_en: str,
    basis: str,
    form: str,
    formula: str,
    total: str,
    side: str = "",
    after: str = "",
    before: str = "",
    certainty: str = "V",
    severity: str = "error",
) -> Rule:
    """A rule that `total` is, in every column, the sum of the outermost rows between `after` and `before` on its side.

    Without `after` the list begins at the top of the side; without `before` it ends at the total.
    """
    card = Card(name, title, title_en, basis, Certainty(certainty), Severity(severity), (form,))

    def observe(report: Report) -> Iterator[Observation]:
        for table in report.tables_of(form):
            stated = table.row(plain(total), side)
            parts = rows_between(table, side, plain(after), plain(before or total))
            if stated is None or not parts:
                yield NotApplicable(f"《{form}》没有列示{total}或其分项")
            else:
                yield from sums_by_column(stated, parts, table.columns, formula)

    return Rule(card, observe=observe, module=calling_module())


def tree(
    name: str,
    *,
    title: str,
    title_en: str,
    basis: str,
    form: str,
    total: str = "合计",
    certainty: str = "V",
    severity: str = "error",
) -> Rule:
    """A rule that every code is the sum of those one level below it, and the total that of the topmost, by column."""
    card = Card(name, title, title_en, basis, Certainty(certainty), Severity(severity), (form,))

    def observe(report: Report) -> Iterator[Observation]:
        for table in report.tables_of(form):
            yield from tree_sums(table, total)

    return Rule(card, observe=observe, module=calling_module())


def tree_sums(table: Table, total: str = "合计") -> Iterator[Observation]:
    """Every code of a table against those one level below it. Codes printed twice make a sum uncertain."""
    twice = {code for code, count in Counter(row.code for row in table.rows if row.code).items() if count > 1}
    for row, children, words in _parents(table, total):
        if any(child.code in twice for child in children):
            yield NotApplicable(f"《{table.form}》{row.name}的下级科目编码重复")
        else:
            yield from sums_by_column(row, children, table.columns, words)


def sums_by_column(stated: Row, parts: Sequence[Row], columns: Iterable[str], words: str) -> Iterator[Observation]:
    """In every column the stated row against the sum of the parts; a blank part counts as nothing."""
    columns = list(columns)
    for column in columns:
        named = words if len(columns) == 1 else f"{words}（{column}）"
        seats = [seat_in(part, column) for part in parts]
        figure = seat_in(stated, column)
        terms = [Term(seat) for seat in seats if isinstance(seat, Figure)]
        if isinstance(figure, Figure) and figure.kind is Kind.PERCENT:
            continue  # rates of parts make no rate of the whole
        if Gap.UNREAD in (figure, *seats):
            yield NotApplicable(f"{named}：有数字无法读取")
        elif isinstance(figure, Figure) and terms:
            yield with_hint(must_total(figure, terms, named))


def rows_between(table: Table, side: str, after: str, before: str) -> list[Row]:
    """The outermost named rows of a side between two rows, both given in plain form; [] when an end is not printed."""
    rows = [row for row in table.rows if row.side == side]
    names = [row.name for row in rows]
    if before not in names or (after and after not in names):
        return []
    start = names.index(after) + 1 if after else 0
    if before not in names[start:]:
        return []
    within = [row for row in rows[start : names.index(before, start)] if row.name]
    outermost = min((row.depth for row in within), default=0)
    return [row for row in within if row.depth == outermost]


def _parents(table: Table, total: str) -> Iterator[tuple[Row, list[Row], str]]:
    """Every row that has codes below it, with them and the identity in words."""
    below = children_of(table)
    top = table.row(total)
    if top is not None and below.get(""):
        yield top, below[""], f"{total} = 各类之和"
    for row in table.rows:
        if row.code and row.code in below:
            level = LEVELS.get(len(row.code), "下级科目")
            yield row, below[row.code], f"{row.code} {row.name} = {level}之和"


def children_of(table: Table) -> dict[str, list[Row]]:
    """The rows of a table by the code one level up; under "" those whose own parent is not printed."""
    codes = {row.code for row in table.rows if row.code}
    below: dict[str, list[Row]] = {}
    for row in table.rows:
        if row.code:
            below.setdefault(parent_code(row.code, codes), []).append(row)
    return below
