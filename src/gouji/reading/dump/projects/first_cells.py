"""The cells of a project before its indicators: which pieces are unit, name, amounts and goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.dump.table.figure_lines import is_amount
from gouji.reading.dump.tidy import tidy

MONEY = "money"


@dataclass(frozen=True, slots=True)
class Cells:
    """A cell for each column; `told` is False where the pieces could be cut into cells in more than one way."""

    row: tuple[Inked, ...]
    told: bool
    amounts: tuple[tuple[int, Inked], ...] = ()

    def of_unit(self, line: Inked) -> tuple[Inked, ...]:
        """A row that only names a unit, and its amounts."""
        blank = line.emptied()
        placed = dict(self.amounts)
        end = min((amount.spot(0)[1] or 1) - (line.spot(0)[1] or 1) for amount in placed.values()) if placed else None
        return (line.cut(0, end).strip(), *(placed.get(index, blank) for index in range(1, len(self.row))))


def is_unit(pieces: Sequence[Inked], kinds: Sequence[str]) -> bool:
    """Is a line a row of its own: one name, and all the amounts behind it?"""
    money = kinds.count(MONEY)
    return 0 < money == len(pieces) - 1 and [is_amount(piece.text) for piece in pieces] == [False, *[True] * money]


def cells(pieces: Sequence[Inked], kinds: Sequence[str]) -> Cells:
    """The pieces in their columns: one each, or cut at the amounts, or all of one column."""
    if len(pieces) == len(kinds):
        fitting = all(is_amount(piece.text) == (kind == MONEY) for piece, kind in zip(pieces, kinds, strict=True))
        if fitting:
            return Cells(tuple(map(tidy, pieces)), True)
    money = [index for index, kind in enumerate(kinds) if kind == MONEY]
    amounts = [index for index, piece in enumerate(pieces) if is_amount(piece.text)]
    blank = pieces[0].emptied() if pieces else Inked("")
    nothing = tuple(blank for _ in kinds)
    if len(amounts) != len(money) or (money and amounts[-1] - amounts[0] != money[-1] - money[0]):
        return Cells(nothing, False)
    placed = tuple((index, pieces[at]) for index, at in zip(money, amounts, strict=True))
    if not money:
        texts = _texts(pieces, len(kinds))
        return Cells(texts or nothing, texts is not None)
    before = _texts(pieces[: amounts[0]], money[0])
    behind = _texts(pieces[amounts[-1] + 1 :], len(kinds) - money[-1] - 1)
    if before is None or behind is None:
        return Cells(nothing, False, placed)
    return Cells((*before, *(pieces[at] for at in amounts), *behind), True, placed)


def _texts(pieces: Sequence[Inked], count: int) -> tuple[Inked, ...] | None:
    """The pieces as `count` cells; None where it is not told which piece belongs to which."""
    if len(pieces) == count:
        return tuple(map(tidy, pieces))
    if count == 1 and pieces:
        return (tidy(Inked.join(pieces)),)
    return None
