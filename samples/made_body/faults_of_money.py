"""Contradictions of money: between the budget, the targets, the self-evaluation, the report and the accounts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from money import percent, wan
from printed.table import Table

from made_body import whole
from made_body.editing import box, form_of, reworded
from made_body.fault import Case, Fault
from made_body.faults_of_accounts import SLIP


def project_money_differs(case: Case) -> Fault:
    """The initial budget in the self-evaluation of one project, with its source."""
    made, work = case.documents(), case.chance.choice(case.works())
    form = form_of(made[f"{case.year} self-evaluation"].document, work.name)
    money = work.money
    box(form, "年度资金总额", "年初预算数").text = wan(money.initial + SLIP)
    box(form, "其中：当年财政拨款", "年初预算数").text = wan(money.grant + SLIP)
    others = ("project-targets", "budget", "monitoring 7", "report")
    return Fault(
        "project-money-differs", f"“{work.name}”自评表的年初预算数与目标表、预算不一致", f"{case.year} self-evaluation",
        tuple(f"{case.year} {one}" for one in others), made,
    )  # fmt: skip


def budget_of_project_differs(case: Case) -> Fault:
    """The list of projects in the budget: money of one project stands at another; their sum is as it was."""
    made = case.documents()
    listed = next(table for table in made[f"{case.year} budget"].document.tables if "项目支出预算表" in table.title)
    one, other = case.works()[:2]
    for work, moved in ((one, -SLIP), (other, SLIP)):
        _listed(listed, work.name, "合计", work.money.initial + moved)
        _listed(listed, work.name, "财政拨款", work.money.grant + moved)
    return Fault(
        "budget-of-project-differs", f"“{one.name}”“{other.name}”在项目支出预算表中的金额与目标表不一致", f"{case.year} budget",
        (f"{case.year} project-targets", f"{case.year} self-evaluation"), made,
    )  # fmt: skip


def _listed(table: Table, name: str, column: str, amount: int) -> None:
    head = next(cell.column for cell in table.cells if cell.row == 0 and cell.text == column)
    row = next(cell.row for cell in table.cells if cell.text == name)
    next(cell for cell in table.anchors(row) if cell.column == head).text = wan(amount)


def report_differs_from_accounts(case: Case) -> Fault:
    """The report spends less than the accounts, consistently."""
    year, made = case.year, case.documents()
    lines = whole.money_lines(case.world, year)
    for name in ("二、项目支出", "行政事业类项目", "本年支出合计"):
        initial, change, spent = lines[name]
        lines[name] = (initial, change, spent - SLIP)
    key = f"{year} report"
    made[key] = replace(made[key], document=whole.document(case.world, year, lines))
    return Fault("report-differs-from-accounts", "自评报告的项目支出决算数与部门决算不一致", key, (f"{year} accounts",), made)


def report_initial_differs(case: Case) -> Fault:
    """The initial budget of the report is not the published one; what was adjusted makes up for it."""
    year, made = case.year, case.documents()
    lines = whole.money_lines(case.world, year)
    for name in ("二、项目支出", "行政事业类项目", "本年支出合计"):
        initial, change, spent = lines[name]
        lines[name] = (initial - SLIP, change + SLIP, spent)
    key = f"{year} report"
    made[key] = replace(made[key], document=whole.document(case.world, year, lines))
    return Fault("report-initial-differs", "自评报告的年初预算数与公布的部门预算不一致", key, (f"{year} budget",), made)


def report_rate_wrong(case: Case) -> Fault:
    made, key = case.documents(), f"{case.year} report"
    initial, change, spent = whole.money_lines(case.world, case.year)["本年支出合计"]
    true = percent(spent, initial + change)
    wrong = f"{Decimal(true[:-1]) - Decimal('1.80')}%"
    reworded(made[key].document, f"预算执行率 {true}", f"预算执行率 {wrong}")
    return Fault("report-rate-wrong", "自评报告文字的预算执行率算错", key, (key,), made, "error")
