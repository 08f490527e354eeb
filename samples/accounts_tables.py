"""The ten public tables of the final accounts, as tab-separated text with the heading repeated on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from books import CLASSES, Books, Column, Item, economic_total
from money import wan
from paper import paged, row
from slips import Slips

INCOME = [
    "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入",
    "附属单位上缴收入", "其他收入",
]  # fmt: skip
ORDINALS = "一二三四五六七八九"
EMPTY = "本表本年度无发生额。"


def build(books: Books, slips: Slips | None = None) -> list[str]:
    """The text blocks of part two, in order: each table with the note printed under it."""
    return [
        *_totals(books),
        *_income(books),
        *_expenditure(books),
        *_grant_totals(books),
        *_general(books),
        *_economic(books, slips),
        *_travel(books),
        *_fund(books),
        *_state_capital(books),
        *_duties(books),
    ]


def _heading(books: Books, title: str, label: str = "") -> list[str]:
    return [*([label] if label else []), title, f"部门：{books.body}", "单位：万元"]


def _ordinal(number: int) -> str:
    tens, ones = divmod(number, 10)
    digit = f"{ORDINALS[ones - 1] if ones else ''}"
    return digit if not tens else f"{ORDINALS[tens - 1] if tens > 1 else ''}十{digit}"


def _beside(left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]) -> list[str]:
    return [row(*one, *other) for one, other in zip(left, right, strict=True)]


def _totals(books: Books) -> list[str]:
    amounts = [books.general_income, books.fund, 0, 0, books.business, 0, 0, books.other]
    left = [(f"{_ordinal(n)}、{name}", str(n), wan(amounts[n - 1])) for n, name in enumerate(INCOME, 1)]
    left += [("", str(n), "") for n in range(9, 27)]
    left += [
        ("本年收入合计", "27", wan(books.income)),
        ("使用非财政拨款结余", "28", wan(0)),
        ("年初结转和结余", "29", wan(books.carried[0])),
        ("总计", "30", wan(books.grand_total)),
    ]
    right = [
        (f"{_ordinal(n)}、{name}", str(30 + n), wan(books.total(lambda item: item.spent, code)))
        for n, (code, name) in enumerate(CLASSES, 1)
    ]
    right += [
        ("本年支出合计", "57", wan(books.spent)),
        ("结余分配", "58", wan(books.distributed)),
        ("年末结转和结余", "59", wan(books.carried[1])),
        ("总计", "60", wan(books.grand_total)),
    ]
    header = [row("收入", "", "", "支出", "", ""), row(*["项 目", "行次", "决算数"] * 2), row("栏 次", "", "1", "栏 次", "", "2")]
    table = paged(_heading(books, "收入支出决算总表", "表 1"), header, _beside(left, right), page=11)
    return [table, "注：1. 本表反映部门本年度的收支总额和年末结转结余。", "2. 金额由元折算为万元时，尾数可能略有出入。"]


def _coded(
    books: Books, title: str, header: Sequence[str], columns: Sequence[Callable[[str], int]], codes: Sequence[str], note: str
) -> list[str]:
    def line(code: str, name: str) -> str:
        return row(code, name, *(wan(column(code)) for column in columns))

    rows = [line(code, books.names[code]) for code in codes] or [row(*[""] * (2 + len(columns)))]
    return [paged(_heading(books, title), header, rows, line("", "合计")), f"注：{note}"]


def _header(*columns: str) -> list[str]:
    return [
        row("项 目", "", *columns),
        row("功能分类 科目编码", "科目名称", *[""] * len(columns)),
        row("栏次", "", *(str(number) for number in range(1, len(columns) + 1))),
    ]


def _nothing(code: str) -> int:
    return 0


def _summed(books: Books, column: Column) -> Callable[[str], int]:
    return lambda code: books.total(column, code)


def _income(books: Books) -> list[str]:
    def grant(item: Item) -> int:
        change = books.carried[1] - books.carried[0]
        return item.grant + (change if item is _largest(books) else 0)

    def business(item: Item) -> int:
        rest = books.business - books.total(lambda one: one.own)
        return item.own + (rest if item is _earning(books) else 0)

    def other(item: Item) -> int:
        return books.other if item is _earning(books) else 0

    columns = [
        _summed(books, lambda item: grant(item) + business(item) + other(item)), _summed(books, grant), _nothing,
        _summed(books, business), _nothing, _nothing, _summed(books, other),
    ]  # fmt: skip
    header = _header("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
    return _coded(books, "收入决算表", header, columns, books.codes(), "本表反映部门本年度取得的收入。")


def _largest(books: Books) -> Item:
    return max(books.items, key=lambda item: item.general_project)


def _earning(books: Books) -> Item:
    return max(books.items, key=lambda item: item.own)


def _expenditure(books: Books) -> list[str]:
    columns = [
        _summed(books, lambda item: item.spent), _summed(books, lambda item: item.basic),
        _summed(books, lambda item: item.project), _nothing, _nothing, _nothing,
    ]  # fmt: skip
    header = _header("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
    return _coded(books, "支出决算表", header, columns, books.codes(), "本表反映部门本年度发生的支出。")


def _grant_totals(books: Books) -> list[str]:
    out, into = books.carried[1], books.carried[0]
    received = books.general_income + books.fund
    left = [
        ("一、一般公共预算财政拨款", "1", wan(books.general_income)),
        ("二、政府性基金预算财政拨款", "2", wan(books.fund)),
        ("三、国有资本经营预算财政拨款", "3", wan(0)),
        *(("", str(number), "") for number in range(4, 27)),
        ("本年收入合计", "27", wan(received)),
        ("年初财政拨款结转和结余", "28", wan(into)),
        ("一般公共预算财政拨款", "29", wan(into)),
        ("政府性基金预算财政拨款", "30", wan(0)),
        ("国有资本经营预算财政拨款", "31", wan(0)),
        ("总计", "32", wan(received + into)),
    ]

    def spread(general: int, fund: int) -> tuple[str, ...]:
        return (wan(general + fund), wan(general), wan(fund), wan(0))

    right = [
        (f"{_ordinal(n)}、{name}", str(32 + n), *spread(_general_of(books, code), books.total(_fund_part, code)))
        for n, (code, name) in enumerate(CLASSES, 1)
    ]
    right += [
        ("本年支出合计", "59", *spread(books.general, books.fund)),
        ("年末财政拨款结转和结余", "60", *spread(out, 0)),
        *(("", str(number), "", "", "", "") for number in (61, 62, 63)),
        ("总计", "64", *spread(books.general + out, books.fund)),
    ]
    header = [
        row("收入", "", "", "支出", "", "", "", "", ""),
        row("项 目", "行次", "金额", "项 目", "行次", "合计", "一般公共预算 财政拨款", "政府性基金预 算财政拨款", "国有资本经营 预算财政拨款"),
        row("栏 次", "", "1", "栏 次", "", "2", "3", "4", "5"),
    ]  # fmt: skip
    table = paged(_heading(books, "财政拨款收入支出决算总表"), header, _beside(left, right), page=11)
    return [table, "注：本表反映部门本年度三本预算财政拨款的收支和年末结转结余。"]


def _fund_part(item: Item) -> int:
    return item.fund_project


def _general_part(item: Item) -> int:
    return item.general_basic + item.general_project


def _general_of(books: Books, code: str) -> int:
    return books.total(_general_part, code)


def _general(books: Books) -> list[str]:
    columns = [
        _summed(books, _general_part), _summed(books, lambda item: item.general_basic),
        _summed(books, lambda item: item.general_project),
    ]  # fmt: skip
    header = _header("本年支出合计", "基本支出", "项目支出")
    codes = books.codes(_general_part)
    return _coded(books, "一般公共预算财政拨款支出决算表", header, columns, codes, "本表反映部门本年度一般公共预算财政拨款的支出。")


def _economic(books: Books, slips: Slips | None) -> list[str]:
    def cells(code: str, side: dict[str, tuple[str, int]]) -> tuple[str, str, str]:
        name, amount = side[code]
        if slips and code == "30206":
            return code, name, slips("39.30", wan(amount), "两位数字颠倒，各款之和不等于类", "economic-class-is-not-sum-of-items")
        return code, name, wan(amount)

    left = [cells(code, books.staff) for code in books.staff]
    right = [cells(code, books.running) for code in books.running]
    length = max(len(left), len(right))
    for side in (left, right):
        side += [("", "", "")] * (length - len(side))
    left.append(("", "人员经费合计", wan(economic_total(books.staff))))
    right.append(("", "公用经费合计", wan(economic_total(books.running))))
    header = [row("人员经费", "", "", "公用经费", "", ""), row(*["经济分类 科目编码", "科目名称", "金额"] * 2)]
    table = paged(_heading(books, "一般公共预算财政拨款基本支出决算表"), header, _beside(left, right), page=14)
    return [table, "注：本表反映部门本年度一般公共预算财政拨款基本支出的明细。"]


def _travel(books: Books) -> list[str]:
    def block(which: int) -> list[str]:
        abroad, bought, driven, received = (books.travel[name][which] for name in ("出国", "购置", "运行", "接待"))
        parts = [abroad + bought + driven + received, abroad, bought + driven, bought, driven, received]
        return [wan(part) for part in parts]

    names = ["合计", "因公出国 (境)费", "公务用车购置及运行费", "", "", "公务接待 费"]
    below = ["", "", "小计", "公务用车 购置费", "公务用车 运行费", ""]
    table = [
        row("预算数", *[""] * 5, "决算数", *[""] * 5), row(*names * 2), row(*below * 2),
        row(*(str(number) for number in range(1, 13))), row(*block(0), *block(1)),
    ]  # fmt: skip
    heading = _heading(books, "一般公共预算财政拨款“三公”经费支出决算表")
    note = "注：预算数为全年预算数，是按规定程序调整后的预算；决算数含当年拨款和以前年度结转资金安排的支出。"
    return [*heading, "\n".join(table), note]


def _fund(books: Books) -> list[str]:
    spent = _summed(books, _fund_part)
    header = [
        row("项 目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"),
        row("功能分类 科目编码", "科目名称", "", "", "小计", "基本支出", "项目支出", ""),
        row("栏次", "", "1", "2", "3", "4", "5", "6"),
    ]
    columns = [_nothing, spent, spent, _nothing, spent, _nothing]
    codes = books.codes(_fund_part)
    blocks = _coded(
        books, "政府性基金预算财政拨款收入支出决算表", header, columns, codes, "本表反映部门本年度政府性基金预算财政拨款的收支和结转。"
    )
    return blocks if codes else [*blocks, EMPTY]


def _state_capital(books: Books) -> list[str]:
    header = [
        row("项 目", "", "本年支出", "", ""),
        row("功能分类 科目编码", "科目名称", "小计", "基本支出", "项目支出"),
        row("栏次", "", "1", "2", "3"),
    ]
    title = "国有资本经营预算财政拨款支出决算表"
    return [*_coded(books, title, header, [_nothing] * 3, [], "本表反映部门本年度国有资本经营预算财政拨款的支出。"), EMPTY]


def _duties(books: Books) -> list[str]:
    names = [
        "政府性基金收入", "专项收入", "行政事业性收费收入", "罚没收入", "国有资本经营收入", "国有资源（资产）有偿使用收入", "捐赠收入",
        "政府住房基金收入", "其他收入",
    ]  # fmt: skip
    whole = [sum(pair[column] for pair in books.duties.values()) for column in (0, 1)]

    def line(name: str, budget: int, account: int) -> str:
        return row(name, wan(budget + account), wan(budget), wan(account))

    rows = [row("栏次", "1", "2", "3"), line("合计", *whole)]
    for number, name in enumerate(names, 1):
        used = name.startswith("国有资源")
        rows.append(line(f"{_ordinal(number)}、{name}", *(whole if used else (0, 0))))
        if used:
            rows += [line(detail, *pair) for detail, pair in books.duties.items()]
    table = "\n".join([row("科目名称", "合计", "纳入预算管理", "纳入财政专户管理"), *rows])
    return [*_heading(books, "非税收入征缴情况表"), table, "注：本表反映部门本年度非税收入的征缴。"]
