"""Income and expenditure of one code: what came in and was not spent must be carried over, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.table import Row
from gouji.rules.final_accounts.between_tables.totals import T1, T2, T3, T4, T5, T8, T9
from gouji.rules.final_accounts.rows import leaves
from gouji.rules.rule import rule

BASIS = "部门决算公开表样：收入与支出按科目对应，差额应由结转结余解释"
SPENT = ("本年支出合计", "本年支出小计")


@rule(
    title="某科目收支相差的数额，结转结余和结余分配解释不了",
    title_en="income and expenditure of a code differ by more than any carry-over explains",
    basis=f"{BASIS}（公开01、02、03表）",
    reads=(T1, T2, T3),
    certainty="O",
    severity="warning",
)
def code_differs_beyond_carry_over(report: Report) -> Iterator[Observation]:
    opening = _sum_of(report, T1, "收入", "决算数", ("年初结转和结余", "使用非财政拨款结余"))
    closing = _sum_of(report, T1, "支出", "决算数", ("年末结转和结余", "结余分配"))
    yield from _unexplained(report, "本年收入合计", (T3,), opening, closing)


@rule(
    title="某科目财政拨款收支相差的数额，财政拨款结转解释不了",
    title_en="grant income and expenditure of a code differ by more than the carry-over of grants explains",
    basis=f"{BASIS}（公开02、04、05、08、09表）",
    reads=(T2, T4, T5),
    certainty="O",
    severity="warning",
)
def grant_of_code_differs_beyond_carry_over(report: Report) -> Iterator[Observation]:
    opening = _sum_of(report, T4, "收入", "金额", ("年初财政拨款结转和结余",))
    closing = _sum_of(report, T4, "支出", "合计", ("年末财政拨款结转和结余",))
    yield from _unexplained(report, "财政拨款收入", (T5, T8, T9), opening, closing)


def _unexplained(
    report: Report, column: str, spending: Sequence[str], opening: Decimal | None, closing: Decimal | None
) -> Iterator[Observation]:
    """Codes of which income less expenditure lies outside what can have been carried in and out."""
    income = _by_code(report, (T2,), (column,))
    spent = _by_code(report, spending, SPENT)
    if opening is None or closing is None or not income or not spent:
        yield NotApplicable("没有列示结转结余，或没有分科目的收入和支出")
        return
    for code in sorted(_comparable(report, spending) & (income.keys() | spent.keys())):
        figures = [figure for row in (income.get(code, ()), spent.get(code, ())) for figure in row]
        came, went = (sum((figure.value for figure in found.get(code, ())), Decimal(0)) for found in (income, spent))
        slack = sum((figure.step for figure in figures), Decimal(0))
        if not -opening - slack <= came - went <= closing + slack:
            yield _remark(code, figures, came - went, opening if came < went else closing)


def _remark(code: str, figures: Sequence[Figure], difference: Decimal, bound: Decimal) -> Remark:
    stated = figures[-1]
    word, english = ("多于", "exceeds") if difference > 0 else ("少于", "is less than")
    gap, limit = stated.worded(abs(difference)), stated.worded(bound)
    return Remark(
        stated.place,
        f"{code} 的收入{word}支出 {gap}，而{'年末结转结余等' if difference > 0 else '年初结转结余等'}合计只有 {limit}",
        f"income of {code} {english} expenditure by {gap}; carry-over can explain {limit} at most",
        against=tuple(figure.place for figure in figures[:-1]),
    )


def _comparable(report: Report, spending: Sequence[str]) -> set[str]:
    """The codes that are details in every table that prints them."""
    tables = [table for form in (T2, *spending) for table in report.tables_of(form)]
    inner = {row.code for table in tables for row in table.rows} - {
        row.code for table in tables for row in leaves(table)
    }
    return {row.code for table in tables for row in leaves(table)} - inner


def _by_code(report: Report, forms: Sequence[str], columns: Sequence[str]) -> Mapping[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for form in forms:
        for table in report.tables_of(form):
            for row in table.rows:
                figure = _first(row, columns)
                if row.code and figure is not None:
                    found.setdefault(row.code, []).append(figure)
    return found


def _first(row: Row, columns: Sequence[str]) -> Figure | None:
    return next((figure for column in columns if (figure := row.figure(column)) is not None), None)


def _sum_of(report: Report, form: str, side: str, column: str, rows: Sequence[str]) -> Decimal | None:
    """The sum of the rows that are printed; None when the first of them is not."""
    table = report.table(form)
    figures = [table.figure(row, column, side) if table else None for row in rows]
    if figures[0] is None:
        return None
    return sum((figure.value for figure in figures if figure is not None), Decimal(0))
