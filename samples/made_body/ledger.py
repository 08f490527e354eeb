"""The books of a made body: its budget of a year and its accounts of a year, both summed up from the projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from books import Books, Item, economic_total
from ledgers import RUNNING, STAFF

from made_body.themes import SHARED_NAMES
from made_body.world import GRAIN, Work, World, Year

# The shares of running costs in basic expenditure, in thousandths; what is left is pay.
COSTS = {
    "30201": 14, "30202": 3, "30205": 2, "30206": 16, "30207": 7, "30209": 18, "30211": 6, "30213": 11, "30216": 3, "30217": 1,
    "30228": 17, "30229": 9, "30231": 6, "30239": 24, "30299": 9, "31002": 5,
}  # fmt: skip
PAY = {"30102": 250, "30103": 42, "30107": 88, "30112": 3, "30199": 61, "30399": 4}
# What is paid into funds stands under the code of its purpose and under an economic code.
PAID_IN = {"30108": "2080505", "30109": "2080506", "30110": "2101101", "30113": "2210201"}
DRIVEN, RECEIVED = "30231", "30217"
PLANNED_TRAVEL = {"运行": 118, "接待": 140}  # per cent of what will be spent
REASONS = {
    "一般公共预算": "本年安排的项目任务有变化", "事业收入": "受托服务的业务量有变化", "基本支出": "人员和日常公用经费按标准调整",
    "项目支出": "项目按进度安排支出",
}  # fmt: skip


def accounts(world: World, year: int) -> Books:
    """What was spent; the years before the first have no year before them to compare with."""
    now = world.years[year]
    spent = {code: pair[1] for code, pair in now.basic.items()}
    budgeted = budget(world, year)
    before = _told(world, year - 1) if year - 1 in world.years else {}
    running = _running(sum(spent.values()))
    planned = {"一般公共预算": budgeted.general, "机关运行经费": budgeted.planned["机关运行经费"]}
    return _books(
        world, now, spent, lambda work: (work.money.spent_grant, work.money.spent_own), carried=_carried(now.works),
        travel={name: (_planned(name, running), running[code]) for name, code in (("运行", DRIVEN), ("接待", RECEIVED))},
        before=before, planned=planned,
    )  # fmt: skip


def budget(world: World, year: int) -> Books:
    """What was planned at the beginning of a year."""
    initial = {code: pair[0] for code, pair in world.years[year].basic.items()}
    running = _running(sum(initial.values()))
    agency = sum(running.values()) * 9 // 10 // GRAIN * GRAIN
    return _books(
        world, world.years[year], initial, lambda work: (work.money.grant, work.money.own), carried=(0, 0),
        travel={name: (_planned(name, _running(_spent_on_basics(world, year))), 0) for name in PLANNED_TRAVEL},
        before={}, planned={"机关运行经费": agency, "机关运行": agency},
    )  # fmt: skip


def of_unit(world: World, year: int, unit: int) -> Books:
    """The accounts of one unit of the body (0 is its own office): its projects, its part of basic expenditure.

    Money that one unit passes on to another is not told here: see units.py.
    """
    name = world.units[unit]
    now = world.years[year]
    mine = replace(now, works=tuple(work for work in now.works if work.unit == name))
    basic = {code: _shared(pair[1], len(world.units))[unit] for code, pair in now.basic.items()}
    running = _running(sum(basic.values()))
    travel = {name: (_planned(name, running), running[code]) for name, code in (("运行", DRIVEN), ("接待", RECEIVED))}
    books = _books(
        world, mine, basic, lambda work: (work.money.spent_grant, work.money.spent_own), carried=_carried(mine.works),
        travel=travel, before={}, planned={},
    )  # fmt: skip
    return replace(books, body=f"{name}（本级）" if unit == 0 else name)


def _shared(amount: int, units: int) -> list[int]:
    """An amount in parts, the office's the largest."""
    others = [amount * (30 - 6 * n) // 100 // GRAIN * GRAIN for n in range(units - 1)]
    return [amount - sum(others), *others]


def _spent_on_basics(world: World, year: int) -> int:
    return sum(pair[1] for pair in world.years[year].basic.values())


def _planned(name: str, running: Mapping[str, int]) -> int:
    code = DRIVEN if name == "运行" else RECEIVED
    return running[code] * PLANNED_TRAVEL[name] // 100 // GRAIN * GRAIN


def _told(world: World, year: int) -> dict[str, int]:
    """What a year's accounts say of it, as the next year's text compares."""
    books = accounts(world, year)
    return {
        "一般公共预算": books.general_income, "政府性基金": 0, "事业收入": books.business, "其他收入": 0,
        "基本支出": books.total(lambda item: item.basic), "项目支出": books.total(lambda item: item.project),
        "支出": books.spent, "一般公共预算支出": books.general,
    }  # fmt: skip


def _books(
    world: World, year: Year, basic: Mapping[str, int], money: Callable[[Work], tuple[int, int]], *, carried: tuple[int, int],
    travel: dict[str, tuple[int, int]], before: dict[str, int], planned: dict[str, int],
) -> Books:  # fmt: skip
    grants: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for work in year.works:
        grants[work.plan.code] += money(work)[0]
        own[work.plan.code] += money(work)[1]
    codes = sorted({*basic, *grants})
    items = [Item(code, basic.get(code, 0), grants[code], own_project=own[code]) for code in codes]
    names = SHARED_NAMES | world.theme.names
    return Books(
        world.body, year.year, names, items, staff=_listed(STAFF, _pay(basic)), running=_listed(RUNNING, _running(sum(basic.values()))),
        carried=carried, business=sum(own.values()), other=0, travel={"出国": (0, 0), "购置": (0, 0), **travel},
        duties={"利息收入": (_interest(year.year), 0), "非经营性国有资产收入": (0, 0)}, before=before, planned=planned, reasons=REASONS,
    )  # fmt: skip


def _interest(year: int) -> int:
    return GRAIN * (18 + year % 7)


def _carried(works: Iterable[Work]) -> tuple[int, int]:
    """What came over from last year and what is left for the next."""
    money = [work.money for work in works]
    return (sum(one.carried for one in money), sum(one.left for one in money))


def _running(basic: int) -> dict[str, int]:
    return {code: basic * share // 1000 // GRAIN * GRAIN for code, share in COSTS.items()}


def _pay(basic: Mapping[str, int]) -> dict[str, int]:
    """The economic side: the basic wage takes what is left."""
    whole = sum(basic.values())
    pay = {code: whole * share // 1000 // GRAIN * GRAIN for code, share in PAY.items()}
    pay |= {code: basic[purpose] for code, purpose in PAID_IN.items()}
    pay["30101"] = whole - sum(pay.values()) - sum(_running(whole).values())
    return pay


def _listed(names: Mapping[str, str], amounts: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """The codes with an amount, and their classes."""
    detail = {code: (names[code], amount) for code, amount in amounts.items()}
    tops = {code[:3] for code in detail}
    return dict(sorted((detail | {top: (names[top], economic_total(detail, top)) for top in tops}).items()))
