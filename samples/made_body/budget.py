"""部门预算: the tables of a large city out of the samples or those of the national minimum, the list of projects, the text."""

from __future__ import annotations

from money import wan
from printed import budget as city
from printed.table import Document, Table, table

from made_body import ledger, national_budget
from made_body.world import World


def document(world: World, year: int) -> Document:
    """The budget of a year."""
    books = ledger.budget(world, year)
    basic, project = books.total(lambda item: item.basic), books.total(lambda item: item.project)
    general = books.general
    return Document(
        f"{year}年部门预算",
        [
            f"{world.body}{year}年部门预算", "一、部门主要职能", f"{world.body}{world.theme.duty}。", "二、部门预算编制说明",
            f"{year}年，{world.body}收入预算{wan(books.spent)}万元，其中：财政拨款收入{wan(general)}万元，事业收入{wan(books.business)}万元。",
            f"本年支出预算{wan(books.spent)}万元，其中：基本支出{wan(basic)}万元；项目支出{wan(project)}万元。",
            f"{year}年，财政拨款支出预算{wan(general)}万元，其中：一般公共预算拨款支出预算{wan(general)}万元，"
            "政府性基金拨款支出预算0万元，国有资本经营预算拨款支出预算0万元。",
            "三、部门预算表", *(national_budget if is_national(world) else city).tables(books), projects(world, year),
            "其他相关情况说明",
            f"{year}年，本部门编报绩效目标的项目共{len(world.years[year].works)}个，涉及项目预算资金{wan(project)}万元。",
        ],
    )  # fmt: skip


def is_national(world: World) -> bool:
    """Every second body keeps to the national tables."""
    return world.seed % 2 == 0


def projects(world: World, year: int) -> Table:
    """项目支出表: one row per project, also the secret one."""
    works = world.years[year].works
    sums = [sum(amounts) for amounts in zip(*((w.money.initial, w.money.grant, w.money.own) for w in works), strict=True)]
    rows = [["合计", "", *map(wan, sums)]]
    rows += [[w.name, w.unit, *map(wan, (w.money.initial, w.money.grant, w.money.own))] for w in works]
    header = ["项目名称|项目单位|合计|财政拨款|单位资金"]
    return table(f"{year}年项目支出预算表", world.body, "万元", header, rows, (28, 24, 14, 14, 14))
