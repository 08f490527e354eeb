"""Contradictions of the accounts: with the budget, with last year's accounts, with the units of the body."""

from __future__ import annotations

from dataclasses import replace

from books import Books, Item

from made_body import accounts, ledger, units, whole
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
    made = _told_otherwise(case, year, books, other)
    return _fault(case, "initial-budget-differs", "决算说明的年初预算数与公布的部门预算不一致", (f"{year} budget",), made)


def opening_differs(case: Case) -> Fault:
    """The body and its office begin the year with more than was left of the last."""
    year = case.year
    made = _told_otherwise(case, year, _begun_with_more(ledger.accounts(case.world, year)))
    key = f"{year} unit-accounts 0"
    if key in made:
        books = _begun_with_more(ledger.of_unit(case.world, year, 0))
        made[key] = replace(made[key], document=units.document(case.world, year, 0, books))
    return _fault(case, "opening-differs", "年初结转和结余与上年决算的年末数不一致", (f"{year - 1} accounts",), made)


def _begun_with_more(books: Books) -> Books:
    return replace(books, carried=(books.carried[0] + SLIP, books.carried[1]))


def prior_year_differs(case: Case) -> Fault:
    year = case.year
    books = ledger.accounts(case.world, year)
    before = books.before | {"项目支出": books.before["项目支出"] - SLIP}
    made = _told_otherwise(case, year, replace(books, before=before))
    return _fault(case, "prior-year-differs", "由增减额推出的上年项目支出与上年决算不一致", (f"{year - 1} accounts",), made)


def department_is_not_sum_of_units(case: Case) -> Fault:
    """One unit tells more than the body as a whole counts of it."""
    made, last = case.documents(), len(case.world.units) - 1
    key = f"{case.year} unit-accounts {last}"
    books = ledger.of_unit(case.world, case.year, last)
    books = replace(books, items=_more(books.items, SLIP))
    made[key] = replace(made[key], document=units.document(case.world, case.year, last, books))
    return _fault(case, "department-is-not-sum-of-units", "部门决算的收支不等于各单位之和减内部往来", _units(case), made)


def transfer_is_counted_twice(case: Case) -> Fault:
    """What the office passes on to a unit is income and expenditure of the whole body once more; the report follows."""
    year = case.year
    amount, _, code = units.passed_on(case.world, year)
    books = ledger.accounts(case.world, year)
    items = [replace(item, own_project=item.own_project + amount) if item.code == code else item for item in books.items]
    made = _told_otherwise(case, year, replace(books, items=items, business=books.business + amount))
    lines = whole.money_lines(case.world, year)
    for name in ("二、项目支出", "行政事业类项目", "本年支出合计"):
        initial, change, spent = lines[name]
        lines[name] = (initial, change + amount, spent + amount)
    key = f"{year} report"
    made[key] = replace(made[key], document=whole.document(case.world, year, lines))
    return _fault(case, "transfer-is-counted-twice", "部门决算没有抵销本级对下属单位的补助", _units(case), made)


def _more(items: list[Item], amount: int) -> list[Item]:
    """The largest project item takes some more of the general budget."""
    largest = max(items, key=lambda item: item.general_project)
    return [replace(item, general_project=item.general_project + amount) if item is largest else item for item in items]


def _told_otherwise(case: Case, year: int, books: Books, planned: Books | None = None) -> dict[str, Made]:
    made = case.documents()
    key = f"{year} accounts"
    return made | {key: replace(made[key], document=accounts.document(case.world, year, books, planned))}


def _units(case: Case) -> tuple[str, ...]:
    return tuple(f"{case.year} unit-accounts {unit}" for unit in range(len(case.world.units)))


def _fault(case: Case, kind: str, says: str, against: tuple[str, ...], made: dict[str, Made]) -> Fault:
    return Fault(kind, says, f"{case.year} accounts", against, made)
