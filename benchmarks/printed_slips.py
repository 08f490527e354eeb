"""Errors put into printed numbers, seeded: each slip takes a number as printed and gives another, printed in the same way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
Slip = Callable[[random.Random, str], str | None]


def like(text: str, digits: str) -> str:
    """Digits printed as `text` is: with its decimals, its commas and its sign."""
    decimals = len(text.partition(".")[2])
    digits = digits.rjust(decimals + 1, "0")
    whole, after = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    whole = f"{int(whole):,}" if "," in text or _is_short(text) else str(int(whole))
    return ("-" if text.startswith("-") else "") + whole + ("." + after if decimals else "")


def _is_short(text: str) -> bool:
    """Would a number of a thousand or more be told from this one by its comma? Then it is printed with one."""
    return abs(Decimal(text.replace(",", ""))) < 1000 and "." in text


def digits_of(text: str) -> str:
    """The digits of a printed number without what parts them."""
    return re.sub(r"\D", "", text).lstrip("0") or "0"


def transposed(chance: random.Random, text: str) -> str | None:
    digits = digits_of(text)
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = chance.choice(places)
    return like(text, digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def one_digit(chance: random.Random, text: str) -> str | None:
    digits = digits_of(text)
    place = chance.randrange(len(digits))
    return like(text, digits[:place] + _other(chance, digits[place]) + digits[place + 1 :])


def dropped(chance: random.Random, text: str) -> str | None:
    digits = digits_of(text)
    place = chance.randrange(len(digits))
    return like(text, digits[:place] + digits[place + 1 :]) if len(digits) > 1 else None


def shifted(chance: random.Random, text: str) -> str | None:
    digits = digits_of(text)
    return like(text, digits + "0" if chance.random() < 0.5 or len(digits) < 2 else digits[:-1])


def in_another_unit(chance: random.Random, text: str) -> str | None:
    return like(text, digits_of(text) + "0000")


def signed(chance: random.Random, text: str) -> str | None:
    return text[1:] if text.startswith("-") else "-" + text


def omitted(chance: random.Random, text: str) -> str | None:
    return like(text.lstrip("-"), "0")


def two_digits(chance: random.Random, text: str) -> str | None:
    """Two digits far apart misread."""
    digits = list(digits_of(text))
    if len(digits) < 4:
        return None
    for place in (0, len(digits) - 1 - chance.randrange(2)):
        digits[place] = _other(chance, digits[place], "123456789")
    return like(text, "".join(digits))


def unrelated(chance: random.Random, text: str) -> str | None:
    """Another number altogether: last year's, or one of another table."""
    return like(text, str(int(int(digits_of(text)) * chance.uniform(0.3, 3.0)) + chance.randint(2, 999)))


def left_blank(chance: random.Random, text: str) -> str | None:
    return ""


def _other(chance: random.Random, digit: str, digits: str = "0123456789") -> str:
    return chance.choice([each for each in digits if each != digit])


SLIPS: dict[str, Slip] = {
    "digits transposed": transposed, "wrong digit": one_digit, "digit dropped": dropped, "point shifted": shifted,
    "another unit": in_another_unit, "sign": signed, "amount omitted (0.00)": omitted, "two digits misread": two_digits,
    "unrelated number": unrelated,
}  # fmt: skip
EXCHANGED = "neighbours exchanged"
BLANK = "box left blank"
KINDS = (*SLIPS, EXCHANGED)
