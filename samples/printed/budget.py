"""The nine tables of a department budget as a large city prints them: 元 without decimals, codes in three columns, the total last."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from books import Books, Column
from money import wan

from printed.table import LEFT, Document, Table, table

ORDINALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")


def yuan(fen: int, blank: bool = False) -> str:
    """Fen printed in whole 元, nought as 0 or left blank."""
    amount = (Decimal(fen) / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return "" if blank and not amount else f"{amount:,}"


def document(books: Books) -> Document:
    """部门预算 with prose before and behind its tables."""
    year, body = books.year, books.body
    general = books.general
    return Document(
        f"{body}{year}年部门预算",
        [
            f"{body}{year}年部门预算",
            "目 录",
            "一、部门主要职能",
            "二、部门预算编制说明",
            "三、部门预算表",
            "一、部门主要职能",
            f"{body}负责本行政区域内有关公共事务的组织、协调和监督，拟订年度工作安排并督促落实，统筹使用财政资金，接受审计和社会监督。",
            "二、部门预算编制说明",
            f"{year}年，{body}财政拨款支出预算{wan(general)}万元，其中一般公共预算拨款支出预算{wan(general)}万元，"
            "政府性基金拨款支出预算0万元，国有资本经营预算拨款支出预算0万元。",
            "1.安排资金坚持量入为出；2.严格控制一般性支出。",
            *tables(books),
            "其他相关情况说明",
            f"{year}年“三公”经费预算数为{wan(sum(plan for plan, _ in books.travel.values()))}万元，比上年预算减少，主要是压减了公务接待。",
            ("编制人：  ", "联系电话：0000-0000000"),
        ],
    )


def tables(books: Books) -> list[Table]:
    """The nine tables in their order."""
    general: Column = lambda item: item.general_basic + item.general_project  # noqa: E731
    return [
        _both_sides(books),
        _income(books),
        _expenditure(books, "部门支出预算总表", "支出预算", [lambda i: i.spent, lambda i: i.basic, lambda i: i.project], books.codes()),
        _grants(books),
        _expenditure(
            books, "部门一般公共预算支出功能分类预算表", "一般公共预算支出",
            [general, lambda i: i.general_basic, lambda i: i.general_project], books.codes(general),
        ),
        _expenditure(books, "部门政府性基金预算支出功能分类预算表", "政府性基金预算支出", [lambda i: 0] * 3, [], empty="政府性基金预算"),
        _expenditure(books, "部门国有资本经营预算支出功能分类预算表", "国有资本经营预算支出", [lambda i: 0] * 3, [], empty="国有资本经营预算"),
        _economic(books),
        _travel(books),
    ]  # fmt: skip


def _titled(
    books: Books,
    title: str,
    unit: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    weights: Sequence[float],
    note: str = "",
) -> Table:
    return table(f"{books.year}年{title}", books.body, unit, header, rows, weights, note)


def _classes(books: Books) -> list[tuple[str, int]]:
    tops = dict.fromkeys(item.code[:3] for item in books.items)
    return [(books.names[top], books.total(lambda item: item.spent, top)) for top in tops]


def _both_sides(books: Books) -> Table:
    left = [
        ["一、财政拨款收入", yuan(books.general)], ["1. 一般公共预算资金", yuan(books.general)], ["2. 政府性基金", ""],
        ["3. 国有资本经营预算", ""], ["二、事业收入", yuan(books.business, True)], ["三、事业单位经营收入", ""], ["四、其他收入", ""],
    ]  # fmt: skip
    right = [[f"{ORDINALS[n]}、{name}", yuan(amount)] for n, (name, amount) in enumerate(_classes(books))]
    height = max(len(left), len(right))
    rows = [[*one, *other] for one, other in zip(_filled(left, height, 2), _filled(right, height, 2), strict=True)]
    rows.append(["收入总计", yuan(books.spent), "支出总计", yuan(books.spent)])
    return _titled(
        books,
        "部门财务收支预算总表",
        "元",
        ["本年收入|<|本年支出|<", "项目|预算数|项目|预算数"],
        rows,
        (24, 14, 26, 14),
    )


def _filled(rows: list[list[str]], height: int, width: int) -> list[list[str]]:
    return rows + [[""] * width] * (height - len(rows))


def _coded(books: Books, columns: Sequence[Column], codes: Sequence[str]) -> list[list[str]]:
    def line(code: str) -> list[str]:
        return [yuan(books.total(column, code)) for column in columns]

    rows = [[code[:3], code[3:5], code[5:7], books.names[code], *line(code)] for code in codes]
    return [*rows, ["合计", LEFT, LEFT, LEFT, *(line("") if codes else [""] * len(columns))]]


def _income(books: Books) -> Table:
    header = [
        "项目|<|<|<|收入预算|<|<|<|<", "功能分类科目编码|<|<|功能分类科目名称|合计|财政拨款收入|事业收入|事业单位经营收入|其他收入", "类|款|项|^|^|^|^|^|^",
    ]  # fmt: skip
    columns: list[Column] = [lambda i: i.spent, lambda i: i.grant, lambda i: i.own, lambda i: 0, lambda i: 0]
    rows = _coded(books, columns, books.codes())
    return _titled(books, "部门收入预算总表", "元", header, rows, (6, 5, 5, 26, 14, 14, 12, 11, 11))


def _expenditure(
    books: Books, title: str, over: str, columns: Sequence[Column], codes: Sequence[str], empty: str = ""
) -> Table:
    header = [
        f"项目|<|<|<|{over}|<|<",
        "功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出",
        "类|款|项|^|^|^|^",
    ]
    note = f"注：本部门{books.year}年无{empty}财政拨款安排的预算，故本表为空表。" if empty else ""
    return _titled(books, title, "元", header, _coded(books, columns, codes), (6, 5, 5, 30, 14, 14, 14), note)


def _grants(books: Books) -> Table:
    left = [["一、一般公共预算资金", yuan(books.general)], ["二、政府性基金", ""], ["三、国有资本经营预算", ""]]
    tops = dict.fromkeys(item.code[:3] for item in books.items)
    amounts = [(books.names[top], books.total(lambda i: i.general_basic + i.general_project, top)) for top in tops]
    right = [[f"{ORDINALS[n]}、{name}", yuan(amount), yuan(amount), "", ""] for n, (name, amount) in enumerate(amounts)]
    height = max(len(left), len(right))
    rows = [[*one, *other] for one, other in zip(_filled(left, height, 2), _filled(right, height, 5), strict=True)]
    rows.append(["收入总计", yuan(books.general), "支出总计", yuan(books.general), yuan(books.general), "", ""])
    header = [
        "财政拨款收入|<|财政拨款支出|<|<|<|<",
        "项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算",
    ]
    return _titled(books, "部门财政拨款收支预算总表", "元", header, rows, (22, 14, 24, 14, 14, 12, 12))


def _economic(books: Books) -> Table:
    def line(code: str, name: str, amount: int, staff: bool) -> list[str]:
        return [code[:3], code[3:], name, yuan(amount), yuan(amount if staff else 0), yuan(0 if staff else amount)]

    rows = [line(code, *entry, True) for code, entry in books.staff.items()]
    rows += [line(code, *entry, False) for code, entry in books.running.items()]
    sides = [
        sum(amount for code, (_, amount) in side.items() if len(code) == 5) for side in (books.staff, books.running)
    ]
    rows.append(["合计", LEFT, LEFT, *(yuan(amount) for amount in (sum(sides), *sides))])
    header = [
        "项目|<|<|一般公共预算基本支出|<|<",
        "部门预算经济分类科目编码|<|经济分类科目名称|合计|人员经费|公用经费",
        "类|款|^|^|^|^",
    ]
    return _titled(books, "部门一般公共预算基本支出部门预算经济分类预算表", "元", header, rows, (8, 7, 30, 14, 14, 14))


def _travel(books: Books) -> Table:
    abroad, bought, driven, received = (books.travel[name][0] for name in ("出国", "购置", "运行", "接待"))
    amounts = [
        abroad + bought + driven + received,
        abroad,
        received,
        bought + driven,
        bought,
        driven,
        books.planned.get("机关运行", 0),
    ]
    header = [
        f"{books.year}年“三公”经费预算数|<|<|<|<|<|{books.year}年机关运行经费预算数", "合计|因公出国(境)费|公务接待费|公务用车购置及运行费|<|<|^", "^|^|^|小计|购置费|运行费|^",
    ]  # fmt: skip
    return _titled(
        books,
        "部门“三公”经费和机关运行经费预算表",
        "万元",
        header,
        [[wan(amount) for amount in amounts]],
        (12, 14, 12, 12, 12, 12, 14),
    )
