"""Six tables of the final accounts in 万元: two-sided ones, ones by code, and headers of three rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from books import CLASSES, Books, Column, Item
from money import wan

from printed.table import LEFT, Document, Table, table

ORDINALS = "一二三四五六七八九十"


def document(books: Books) -> Document:
    """部门决算 with its prose: contents, duties, tables, a signature line and a glossary."""
    year, body = books.year, books.body
    return Document(
        f"{body}{year}年度部门决算",
        [
            f"{year}年度{body}部门决算",
            "目 录",
            "一、收入支出决算总表" + "." * 46 + "3",
            "二、收入决算表" + "." * 50 + "4",
            "三、支出决算表" + "." * 50 + "6",
            f"第一部分 {body}概况",
            "一、主要职责",
            f"{body}贯彻执行上级关于本领域工作的决策部署，拟订年度工作计划并组织实施；承担日常业务的受理、登记、审核和统计，"
            "负责所属单位财务和国有资产的监督管理，完成本级党委和政府交办的其他任务。",
            f"二、机构设置\n纳入{year}年度部门决算编报范围的单位共{len(books.items) % 5 + 1}个。",
            f"第二部分 {year}年度部门决算表",
            *tables(books),
            "第三部分 决算情况说明",
            f"{year}年度收入总计{wan(books.grand_total)}万元，其中本年收入{wan(books.income)}万元，年初结转和结余"
            f"{wan(books.carried[0])}万元。本年支出{wan(books.spent)}万元，年末结转和结余{wan(books.carried[1])}万元。",
            ("单位负责人：  ", "财务负责人：  ", "填表人：  "),
            "第四部分 名词解释",
            "基本支出：保障机构正常运转和完成日常工作任务发生的人员支出和公用支出。",
        ],
    )


def tables(books: Books) -> list[Table]:
    """The tables in the order of the document."""
    return [_totals(books), _income(books), _expenditure(books), _grants(books), _economic(books), _travel(books)]


def _made(
    books: Books,
    title: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    weights: Sequence[float],
    note: str = "",
) -> Table:
    return table(title, books.body, "万元", header, rows, weights, note)


def _totals(books: Books) -> Table:
    names = [
        "一般公共预算财政拨款收入",
        "政府性基金预算财政拨款收入",
        "国有资本经营预算财政拨款收入",
        "事业收入",
        "其他收入",
    ]
    amounts = [books.general_income, books.fund, 0, books.business, books.other]
    left = [
        [f"{ORDINALS[n]}、{name}", str(n + 1), wan(amounts[n]) if amounts[n] else ""] for n, name in enumerate(names)
    ]
    left += [["", str(n), ""] for n in range(6, 14)]
    right = [
        [f"{n}、{name}", str(20 + n), wan(amount) if amount else ""]
        for n, (name, amount) in enumerate(_classes(books), 1)
    ][:13]
    left += [
        ["本年收入合计", "14", wan(books.income)],
        ["年初结转和结余", "15", wan(books.carried[0])],
        ["总计", "16", wan(books.grand_total)],
    ]
    right += [
        ["本年支出合计", "34", wan(books.spent)],
        ["年末结转和结余", "35", wan(books.carried[1])],
        ["总计", "36", wan(books.grand_total)],
    ]
    header = ["收入|<|<|支出|<|<", "项目|行次|金额|项目|行次|金额", "栏次||1|栏次||2"]
    rows = [[*one, *other] for one, other in zip(left, right, strict=True)]
    return _made(
        books,
        "收入支出决算总表",
        header,
        rows,
        (22, 5, 12, 22, 5, 12),
        "注：本表反映部门本年度的总收支和年末结转结余情况。",
    )


def _classes(books: Books) -> list[tuple[str, int]]:
    """The classes with spending first, so that a short table holds them; filled up with others."""
    spent = [(name, books.total(lambda item: item.spent, code)) for code, name in CLASSES]
    return [pair for pair in spent if pair[1]] + [pair for pair in spent if not pair[1]]


def _by_code(books: Books, columns: Sequence[Column | None], codes: Sequence[str]) -> list[list[str]]:
    def line(code: str) -> list[str]:
        return ["" if column is None else wan(books.total(column, code)) for column in columns]

    return [["合计", LEFT, *line("")], *([code, books.names[code], *line(code)] for code in codes)]


def _income(books: Books) -> Table:
    grant: Callable[[Item], int] = lambda item: item.grant  # noqa: E731
    header = [
        "项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|<|经营收入|附属单位上缴收入|其他收入",
        "科目编码|科目名称|^|^|^|小计|其中：教育收费|^|^|^",
        "栏次|<|1|2|3|4|5|6|7|8",
    ]
    rows = _by_code(
        books, [lambda item: item.spent, grant, None, lambda item: item.own, None, None, None, None], books.codes()
    )
    return _made(
        books,
        "收入决算表",
        header,
        rows,
        (9, 20, 13, 13, 9, 12, 10, 9, 9, 9),
        "注：本表反映部门本年度取得的各项收入情况。",
    )


def _expenditure(books: Books) -> Table:
    header = [
        "项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出", "功能分类科目编码|科目名称|^|^|^|^|^|^", "栏次|<|1|2|3|4|5|6",
    ]  # fmt: skip
    columns: list[Column | None] = [
        lambda item: item.spent,
        lambda item: item.basic,
        lambda item: item.project,
        None,
        None,
        None,
    ]
    return _made(books, "支出决算表", header, _by_code(books, columns, books.codes()), (10, 24, 13, 13, 13, 10, 10, 11))


def _grants(books: Books) -> Table:
    general: Column = lambda item: item.general_basic + item.general_project  # noqa: E731
    header = ["项目|<|本年支出|<|<", "功能分类科目编码|科目名称|小计|基本支出|项目支出", "栏次|<|1|2|3"]
    columns: list[Column | None] = [general, lambda item: item.general_basic, lambda item: item.general_project]
    rows = _by_code(books, columns, books.codes(general))
    return _made(
        books,
        "一般公共预算财政拨款支出决算表",
        header,
        rows,
        (12, 28, 14, 14, 14),
        "注：本表反映部门本年度一般公共预算财政拨款支出情况。",
    )


def _economic(books: Books) -> Table:
    sides = [
        [[code, name, wan(amount)] for code, (name, amount) in side.items()] for side in (books.staff, books.running)
    ]
    height = max(map(len, sides))
    for side in sides:
        side += [["", "", ""]] * (height - len(side))
    rows = [[*one, *other] for one, other in zip(*sides, strict=True)]
    rows.append(["人员经费合计", LEFT, _whole(books.staff), "公用经费合计", LEFT, _whole(books.running)])
    header = ["人员经费|<|<|公用经费|<|<", "经济分类科目编码|科目名称|金额|经济分类科目编码|科目名称|金额"]
    return _made(books, "一般公共预算财政拨款基本支出决算表", header, rows, (9, 20, 12, 9, 20, 12))


def _whole(side: dict[str, tuple[str, int]]) -> str:
    return wan(sum(amount for code, (_, amount) in side.items() if len(code) == 5))


def _travel(books: Books) -> Table:
    def block(which: int) -> list[str]:
        abroad, bought, driven, received = (books.travel[name][which] for name in ("出国", "购置", "运行", "接待"))
        parts = (abroad + bought + driven + received, abroad, bought + driven, bought, driven, received)
        return [wan(part) for part in parts]

    half = ["合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费", "^|^|小计|公务用车购置费|公务用车运行费|^"]
    header = ["预算数|<|<|<|<|<|决算数|<|<|<|<|<", *(f"{row}|{row}" for row in half), "1|2|3|4|5|6|7|8|9|10|11|12"]
    return _made(books, "“三公”经费支出决算表", header, [[*block(0), *block(1)]], (9,) * 12)
