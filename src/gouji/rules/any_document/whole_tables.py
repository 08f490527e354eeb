"""Faults of a whole row or column, known only once all identities of a table were looked at together.

No rule can see them by itself: they are made of the findings of others, by the step that looks for what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gouji.model.figure import Kind
from gouji.model.finding import Card, Comparison, Remark
from gouji.model.place import Place

_BASIS = "表内勾稽：上级科目等于所属各明细科目之和，每行合计等于各栏之和"

LOST_ROW = Card(
    name="detail-row-is-missing",
    title="缺一行明细：所列各行之和在几栏同时少于上级",
    title_en="a detail row is missing: the rows fall short of their parent in several columns at once",
    basis=_BASIS,
)
DOUBLED_ROW = Card(
    name="detail-row-is-printed-twice",
    title="有一行明细列了两次：所列各行之和在几栏同时多于上级",
    title_en="a detail row is printed twice: the rows exceed their parent in several columns at once",
    basis=_BASIS,
)
MOVED_ROW = Card(
    name="row-is-moved-by-a-column",
    title="一行的数整体错了一栏",
    title_en="the numbers of a row have moved by a column",
    basis=_BASIS,
)
MOVED_COLUMN = Card(
    name="column-is-moved-by-a-row",
    title="一栏的数整体错了一行",
    title_en="the numbers of a column have moved by a row",
    basis=_BASIS,
)
CARDS = (LOST_ROW, DOUBLED_ROW, MOVED_ROW, MOVED_COLUMN)


def lost(sums: Sequence[Comparison], name: str = "") -> Remark:
    """A parent's sums over its rows, all of them short: what is missing, column by column, and which row, if that is known."""
    amounts, parent = _apart(sums), sums[0].stated.place
    row, row_en = (f"“{name}”一行", f"the row “{name}”") if name else ("一行", "a row")
    return _remark(
        sums,
        f"《{parent.form}》“{parent.row}”下所列各明细行之和，比该行少 {amounts}："
        f"原文件漏列{row}，或识读时漏了{row}，请对照原件",
        f"the rows below “{parent.row}” fall short of it by {amounts}: {row_en} was left out in the document, "
        "or in reading it; check the original",
        f"补列{row}：{amounts}",
    )


def doubled(sums: Sequence[Comparison]) -> Remark:
    """A parent's sums over its rows, all of them too large by what one row holds."""
    amounts, parent = _apart(sums), sums[0].stated.place
    named = "".join(f"“{name}”" for name in _alike(sums)) or "其中有两行"
    return _remark(
        sums,
        f"《{parent.form}》“{parent.row}”下所列各明细行之和，比该行多 {amounts}；{named}的数正是这些，多半是同一行列了两次",
        f"the rows below “{parent.row}” exceed it by {amounts}, the amounts of one of them: that row is there twice",
        f"删去重复的一行：{amounts}",
    )


def moved(sums: Sequence[Comparison], form: str, line: str, upright: bool, since: str = "") -> Remark:
    """A row (or, upright, a column) whose numbers fit their identities once they are moved back by one; `since` which box."""
    own = [f.place for each in sums for f in each.figures if f.place.form == form and line == (f.place.field if upright else f.place.row)]
    at = min(own or [sums[0].stated.place], key=lambda place: place.ink.order)
    what, by = ("一栏", "一行") if upright else ("一行", "一栏")
    start, start_en = (f"“{since}”", f"“{since}”") if since else ("某处", "some place")
    return Remark(
        at,
        f"《{form}》“{line}”{what}的数从{start}起整体错了{by}：移回{by}，{len(sums)} 条勾稽关系全部成立，请对照原件",
        f"the numbers of “{line}” have moved by one from {start_en} on: moved back, all {len(sums)} identities hold",
        against=_stated(sums, at),
        expected=f"移回{by}",
    )


def _remark(sums: Sequence[Comparison], message: str, message_en: str, expected: str) -> Remark:
    at = min((each.stated.place for each in sums), key=lambda place: place.ink.order)
    return Remark(at, message, message_en, _stated(sums, at), expected)


def _stated(sums: Sequence[Comparison], at: Place) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(each.stated.place for each in sums if each.stated.place != at))


def _apart(sums: Sequence[Comparison]) -> str:
    """By how much the sums are off: `本年支出合计 12.00、基本支出 12.00（万元）`."""
    ordered = sorted(sums, key=lambda each: each.stated.place.ink.order)
    amounts = "、".join(f"{each.stated.place.field} {each.stated.worded(abs(_gap(each)))}" for each in ordered)
    unit = ordered[0].stated.unit
    return f"{amounts}（{unit}）" if unit and ordered[0].stated.kind is Kind.MONEY else amounts


def _gap(comparison: Comparison) -> Decimal:
    return comparison.stated.value - comparison.expected


def _alike(sums: Sequence[Comparison]) -> list[str]:
    """The names of the rows that hold the surplus of every sum, in the order of the table."""
    rows = [{term.figure.place.row: None for term in each.terms if term.figure.value == -_gap(each)} for each in sums]
    return [name for name in rows[0] if all(name in each for each in rows)]
