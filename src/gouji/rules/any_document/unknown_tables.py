"""Tables that fit no form: sums that the table itself shows to be meant, since most of its rows or columns keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gouji.model.comparison import must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Row, Table
from gouji.rules.rule import rule
from gouji.rules.sums import sums_by_column, tree_sums
from gouji.vocabulary.terms import plain

BASIS = "算术关系：未收录表样的表，按表中多数行列自身成立的关系核对"
TOTALS = ("合计", "总计", "总计金额", "金额合计")
FEWEST_HOLDING = 3  # comparisons that must hold before another one that does not is said to be wrong
NOTHING = "没有未收录表样的表，或看不出其中的合计关系"


@rule(
    title="未收录表样的表中，上级科目不等于下级科目之和",
    title_en="in a table of no known form a code is not the sum of those below it",
    basis=BASIS,
    certainty="O",
)
def unknown_table_code_is_not_sum_of_parts(report: Report) -> Iterator[Observation]:
    yield from _told(
        [each for each in tree_sums(_of_money(table)) if isinstance(each, Comparison)]
        for table in _unknown(report)
        if any(row.code for row in table.rows)
    )


@rule(
    title="未收录表样的表中，合计行不等于各行之和",
    title_en="in a table of no known form the total is not the sum of its rows",
    basis=BASIS,
    certainty="O",
)
def unknown_table_total_is_not_sum_of_rows(report: Report) -> Iterator[Observation]:
    yield from _told((_column_sums(table) for table in _unknown(report)), fewest=1, against_one=1)


@rule(
    title="未收录表样的表中，合计栏不等于各栏之和",
    title_en="in a table of no known form the first column is not the sum of the others",
    basis=BASIS,
    certainty="O",
)
def unknown_table_total_is_not_sum_of_columns(report: Report) -> Iterator[Observation]:
    yield from _told(_row_sums(table) for table in _unknown(report))


def _told(tables: Iterable[list[Comparison]], fewest: int = FEWEST_HOLDING, against_one: int = 3) -> Iterator[Observation]:
    """The comparisons of the tables that hold in `fewest` places at least, and so many times for one that does not.

    Of a table that keeps no such rule nothing is said.
    """
    looked = False
    for comparisons in tables:
        wrong = sum(each.verdict is Verdict.DISAGREE for each in comparisons)
        holding = sum(each.verdict is not Verdict.DISAGREE and bool(each.stated.value) for each in comparisons)
        if holding >= fewest and wrong * against_one <= holding:
            looked = True
            yield from comparisons
    if not looked:
        yield NotApplicable(NOTHING)


def _unknown(report: Report) -> Iterator[Table]:
    return (table for table in report.tables if not table.known)


def _of_money(table: Table) -> Table:
    return replace(table, columns=tuple(_money_columns(table)), _by_name={})


def _money_columns(table: Table) -> list[str]:
    """The columns that hold amounts of money and no other figures."""
    kinds: dict[str, set[Kind]] = {}
    for row in table.rows:
        for column in table.columns:
            if figure := row.figure(column):
                kinds.setdefault(column, set()).add(figure.kind)
    return [column for column in table.columns if kinds.get(column) == {Kind.MONEY}]


def _column_sums(table: Table) -> list[Comparison]:
    """The total row in every column of money against the outermost rows beside it."""
    totals = [row for row in table.rows if plain(row.name) in TOTALS]
    parts = _outermost([row for row in table.rows if row not in totals and row.name])
    if len(totals) != 1 or len(parts) < 2 or any(row.code or row.side for row in table.rows):
        return []
    words = f"{totals[0].name} = 各行之和"
    sums = sums_by_column(totals[0], parts, _money_columns(table), words)
    return [each for each in sums if isinstance(each, Comparison)]


def _outermost(rows: Sequence[Row]) -> list[Row]:
    depth = min((row.depth for row in rows), default=0)
    return [row for row in rows if row.depth == depth and "计" not in row.name[-1:]]


def _row_sums(table: Table) -> list[Comparison]:
    """In every row the column of totals, where it comes first, against the columns after it."""
    columns = _money_columns(table)
    if len(columns) < 3 or not plain(columns[0]).endswith(("合计", "总计")):
        return []
    words = f"{columns[0]} = 其后各栏之和"
    sums = (_row_sum(row, columns, words) for row in table.rows)
    return [each for each in sums if each is not None]


def _row_sum(row: Row, columns: Sequence[str], words: str) -> Comparison | None:
    stated, parts = row.figure(columns[0]), [row.figure(column) for column in columns[1:]]
    terms = [Term(part) for part in parts if isinstance(part, Figure)]
    unread = any(cell.unread for cell in row.cells.values())
    return must_total(stated, terms, words) if stated is not None and terms and not unread else None
