"""What else an amount may be that was not read surely: the recognition's own doubts, digits alike, lost points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from math import log

UNSURE = 0.9  # a character less sure than this may be another
ILLEGIBLE = 0.8  # and below this a figure that nothing confirms is not judged
_ALIKE = {
    "0": "86", "1": "74", "2": "7", "3": "85", "4": "19", "5": "63", "6": "580", "7": "12", "8": "360", "9": "408",
}  # fmt: skip
_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NUMERIC = re.compile(r"[-\d.,，。OolISB%]+")
_NUMBER = re.compile(r"\d\d?")
_BESIDE_NUMBERS = re.compile(r"[栏行]\s*次|序\s*号|[甲乙丙丁类款项]|[-—]+")
_NUMBERED = re.compile(r"[栏行]\s*次")
_ORDINAL = re.compile(r"\d{1,3}")
_CODE = re.compile(r"\d{3}(?:\d\d){0,2}")
_POINTLESS = re.compile(r"-?\d{3,}")
_POINTED = re.compile(r"-?\d{1,3}(?:[.,]\d{3})*\.\d{3}(?:,\d{3})*")
_RUN_ON = re.compile(r"-?[1-9]\d{0,2}(?:,?\d{3})+")
_WHOLE = re.compile(r"-?\d{1,3}(?:,\d{3})*")
_TOO_LONG = re.compile(r"-?[\d,]+\.\d{3}")
_BLANKED = re.compile(r"-?\d{1,3}(?:,?\d{3})* \d\d")  # a gap where the point was too faint
_CENTS = re.compile(r"\.\d\d$")


_LEAST_LIKELY = 0.01  # the recognition names what is likelier than that
_ALIKE_LIKELY = 0.003  # of a digit that only looks alike
_POINT_LOST = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another amount that a text may stand for, and how much less likely that is, in nats."""

    text: str
    value: Decimal
    cost: float


@dataclass(frozen=True)
class Reading:
    """The text of a cell as read and how sure each character is, what else each may be."""

    text: str
    sure: tuple[float, ...]
    others: tuple[str, ...] = ()
    odd: bool = False  # the other figures of its column have two decimals, this one has not

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
        return self.least < UNSURE or self.value is None or self.odd

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The other amounts it may be, one slip of the recognition away; each once, the likeliest first."""
        made = {**self._replaced(), **self._with_point()}
        found = [
            Candidate(text, value, log(1 / chance))
            for text, chance in sorted(made.items(), key=lambda each: -each[1])
            if (value := amount(text)) is not None and value != self.value
        ]
        return list({each.value: each for each in reversed(found)}.values())[::-1]

    def _replaced(self) -> dict[str, float]:
        """With one digit for another, and how likely that is beside the text as read."""
        others = self.others or ("",) * len(self.text)
        found: dict[str, float] = {}
        if len(self.sure) != len(self.text):
            return found  # its signs were put right, its characters are no longer those that were read
        for index, (character, sure, other) in enumerate(zip(self.text, self.sure, others, strict=True)):
            ranked = {meant: max(_LEAST_LIKELY, (1 - sure) / 2**rank) for rank, meant in enumerate(other, 1)}
            alike = dict.fromkeys(_ALIKE.get(character, "") if sure < UNSURE else "", _ALIKE_LIKELY)
            for meant, chance in {**alike, **ranked}.items():
                if meant.isdecimal() and meant.isascii():
                    text = self.text[:index] + meant + self.text[index + 1 :]
                    found[text] = max(chance / max(sure, chance), found.get(text, 0.0))
        return found

    def _with_point(self) -> dict[str, float]:
        """With the point that was lost, or without the speck that was taken for a third decimal."""
        if _BLANKED.fullmatch(self.text):
            return {self.text.replace(" ", "."): _POINT_LOST}
        if not self.odd:
            return {}
        if _POINTLESS.fullmatch(self.text):
            return {grouped(f"{self.text[:-2]}.{self.text[-2:]}"): _POINT_LOST}
        return {self.text[:-1]: _POINT_LOST} if _TOO_LONG.fullmatch(self.text) else {}


def amount(text: str) -> Decimal | None:
    """The value of an amount in its printed form."""
    return Decimal(text.replace(",", "")) if _AMOUNT.fullmatch(text) and len(text) <= 24 else None


def grouped(text: str) -> str:
    """The amount with its thousands set apart."""
    return f"{Decimal(text):,}"


def is_numeric(text: str) -> bool:
    """Is the text one that a column of amounts may hold, well-formed or not?"""
    return bool(_NUMERIC.fullmatch(text) or _BLANKED.fullmatch(text)) and any(map(str.isdigit, text))


def numbers_columns(texts: list[str]) -> bool:
    """Is this the row below a header that numbers its columns, 1, 2, 3 and so on? Called so, even if one is misread."""
    numbers = [int(text) for text in texts if _NUMBER.fullmatch(text)]
    others = [text for text in texts if text.strip() and not _NUMBER.fullmatch(text)]
    rising = all(one < two for one, two in pairwise(numbers)) or any(_NUMBERED.fullmatch(text) for text in others)
    return len(numbers) >= 2 and rising and all(_BESIDE_NUMBERS.fullmatch(text) for text in others)


def are_codes(texts: list[str]) -> bool:
    """Is this a column of budget codes? Of three, five and seven digits, the shorter the beginning of longer ones."""
    codes = [text for text in texts if _CODE.fullmatch(text)]
    return len(codes) >= max(2, 0.7 * len(texts)) and len({len(code) for code in codes}) > 1


def count_rows(texts: list[str]) -> bool:
    """Does a column only number its rows?"""
    numbers = [int(text) for text in texts if _ORDINAL.fullmatch(text)]
    steps = sum(two - one == 1 for one, two in pairwise(numbers))
    return len(numbers) >= 3 and len(numbers) >= 0.9 * len(texts) and steps >= 0.8 * (len(numbers) - 1)


def whole(text: str, column: list[str]) -> str:
    """`3,119.717` and `3,119717` among whole numbers with commas can only be `3,119,717`; any other text as it is."""
    if _RUN_ON.fullmatch(text) and "," in text:
        digits = text.replace(",", "")
    elif _POINTED.fullmatch(text):
        digits = text.replace(",", "").replace(".", "")
    else:
        return text
    if sum(bool(_WHOLE.fullmatch(other)) for other in column) < max(4, 0.7 * len(column)):
        return text
    return grouped(digits)


def is_odd(text: str, column: list[str]) -> bool:
    """Has a figure not two decimals, where nearly all others of its column have? A plain 0 is printed anywhere."""
    if _CENTS.search(text) or len(column) < 5 or not amount(text):
        return False
    return sum(bool(_CENTS.search(other)) for other in column) >= 0.85 * (len(column) - 1)
