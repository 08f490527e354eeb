"""A statement while it is read: one subject, its amounts, and where it stands among 其中 and brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gouji.model.figure import Figure, Kind
from gouji.vocabulary.claims import ADJUSTED, BUDGET, INITIAL

_AVERAGE = re.compile(r"人均|户均|平均|亩均|单价|标准$|每[人户亩辆台次个天]")


def is_planned(words: str) -> bool:
    """Do the words before an amount call it a budget?"""
    named = any(word in words for word in (*INITIAL, *ADJUSTED))
    return named or (bool(BUDGET.search(words)) and "决算" not in words)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a statement with the words it was printed under."""

    figure: Figure
    words: str

    @property
    def initial(self) -> bool:
        return any(word in self.words for word in INITIAL)

    @property
    def adjusted(self) -> bool:
        return any(word in self.words for word in ADJUSTED)

    @property
    def planned(self) -> bool:
        """Is it a budget rather than what was spent or received?"""
        return is_planned(self.words)


@dataclass(slots=True)
class Statement:
    """`number` counts through the document; `sentence` and `level` place it in its paragraph."""

    number: int
    subject: str
    sentence: int
    level: int
    parent: int | None = None
    amounts: list[Amount] = field(default_factory=list)
    against: str = ""

    @property
    def amount(self) -> Figure | None:
        """The amount that changes and shares speak of: the last one."""
        return self.amounts[-1].figure if self.amounts else None

    def fits(self, kind: Kind, unit: str) -> bool:
        """Can a change of that kind be a change of this amount?"""
        amount = self.amount
        return amount is not None and amount.kind is kind and (kind is Kind.MONEY or amount.unit == unit)

    @property
    def average(self) -> bool:
        """Is it an amount per head or piece, which is a part of no budget?"""
        return bool(_AVERAGE.search(self.subject))

    def completed(self, of: str, revised: bool = False) -> tuple[Figure | None, Figure | None]:
        """The amount reached and the budget it is a part of, as far as the statement itself prints them.

        `revised`: the budget was changed by an amount after it was printed.
        """
        spent = [amount.figure for amount in self.amounts if not amount.planned]
        return (spent[-1] if spent else None, self._budget(of, revised))

    def _budget(self, of: str, revised: bool) -> Figure | None:
        planned = [amount for amount in self.amounts if amount.planned]
        if any(word in of for word in INITIAL) or "年初" in of:
            chosen = [amount for amount in planned if amount.initial]
        elif revised:
            chosen = [amount for amount in planned if amount.adjusted]
        elif any(word in of for word in ADJUSTED) or len(planned) > 1:
            chosen = [amount for amount in planned if amount.adjusted or not amount.initial]
        else:
            chosen = planned
        return chosen[-1].figure if chosen else None
