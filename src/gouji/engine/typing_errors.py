"""How numbers go wrong under a clerk's fingers or a reader's eyes: kinds, their costs in nats, and their undoing."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from gouji.model.slip import Slip

# −log P(observed | true, wrong). Guesses in the order of what proof-readers meet; to be fitted on published errata.
COST = {
    Slip.TRANSPOSED: 2.5,
    Slip.DIGIT: 3.5,
    Slip.DROPPED: 3.0,
    Slip.DOUBLED: 3.0,
    Slip.SHIFTED: 3.0,
    Slip.UNIT: 3.0,
    Slip.SIGN: 4.0,
    Slip.CUT: 3.5,
    Slip.OMITTED: 7.0,
    Slip.SPURIOUS: 7.0,
    Slip.SWAPPED: 4.0,
    Slip.OTHER: 11.0,
}
WRONG = 7.0  # −log of the chance that a given cell is wrong at all
NEGATIVE = 6.0  # more, for a repair that makes an amount negative
TEN_THOUSAND = 10_000
FARTHEST = log(10)
ROUND = 1.0  # more, for a right number that is the printed one with zeros at its end: few amounts are so round


def cost(printed: int, right: int) -> float:
    """−log of the chance that the right number was printed so. Of numbers of no known slip smaller ones are likelier:
    amounts are spread evenly over their logarithms (Benford), though no more than a factor of ten is made of it."""
    kind = slip(printed, right)
    known = COST[kind]
    if kind is Slip.OTHER and abs(right) > abs(printed):
        return known + min(FARTHEST, log(abs(right / printed)))
    return known + ROUND if kind in (Slip.SHIFTED, Slip.UNIT) and abs(right) > abs(printed) else known


def slip(printed: int, right: int) -> Slip:
    """The kind of slip that printed one number for the other; both count last digits."""
    if printed == -right:
        return Slip.SIGN
    if printed == 0 or right == 0:
        return Slip.SPURIOUS if printed else Slip.OMITTED
    if (printed < 0) != (right < 0):
        return Slip.OTHER
    return _of_digits(str(abs(printed)), str(abs(right))) or _of_size(abs(printed), abs(right)) or Slip.OTHER


def _of_digits(printed: str, right: str) -> Slip | None:
    if len(printed) < len(right) <= 3:
        printed = printed.rjust(3, "0")  # 0.05 is printed with its zeros
    right = right.rjust(min(3, len(printed)), "0")
    if len(printed) == len(right):
        different = [place for place, (a, b) in enumerate(zip(printed, right, strict=True)) if a != b]
        if len(different) == 1:
            return Slip.DIGIT
        first, last = different[0], different[-1]
        if len(different) == 2 and last == first + 1 and printed[first] == right[last] and printed[last] == right[first]:
            return Slip.TRANSPOSED
        return None
    if len(printed) + 1 == len(right) and _without_one(right, printed) is not None:
        return Slip.SHIFTED if right[:-1] == printed and right[-1] == "0" else Slip.DROPPED
    if len(printed) == len(right) + 1 and (place := _without_one(printed, right)) is not None:
        if place and printed[place - 1] == printed[place]:
            return Slip.DOUBLED
    return None


def _without_one(longer: str, shorter: str) -> int | None:
    """At which place the longer text has one character more than the shorter; None if it has not."""
    place = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return place if longer[place + 1 :] == shorter[place:] else None


def _of_size(printed: int, right: int) -> Slip | None:
    """The point moved, another unit; small numbers may have lost their last digits on the way."""
    for power in (10, 100, 1000, TEN_THOUSAND):
        down = (right + power // 2) // power
        if printed == right * power or (printed in (down, right // power) and down > 9):
            return Slip.UNIT if power == TEN_THOUSAND else Slip.SHIFTED
    return None


def undone(printed: int) -> Iterator[int]:
    """What the right number may have been, for every slip that a single figure can show: about 150 values."""
    sign, digits = (-1 if printed < 0 else 1), str(abs(printed)).rjust(3, "0")
    yield -printed
    yield 0
    for place in range(len(digits)):
        head, tail = digits[:place], digits[place + 1 :]
        yield from (sign * int(f"{head}{other}{tail}") for other in "0123456789" if other != digits[place])
        yield sign * int(f"{head}{tail}")
        if tail:
            yield sign * int(f"{head}{tail[0]}{digits[place]}{tail[1:]}")
    for place in range(len(digits) + 1):
        yield from (sign * int(f"{digits[:place]}{more}{digits[place:]}") for more in "0123456789")
    for power in (10, 100, 1000, TEN_THOUSAND):
        yield printed * power
        yield sign * ((abs(printed) + power // 2) // power)
