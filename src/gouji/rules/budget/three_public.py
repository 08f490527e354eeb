"""“三公”经费预算表: its items, vehicles, and what basic expenditure says of the same items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.narrative import ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import TOTAL, Row, Table
from gouji.rules.budget.forms import BASIS
from gouji.rules.formula import Gap, seat_in
from gouji.rules.narrative.budgeted import subject_of_budget
from gouji.rules.narrative.sentences import exact_money, in_reason, of_this_year
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.stated_budget import BASIC, THREE_PUBLIC, WITH_CONFERENCES
from gouji.vocabulary.terms import plain

ABROAD, RECEPTION = "因公出国（境）费", "公务接待费"
VEHICLES, PURCHASE, RUNNING = "公务用车购置及运行费小计", "公务用车购置费", "公务用车运行费"
ITEMS = (ABROAD, VEHICLES, RECEPTION)
_MORE = ("会议费", "培训费")
_OPERATIONS = re.compile(r".{0,20}机关运行经费(?:财政拨款)?(?:支出)?(?:预算)?(?:支出)?(?:数|总额)?")
BASIC_PARTS = {"30212": ABROAD, "30217": RECEPTION, "30231": RUNNING, "31013": PURCHASE}


@rule(
    title="预算表的“三公”经费合计不等于三项之和",
    title_en="the three public expenses of a budget are not the sum of their items",
    basis=f"{BASIS}：合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费",
    reads=(THREE_PUBLIC,),
)
def budget_three_public_is_not_sum_of_items(report: Report) -> Iterator[Observation]:
    for _, seats in lists_of(report):
        own = _sum(seats, (WITH_CONFERENCES,), (TOTAL, *_MORE))
        if own is not None:
            yield own
        # Some layouts total the conferences and training beside the three expenses.
        readings = [found for parts in (ITEMS, (*ITEMS, *_MORE)) if (found := _sum(seats, (TOTAL,), parts)) is not None]
        holding = [found for found in readings if found.verdict is not Verdict.DISAGREE]
        if readings:
            yield (holding or readings)[0]
        elif own is None:
            yield NotApplicable("没有列示“三公”经费合计或分项")


@rule(
    title="预算表的公务用车购置及运行费不等于购置费加运行费",
    title_en="the vehicle costs of a budget are not purchase plus running",
    basis=f"{BASIS}：小计 = 购置费 + 运行费",
    reads=(THREE_PUBLIC,),
)
def budget_vehicle_cost_is_not_purchase_plus_running(report: Report) -> Iterator[Observation]:
    for _, seats in lists_of(report):
        yield _sum(seats, (VEHICLES,), (PURCHASE, RUNNING)) or NotApplicable("没有列示公务用车购置费、运行费")


@rule(
    title="基本支出预算中的“三公”科目大于“三公”经费预算数",
    title_en="an item of basic expenditure exceeds the three-public budget it is part of",
    basis=f"{BASIS}：30212、30217、30231、31013 分别不大于对应的“三公”经费预算数",
    reads=(BASIC, THREE_PUBLIC),
)
def basic_item_exceeds_three_public_budget(report: Report) -> Iterator[Observation]:
    table = report.table(BASIC)
    for _, seats in lists_of(report):
        for code, item in BASIC_PARTS.items():
            row = table.by_code(code) if table else None
            part = next((cell.figure for cell in row.cells.values() if cell.figure), None) if row else None
            whole = seats.get(item)
            if part is not None and isinstance(whole, Figure):
                yield must_not_exceed(part, [Term(whole)], f"《{BASIC}》{code} ≤ 《{THREE_PUBLIC}》{item}")


@rule(
    title="机关运行经费大于基本支出预算的公用经费",
    title_en="agency operating costs exceed the operating funds of the budget",
    basis="名词解释：机关运行经费是行政单位和参公单位一般公共预算基本支出中的日常公用经费",
    reads=(BASIC,),
    certainty="O",
    severity="warning",
)
def operating_costs_exceed_operating_funds_of_budget(report: Report) -> Iterator[Observation]:
    table = report.table(BASIC)
    limit = table.figure("合计", "公用经费") if table else None
    for _, seats in lists_of(report):
        costs = seats.get("机关运行经费")
        if limit is not None and isinstance(costs, Figure):
            yield must_not_exceed(costs, [Term(limit)], "机关运行经费 ≤ 公用经费合计")
    for claim in report.claims_of(ClaimKind.AMOUNT) if report.kind is DocumentKind.BUDGET else ():
        told = (
            _OPERATIONS.fullmatch(subject_of_budget(report, claim))
            and exact_money(claim)
            and of_this_year(report, claim)
        )
        if limit is not None and told and not in_reason(claim) and claim.figure is not None:
            yield must_not_exceed(claim.figure, [Term(limit)], "机关运行经费 ≤ 公用经费合计")
            return


def lists_of(report: Report) -> Iterator[tuple[str, dict[str, Figure | Gap]]]:
    """The amounts of every printed list of the form: one row of items, or one column of them."""
    for table in report.tables_of(THREE_PUBLIC):
        if VEHICLES in table.columns or ABROAD in table.columns:
            for row in table.rows:
                yield row.name, {column: seat_in(row, column) for column in table.columns}
        else:
            for column in table.columns:
                yield column, _down(table, column)


def _down(table: Table, column: str) -> dict[str, Figure | Gap]:
    names = {plain(item): item for item in (*ITEMS, PURCHASE, RUNNING, *_MORE, "合计", "机关运行经费")}
    names[plain(VEHICLES.removesuffix("小计"))] = VEHICLES
    rows: list[Row] = [row for row in table.rows if row.name in names]
    return {names[row.name]: seat_in(row, column) for row in rows}


def _sum(seats: dict[str, Figure | Gap], totals: Sequence[str], parts: Sequence[str]) -> Comparison | None:
    stated = next((seat for name in totals if isinstance(seat := seats.get(name), Figure)), None)
    found = [seats.get(part, Gap.NOT_PRINTED) for part in parts]
    terms = [Term(seat) for seat in found if isinstance(seat, Figure)]
    if stated is None or not terms or Gap.UNREAD in found:
        return None
    return with_hint(must_total(stated, terms, f"{totals[0]} = {' + '.join(parts)}"))
