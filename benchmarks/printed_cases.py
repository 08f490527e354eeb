"""Cases: documents with errors printed into them, and the findings that they have beyond those they had without."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from printed_slips import BLANK, EXCHANGED, KINDS, SLIPS
from printed_subjects import Key, Subject, keyed

from gouji.model.figure import Figure
from gouji.model.finding import Checked, Comparison, Finding, Severity
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.repair.locate import locate
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

RULES = [rule for rule in all_rules() if not rule.card.across]
Changed = tuple[int, str, str]  # which slip, its kind, the text printed
GRAVE = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Error:
    """One wrong number, and what it should be. `slip` counts the slips of its document: an exchange has two numbers.

    `looks`: how many identities look at it.
    """

    slip: int
    kind: str
    key: Key
    right: Figure
    looks: int


@dataclass
class Case:
    """A document with errors in it, and the findings that it has beyond those it had without them."""

    group: str
    slips: int
    errors: list[Error]
    findings: list[Finding]
    keys: dict[Place, Key]

    def key(self, place: Place) -> Key:
        return self.keys.get(place, (place.form, place.row, place.field, 0))

    def concerned(self, finding: Finding) -> set[Key]:
        """All figures that a finding is about: those of its sum, and those that its suspect speaks of."""
        places = {finding.at, *finding.against}
        if isinstance(finding.observation, Comparison):
            places |= {figure.place for figure in finding.observation.figures}
        if finding.suspect:
            places |= {figure.place for each in finding.suspect.clears for figure in each.figures}
            for changes in (finding.suspect.changes, *finding.suspect.alternatives):
                places |= {change.figure.place for change in changes}
        return {self.key(place) for place in places}


def checked(report: Report) -> Checked:
    """What the product says of a report by itself."""
    return locate(report, ruled(report))


def ruled(report: Report) -> Checked:
    """What the rules say, before anything is located."""
    return check([report], RULES)[0]


def grave(findings: Iterable[Finding], known: Counter[str] | None = None) -> list[Finding]:
    """Errors and warnings beyond those that were there before."""
    left = Counter(known)
    new = []
    for finding in findings:
        if finding.severity in GRAVE:
            left[finding.fingerprint] -= 1
            new += [finding] if left[finding.fingerprint] < 0 else []
    return new


class Ground:
    """A document as it is, with what is said of it, to put errors into."""

    def __init__(self, group: str, subject: Subject) -> None:
        self.group, self.subject = group, subject
        report = subject.read({})
        answer = checked(report)
        self.figures = keyed(report)
        rules = ruled(report)
        said = [Counter(each.fingerprint for each in grave(found)) for found in (answer.findings, rules.findings)]
        self.known = said[0] | said[1]
        odd = [each for each in rules.findings if not each.tail]
        self.odd = {(each.card.name, each.at.form, each.at.row, each.at.field) for each in odd}
        self.odd |= {(each.card.name, each.at.text, "", "") for each in odd}  # once more, in words of its own
        self.looks = {key: answer.looks.get(figure.place) for key, figure in self.figures.items()}

    def case(self, chance: random.Random, count: int, kinds: Sequence[str] = KINDS) -> Case | None:
        """The document with so many slips; None where they could not be read back one by one."""
        changed = drawn(chance, self.subject, count, kinds)
        report = self.subject.read({number: text for number, (_, _, text) in changed.items()})
        now = keyed(report)
        differing = [key for key, figure in self.figures.items() if key not in now or now[key].text != figure.text]
        if len(differing) != len(changed):
            return None
        errors = [self._error(key, now, changed) for key in differing]
        if any(error is None for error in errors):
            return None
        keys = {figure.place: key for key, figure in now.items()}
        findings = [each for each in grave(checked(report).findings, self.known) if not self._is_odd(each)]
        return Case(self.group, count, [each for each in errors if each], findings, keys)

    def _is_odd(self, finding: Finding) -> bool:
        """Was it said of the clean document already, be it as a note, or does it rest on what was?"""
        clears = finding.suspect.clears if finding.suspect else ()
        stated = [finding.at, *(each.stated.place for each in clears)]
        name = finding.card.name
        known = any((name, place.form, place.row, place.field) in self.odd for place in stated)
        return known or (name, finding.at.text, "", "") in self.odd

    def _error(self, key: Key, now: dict[Key, Figure], changed: dict[int, Changed]) -> Error | None:
        right, looks = self.figures[key], self.looks[key]
        printed = now[key].text if key in now else ""
        for number, (slip, kind, text) in changed.items():
            if text in printed and self.subject.numbers[number] in right.text:
                return Error(slip, kind, key, right, looks.identities if looks else 0)
        return None


def drawn(chance: random.Random, subject: Subject, count: int, kinds: Sequence[str] = KINDS) -> dict[int, Changed]:
    """So many slips by number of the figure. An exchange changes two figures."""
    changed: dict[int, Changed] = {}
    slips = 0
    while slips < count and subject.numbers:
        kind, number = chance.choice(list(kinds)), chance.randrange(len(subject.numbers))
        made = _slipped(chance, subject, kind, number)
        if made and not made.keys() & changed.keys():
            changed |= {place: (slips, kind, text) for place, text in made.items()}
            slips += 1
    return changed


def _slipped(chance: random.Random, subject: Subject, kind: str, number: int) -> dict[int, str]:
    text = subject.numbers[number]
    if kind == BLANK:
        return {number: ""}
    if kind == EXCHANGED:
        near = [other for other in subject.neighbours(number) if subject.numbers[other] != text]
        other = chance.choice(near) if near else number
        return {number: subject.numbers[other], other: text} if near else {}
    made = SLIPS[kind](chance, text)
    return {number: made} if made is not None and made != text else {}
