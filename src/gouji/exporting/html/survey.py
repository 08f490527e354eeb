"""Every spot of the documents that something is known about: numbered, with its colour and its sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from gouji.model.examination import Examination
from gouji.model.finding import Card, Comparison, Finding, Outcome, Remark, Result, Severity
from gouji.model.place import Place

Colour = Literal["error", "warning", "vouched", "unvouched", "plain"]

_SHOWN = (Result.AGREE, Result.WITHIN_ROUNDING, Result.DISAGREE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A comparison and what came of it."""

    card: Card
    result: Result
    severity: Severity
    comparison: Comparison


@dataclass(slots=True)
class Survey:
    """The spots in order of their numbers, and what is known of them."""

    places: list[Place] = field(default_factory=list)
    weighed: list[Weighed] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    _numbers: dict[Place, int] = field(default_factory=dict)
    _figures: set[Place] = field(default_factory=set)
    _held: set[Place] = field(default_factory=set)
    _faults: dict[Place, set[Severity]] = field(default_factory=dict)

    def number(self, place: Place) -> int:
        """The number of a spot; a new one gets the next."""
        if place not in self._numbers:
            self._numbers[place] = len(self.places)
            self.places.append(place)
        return self._numbers[place]

    def colour(self, place: Place) -> Colour:
        """What a spot's colour tells: the gravest fault found at it, else whether anything vouches for its figure."""
        faults = self._faults.get(place, set())
        if Severity.ERROR in faults:
            return "error"
        if Severity.WARNING in faults:
            return "warning"
        if place not in self._figures:
            return "plain"
        return "vouched" if place in self._held else "unvouched"

    def noted(self, place: Place) -> bool:
        """Is there a note about the spot?"""
        return Severity.NOTE in self._faults.get(place, set())

    def is_figure(self, place: Place) -> bool:
        """Is the spot a printed number rather than a phrase?"""
        return place in self._figures

    def add_figures(self, places: Iterable[Place]) -> None:
        """Figures that were read, whatever is known of them."""
        for place in places:
            self.number(place)
            self._figures.add(place)

    def add_outcome(self, outcome: Outcome) -> None:
        """A comparison with all who take part in it; other outcomes have no spot."""
        comparison = outcome.observation
        if not isinstance(comparison, Comparison) or outcome.result not in _SHOWN:
            return
        places = [comparison.stated.place, *(term.figure.place for term in comparison.terms)]
        self.add_figures(places)
        if outcome.result is not Result.DISAGREE:
            self._held.update(places)
        severity = comparison.severity or outcome.card.severity
        self.weighed.append(Weighed(outcome.card, outcome.result, severity, comparison))

    def add_finding(self, finding: Finding) -> None:
        """The spot a finding points at and those it was held against."""
        for place in (finding.at, *finding.against):
            self.number(place)
        self._faults.setdefault(finding.at, set()).add(finding.severity)
        if isinstance(finding.observation, Remark):
            self.remarks.append(finding)


def survey(examination: Examination) -> Survey:
    """Number the spots of all documents."""
    made = Survey()
    for document in examination.documents:
        made.add_figures(figure.place for figure in document.report.figures())
    for document in examination.documents:
        for outcome in document.checked.outcomes:
            made.add_outcome(outcome)
        for finding in document.checked.findings:
            made.add_finding(finding)
    return made
