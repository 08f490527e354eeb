"""The judged identities of one document: each once, however many rules state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.model.finding import Checked, Comparison, Outcome, Result, Severity
from gouji.model.identity import said

GRAVITY = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_REACHED = (Result.AGREE, Result.WITHIN_ROUNDING, Result.DISAGREE)


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """An identity as its gravest rule states it, and all comparisons that state it.

    `grave` are those whose failing is an error; the others rest on a reading of sentences and count for less.
    """

    comparison: Comparison
    stated_by: tuple[Comparison, ...]
    fails: bool
    grave: bool


def identities(checked: Checked) -> list[Identity]:
    """Everything that was compared and judged, in the order of the rules."""
    same: dict[object, list[Outcome]] = defaultdict(list)
    for outcome in checked.outcomes:
        if isinstance(outcome.observation, Comparison) and outcome.result in _REACHED:
            same[said(outcome.observation), outcome.result is Result.DISAGREE].append(outcome)
    return [_identity(sorted(each, key=_gravity, reverse=True)) for each in same.values()]


def _gravity(outcome: Outcome) -> int:
    own = outcome.observation.severity if isinstance(outcome.observation, Comparison) else None
    return GRAVITY[own or outcome.card.severity]


def _identity(outcomes: Sequence[Outcome]) -> Identity:
    stated_by = tuple(each.observation for each in outcomes if isinstance(each.observation, Comparison))
    grave = _gravity(outcomes[0]) == GRAVITY[Severity.ERROR]
    return Identity(stated_by[0], stated_by, outcomes[0].result is Result.DISAGREE, grave)
