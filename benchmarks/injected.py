"""Errors put into consistent documents, seeded: slips the engine's model knows, and others that it does not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

from gouji.engine.system import System

Neighbours = Callable[[int], Iterable[int]]
Slip = Callable[[random.Random, int], int | None]


def _transposed(chance: random.Random, value: int) -> int | None:
    digits = str(abs(value))
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = chance.choice(places)
    return _signed(value, digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def _digit(chance: random.Random, value: int) -> int | None:
    digits = str(abs(value))
    place = chance.randrange(len(digits))
    other = chance.choice([each for each in "0123456789" if each != digits[place]])
    return _signed(value, digits[:place] + other + digits[place + 1 :])


def _dropped(chance: random.Random, value: int) -> int | None:
    digits = str(abs(value))
    place = chance.randrange(len(digits))
    return _signed(value, digits[:place] + digits[place + 1 :]) if len(digits) > 1 else None


def _shifted(chance: random.Random, value: int) -> int | None:
    return value * 10 if chance.random() < 0.5 else _signed(value, str(abs(value) // 10))


def _unit(chance: random.Random, value: int) -> int | None:
    return value * 10_000


def _two_digits(chance: random.Random, value: int) -> int | None:
    """Two digits far apart misread, as by optical recognition."""
    digits = list(str(abs(value)))
    if len(digits) < 4:
        return None
    for place in (0, len(digits) - 1 - chance.randrange(2)):
        digits[place] = chance.choice([each for each in "123456789" if each != digits[place]])
    return _signed(value, "".join(digits))


def _unrelated(chance: random.Random, value: int) -> int | None:
    """Another number altogether: last year's, or one of another table."""
    return int(abs(value) * chance.uniform(0.3, 3.0)) + chance.randint(2, 999)


def _reversed(chance: random.Random, value: int) -> int | None:
    return _signed(value, str(abs(value))[::-1])


def _signed(value: int, digits: str) -> int:
    return int(digits) * (-1 if value < 0 else 1)


KNOWN: dict[str, Slip] = {
    "transposition": _transposed, "digit": _digit, "dropped": _dropped, "shift": _shifted, "unit": _unit
}  # fmt: skip
UNKNOWN: dict[str, Slip] = {"two digits": _two_digits, "unrelated": _unrelated, "reversed": _reversed}
SWAP = "swap"


def injected(
    chance: random.Random, system: System, neighbours: Neighbours, count: int, kinds: dict[str, Slip], swaps: bool = True
) -> tuple[list[int], dict[int, int]]:
    """The values with so many errors put in, and what the changed cells should be. Only cells that are not zero change."""
    values, right = list(system.values), dict[int, int]()
    names = [*kinds, SWAP] if swaps else list(kinds)
    cells = _cells(system)
    while count:
        name, cell = chance.choice(names), chance.choice(cells)
        changes = _swap(chance, values, cell, neighbours) if name == SWAP else _slip(chance, system, values, cell, kinds[name])
        if changes and not changes.keys() & right.keys():
            right.update((each, values[each]) for each in changes)
            for each, value in changes.items():
                values[each] = value
            count -= 1
    return values, right


def _cells(system: System) -> Sequence[int]:
    covered = {cell for relation in system.structure.relations for cell in relation.cells}
    return sorted(cell for cell in covered - system.fixed if system.values[cell])


def _slip(chance: random.Random, system: System, values: list[int], cell: int, slip: Slip) -> dict[int, int]:
    step = system.steps[cell]
    wrong = slip(chance, values[cell] // step)
    return {} if wrong is None or wrong * step == values[cell] else {cell: wrong * step}


def _swap(chance: random.Random, values: list[int], cell: int, neighbours: Neighbours) -> dict[int, int]:
    others = [other for other in neighbours(cell) if values[other] != values[cell]]
    if not others:
        return {}
    other = chance.choice(others)
    return {cell: values[other], other: values[cell]}
