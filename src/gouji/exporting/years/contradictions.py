"""What the rules found to differ between documents, numbered body by body, and where it is to be marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gouji.model.chain import IndicatorLine, ProjectLine, Record
from gouji.model.examination import Examination
from gouji.model.finding import Finding, Severity
from gouji.model.place import Place

MOST_PLACES = 8
_GRAVITY = {severity: number for number, severity in enumerate(Severity)}
_Key = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A finding that rests on several documents. `places` are the stated one and what it was held against."""

    number: int
    finding: Finding
    places: tuple[Place, ...]
    year: int | None = None  # of the document of the stated one
    more: int = 0  # places that are left out

    @property
    def remark(self) -> bool:
        """Is it worth a look rather than wrong?"""
        return self.finding.severity is Severity.NOTE


@dataclass(frozen=True, slots=True)
class Found:
    """The contradictions of a body: `all` in order, those of a spot."""

    all: tuple[Contradiction, ...] = ()
    inside: int = 0  # errors and warnings that concern one document alone
    _spots: Mapping[_Key, list[int]] = field(default_factory=dict)

    @property
    def grave(self) -> list[Contradiction]:
        return [one for one in self.all if not one.remark]

    def of_year(self, year: int) -> list[int]:
        """Those that stand in a document of the year, what is only worth a look left out."""
        return [one.number for one in self.grave if one.year == year]

    def kind(self, number: int) -> str:
        """How a mark with that number looks: apart where it is no more than worth a look."""
        return " remark" if self.all[number - 1].remark else ""

    def bad(self, place: Place) -> bool:
        """Does something stand here that contradicts another document?"""
        return any(not self.all[number - 1].remark for number in self.at(place))

    def at(self, *places: Place | None) -> list[int]:
        """The numbers of those that stand at any of the places."""
        met = {number for place in places if place is not None for number in self._spots.get(_key(place), ())}
        return sorted(met)

    def of_indicator(self, line: IndicatorLine) -> list[int]:
        return self.at(*(place for year in line.years for one in year.stated for place in _of_stated(one)))

    def of_project(self, line: ProjectLine) -> list[int]:
        """Those at the project itself, at its money or at one of its indicators."""
        places = [place for year in line.years for _, place in year.places]
        places += [one.figure.place for year in line.years for one in year.money.amounts]
        places += [one.place for year in line.years for one in (year.rate, year.total) if one is not None]
        within = (number for indicator in line.indicators for number in self.of_indicator(indicator))
        return sorted({*self.at(*places), *within})


def _of_stated(one: object) -> Iterator[Place]:
    for name in ("place", "weight", "score"):
        value = getattr(one, name)
        if value is not None:
            yield value if isinstance(value, Place) else value.place


def contradictions(record: Record, examination: Examination) -> Found:
    """Those whose stated figure stands in a document of the body."""
    own = {report.path: report.year for report in record.reports}
    findings = [each for one in examination.documents if one.report.path in own for each in one.checked.findings]
    across = [finding for finding in findings if _is_across(finding)]
    inside = sum(not _is_across(finding) and finding.severity is not Severity.NOTE for finding in findings)
    ordered = sorted(across, key=lambda finding: (_GRAVITY[finding.severity], own.get(finding.at.document) or 0))
    found = tuple(
        _told(number, finding, own.get(finding.at.document)) for number, finding in enumerate(ordered, start=1)
    )
    spots: dict[_Key, list[int]] = {}
    for one in found:
        for place in (one.finding.at, *one.finding.against):
            listed = spots.setdefault(_key(place), [])
            if one.number not in listed:
                listed.append(one.number)
    return Found(found, inside, spots)


def _is_across(finding: Finding) -> bool:
    return finding.card.across or len({place.document for place in (finding.at, *finding.against)} - {""}) > 1


def _told(number: int, finding: Finding, year: int | None) -> Contradiction:
    places = tuple(dict.fromkeys((finding.at, *finding.against)))
    return Contradiction(number, finding, places[:MOST_PLACES], year, max(0, len(places) - MOST_PLACES))


def _key(place: Place) -> _Key:
    return place.document, place.ink.line, place.ink.column


def shown_first(projects: Sequence[ProjectLine]) -> list[ProjectLine]:
    """The projects by their highest amount of any year, those without money last."""

    def most(line: ProjectLine) -> float:
        amounts = (one.figure.yuan or 0 for year in line.years for one in year.money.amounts)
        return float(max(amounts, default=0))

    return sorted(projects, key=most, reverse=True)
