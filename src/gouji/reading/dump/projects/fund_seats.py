"""The rows of a project list as a tree, and the fund columns its sums tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.reading.dump.projects.fund_columns import Line, solve
from gouji.reading.dump.projects.partial_sums import Seats
from gouji.reading.dump.projects.project_rows import Row
from gouji.reading.dump.table.placing import boxes

# Ranks for a number that several empty columns could have taken alike: the commonest fund first.
RANKED = ("财政拨款", "一般公共预算", "一般公共预算拨款", "一般公共预算财政拨款", "其他资金", "单位资金")
_LOST = "空列在文本中已丢失，该行下各项目的资金列"
_UNUSED = "不能确定的资金数未用于核算，请核对原件。"
MESSAGES = {
    "open": f"{_LOST}有多种排法都能与本行合计相符，{_UNUSED}",
    "unsolved": f"{_LOST}无法由合计数推定，{_UNUSED}",
    "unknown": f"{_LOST}排法过多，无法推定，{_UNUSED}",
}


@dataclass(slots=True)
class Seated:
    """The fund column of each amount of each row, the rows whose columns nothing tells, and what is not certain."""

    seats: dict[int, Seats] = field(default_factory=dict)
    unknown: set[int] = field(default_factory=set)
    doubts: list[tuple[Inked, str]] = field(default_factory=list)

    def boxes(self, row: Row, amounts: Sequence[Inked], count: int) -> list[Inked]:
        """The fund boxes of a row."""
        seats = () if id(row) in self.unknown else self.seats.get(id(row), ())
        return boxes(amounts, dict(zip(seats, amounts, strict=False)), count, (row.name or row.amounts)[0])


def seat(rows: Sequence[Row], funds: Sequence[str]) -> Seated:
    """The columns of all amounts. `funds` are the fund columns in printed order."""
    seated = Seated()
    if not funds:
        return seated
    digits = max((_decimals(amount) for row in rows for amount in row.amounts), default=0)
    lines = [Line(tuple(_whole(amount, digits) for amount in row.amounts[1 : len(funds) + 1])) for row in rows]
    for root in _roots(rows, lines):
        solve(lines[root], [_rank(fund) for fund in funds])
        if lines[root].instead:
            seated.doubts.append(_instead(rows[root], lines[root], funds))
    for row, line in zip(rows, lines, strict=True):
        seated.seats[id(row)] = line.seats
        if line.doubt:
            seated.doubts.append(((row.name or row.amounts)[0], MESSAGES[line.doubt]))
        if not line.sure and len(row.amounts) <= len(funds):
            seated.unknown.add(id(row))
    return seated


def _roots(rows: Sequence[Row], lines: Sequence[Line]) -> list[int]:
    """Hang projects under units and units under the total; the rows nothing hangs above."""
    roots: list[int] = []
    total: int | None = None
    unit: int | None = None
    for index, row in enumerate(rows):
        above = unit if row.project and unit is not None else total
        if row.total and total is None:
            total, unit = index, None
            roots.append(index)
        elif row.total or above is None:
            roots.append(index)
        else:
            lines[above].parts.append(lines[index])
        if not row.project and not row.total:
            unit = index
    return roots


def _instead(row: Row, line: Line, funds: Sequence[str]) -> tuple[Inked, str]:
    position, other = line.instead or (0, 0)
    amount = row.amounts[position + 1]
    seated, possible = funds[line.seats[position]], funds[other]
    return (
        amount,
        f"空列在文本中已丢失，{amount.text} 放在“{seated}”列或“{possible}”列都能合计相符，现按“{seated}”列示，请核对原件。",
    )


def _rank(fund: str) -> int:
    return RANKED.index(fund) if fund in RANKED else len(RANKED)


def _decimals(amount: Inked) -> int:
    return len(amount.text.partition(".")[2])


def _whole(amount: Inked, digits: int) -> int:
    return int(Decimal(amount.text.replace(",", "")).scaleb(digits))
