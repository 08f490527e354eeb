"""The tables of a budget as the national minimum has them: 万元, codes in one column, the total on top."""

from __future__ import annotations

from collections.abc import Sequence

from books import Books, Column, economic_total
from money import wan
from printed.table import LEFT, Table, table

GENERAL: Column = lambda item: item.general_basic + item.general_project  # noqa: E731
NUMBERS = "一二三四五六七八九十"


def tables(books: Books) -> list[Table]:
    """The eight tables in their order."""
    return [
        _overview(books), _income(books),
        _coded(books, "部门支出总体情况表", [lambda i: i.spent, lambda i: i.basic, lambda i: i.project], books.codes()),
        _grants(books),
        _coded(
            books, "一般公共预算支出情况表", [GENERAL, lambda i: i.general_basic, lambda i: i.general_project], books.codes(GENERAL)
        ),
        _economic(books), _travel(books), _fund(books),
    ]  # fmt: skip


def _sides(left: list[list[str]], right: list[list[str]]) -> list[list[str]]:
    height = max(len(left), len(right))
    for side in (left, right):
        side += [[""] * len(side[0])] * (height - len(side))
    return [[*one, *other] for one, other in zip(left, right, strict=True)]


def _classes(books: Books, column: Column) -> list[tuple[str, int]]:
    tops = dict.fromkeys(item.code[:3] for item in books.items)
    return [(f"{NUMBERS[n]}、{books.names[top]}", books.total(column, top)) for n, top in enumerate(tops)]


def _overview(books: Books) -> Table:
    left = [
        ["一、一般公共预算拨款收入", wan(books.general)], ["二、政府性基金预算拨款收入", "0.00"],
        ["三、国有资本经营预算拨款收入", "0.00"], ["四、事业收入", wan(books.business)], ["五、其他收入", "0.00"],
    ]  # fmt: skip
    right = [[name, wan(amount)] for name, amount in _classes(books, lambda item: item.spent)]
    rows = [*_sides(left, right), ["收入总计", wan(books.spent), "支出总计", wan(books.spent)]]
    return table("部门收支总体情况表", books.body, "万元", ["收入|<|支出|<", "项目|预算数|项目|预算数"], rows, (26, 14, 26, 14))


def _lines(books: Books, codes: Sequence[str], columns: Sequence[Column]) -> list[list[str]]:
    def line(code: str) -> list[str]:
        return [wan(books.total(column, code)) for column in columns]

    return [["合计", LEFT, *line("")], *([code, books.names[code], *line(code)] for code in codes)]


def _income(books: Books) -> Table:
    nothing: Column = lambda item: 0  # noqa: E731
    rows = _lines(books, books.codes(), [lambda i: i.spent, lambda i: i.grant, lambda i: i.own, nothing])
    header = ["科目编码|科目名称|合计|财政拨款收入|事业收入|其他收入"]
    return table("部门收入总体情况表", books.body, "万元", header, rows, (10, 26, 14, 14, 12, 12))


def _coded(books: Books, title: str, columns: Sequence[Column], codes: Sequence[str]) -> Table:
    header = ["科目编码|科目名称|合计|基本支出|项目支出"]
    return table(title, books.body, "万元", header, _lines(books, codes, columns), (10, 30, 14, 14, 14))


def _grants(books: Books) -> Table:
    left = [["一、一般公共预算拨款", wan(books.general)], ["二、政府性基金预算拨款", "0.00"], ["三、国有资本经营预算拨款", "0.00"]]
    right = [[name, wan(amount), wan(amount), "0.00", "0.00"] for name, amount in _classes(books, GENERAL)]
    whole = wan(books.general)
    rows = [*_sides(left, right), ["收入总计", whole, "支出总计", whole, whole, "0.00", "0.00"]]
    header = ["收入|<|支出|<|<|<|<", "项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算"]
    return table("财政拨款收支总体情况表", books.body, "万元", header, rows, (22, 14, 24, 14, 14, 12, 12))


def _economic(books: Books) -> Table:
    def line(code: str, name: str, amount: int, staff: bool) -> list[str]:
        return [code, name, wan(amount), wan(amount if staff else 0), wan(0 if staff else amount)]

    entries = [(code, *entry, True) for code, entry in books.staff.items()]
    entries += [(code, *entry, False) for code, entry in books.running.items()]
    staff, running = economic_total(books.staff), economic_total(books.running)
    rows = [["合计", LEFT, wan(staff + running), wan(staff), wan(running)], *(line(*entry) for entry in sorted(entries))]
    header = ["经济分类科目编码|科目名称|合计|人员经费|公用经费"]
    return table("一般公共预算基本支出情况表", books.body, "万元", header, rows, (12, 26, 14, 14, 14))


def _travel(books: Books) -> Table:
    abroad, bought, driven, received = (books.travel[name][0] for name in ("出国", "购置", "运行", "接待"))
    amounts = (abroad + bought + driven + received, abroad, bought + driven, bought, driven, received)
    header = ["合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费", "^|^|小计|公务用车购置费|公务用车运行费|^"]
    return table("一般公共预算“三公”经费支出情况表", books.body, "万元", header, [list(map(wan, amounts))], (12, 14, 12, 14, 14, 12))


def _fund(books: Books) -> Table:
    header = ["科目编码|科目名称|合计|基本支出|项目支出"]
    note = "注：本部门没有政府性基金预算安排的支出，本表为空。"
    rows = [["合计", LEFT, "0.00", "0.00", "0.00"]]
    return table("政府性基金预算支出情况表", books.body, "万元", header, rows, (10, 30, 14, 14, 14), note)
