"""How a printed number came of the right one: the slips of fingers and of readers, each with one name."""

from __future__ import annotations

from enum import StrEnum


class Slip(StrEnum):
    """How a printed number came of the right one."""

    TRANSPOSED = "transposition"
    DIGIT = "digit"
    DROPPED = "dropped-digit"
    DOUBLED = "doubled-digit"
    SHIFTED = "point-shift"
    UNIT = "unit"
    SIGN = "sign"
    CUT = "lost-decimal"
    OMITTED = "zero-for-amount"
    SPURIOUS = "amount-for-zero"
    SWAPPED = "swapped"
    MISREAD = "misread"
    OTHER = "other"
