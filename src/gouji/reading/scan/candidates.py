"""What else an amount may be that was not read surely: the recognition's own doubts, digits alike, lost points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

UNSURE = 0.9  # a character less sure than this may be another
ILLEGIBLE = 0.8  # and below this a figure that nothing confirms is not judged
_ALIKE = {
    "0": "86", "1": "74", "2": "7", "3": "85", "4": "19", "5": "63", "6": "580", "7": "12", "8": "360", "9": "408",
}  # fmt: skip
_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NUMERIC = re.compile(r"[-\d.,，。OolISB%]+")
_POINTLESS = re.compile(r"-?\d{3,}")
_MISPLACED = 0.995  # how sure points and commas must be in small print before a wrong one is the document's


@dataclass(frozen=True)
class Reading:
    """The text of a cell as read and how sure each character is, what else each may be."""

    text: str
    sure: tuple[float, ...]
    others: tuple[str, ...] = ()
    lost_point: bool = False  # the other figures of its column have two decimals, this one none

    @cached_property
    def value(self) -> Decimal | None:
        """The amount; None for what is none."""
        return amount(self.text)

    @property
    def least(self) -> float:
        """How sure its least sure character is."""
        return min(self.sure, default=0.0)

    @property
    def is_doubtful(self) -> bool:
        return self.least < UNSURE or self.value is None or self.lost_point

    def candidates(self) -> dict[str, Decimal]:
        """The other amounts it may be, one slip of the recognition away."""
        made = {**self._with_point(), **self._replaced()}
        made.pop(self.text, None)
        return {text: value for text in made if (value := amount(text)) is not None and value != self.value}

    def _replaced(self) -> dict[str, None]:
        others = self.others or ("",) * len(self.text)
        found: dict[str, None] = {}
        for index, (character, sure, other) in enumerate(zip(self.text, self.sure, others, strict=True)):
            if sure >= UNSURE and not other:
                continue
            alike = _ALIKE.get(character, "") if sure < UNSURE else ""
            for meant in other + alike:
                if meant.isdecimal() and meant.isascii():
                    found.setdefault(self.text[:index] + meant + self.text[index + 1 :])
        return found

    def _with_point(self) -> dict[str, None]:
        if not self.lost_point:
            return {}
        return {grouped(f"{self.text[:-2]}.{self.text[-2:]}"): None}


def amount(text: str) -> Decimal | None:
    """The value of an amount in its printed form."""
    return Decimal(text.replace(",", "")) if _AMOUNT.fullmatch(text) and len(text) <= 24 else None


def grouped(text: str) -> str:
    """The amount with its thousands set apart."""
    return f"{Decimal(text):,}"


def is_numeric(text: str) -> bool:
    """Is the text one that a column of amounts may hold, well-formed or not?"""
    return bool(_NUMERIC.fullmatch(text)) and any(character.isdigit() for character in text)


def lacks_point(text: str, column: list[str]) -> bool:
    """Has an integer lost its point: do nearly all other figures of its column have two decimals?"""
    if not _POINTLESS.fullmatch(text) or len(column) < 5:
        return False
    return sum(other[-3:-2] == "." for other in column) >= 0.9 * (len(column) - 1)
