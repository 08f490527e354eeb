"""Tables of a budget in themselves: each row against its columns, each code against the codes below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gouji.model.comparison import must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.budget.forms import BASIS, BUDGETS, CODED, NESTED, OF_THE_YEAR, SIDED, sides_of
from gouji.rules.final_accounts.rows import code_place, tables_among
from gouji.rules.formula import Gap, seat_in
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.rules.sums import sums_by_column, tree_sums
from gouji.vocabulary.codes import PERSONNEL_CLASSES
from gouji.vocabulary.stated_budget import BASIC, GRANT_BASIC, PROJECTS

# What a column is made of where its parts are printed too; what other columns are of another year or already counted.
_PARTS = {
    "本年收入合计": ("财政拨款收入", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款",
                    "财政专户管理资金收入", "单位资金", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入",
                    "其他收入"),
    "财政拨款收入": BUDGETS,
    "财政拨款小计": BUDGETS,
    "单位资金": ("事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"),
    "上年结转": tuple(f"上年结转{part}" for part in (*BUDGETS, "财政专户管理资金", "单位资金")),
    "基本支出": ("人员经费", "公用经费"),
}  # fmt: skip
_NO_PART = ("上年执行数", "上年预算数", "行政经费")
# Parts that make up the whole by the form itself; of others the rows must show it.
_SURE = (
    {"人员经费", "公用经费"},
    {"人员经费", "公用经费", "项目支出"},
    set(BUDGETS),
    {"财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"},
)
_NATURES = {
    "基本支出", "项目支出", "上缴上级支出", "经营支出", "事业单位经营支出", "对附属单位补助支出", "单位预留机动经费", "结转下年",
}  # fmt: skip
ENOUGH = 3  # rows that show what a column is made of


@rule(
    title="预算表某行的合计不等于各栏之和",
    title_en="a row of a budget table is not the sum of its columns",
    basis=f"{BASIS}：合计 = 各栏之和（如基本支出 + 项目支出、人员经费 + 公用经费）",
)
def budget_row_is_not_sum_of_columns(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, (*CODED, *SIDED, PROJECTS)):
        yield from _row_sums(table)


def _row_sums(table: Table) -> Iterator[Observation]:
    two_sided = bool(sides_of(table))
    columns = [
        c for c in table.columns
        if c not in _NO_PART and not _in_words(table, c) and (not two_sided or _on_right(table, c))
    ]  # fmt: skip
    rows = [row for row in table.rows if not two_sided or row.side != "收入"]
    if len(columns) < 2:
        return
    whole = TOTAL if TOTAL in columns else columns[0]
    nested = {part for name in columns for part in _PARTS.get(name, ()) if part in columns}
    yield from _sums_of(rows, whole, [c for c in columns if c != whole and c not in nested])
    for name in columns:
        yield from _sums_of(
            rows, name, [part for part in _PARTS.get(name, ()) if part in columns and _direct(name, part, columns)]
        )


def _direct(whole: str, part: str, columns: list[str]) -> bool:
    """Is the part not already a part of another part of the whole?"""
    between = (name for name in _PARTS[whole] if name != part and name in columns)
    return not any(part in _PARTS.get(name, ()) for name in between)


def _sums_of(rows: list[Row], whole: str, parts: list[str]) -> Iterator[Observation]:
    compared = [found for row in rows if (found := _row_sum(row, whole, parts)) is not None] if parts else []
    holding = sum(found.verdict is not Verdict.DISAGREE for found in compared)
    if _sure(set(parts)) or (holding >= ENOUGH and holding * 3 >= len(compared) * 2):
        yield from compared
    elif compared:
        yield NotApplicable(f"{whole}与{'、'.join(parts)}之间有包含关系，不作横向加总")


def _sure(parts: set[str]) -> bool:
    return parts in _SURE or ({"基本支出", "项目支出"} <= parts <= _NATURES)


def _in_words(table: Table, column: str) -> bool:
    """Does a column hold words alone (备注, 说明)? A blank one may be of amounts."""
    cells = [cell for row in table.rows if (cell := row.cells.get(column)) and not cell.blank]
    return bool(cells) and all(cell.figure is None and not cell.unread for cell in cells)


def _on_right(table: Table, column: str) -> bool:
    """Has the column figures on a side other than income?"""
    return any(row.side != "收入" and column in row.cells for row in table.rows)


def _row_sum(row: Row, whole: str, parts: list[str]) -> Comparison | None:
    stated = seat_in(row, whole)
    seats = [seat_in(row, part) for part in parts]
    terms = [Term(seat) for seat in seats if isinstance(seat, Figure) and seat.kind is Kind.MONEY]
    if not isinstance(stated, Figure) or not terms or Gap.UNREAD in seats:
        return None
    return with_hint(must_total(stated, terms, f"{whole} = {' + '.join(parts)}"))


@rule(
    title="预算表某科目不等于其下级科目之和",
    title_en="a code of a budget table is not the sum of the codes below it",
    basis=f"{BASIS}：合计 = 各类之和，类 = 各款之和，款 = 各项之和",
)
def budget_code_is_not_sum_of_subcodes(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, CODED):
        yield from tree_sums(table)


@rule(
    title="预算表所列某项不等于其下各项之和",
    title_en="an entry of a listed budget table is not the sum of the entries below it",
    basis=f"{BASIS}：合计 = 各项之和，小计 = 所属各项之和",
)
def budget_entry_is_not_sum_of_entries_below(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, NESTED):
        if not any(row.code for row in table.rows):
            for index, row in enumerate(table.rows):
                yield from _entry(table, row, table.rows[index + 1 :])
            yield from _list_total(table)
            yield from _total_of_the_year(table)


def _entry(table: Table, row: Row, after: Sequence[Row]) -> Iterator[Observation]:
    """A row against the rows one level deeper that follow it."""
    below = list(takewhile(lambda other: other.depth > row.depth, after))
    parts = [other for other in below if other.depth == min(one.depth for one in below)]
    if parts and not row.name.endswith("计"):  # a total stands below what it sums, or above all
        yield from sums_by_column(row, parts, table.columns, f"{row.name} = 所属各项之和")


def _list_total(table: Table) -> Iterator[Observation]:
    total = table.row(TOTAL) or table.row("总计")
    others = [row for row in table.rows if row is not total]
    outer = [row for row in others if row.depth == min((one.depth for one in others), default=0)]
    if total is not None and len(outer) > 1:
        yield from sums_by_column(total, outer, table.columns, f"{total.name} = 各项之和")


def _total_of_the_year(table: Table) -> Iterator[Observation]:
    """The total of the year against the chief entries (一、二、…) printed above it; what is carried over stands below."""
    for index, row in enumerate(table.rows):
        parts = [other for other in table.rows[:index] if other.depth == 1 and other.name not in OF_THE_YEAR]
        if row.name in OF_THE_YEAR and len(parts) > 1:
            yield from sums_by_column(row, parts, table.columns, f"{row.name} = 以上各项之和")


@rule(
    title="基本支出预算表的经济分类科目列错了栏（人员经费 / 公用经费）",
    title_en="an economic code of a budget stands in the wrong column (personnel / operating)",
    basis="政府收支分类科目：人员经费为 301、303 类，其余为公用经费",
    certainty="O",
    severity="warning",
)
def economic_code_of_budget_in_wrong_column(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, (BASIC, GRANT_BASIC)):
        for row in table.rows:
            personnel = row.code.startswith(PERSONNEL_CLASSES)
            wrong, right = ("公用经费", "人员经费") if personnel else ("人员经费", "公用经费")
            figure = row.figure(wrong) if row.code else None
            if figure is not None and figure.value:
                yield Remark(
                    figure.place,
                    f"{row.code} {row.name}属于{right}，却在{wrong}栏列了 {figure.text}",
                    f"{row.code} {row.name} has an amount in the wrong column",
                    against=(code_place(report, table, row),),
                    expected=f"列入{right}栏",
                )
