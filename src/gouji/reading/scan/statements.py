"""Figures in the text of a scan that were not read surely: what is stated with them is not judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.model.figure import Figure
from gouji.model.medium import Spot
from gouji.model.narrative import Claim
from gouji.model.place import Ink, Place
from gouji.model.report import Doubt
from gouji.reading.scan.candidates import ILLEGIBLE


@dataclass(frozen=True, slots=True)
class Told:
    """The claims whose figures are legible, and doubts about the others."""

    claims: tuple[Claim, ...]
    doubts: tuple[Doubt, ...] = ()


def legible(claims: Iterable[Claim], spots: Sequence[Spot]) -> Told:
    """Without the claims over figures that were not read surely."""
    claims = tuple(claims)
    if not any(spot.sure for spot in spots):
        return Told(claims)
    lost: dict[Place, Doubt] = {}
    kept = []
    for claim in claims:
        unsure = [figure for figure in _figures(claim) if least(figure.place.ink, spots) < ILLEGIBLE]
        lost |= {figure.place: _doubt(figure) for figure in unsure}
        if not unsure:
            kept.append(claim)
    return Told(tuple(kept), tuple(lost.values()))


def _figures(claim: Claim) -> list[Figure]:
    return [figure for figure in (claim.figure, claim.amount, claim.base) if figure is not None]


def _doubt(figure: Figure) -> Doubt:
    message = f"扫描件字迹不清，文中此数识别为“{figure.text}”，没有把握，未参与核对，请核对原件。"
    return Doubt(figure.place, message, unread=True)


def least(ink: Ink, spots: Sequence[Spot]) -> float:
    """How sure the least sure character of a stretch of ink is; 1 for what was not scanned."""
    if ink.line is None:
        return 1.0
    last = ink.end_line or ink.line
    found = [1.0]
    for number in range(ink.line, min(last, len(spots)) + 1):
        start = (ink.column or 1) - 1 if number == ink.line else 0
        end = ink.end_column - 1 if number == last and ink.end_column else None
        found += spots[number - 1].sure[start:end]
    return min(found)
