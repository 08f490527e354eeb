"""The value of a located number made exact: sums leave it free by their rounding, what else fails with it may tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.engine.typing_errors import slip
from gouji.model.comparison import solved_for
from gouji.model.figure import Figure
from gouji.model.finding import Change
from gouji.repair.asking import Told
from gouji.repair.corrections import correcting, holds_with, touches
from gouji.repair.evidence import Identity


def refined(told: Told, failing: Sequence[Identity]) -> Told:
    """The answer with the value that mends most of what fails with the one number it changes, itself included.

    An answer rests on errors first; a warning, as that two tables print the number alike, only chooses among its values.
    """
    if len(told.changes) != 1:
        return told
    (change,) = told.changes
    around = [each for each in failing if each not in told.identities and touches(each.comparison, correcting((change,)))]
    best, most = change, _held(change, around)
    for value in dict.fromkeys(_values(change.figure, around)) if most < len(around) else ():
        other = _with(change, value)
        if _held(other, told.identities) == len(told.identities) and _held(other, around) > most:
            best, most = other, _held(other, around)
    return told if best is change else replace(told, edits=((best,),))


def _held(change: Change, identities: Sequence[Identity]) -> int:
    right = correcting((change,))
    return sum(holds_with(each.comparison, right) for each in identities)


def _values(figure: Figure, around: Sequence[Identity]) -> Iterator[Decimal]:
    """What each identity by itself would make of the number, as far as it could be printed so."""
    for each in around:
        stated = each.comparison.stated.place == figure.place
        solved = each.comparison if stated else solved_for(each.comparison, figure)
        if solved is not None and figure.step and solved.expected % figure.step == 0:
            yield solved.expected


def _with(change: Change, value: Decimal) -> Change:
    figure = change.figure
    return Change(figure, value, slip(int(figure.value / figure.step), int(value / figure.step)))
