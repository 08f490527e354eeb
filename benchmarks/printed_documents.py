"""Consistent documents with narrative, made from one number: final accounts of two layouts and a budget, small to large.

The tables are those of samples/, drawn from invented books, and every cell is rounded on its own, so tails occur. What the
books of the samples leave loose is settled here, so that every identity holds: what is received is spent or carried over,
the vehicles and receptions of the basic expenditure are those of the three public expenses. Needs samples/ on the path.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import _samples  # noqa: F401
import accounts_tables
import accounts_text
from books import Books, Item, economic_total
from money import percent, wan
from printed import accounts, budget
from printed.invented import Size, books
from printed.table import Document, Table

SIZES = {"small": Size(3, 1, 2), "middle": Size(), "large": Size(7, 4, 3)}
# The economic codes of the three public expenses, their names, and per cent of the running costs where not drawn.
PUBLIC = {"购置": ("31013", "公务用车购置", 3), "运行": ("30231", "公务用车运行维护费", 2), "接待": ("30217", "公务接待费", 1)}
ABROAD = "30212"
CAPITAL = "223"
USUAL = "按规定程序调整了预算"
YEARLY = ("一般公共预算", "政府性基金", "事业收入", "其他收入", "基本支出", "项目支出")


def settled(seed: int, size: Size, other: bool) -> Books:
    """Invented books whose accounts hold; `other`: with income that is distributed, and another carry-over at the end."""
    chance = random.Random(f"settled {seed}")
    made = _drawn(seed, size)
    made = replace(made, running=_with_public_expenses(made.running))
    carried = chance.randrange(10**5, max(10**6, made.general // 9))
    spent = {name: made.running[code][1] for name, (code, _, _) in PUBLIC.items()}
    planned = {name: int(amount * chance.uniform(1.0, 1.3)) for name, amount in spent.items()}
    made = replace(
        made, carried=(carried, int(carried * chance.uniform(0.3, 1.5)) if other else carried),
        other=chance.randrange(10**6, 10**8) if other else 0,
        travel={"出国": (0, 0), **{name: (planned[name], spent[name]) for name in PUBLIC}},
        duties={name: (chance.randrange(10**4, 10**7), 0) for name in ("利息收入", "非经营性国有资产收入")},
        reasons=dict.fromkeys(YEARLY, USUAL),
    )  # fmt: skip
    operating = int(economic_total(made.running) * chance.uniform(0.5, 1))
    return replace(
        made, before={name: _near(amount, chance) for name, amount in _now(made).items()},
        planned={"一般公共预算": int(made.general * chance.uniform(0.8, 0.97)), "机关运行经费": operating},
    )  # fmt: skip


def _drawn(seed: int, size: Size) -> Books:
    """The first books from a seed on with some basic expenditure, and none under codes that are for another budget."""
    while True:
        with suppress(ValueError):  # nothing was drawn at all
            made = books(seed, size)
            if _is_usual(made):
                return made
        seed += 10_000


def _is_usual(made: Books) -> bool:
    return economic_total(made.running) > 5_000_000 and not any(item.code.startswith(CAPITAL) for item in made.items)


def _with_public_expenses(running: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """The same running costs, with vehicles and receptions among them and no travel abroad, as the narrative has it."""
    detail = {code: pair for code, pair in running.items() if len(code) == 5 and code != ABROAD}
    whole = economic_total(running)
    for code, name, share in PUBLIC.values():
        detail.setdefault(code, (name, whole * share // 100))
    heir = max(detail, key=lambda code: (code not in {each[0] for each in PUBLIC.values()}, detail[code][1]))
    rest = whole - sum(amount for _, amount in detail.values())
    detail[heir] = (detail[heir][0], detail[heir][1] + rest)
    classes = {code: (running[code][0], economic_total(detail, code)) for code in running if len(code) == 3}
    return dict(sorted((detail | classes).items()))


def _now(made: Books) -> dict[str, int]:
    amounts = (
        made.general_income, made.fund, made.business, made.other,
        made.total(lambda item: item.basic), made.total(lambda item: item.project),
    )  # fmt: skip
    return dict(zip(YEARLY, amounts, strict=True))


def _near(amount: int, chance: random.Random) -> int:
    return int(amount * chance.uniform(0.75, 1.4))


def grown(made: Books, times: int) -> Books:
    """Books with all amounts so many times as large: times 10,000, what they print in 万元 is what others print in 元."""
    if times == 1:
        return made
    sides = ({code: (name, amount * times) for code, (name, amount) in side.items()} for side in (made.staff, made.running))
    pairs = ({name: (a * times, b * times) for name, (a, b) in of.items()} for of in (made.travel, made.duties))
    years = ({name: amount * times for name, amount in of.items()} for of in (made.before, made.planned))
    items = [
        Item(each.code, *(amount * times for amount in (
            each.general_basic, each.general_project, each.fund_project, each.own_basic, each.own_project,
        ))) for each in made.items
    ]  # fmt: skip
    staff, running = sides
    travel, duties = pairs
    before, planned = years
    return replace(
        made, items=items, staff=staff, running=running, travel=travel, duties=duties, before=before, planned=planned,
        carried=(made.carried[0] * times, made.carried[1] * times), business=made.business * times, other=made.other * times,
    )  # fmt: skip


def accounts_with_tabs(seed: int, size: Size, times: int = 1) -> Document:
    """Final accounts of ten tables, with headings and totals repeated on every page, as texts put online have them."""
    made = grown(settled(seed, size, other=True), times)
    text = [
        f"{made.year} 年{made.body}部门决算", f"第二部分 {made.body} {made.year} 年部门决算表", *accounts_tables.build(made),
        f"第三部分 {made.body} {made.year} 年部门决算情况说明", *accounts_text.build(made),
    ]  # fmt: skip
    return Document("accounts with tabs", list(text))


def accounts_of_six(seed: int, size: Size, times: int = 1) -> Document:
    """Final accounts of six tables and the narrative of the others."""
    made = grown(settled(seed, size, other=False), times)
    head = [f"{made.year}年度{made.body}部门决算", f"第二部分 {made.year}年度部门决算表"]
    told = accounts_text.build(made)
    return Document("accounts of six tables", [*head, *accounts.tables(made), "第三部分 决算情况说明", *told])


def budget_of_nine(seed: int, size: Size, times: int = 1) -> Document:
    """A budget of nine tables in 元 with a narrative in 万元, item by item."""
    made = grown(settled(seed, size, other=False), times)
    head = [f"{made.body}{made.year}年部门预算", "部门预算编制说明"]
    return Document("budget of nine tables", [*head, *_told_in_the_budget(made), *budget.tables(made)])


MAKES: dict[str, Callable[..., Document]] = {
    "accounts with tabs": accounts_with_tabs, "accounts of six": accounts_of_six, "budget of nine": budget_of_nine
}  # fmt: skip


def _told_in_the_budget(made: Books) -> list[str]:
    chance = random.Random(made.body + str(made.general))
    grant, own, general = made.general, made.business, made.general
    basic, project = made.total(lambda item: item.basic), made.total(lambda item: item.project)
    return [
        f"{made.year}年，{made.body}收入预算{wan(made.spent)}万元，其中：财政拨款收入{wan(grant)}万元，"
        f"{accounts_text.change(grant, _near(grant, chance), f'{made.year - 1}年预算').replace(' ', '')}；"
        f"事业收入{wan(own)}万元。",
        f"本年支出预算{wan(made.spent)}万元，其中：基本支出{wan(basic)}万元；项目支出{wan(project)}万元。",
        f"{made.year}年，财政拨款支出预算{wan(general)}万元，其中：一般公共预算拨款支出预算{wan(general)}万元，"
        "政府性基金拨款支出预算0万元，国有资本经营预算拨款支出预算0万元。",
        "财政拨款支出主要内容如下：",
        *(_item(number, made, code, chance) for number, code in enumerate(_items(made), 1)),
    ]


def _items(made: Books) -> list[str]:
    return [item.code for item in made.items if item.general_basic + item.general_project]


def _item(number: int, made: Books, code: str, chance: random.Random) -> str:
    """One paragraph on one 项, with the year before and the change where there is something to compare."""
    amount = made.total(lambda item: item.general_basic + item.general_project, code)
    before, last = _near(amount, chance), made.year - 1
    names = "".join(f"{made.names[code[:n]]}（{level}）" for n, level in ((3, "类"), (5, "款"), (7, "项")))
    told = f"{number}. “{names}”{wan(amount)}万元，主要用于{made.names[code]}。"
    if before < 10**6:
        return told
    change = f"{'增加' if amount > before else '减少'}{percent(abs(amount - before), before)}"
    return told + (
        f"{last}年当年预算执行数为{wan(before)}万元，{made.year}年预算安排{wan(amount)}万元，比{last}年预算执行数{change}。"
    )


def as_text(document: Document) -> str:
    """A document as plain text: cells parted by tabs."""
    blocks: list[str] = []
    for part in document.parts:
        blocks += _table_as_text(part) if isinstance(part, Table) else [part if isinstance(part, str) else "    ".join(part)]
    return "\n\n".join(blocks) + "\n"


def _table_as_text(table: Table) -> list[str]:
    boxes = [[""] * table.width for _ in range(table.height)]
    for cell in table.cells:
        boxes[cell.row][cell.column] = cell.text
    lines = "\n".join("\t".join(row) for row in boxes)
    return [table.title, f"编制部门：{table.body}", f"单位：{table.unit}", lines, *([table.note] if table.note else [])]
