"""公开07 “三公”经费支出决算表: items, vehicles, budget against final accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark, Severity
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.model.table import Table
from gouji.rules.formula import Gap, seat_in
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

FORM = "“三公”经费支出决算表"
BASIS = "部门决算公开表样 公开07表"
TOTAL = "合计"
ABROAD = "因公出国（境）费"
VEHICLES = "公务用车购置及运行费小计"
PURCHASE = "公务用车购置费"
RUNNING = "公务用车运行费"
RECEPTION = "公务接待费"
BUDGET, FINAL = "预算数", "决算数"
_INITIAL = re.compile(r"预算数(?:为|是|指|反映)[^。；]{0,20}年初预算")
_WHOLE_YEAR = re.compile(r"预算数(?:为|是|指|反映)[^。；]{0,20}全年预算|调整后的?预算数")
_COMPLETED_INITIAL = re.compile(r"完成年初预算")


@rule(
    title="“三公”经费合计不等于三项之和",
    title_en="the three public expenses are not the sum of their items",
    basis=f"{BASIS}：合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费",
    reads=(FORM,),
)
def three_public_total_is_not_sum_of_items(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for column in (BUDGET, FINAL):
            yield _sum(table, column, TOTAL, (ABROAD, VEHICLES, RECEPTION))


@rule(
    title="公务用车购置及运行费小计不等于购置费加运行费",
    title_en="vehicle cost is not purchase plus running cost",
    basis=f"{BASIS}：小计 = 公务用车购置费 + 公务用车运行费",
    reads=(FORM,),
)
def vehicle_cost_is_not_purchase_plus_running(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for column in (BUDGET, FINAL):
            yield _sum(table, column, VEHICLES, (PURCHASE, RUNNING))


@rule(
    title="“三公”经费决算数大于预算数",
    title_en="a final three-public expense exceeds its budget",
    basis="厉行节约要求：“三公”经费决算不突破预算，确需超出的应说明原因",
    reads=(FORM,),
    certainty="S",
    severity="note",
)
def three_public_final_exceeds_budget(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for item in (TOTAL, ABROAD, PURCHASE, RUNNING, RECEPTION):
            budget, final = amount(table, item, BUDGET), amount(table, item, FINAL)
            if isinstance(budget, Figure) and isinstance(final, Figure) and final.value > budget.value:
                adjusted = any(_WHOLE_YEAR.search(note) for note in table.notes)
                yield Remark(
                    final.place,
                    f"{item}决算数 {final.text} 大于{'全年' if adjusted else ''}预算数 {budget.text}，请说明原因",
                    f"{item}: final {final.text} exceeds budget {budget.text}; give the reason",
                    against=(budget.place,),
                    severity=Severity.WARNING if adjusted else None,
                )


@rule(
    title="“三公”经费预算数的口径前后不一",
    title_en="the text speaks of the initial budget of the three public expenses, the table of the full-year one",
    basis=f"{BASIS}表注：预算数为全年预算数或年初预算数，文字应与之一致",
    reads=(FORM,),
    severity="warning",
)
def three_public_budget_has_two_meanings(report: Report) -> Iterator[Observation]:
    notes = [note for table in report.tables_of(FORM) for note in table.notes]
    if not any(_WHOLE_YEAR.search(note) for note in notes) or any(_INITIAL.search(note) for note in notes):
        return
    for paragraph in report.paragraphs:
        if "三公" not in "".join((*paragraph.headings[-1:], paragraph.text)):
            continue
        for match in _COMPLETED_INITIAL.finditer(paragraph.text):
            ink = paragraph.content.ink(match.start(), match.end())
            yield Remark(
                Place(report.path, "文字说明", "“三公”经费", "预算口径", match[0], ink),
                "表注写明预算数是全年预算数，这里却说“完成年初预算”，请统一口径",
                "the note under the table says full-year budget; the text says initial budget",
                expected="完成全年预算",
            )


def amount(table: Table, item: str, column: str) -> Figure | Gap:
    """An item's budget or final amount, whether the layout lists the items across or down."""
    if column in table.columns:
        row = next((row for row in table.rows if row.name in (plain(item), plain(item.removesuffix("小计")))), None)
        return seat_in(row, column)
    return seat_in(table.row(column), item) if item in table.columns else Gap.NOT_PRINTED


def _sum(table: Table, column: str, total: str, parts: tuple[str, ...]) -> Observation:
    words = f"{column}：{total} = {' + '.join(parts)}"
    stated = amount(table, total, column)
    seats = [amount(table, part, column) for part in parts]
    terms = [Term(seat) for seat in seats if isinstance(seat, Figure)]
    if not isinstance(stated, Figure) or not terms or Gap.UNREAD in seats or Gap.NOT_PRINTED in seats:
        return NotApplicable(f"《{FORM}》{words}：没有列全")
    return with_hint(must_total(stated, terms, words))
