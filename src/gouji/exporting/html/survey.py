"""Every spot of the documents that something is known about: numbered, with its colour and its sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from gouji.model.examination import Examination
from gouji.model.finding import Card, Comparison, Finding, Look, Outcome, Remark, Result, Severity, Suspect
from gouji.model.place import Place
from gouji.model.standing import Standing

Colour = Literal["error", "warning", "vouched", "once", "disputed", "unvouched", "plain"]

_NOBODY = Look()
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
    suspected: list[Finding] = field(default_factory=list)
    _looks: dict[Place, Look] = field(default_factory=dict)
    _faults: dict[Place, set[Severity]] = field(default_factory=dict)
    _explained: set[Place] = field(default_factory=set)
    _located: set[Place] = field(default_factory=set)
    _candidates: set[Place] = field(default_factory=set)

    def number(self, place: Place) -> int:
        """The number of a spot; a new one gets the next."""
        if place not in self._numbers:
            self._numbers[place] = len(self.places)
            self.places.append(place)
        return self._numbers[place]

    def colour(self, place: Place) -> Colour:
        """What a spot's colour tells: the gravest fault found at it, else how many identities vouch for its figure."""
        faults = self._faults.get(place, set())
        if Severity.ERROR in faults:
            return "error"
        if Severity.WARNING in faults:
            return "warning"
        if place not in self._figures:
            return "plain"
        look = self.look(place)
        if not look.hold:
            return "disputed" if look.identities else "unvouched"
        return "once" if look.hold == 1 else "vouched"

    def look(self, place: Place) -> Look:
        """How many identities look at a figure, and how many of them hold."""
        return self._looks.get(place, _NOBODY)

    def suspicion(self, place: Place) -> Literal["suspect", "candidate", ""]:
        """Is the spot a number taken for wrong, or one of several that may be?"""
        if place in self._located:
            return "suspect"
        return "candidate" if place in self._candidates else ""

    def marks_suspects_in(self, path: str) -> bool:
        """Is any number of a document marked as one that may be wrong, beside the places of the findings?"""
        return any(place.document == path for place in (*self._candidates, *self._located))

    def explained(self, comparison: Comparison) -> bool:
        """Do all identities together say which number makes this one fail?"""
        return comparison.stated.place in self._explained

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
        for place in places:
            self._looks.setdefault(place, Look(1, int(outcome.result is not Result.DISAGREE)))
        severity = comparison.severity or outcome.card.severity
        self.weighed.append(Weighed(outcome.card, outcome.result, severity, comparison))

    def add_finding(self, finding: Finding) -> None:
        """The spot a finding points at and those it was held against."""
        for place in (finding.at, *finding.against):
            self.number(place)
        self._faults.setdefault(finding.at, set()).add(finding.severity)
        if isinstance(finding.observation, Remark):
            self.remarks.append(finding)
        if finding.suspect:
            self._suspect(finding, finding.suspect)

    def add_looks(self, looks: Mapping[Place, Look]) -> None:
        """What is known of the figures of a document; to be told before its outcomes."""
        self._looks.update(looks)

    def _suspect(self, finding: Finding, suspect: Suspect) -> None:
        """Every number that may be wrong is a spot, and marked as such beside the finding's own."""
        self.suspected.append(finding)
        if suspect.changes and suspect.standing in (Standing.LOCATED, Standing.ONE_OF):
            self._explained.update(comparison.stated.place for comparison in suspect.clears)
        named = self._candidates if suspect.standing is Standing.ONE_OF else self._located
        for changes in (suspect.changes, *suspect.alternatives * (suspect.standing is Standing.ONE_OF)):
            places = [change.figure.place for change in changes]
            self.add_figures(places)
            named.update(place for place in places if place != finding.at or named is self._candidates)


def survey(examination: Examination) -> Survey:
    """Number the spots of all documents."""
    made = Survey()
    for document in examination.documents:
        made.add_figures(figure.place for figure in document.report.figures())
        made.add_looks(document.checked.looks)
    for document in examination.documents:
        for outcome in document.checked.outcomes:
            made.add_outcome(outcome)
        for finding in document.checked.findings:
            made.add_finding(finding)
    return made
