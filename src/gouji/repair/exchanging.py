"""Two located numbers, each printed where the other should be: exchanged with one stroke, and one finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from gouji.model.finding import Change, Finding
from gouji.model.slip import Slip
from gouji.model.standing import Standing


def exchanges_joined(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with one for each exchange. The sums of the two may share no figure, so that each was located by itself."""
    left = list(findings)
    located = [finding for finding in findings if _change(finding) is not None]
    for one, other in combinations(sorted(located, key=lambda each: each.at.ink.order), 2):
        if one in left and other in left and _exchanged(one, other):
            left[left.index(one)] = _joined(one, other)
            left.remove(other)
    return left


def _change(finding: Finding) -> Change | None:
    """The one number that a finding locates."""
    suspect = finding.suspect
    if suspect is None or suspect.standing is not Standing.LOCATED or len(suspect.changes) != 1:
        return None
    return suspect.changes[0]


def _exchanged(one: Finding, other: Finding) -> bool:
    """Does each number belong where the other stands, in the same row or the same column?"""
    first, second = _change(one), _change(other)
    if first is None or second is None or first.figure.kind is not second.figure.kind:
        return False
    here, there = first.figure.place, second.figure.place
    crosswise = first.likely == second.figure.value and second.likely == first.figure.value
    return crosswise and here.form == there.form and (here.row == there.row or here.field == there.field)


def _joined(one: Finding, other: Finding) -> Finding:
    assert one.suspect is not None
    assert other.suspect is not None
    changes = tuple(replace(change, slip=Slip.SWAPPED) for change in (*one.suspect.changes, *other.suspect.changes))
    clears = {id(each): each for each in (*one.suspect.clears, *other.suspect.clears)}
    return replace(one, suspect=replace(one.suspect, changes=changes, clears=tuple(clears.values())))
