"""One code in two tables: classes, grants within all expenditure, codes that only one budget may have, carry-over."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_equal, must_not_exceed
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.final_accounts.between_tables.totals import BASIS, T1, T3, T4, T5, T6, T8, T9
from gouji.rules.final_accounts.fiscal_grants import GENERAL, MINUS
from gouji.rules.final_accounts.rows import code_place, has_amounts, leaves
from gouji.rules.final_accounts.three_public import ABROAD, FINAL, PURCHASE, RECEPTION, RUNNING, amount
from gouji.rules.final_accounts.three_public import FORM as T7
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.codes import class_of

# Columns of the general public table and of the whole: the first is called differently by some layouts.
NATURES = ("本年支出合计", "基本支出", "项目支出")
BASIC_PARTS = {"30212": ABROAD, "30217": RECEPTION, "30231": RUNNING, "31013": PURCHASE}


@rule(
    title="某类支出在收入支出决算总表与支出决算表中不一致",
    title_en="a class of expenditure differs between the overall table and the expenditure table",
    basis=f"{BASIS}（公开01、03表）",
    reads=(T1, T3),
)
def class_differs_from_expenditure_table(report: Report) -> Iterator[Observation]:
    yield from _classes(report, T1, "决算数", T3, "本年支出合计")


@rule(
    title="某类一般公共预算支出在公开04表与公开05表中不一致",
    title_en="a class of general public expenditure differs between the table of grants and its own table",
    basis=f"{BASIS}（公开04、05表）",
    reads=(T4, T5),
)
def class_differs_from_general_public_table(report: Report) -> Iterator[Observation]:
    yield from _classes(report, T4, GENERAL, T5, "本年支出合计")


@rule(
    title="某科目的财政拨款支出大于全部支出",
    title_en="a code has more grant expenditure than expenditure",
    basis=f"{BASIS}（公开03、05表）：财政拨款部分不大于全部",
    reads=(T3, T5),
)
def grant_expenditure_exceeds_all_expenditure(report: Report) -> Iterator[Observation]:
    whole = report.table(T3)
    part = report.table(T5)
    for row in part.rows if part else ():
        other = whole.by_code(row.code) if whole and row.code else whole.row(row.name) if whole else None
        for column in NATURES if other is not None and (row.code or row.name == TOTAL) else ():
            small, large = row.figure(column), other.figure(column) if other else None
            if small is not None and large is not None:
                label = f"{row.code} {row.name}".strip()
                yield must_not_exceed(small, [Term(large)], f"《{T5}》{label}·{column} ≤ 《{T3}》{label}·{column}")


@rule(
    title="三本预算的项目支出合计大于全部项目支出",
    title_en="the three budgets together have more project expenditure than there is",
    basis=f"{BASIS}（公开03、05、08、09表）",
    reads=(T3, T5),
)
def budgets_exceed_all_project_expenditure(report: Report) -> Iterator[Observation]:
    whole = _figure(report, T3, TOTAL, "项目支出")
    parts = [figure for form in (T5, T8, T9) if (figure := _figure(report, form, TOTAL, "项目支出")) is not None]
    if whole is None or len(parts) < 2:
        yield NotApplicable("没有两本以上预算的项目支出合计")
        return
    words = f"《{T5}》《{T8}》《{T9}》项目支出之和 ≤ 《{T3}》项目支出"
    yield must_not_exceed(parts[0], [Term(whole), *(Term(part, MINUS) for part in parts[1:])], words)


@rule(
    title="基本支出中的“三公”科目大于“三公”经费决算数",
    title_en="an item of basic expenditure exceeds the final three-public expense it is part of",
    basis=f"{BASIS}（公开06、07表）：30212、30217、30231、31013 分别不大于对应的“三公”决算数",
    reads=(T6, T7),
)
def basic_item_exceeds_three_public_expense(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(T7):
        for code, item in BASIC_PARTS.items():
            part, whole = _economic(report, code), amount(table, item, FINAL)
            if part is not None and isinstance(whole, Figure):
                yield must_not_exceed(part, [Term(whole)], f"《{T6}》{code} ≤ 《{T7}》{item}决算数")


@rule(
    title="财政拨款支出表的科目在支出决算表中没有",
    title_en="a code with grant expenditure is missing from the expenditure table",
    basis=f"{BASIS}（公开03、05、08、09表）",
    reads=(T3,),
)
def code_is_missing_from_expenditure_table(report: Report) -> Iterator[Observation]:
    whole = report.table(T3)
    codes = {row.code for row in whole.rows} if whole else set()
    for form in (T5, T8, T9):
        for table in report.tables_of(form):
            for row in leaves(table):
                spent = next((row.figure(name) for name in ("本年支出合计", "本年支出小计") if row.figure(name)), None)
                if row.code not in codes and spent is not None and spent.value:
                    yield Remark(
                        spent.place,
                        f"《{form}》{row.code} {row.name}支出 {spent.text}，《{T3}》中没有这个科目",
                        f"{row.code} has grant expenditure but is not in the expenditure table",
                        expected=f"《{T3}》列示 {row.code}",
                    )


@rule(
    title="同一科目既在一般公共预算表又在其他预算表中列有金额",
    title_en="a code has amounts in the general public budget and in another",
    basis="政府收支分类科目：一个项级科目只属一本预算",
    reads=(T5,),
    certainty="O",
    severity="warning",
)
def code_stands_in_two_budgets(report: Report) -> Iterator[Observation]:
    general = report.table(T5)
    for form in (T8, T9):
        for table in report.tables_of(form):
            for row in leaves(table):
                other = general.by_code(row.code) if general else None
                if len(row.code) == 7 and other is not None and has_amounts(row) and has_amounts(other):
                    yield Remark(
                        code_place(report, table, row),
                        f"{row.code} {row.name}在《{T5}》中也有金额，请核对它属于哪一本预算",
                        f"{row.code} has amounts in the general public budget too",
                        against=(code_place(report, general, other),) if general else (),
                    )


def _classes(report: Report, above: str, column: str, below: str, other: str) -> Iterator[Observation]:
    """Each class row of an overall table against the row of its code in the detailed one."""
    overall, detailed = report.table(above), report.table(below)
    for row in overall.rows if overall and detailed else ():
        code = class_of(row.name) if row.side == "支出" else ""
        found = detailed.by_code(code) if detailed and code else None
        stated, figure = row.figure(column), found.figure(other) if found else None
        if stated is not None and figure is not None:
            words = f"《{below}》{code} {row.name}·{other} = 《{above}》{row.name}·{column}"
            yield with_hint(must_equal(figure, stated, words))
        elif stated is not None and stated.value and code and detailed and _lists_classes(detailed):
            yield _missing(stated, row, code, below)


def _missing(stated: Figure, row: Row, code: str, below: str) -> Observation:
    return Remark(
        stated.place,
        f"{row.name}为 {stated.text}，但《{below}》没有 {code} 类",
        f"{stated.text} stands here, but class {code} is not in the detailed table",
        expected=f"《{below}》列示 {code} {row.name}",
    )


def _lists_classes(table: Table) -> bool:
    return any(len(row.code) == 3 for row in table.rows)


def _figure(report: Report, form: str, row: str, column: str) -> Figure | None:
    table = report.table(form)
    return table.figure(row, column) if table else None


def _economic(report: Report, code: str) -> Figure | None:
    """The amount of an economic code in the table of basic expenditure, in either of its layouts."""
    table = report.table(T6)
    row = table.by_code(code) if table else None
    return next((cell.figure for cell in row.cells.values() if cell.figure is not None), None) if row else None
