"""What the unsure figures of a table are: the engine chooses among their readings by the sums that the table keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gouji.engine.budget import Budget
from gouji.engine.diagnosis import CLEARLY_BETTER, Answer, diagnose
from gouji.engine.oracle import Oracle
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.engine.typing_errors import WRONG, slip
from gouji.engine.verdict import verdict
from gouji.model.finding import Shape
from gouji.model.slip import Slip
from gouji.reading.scan.candidates import ILLEGIBLE, Reading
from gouji.reading.scan.relations import Key, Sum, sums

PLAIN = 2.0  # nats: so much less likely it is that a figure was misread all of whose characters seemed sure
BLURRED = 0.2  # of the figures doubtful: where so many are, the others are not plain either
_FEW = 8
_MOST_ROUNDS = 8
_MOST_UNKNOWN = 12  # figures that the sums are asked for together
_SECONDS = 0.5


@dataclass(slots=True)
class Chosen:
    """What figures are taken for, which cannot be told, and what the sums make of these nevertheless."""

    taken: dict[Key, str] = field(default_factory=dict)
    lost: set[Key] = field(default_factory=set)
    reckoned: dict[Key, Decimal] = field(default_factory=dict)


def choose(texts: Sequence[Sequence[str]], readings: Mapping[Key, Reading]) -> Chosen:
    """Take the readings that the sums leave no choice about; what stays in doubt is lost. `texts` are all cells."""
    table, chosen = _Table(texts, readings), Chosen()
    for key, value in table.misread().items():
        table.values[key] = value
        if readings[key].is_doubtful:
            chosen.taken[key] = table.others[key][value][0]
        else:
            chosen.lost.add(key)
            chosen.reckoned[key] = table.amount(value)
    chosen.lost |= {key for key in readings if key not in chosen.taken and table.is_lost(key)}
    for key, value in table.pinned(chosen.lost).items():
        if key not in table.values and value in table.others[key]:
            chosen.taken[key] = table.others[key][value][0]
        else:
            chosen.reckoned[key] = table.amount(value)
    chosen.lost -= chosen.taken.keys()
    return chosen


def is_clear(answer: Answer) -> bool:
    """Is it that figures were misread, far ahead of all else, and likelier than that the document itself is wrong?"""
    best = answer.fault.best
    told = best is not None and best.cost < WRONG and all(change.slip is Slip.MISREAD for change in best.changes)
    return told and answer.gap >= CLEARLY_BETTER and not (answer.fault.spent or answer.fault.alone)


class _Table:
    """The figures of a table in units of its last digit, what else each may be, and the sums over them.

    `steps` are the last digits that they are printed with, and `exact` says that their sums show no rounding.
    """

    def __init__(self, texts: Sequence[Sequence[str]], readings: Mapping[Key, Reading]) -> None:
        self.readings = readings
        read = {key: reading.value for key, reading in readings.items() if reading.value is not None}
        every = [*read.values(), *(each.value for reading in readings.values() for each in reading.candidates)]
        self.digits = max(map(_decimals, every), default=0)
        met = Counter(map(_decimals, read.values()))
        self.usual = max(met, key=met.__getitem__, default=0)
        self.steps = {key: 10 ** (self.digits - max(self.usual, _decimals(value))) for key, value in read.items()}
        self.step = 10 ** (self.digits - self.usual)
        self.values = {key: self._whole(value) for key, value in read.items()}
        self.others = {
            key: {self._whole(each.value): (each.text, each.cost) for each in reversed(reading.candidates)}
            for key, reading in readings.items()
        }
        unsure = {key for key, reading in readings.items() if reading.is_doubtful}
        self.sums = sums(texts, self.values, unsure)
        self.looking: dict[Key, list[Sum]] = {}
        for one in self.sums:
            for key in one.keys:
                self.looking.setdefault(key, []).append(one)
        self.exact = not any(self._is_rounded(one) for one in self.sums)
        self.blurred = len(readings) > _FEW and len(unsure) > BLURRED * len(readings)

    def _whole(self, value: Decimal) -> int:
        return int(value.scaleb(self.digits))

    def _is_rounded(self, one: Sum) -> bool:
        """Does a sum of figures read surely differ by as little as rounding may leave?"""
        sure = not any(self.readings[key].is_doubtful for key in one.keys if key in self.readings)
        return sure and one.tells(self.values) and 0 < abs(one.off(self.values)) <= len(one.parts) // 2 * self.step

    def amount(self, value: int) -> Decimal:
        """A value with as many decimals as it needs, and no fewer than most have."""
        whole, rest = divmod(value, self.step)
        return Decimal(value if rest else whole).scaleb(-self.digits if rest else -self.usual)

    def misread(self) -> dict[Key, int]:
        """The figures that were misread, and what they are, as far as the sums leave no choice."""
        asked = [one for one in self.sums if any(map(self.others.get, one.keys)) and self._are_known(one, ())]
        for _ in range(_MOST_ROUNDS):
            system, keys = self._system(asked)
            answers = diagnose(system, budget=Budget(seconds=_SECONDS)).answers
            beyond = {relation for answer in answers if answer.fault.best is None for relation in answer.relations}
            if not beyond:
                clear = [answer.fault.explanations[0] for answer in answers if is_clear(answer)]
                return self._confirmed({keys[each.cell]: each.likely for best in clear for each in best.changes})
            asked = [one for number, one in enumerate(asked) if number not in beyond]
        return {}

    def _are_known(self, one: Sum, unknown: Container[Key]) -> bool:
        """Has each figure of the sum a value, or is asked for?"""
        return all(key in self.values or key in unknown or key not in self.readings for key in one.keys)

    def _confirmed(self, found: dict[Key, int]) -> dict[Key, int]:
        """Those after which all sums of the figure hold, those set aside included, and one of them tells."""
        while True:
            values = {**self.values, **found}
            kept = {key: value for key, value in found.items() if all(self._told(key, values) or (False,))}
            if len(kept) == len(found):
                return kept
            found = kept

    def _told(self, key: Key, values: Mapping[Key, int]) -> list[bool]:
        """Of each sum of a figure that tells, whether it holds, by the engine's verdict."""
        mine = [one for one in self.looking.get(key, ()) if one.tells(values)]
        system, _ = self._system(mine, values)
        failing = {system.relation_of[row] for row in verdict(system).violated}
        return [number not in failing for number in range(len(mine))]

    def is_lost(self, key: Key) -> bool:
        """Is a figure neither sure nor confirmed by the sums? Where much of a table is doubtful, nothing else is sure."""
        reading = self.readings[key]
        if key not in self.values or not (reading.is_doubtful or self.blurred):
            return key not in self.values
        told = self._told(key, self.values)
        if not reading.is_doubtful:
            return bool(self.values[key]) and not any(told)
        if told and all(told):
            return any(all(self._told(key, {**self.values, key: value})) for value in self.others[key])
        return bool(told) or reading.least < ILLEGIBLE or reading.odd

    def pinned(self, lost: set[Key]) -> dict[Key, int]:
        """What the sums make of figures that cannot be told, where they leave one value that could have been misread so."""
        unknown = self.looking.keys() & lost
        if not 0 < len(unknown) <= _MOST_UNKNOWN:
            return {}
        asked = [one for one in self.sums if unknown & set(one.keys) and self._are_known(one, unknown)]
        system, keys = self._system(asked)
        oracle = Oracle(system, verdict(system))
        cells = [cell for cell, key in enumerate(keys) if key in unknown]
        spans = {cell: oracle.span(cells, cell) for cell in cells}
        found = {
            keys[cell]: system.values[cell] + low * system.steps[cell]
            for cell, (low, high) in spans.items() if low is not None and low == high
        }  # fmt: skip
        return {key: value for key, value in found.items() if value >= 0 and self._is_likely(key, value)}

    def _is_likely(self, key: Key, value: int) -> bool:
        """Could the printed value have been taken for what was read?"""
        read = self.values.get(key)
        if read is None:
            return True
        return value != read and slip(read // self.step, value // self.step) is not Slip.OTHER

    def _system(self, asked: Sequence[Sum], values: Mapping[Key, int] | None = None) -> tuple[System, list[Key]]:
        """The engine's system of some sums, and the key of each cell. What is blank is nothing; what is sure, fixed."""
        values = self.values if values is None else values
        keys = sorted({key for one in asked for key in one.keys})
        cell = {key: number for number, key in enumerate(keys)}
        relations = [
            Relation(Shape.SUM, cell[one.total], tuple((cell[key], 1) for key in one.parts), exact=self.exact)
            for one in asked
        ]
        system = System.of(
            [values.get(key, 0) for key in keys], relations, [self.steps.get(key, self.step) for key in keys]
        )
        for key, number in cell.items():
            if made := self.others.get(key):
                more = 0.0 if self.readings[key].is_doubtful else PLAIN
                system.readings[number] = tuple((value, cost + more) for value, (_, cost) in made.items())
                system.priors[number] = WRONG
        system.readings_only = frozenset(system.readings)
        system.fixed = frozenset(range(len(keys))) - system.readings_only
        return system, keys


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
