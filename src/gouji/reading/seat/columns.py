"""Which column of a form each column of a grid is; what the form does not know keeps its own header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.reading.seat.amounts import Seating
from gouji.reading.seat.header_tree import Header, resolve
from gouji.vocabulary.form import Column

NAME = re.compile(
    r"^(?:项目|.*名称(?:[（(][^（）()]{0,8}[)）])?|项目[（(].*|.*分类(?:科目)?|科目|.*科目[（(].*|.*项目类别(?:[（(].*)?"
    r"|(?:收入|支出)项目|支出用途)$"
)
CODE = re.compile(r"编码|代码|编号|^(?:类|款|项)$")
NUMBER = re.compile(r"^(?:行次|序号|栏次)$")
_OVER_TOTAL = re.compile(r"编码$|代码$|^科目名称$")
_RATE = re.compile(r"[%％]$|(?:增减|增长|完成|执行|占)(?:比例|比率|率|比|幅度)$|占比$")
_WORDS = re.compile(r"^(?:备\s*注|说明|用途|依据|测算依据)$")
_PART = re.compile(r"^其中")
_YEAR = re.compile(r"^(20\d{2})年度?")


@dataclass(frozen=True, slots=True)
class AmountSeat:
    """A column of amounts: its place in the grid, its name for the rules, its unit where its header prints one."""

    index: int
    name: str
    unit: str = ""
    measure: str = "money"


@dataclass(frozen=True, slots=True)
class Seats:
    """The columns of amounts from left to right; `first` is where they begin."""

    amounts: tuple[AmountSeat, ...]
    first: int


def seats_of(
    seating: Seating, header: Header, columns: tuple[Column, ...], start: int = 0, end: int | None = None
) -> Seats:
    """Seat the columns of a stretch of the grid; columns the form has and the grid lacks are said."""
    end = len(header.paths) if end is None else end
    taken: dict[str, AmountSeat] = {}
    unknown: list[int] = []
    for index in range(start, end):
        column = resolve(dated(header.paths[index], seating.context.year), columns)
        if column and column.name not in taken and not is_label_column(header.paths[index]):
            taken[column.name] = AmountSeat(index, column.name, header.units[index], column.measure)
        elif header.paths[index] and not is_label_column(header.paths[index]):
            unknown.append(index)
    first = min((seat.index for seat in taken.values()), default=end)
    extra = [_extra(seating, header, index) for index in unknown if index > first]
    _check_numbering(seating, header, sorted(taken.values(), key=lambda seat: seat.index))
    _doubt_missing(seating, [column.name for column in columns if column.name not in taken and not column.optional])
    amounts = tuple(sorted([*taken.values(), *extra], key=lambda seat: seat.index))
    seating.columns.update(dict.fromkeys(seat.name for seat in amounts))
    return Seats(amounts, first)


def dated(path: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """The header path with the year before called so: in a budget of 2018, 2017年预算数 is no 预算数 of the year."""
    matches = [_YEAR.match(part) for part in path]
    return tuple(
        f"上年{part[match.end() :]}" if match and year and int(match[1]) < year else part
        for part, match in zip(path, matches, strict=True)
    )


def _check_numbering(seating: Seating, header: Header, seats: list[AmountSeat]) -> None:
    """The 栏次 printed under the header must count up over the columns found, else a column has moved."""
    numbers = [header.numbers[seat.index] for seat in seats]
    counted = [int(number) for number in numbers if number.isdigit() and len(number) < 4]
    if counted and counted != list(range(counted[0], counted[0] + len(seats))):
        spot = seating.grid.rows[header.height - 1][seats[0].index]
        seating.doubt(spot, "栏次与表头的各栏对不上，列可能错位，请核对原件。")


def is_label_column(path: tuple[str, ...]) -> bool:
    """Does the header path name a column of names, codes or line numbers, be it that a total stands under that?"""
    return any(pattern.search(part) for part in path[-1:] for pattern in (NAME, CODE, NUMBER)) or any(
        _OVER_TOTAL.search(part) for part in path[:-1]
    )


def _extra(seating: Seating, header: Header, index: int) -> AmountSeat:
    printed = header.printed(index)
    spot = next((row[index] for row in seating.grid.rows[: header.height] if row[index].text), seating.grid.rows[0][0])
    if not _PART.match(header.paths[index][-1]) and not _WORDS.search(header.paths[index][-1]):
        seating.doubt(spot, f"表头“{printed}”不在《{seating.form.name}》的表样中，按原表头读取。")
    if _WORDS.search(header.paths[index][-1]):
        return AmountSeat(index, printed, "", "text")
    percent = header.units[index] == "%" or _RATE.search(header.paths[index][-1])
    return AmountSeat(index, printed, header.units[index], "percent" if percent else "money")


def _doubt_missing(seating: Seating, missing: list[str]) -> None:
    if missing:
        words = "、".join(f"“{name}”" for name in missing)
        seating.doubt(seating.grid.rows[0][0], f"《{seating.form.name}》没有列示{words}栏，这些栏的数无从核对。")
