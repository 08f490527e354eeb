"""Tables without movement: the sentence under them, and whether the table bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure
from gouji.model.finding import Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Table
from gouji.rules.final_accounts.rows import BUDGET_FORMS, FINAL_FORMS, amounts, tables_among
from gouji.rules.rule import rule

BASIS = "地方预决算公开操作规程：空表应保留表样并加以说明"
_EMPTY = re.compile(
    r"无发生额|表(?:为|是)空表?|[本此]表无数据|空表列示"
    r"|(?:没有|无)[^，。；]{0,24}(?:收入|支出|收支|发生|安排)[^。；]{0,24}(?:空表|无数据|不填列)"
    r"|(?:无|没有)(?:该|此|此项|该项|相关|本项)[^，。；]{0,6}(?:项目|收支|支出|收入|预算|经费|业务)"
)
# A budget as a sentence names it, and the forms such a sentence may stand under.
_BUDGETS = {
    "政府性基金": ("政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出预算表"),
    "国有资本经营": ("国有资本经营预算财政拨款支出决算表", "国有资本经营预算支出预算表"),
}
_FORMS = tuple(form for forms in _BUDGETS.values() for form in forms)


@rule(
    title="表下注明无发生额，表中却有金额",
    title_en="the note says the table is empty, but it holds amounts",
    basis=BASIS,
    severity="warning",
)
def table_said_to_be_empty_has_amounts(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, (*FINAL_FORMS, *BUDGET_FORMS)):
        note = statement(table)
        figure = _first_amount(table)
        if note and figure is not None:
            yield Remark(
                figure.place,
                f"《{table.title or table.form}》下写有“{note}”，表中却有金额 {figure.text}",
                f"the note says there was no movement, yet {figure.text} stands in the table",
            )


@rule(
    title="整张表没有金额，也没有说明",
    title_en="a table without any amount carries no statement",
    basis=BASIS,
    severity="note",
)
def empty_table_has_no_statement(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, _FORMS):
        if not statement(table) and _first_amount(table) is None and not _unread(table):
            ink = table.ink
            yield Remark(
                Place(report.path, table.form, "", "表题", table.title or table.form, ink),
                "全表没有发生额，建议在表下注明“本表本年度无发生额”",
                "nothing moved in this table; say so below it",
                expected="在表下加以说明",
            )


@rule(
    title="空表说明写成了另一本预算",
    title_en="the statement under an empty table names another budget",
    basis=BASIS,
    severity="warning",
)
def statement_of_empty_table_names_another_budget(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, _FORMS):
        note = statement(table)
        named = [form for words, forms in _BUDGETS.items() if words in note for form in forms]
        if named and table.form not in named:
            yield Remark(
                Place(report.path, table.form, "", "表题", table.title or table.form, table.ink),
                f"《{table.title or table.form}》下的说明写的是另一本预算：“{note}”",
                "the statement below this table speaks of another budget",
            )


def statement(table: Table) -> str:
    """The sentence under the table that says nothing moved; "" when there is none."""
    return next((note.strip() for note in table.notes if _EMPTY.search(note)), "")


def _first_amount(table: Table) -> Figure | None:
    return next((figure for row in table.rows for figure in amounts(row) if figure.value), None)


def _unread(table: Table) -> bool:
    return any(cell.unread for row in table.rows for cell in row.cells.values())
