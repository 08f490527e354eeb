"""Numbers that may be wrong: each with its place, what is printed, what it would be, and by what slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.exporting.speech import Speech
from gouji.exporting.standings import SLIPS
from gouji.model.comparison import remade
from gouji.model.figure import Kind, worded
from gouji.model.finding import Change, Comparison, Suspect
from gouji.model.place import Place

_FINEST = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One printed number that may be wrong: where, what is printed, what it would be, and by what slip ("" unknown)."""

    place: Place
    stated: str
    likely: str
    slip: str

    def worded(self, speech: Speech, at: str = "") -> str:
        """`99.97% 应为 99.79%（相邻两位数字颠倒）`, after where it stands."""
        slip = speech(f"（{self.slip}）", f" ({self.slip})") if self.slip else ""
        here = f"{at} " if at else ""
        return here + speech(f"{self.stated} 应为 {self.likely}{slip}", f"{self.stated} should be {self.likely}{slip}")


def likely(change: Change) -> str:
    """The value as the figure would print it, in finer digits where those of the figure cannot tell it."""
    figure, step = change.figure, change.figure.step
    if step and change.likely % step:
        step = max(_FINEST, min(step, Decimal(10) ** int(change.likely.normalize().as_tuple().exponent)))
    text = worded(change.likely, figure.unit, step, figure.kind)
    printed = figure.text.strip()
    if "," not in printed and _long(printed):
        text = text.replace(",", "")
    with_unit = figure.kind is not Kind.PERCENT and printed.endswith(figure.unit)
    return text + figure.unit if with_unit else text


def _long(text: str) -> bool:
    """Would the number carry a separator if its writer set any?"""
    return len(text.lstrip("-").partition(".")[0]) > len("999")


def candidate(change: Change, speech: Speech) -> Candidate:
    """A change in words."""
    return Candidate(change.figure.place, change.figure.text, likely(change), speech.of(SLIPS[change.slip]))


def candidates(suspect: Suspect, speech: Speech) -> list[tuple[Candidate, ...]]:
    """All that would mend it, the likeliest first; several numbers in one where they are changed together."""
    ways = [suspect.changes, *suspect.alternatives] if suspect.changes else list(suspect.alternatives)
    return [tuple(candidate(change, speech) for change in way) for way in ways if way]


def mended(comparison: Comparison, changes: Sequence[Change]) -> Comparison | None:
    """The identity with the changed numbers in it; None where it cannot be reckoned again."""
    figures = ((each, each.figure) for each in changes)
    return remade(comparison, {
        (figure.place, figure.value): replace(figure, value=each.likely, text=likely(each)) for each, figure in figures
    })  # fmt: skip
