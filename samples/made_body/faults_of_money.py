"""Contradictions of money: between budget, targets, self-evaluation, report and accounts, and from year to year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from books import Books, Item
from money import percent, wan
from printed.table import Table

from made_body import accounts, ledger, whole
from made_body.editing import box, form_of, reworded
from made_body.fault import Case, Fault
from made_body.whole_set import Made
from made_body.world import FEN_IN_WAN, GRAIN

SLIP = 12 * FEN_IN_WAN + 34 * GRAIN  # 12.34 万元


def initial_budget_differs(case: Case) -> Fault:
    """The accounts are consistent with a budget that was never published."""
    year = case.year
    planned = ledger.budget(case.world, year)
    other = replace(planned, items=_more(planned.items, SLIP))
    books = ledger.accounts(case.world, year)
    books = replace(books, planned=books.planned | {"一般公共预算": other.general})
    return Fault(
        "initial-budget-differs", "决算说明的年初预算数与公布的部门预算不一致", f"{year} accounts", (f"{year} budget",),
        _told_otherwise(case, year, books, other),
    )  # fmt: skip


def opening_differs(case: Case) -> Fault:
    year = case.year
    books = ledger.accounts(case.world, year)
    books = replace(books, carried=(books.carried[0] + SLIP, books.carried[1]))
    return Fault(
        "opening-differs", "年初结转和结余与上年决算的年末数不一致", f"{year} accounts", (f"{year - 1} accounts",),
        _told_otherwise(case, year, books),
    )  # fmt: skip


def prior_year_differs(case: Case) -> Fault:
    year = case.year
    books = ledger.accounts(case.world, year)
    before = books.before | {"项目支出": books.before["项目支出"] - SLIP}
    return Fault(
        "prior-year-differs", "由增减额推出的上年项目支出与上年决算不一致", f"{year} accounts", (f"{year - 1} accounts",),
        _told_otherwise(case, year, replace(books, before=before)),
    )  # fmt: skip


def _more(items: list[Item], amount: int) -> list[Item]:
    """The largest project item takes some more of the general budget."""
    largest = max(items, key=lambda item: item.general_project)
    return [replace(item, general_project=item.general_project + amount) if item is largest else item for item in items]


def _told_otherwise(case: Case, year: int, books: Books, planned: Books | None = None) -> dict[str, Made]:
    made = case.documents()
    key = f"{year} accounts"
    return made | {key: replace(made[key], document=accounts.document(case.world, year, books, planned))}


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


def report_rate_wrong(case: Case) -> Fault:
    made, key = case.documents(), f"{case.year} report"
    initial, change, spent = whole.money_lines(case.world, case.year)["本年支出合计"]
    true = percent(spent, initial + change)
    wrong = f"{Decimal(true[:-1]) - Decimal('1.80')}%"
    reworded(made[key].document, f"预算执行率 {true}", f"预算执行率 {wrong}")
    return Fault("report-rate-wrong", "自评报告文字的预算执行率算错", key, (key,), made, "error")
