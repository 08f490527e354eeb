"""One figure in two tables of a budget: totals, the three budgets, classes, codes."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_equal, must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import Table
from gouji.rules.budget.forms import (
    BASIS,
    BY_PURPOSE,
    CAPITAL_GRANT,
    EXPENDITURE_SIDE,
    FUND_GRANT,
    GENERAL_GRANT,
    GRAND_TOTAL,
    GRANT_COLUMNS,
    GRANT_TABLES,
    INCOME_SIDE,
    Address,
)
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.codes import class_of
from gouji.vocabulary.stated_budget import (
    BALANCE,
    BASIC,
    EXPENDITURE,
    GENERAL,
    GRANT_BASIC,
    GRANT_ITEMS,
    GRANTS,
    INCOME,
)

_INCOME_TOTALS = (GRAND_TOTAL, "本年收入合计")
_EXPENDITURE_TOTALS = (GRAND_TOTAL, "本年支出合计")
_AMOUNT = ("预算数", "金额")
_ALL = Address(BALANCE, _INCOME_TOTALS, _AMOUNT, INCOME_SIDE)
_ALL_SPENT = Address(BALANCE, _EXPENDITURE_TOTALS, (*_AMOUNT, "合计"), EXPENDITURE_SIDE)
_GRANTS_IN = Address(GRANTS, _INCOME_TOTALS, _AMOUNT, INCOME_SIDE)
_GRANTS_OUT = Address(GRANTS, _EXPENDITURE_TOTALS, ("合计", *_AMOUNT), EXPENDITURE_SIDE)

_TOTALS = (
    (Address(INCOME, ("合计", GRAND_TOTAL)), _ALL),
    (Address(EXPENDITURE, ("合计", GRAND_TOTAL)), _ALL_SPENT),
    (Address(INCOME, columns=("财政拨款收入",)), Address(BALANCE, ("财政拨款收入",), _AMOUNT, INCOME_SIDE)),
    (Address(INCOME, columns=("事业收入",)), Address(BALANCE, ("事业收入",), _AMOUNT, INCOME_SIDE)),
    (Address(INCOME, columns=("事业单位经营收入",)), Address(BALANCE, ("事业单位经营收入",), _AMOUNT, INCOME_SIDE)),
    (Address(INCOME, columns=("其他收入",)), Address(BALANCE, ("其他收入",), _AMOUNT, INCOME_SIDE)),
    *(
        (Address(INCOME, (row,)), Address(BALANCE, (row,), _AMOUNT, INCOME_SIDE))
        for row in (GENERAL_GRANT, FUND_GRANT, CAPITAL_GRANT, "财政专户管理资金收入")
    ),
    (Address(INCOME, ("其他资金",)), Address(BALANCE, ("其他收入", "其他资金"), _AMOUNT, INCOME_SIDE)),
    *(
        (Address(EXPENDITURE, columns=(nature,)), Address(BALANCE, (nature,), _AMOUNT, BY_PURPOSE))
        for nature in ("基本支出", "项目支出", "单位预留机动经费")
    ),
)
_GRANT_TOTALS = (
    (_GRANTS_IN, Address(BALANCE, ("财政拨款收入",), _AMOUNT, INCOME_SIDE)),
    *(
        (Address(GRANTS, (row,), _AMOUNT, INCOME_SIDE), Address(BALANCE, (row,), _AMOUNT, INCOME_SIDE))
        for row in (GENERAL_GRANT, FUND_GRANT, CAPITAL_GRANT)
    ),
    *(
        (Address(form), Address(GRANTS, _EXPENDITURE_TOTALS, (column,), EXPENDITURE_SIDE))
        for form, column in GRANT_COLUMNS.items()
    ),
    (Address(GRANT_ITEMS), _GRANTS_OUT),
)
_BASIC_TOTALS = (
    (Address(BASIC), Address(GENERAL, columns=("基本支出",))),
    (Address(GRANT_BASIC), Address(GRANTS, ("基本支出",), _AMOUNT)),
)


@rule(
    title="收支预算总表与收入预算总表、支出预算总表的合计不一致",
    title_en="the overall table of a budget and its income or expenditure table have different totals",
    basis=f"{BASIS}：收支预算总表 = 收入预算总表合计 = 支出预算总表合计",
    reads=(BALANCE,),
)
def budget_total_differs_between_tables(report: Report) -> Iterator[Observation]:
    yield from _pairs(report, _TOTALS)


@rule(
    title="财政拨款收支预算总表与其他预算表的财政拨款数不一致",
    title_en="the grants of a budget differ between its tables",
    basis=f"{BASIS}：财政拨款收支预算总表 = 收支预算总表的财政拨款 = 三本预算支出表合计",
    reads=(GRANTS,),
)
def budget_grants_differ_between_tables(report: Report) -> Iterator[Observation]:
    yield from _pairs(report, _GRANT_TOTALS)


@rule(
    title="一般公共预算的基本支出与基本支出预算表（经济分类）的合计不一致",
    title_en="basic expenditure of the general public budget differs from its table by economic class",
    basis=f"{BASIS}：一般公共预算支出表基本支出合计 = 基本支出预算表合计",
)
def basic_budget_differs_between_tables(report: Report) -> Iterator[Observation]:
    yield from _pairs(report, _BASIC_TOTALS)


@rule(
    title="某类支出在预算总表与分表中不一致",
    title_en="a class of expenditure differs between an overall table of a budget and its detail",
    basis=f"{BASIS}：总表各类支出 = 分表同一类级科目",
)
def budget_class_differs_between_tables(report: Report) -> Iterator[Observation]:
    balance, grants = report.table(BALANCE), report.table(GRANTS)
    if balance is not None:
        yield from _classes(balance, (*_AMOUNT, "合计"), report.table(EXPENDITURE))
    for form, column in GRANT_COLUMNS.items():
        if grants is not None:
            yield from _classes(grants, (column,), report.table(form))


@rule(
    title="某科目的财政拨款预算与支出预算总表不符",
    title_en="the grants of a code do not fit all the expenditure of that code",
    basis=f"{BASIS}：同一科目的财政拨款支出不大于全部支出；没有其他资金时二者相等",
    reads=(EXPENDITURE,),
)
def budget_grants_of_code_do_not_fit_expenditure(report: Report) -> Iterator[Observation]:
    whole = report.table(EXPENDITURE)
    tables = [table for form in GRANT_TABLES if (table := report.table(form)) is not None]
    if whole is None or not tables:
        yield NotApplicable("没有支出预算总表或财政拨款支出表")
        return
    only_grants = _only_grants(whole, tables)
    for row in whole.rows:
        for column in whole.columns if row.code else ():
            stated = row.figure(column)
            terms = _grants_of(tables, row.code, column)
            if stated is None or not terms:
                continue
            words = f"{row.code} {row.name}·{column}"
            if only_grants:
                yield with_hint(must_total(stated, terms, f"《{EXPENDITURE}》{words} = 三本预算之和"))
            elif len(terms) == 1:
                yield must_not_exceed(terms[0].figure, [Term(stated)], f"财政拨款 {words} ≤ 《{EXPENDITURE}》")


@rule(
    title="财政拨款支出表的科目在支出预算总表中没有",
    title_en="a code with grants is missing from the expenditure table of the budget",
    basis=f"{BASIS}：支出预算总表包括全部科目",
    reads=(EXPENDITURE,),
)
def budget_code_is_missing_from_expenditure(report: Report) -> Iterator[Observation]:
    whole = report.table(EXPENDITURE)
    codes = {row.code for row in whole.rows if row.code} if whole else set()
    tables = [table for form in GRANT_TABLES if codes for table in report.tables_of(form)]
    for table in tables:
        for row in table.rows:
            figure = row.figure("合计")
            if row.code and row.code not in codes and figure is not None and figure.value and _reaches(codes, row.code):
                yield Remark(
                    figure.place,
                    f"《{table.form}》{row.code} {row.name}列了 {figure.text}，《{EXPENDITURE}》中没有这个科目",
                    f"{row.code} has grants but is not in the expenditure table",
                    expected=f"《{EXPENDITURE}》列示 {row.code}",
                )


def _pairs(report: Report, pairs: tuple[tuple[Address, Address], ...]) -> Iterator[Observation]:
    """Each pair once: the first reading that agrees, else the first of all."""
    for stated, other in pairs:
        found = [
            must_equal(one, two, f"{stated.words} = {other.words}")
            for one in stated.figures(report)
            for two in other.figures(report)
        ]
        agreed = (comparison for comparison in found if comparison.verdict is not Verdict.DISAGREE)
        if found:
            yield with_hint(next(agreed, found[0]))


def _classes(overall: Table, columns: tuple[str, ...], detailed: Table | None) -> Iterator[Observation]:
    """Each class row of an overall table against the row of its code in the detailed one."""
    lists_classes = detailed is not None and any(len(row.code) == 3 for row in detailed.rows)
    for row in overall.rows if detailed is not None and lists_classes else ():
        code = class_of(row.name) if row.side == EXPENDITURE_SIDE else ""
        stated = next((figure for column in columns if (figure := row.figure(column)) is not None), None)
        found = detailed.by_code(code) if detailed is not None and code else None
        figure = found.figure("合计") if found else None
        if stated is not None and figure is not None and detailed is not None:
            words = f"《{detailed.form}》{code} {row.name} = 《{overall.form}》{row.name}"
            yield with_hint(must_equal(figure, stated, words))
        elif stated is not None and stated.value and code and found is None and detailed is not None:
            yield Remark(
                stated.place,
                f"{row.name}为 {stated.text}，但《{detailed.form}》没有 {code} 类",
                f"{stated.text} stands here, but class {code} is not in the detailed table",
                expected=f"《{detailed.form}》列示 {code} {row.name}",
            )


def _only_grants(whole: Table, tables: list[Table]) -> bool:
    """Is everything that is spent paid from grants, as the totals show?"""
    stated = whole.figure("合计", "合计")
    parts = [Term(figure) for table in tables if (figure := table.figure("合计", "合计")) is not None]
    return stated is not None and bool(parts) and must_total(stated, parts).verdict is not Verdict.DISAGREE


def _grants_of(tables: list[Table], code: str, column: str) -> list[Term]:
    rows = (row for table in tables if column in table.columns and (row := table.by_code(code)) is not None)
    figures: list[Figure | None] = [row.figure(column) for row in rows]
    return [Term(figure) for figure in figures if figure is not None]


def _reaches(codes: set[str], code: str) -> bool:
    """Does the table list codes of that level at all?"""
    return any(len(known) == len(code) for known in codes)
