"""部门决算: the ten tables and the text of the samples, put together as boxes, with the initial budget told item by item."""

from __future__ import annotations

import re

import accounts_tables
import accounts_text
from books import Books
from money import percent, wan
from printed.table import ABOVE, LEFT, Document, Table, table

from made_body import ledger
from made_body.world import World

_AMOUNT = re.compile(r"\d\.\d\d\b")
_ORDER = re.compile(r"^栏\s*次")
_WIDE = {"科目名称": 22.0, "项 目": 20.0, "项目": 20.0}


def document(world: World, year: int, books: Books | None = None, planned: Books | None = None) -> Document:
    """The final accounts of a year; other books than the world's own may be told."""
    books = books or ledger.accounts(world, year)
    planned = planned or ledger.budget(world, year)
    return Document(
        f"{year}年度部门决算",
        [
            f"{year} 年{world.body}部门决算", f"第一部分 {world.body}概况", "（一）部门主要职责", f"本部门{world.theme.duty}。",
            "（二）部门决算单位构成",
            f"纳入 {year} 年度部门决算编报范围的单位共 {len(world.units)} 个，包括本级和 {len(world.units) - 1} 个下属单位："
            f"{'、'.join(world.units[1:])}。",
            f"第二部分 {world.body} {year} 年部门决算表", *tables(books),
            f"第三部分 {world.body} {year} 年部门决算情况说明", *accounts_text.build(books), *_completion(books, planned),
            "第四部分 预算绩效管理情况", *_performance(world, year),
        ],
    )  # fmt: skip


def _completion(books: Books, planned: Books) -> list[str]:
    """How the initial budget was carried out, item by item."""
    whole, done = planned.general, books.general
    told = [
        "五、一般公共预算财政拨款支出决算具体情况",
        f"{books.year} 年度一般公共预算财政拨款支出年初预算为 {wan(whole)} 万元，支出决算为 {wan(done)} 万元，"
        f"完成年初预算的 {percent(done, whole)}。其中：",
    ]
    codes = [item.code for item in planned.items if item.general_basic + item.general_project]
    return told + [_item(number, books, planned, code) for number, code in enumerate(codes, 1)]


def _item(number: int, books: Books, planned: Books, code: str) -> str:
    first, last = (one.total(lambda item: item.general_basic + item.general_project, code) for one in (planned, books))
    names = "".join(f"{books.names[code[:n]]}（{level}）" for n, level in ((3, "类"), (5, "款"), (7, "项")))
    told = f"{number}. {names}。年初预算为 {wan(first)} 万元，支出决算为 {wan(last)} 万元，完成年初预算的 {percent(last, first)}。"
    if first == last:
        return told + "决算数与年初预算数持平。"
    return told + f"决算数{'大' if last > first else '小'}于年初预算数的主要原因是年中按程序调整了预算。"


def _performance(world: World, year: int) -> list[str]:
    works = world.years[year].open_works
    spent = sum(work.money.spent for work in works)
    return [
        f"本部门对 {year} 年度 {len(works)} 个项目开展绩效自评，涉及资金 {wan(spent)} 万元，涉密项目按规定不公开。",
        f"自评等级为优的项目 {sum(work.grade == '优' for work in works)} 个，其他项目 {sum(work.grade != '优' for work in works)} 个。",
    ]


def tables(books: Books) -> list[str | Table]:
    """The ten tables with their notes, as boxes."""
    parts: list[str | Table] = []
    for block in accounts_tables.build(books):
        parts.append(_boxed(books, block) if "\t" in block else block)
    return [part for part in parts if not _is_heading(part)]


def _is_heading(part: str | Table) -> bool:
    return isinstance(part, str) and (part.startswith(("部门：", "单位：")) or part == "非税收入征缴情况表" or "支出决算表" in part[-5:])


def _boxed(books: Books, block: str) -> Table:
    """A table out of its pages: headings and repeated rows once, blank header boxes merged."""
    pieces = block.split("\n\n")
    title = next((piece for piece in pieces if "表" in piece and "\t" not in piece and not piece.startswith("表 ")), "")
    lines: dict[str, None] = {}
    for piece in pieces:
        if "\t" in piece:
            lines.update(dict.fromkeys(piece.split("\n")))
    rows = [line.split("\t") for line in lines]
    depth = next((n for n, row in enumerate(rows) if any(_AMOUNT.search(cell) for cell in row)), len(rows))
    header = [_merged(rows, n) for n in range(depth)]
    weights = [_WIDE.get(name, 11.0) for name in rows[min(1, depth - 1)]]
    return table(title or TITLES[len(rows[0])], books.body, "万元", ["|".join(row) for row in header], rows[depth:], weights)


# The tables whose heading stands in blocks of its own, by their width.
TITLES = {12: "一般公共预算财政拨款“三公”经费支出决算表", 4: "非税收入征缴情况表"}


def _merged(rows: list[list[str]], at: int) -> list[str]:
    row = rows[at]
    made = []
    for column, text in enumerate(row):
        over = rows[at - 1][column] if at else ""
        if text or (column == 0 and not at):
            made.append(text)
        else:
            made.append(ABOVE if over and not _ORDER.match(row[0]) and not row[0].isdigit() else LEFT)
    return made
