"""Scores of cases: how often the wrong number is found, named and mended, and how true a claim to have located it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from printed_cases import Case, Error
from printed_subjects import Key
from printed_wholes import Fault

from gouji.model.finding import Finding
from gouji.model.report import Report
from gouji.model.standing import Standing, Whole

TITLES = {
    "slips": "By number of errors in the document", "kinds": "By kind of error, one in a document",
    "looks": "By identities that look at the figure, one error in a document", "documents": "By document",
}  # fmt: skip
SAYING = {Whole.UNIT: "table-is-in-another-unit", Whole.LOST_ROW: "detail-row-is-missing", Whole.DOUBLED_ROW: "code-appears-twice"}
WHOLE_HEAD = ["faults", "found", "said as such", "findings each", "claims of single numbers right"]
HEAD = ["errors", "found", "at it", "first", "among", "value", "claims right", "findings each", "false"]


@dataclass
class Tally:
    """Counts over cases. `claims`: findings that say LOCATED; `near`: named, or among the alternatives."""

    errors: int = 0
    found: int = 0
    faults: int = 0  # found, an exchange of two counted once
    at: int = 0
    first: int = 0
    near: int = 0
    value: int = 0
    findings: int = 0  # that concern an error
    false: int = 0
    claims: int = 0
    right: int = 0

    def row(self) -> list[str]:
        return [
            str(self.errors), *(_share(count, self.errors) for count in (self.found, self.at, self.first, self.near, self.value)),
            f"{self.right} of {self.claims}", f"{self.findings / self.faults:.2f}" if self.faults else "–", str(self.false),
        ]  # fmt: skip


@dataclass
class WholeTally:
    """Faults of whole tables: how many were said to be such, and what else was said."""

    faults: int = 0
    found: int = 0
    said: int = 0
    findings: int = 0
    claims: int = 0  # of single numbers said to be located
    right: int = 0  # in the row that is at fault

    def row(self) -> list[str]:
        """The cells of the printed table."""
        found = f"{self.findings / self.found:.2f}" if self.found else "–"
        return [str(self.faults), _share(self.found, self.faults), _share(self.said, self.faults), found, f"{self.right} of {self.claims}"]


@dataclass
class Results:
    """Tallies by how many errors, by kind, by how many identities look, and by document; and what went wrong."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    wrong: list[str] = field(default_factory=list)
    grounds: Counter[tuple[str, bool]] = field(default_factory=Counter)  # made documents, and whether errors are seen in them
    unread: int = 0  # cases whose errors could not be read back one by one
    blanks: Tally = field(default_factory=Tally)
    wholes: dict[str, WholeTally] = field(default_factory=lambda: defaultdict(WholeTally))

    def add(self, case: Case | None) -> None:
        """Score a case. By kind and by looks only what has one error, so that findings belong to it."""
        if case is None:
            self.unread += 1
            return
        groups = [("documents", case.group), ("slips", str(case.slips))]
        if case.slips == 1 and case.errors:
            looks = case.errors[0].looks
            groups += [("kinds", case.errors[0].kind), ("looks", str(looks) if looks < 3 else "3 or more")]
        tallies = [self.tallies[by][name] for by, name in groups]
        for error in case.errors:
            for tally in tallies:
                _score(tally, case, error)
        keys = {error.key for error in case.errors}
        found = {error.slip for error in case.errors if any(error.key in case.concerned(each) for each in case.findings)}
        concerned = [bool(case.concerned(finding) & keys) for finding in case.findings]
        for tally in tallies:
            tally.faults += len(found)
            tally.findings += sum(concerned)
            tally.false += len(concerned) - sum(concerned)
        for finding, about in zip(case.findings, concerned, strict=True):
            self._claim(tallies, case, finding, keys)
            if not about:
                self.wrong.append(f"FALSE {_told(case, finding)}")

    def blank(self, case: Case | None) -> None:
        """Score a case of a number that is missing altogether: nothing stands there that could be named."""
        if case is None:
            return
        (error,) = case.errors
        keys = {error.key}
        _score(self.blanks, case, error)
        self.blanks.found += bool(case.findings)
        self.blanks.faults += bool(case.findings)
        self.blanks.findings += len(case.findings)
        for finding in case.findings:
            self._claim([self.blanks], case, finding, keys)

    def whole(self, fault: Fault, report: Report, findings: Sequence[Finding]) -> None:
        """Score a fault of a whole table."""
        tally = self.wholes[fault.kind.value]
        tally.faults += 1
        tally.found += bool(findings)
        tally.findings += len(findings)
        tally.said += any(_says(finding, fault) for finding in findings)
        for finding in findings:
            suspect = finding.suspect
            if suspect and suspect.standing is Standing.LOCATED and not suspect.whole:
                places = [change.figure.place for change in suspect.changes]
                right = all(fault.row and fault.row in place.row for place in places)
                tally.claims, tally.right = tally.claims + 1, tally.right + right
                if not right:
                    named = [(change.figure.text, str(change.likely)) for change in suspect.changes]
                    self.wrong.append(f"WHOLE {fault} ⇒ {finding.card.name} at {finding.at.label} {finding.at.text} {named}")

    def told(self) -> list[str]:
        """The tables of the page."""
        seen = sum(count for (_, is_seen), count in self.grounds.items() if is_seen)
        lines = [f"Documents as made: {sum(self.grounds.values())}, with errors or warnings: {seen}. Cases left out: {self.unread}.", ""]
        for by, title in TITLES.items():
            lines += [f"## {title}", "", f"| | {' | '.join(HEAD)} |", "|---|" + "---|" * len(HEAD)]
            lines += [f"| {name} | {' | '.join(tally.row())} |" for name, tally in sorted(self.tallies[by].items())]
            if by == "kinds":
                lines.append(f"| box left blank | {' | '.join(self.blanks.row())} |")
            lines.append("")
        lines += ["## Claims by identities cleared", "", "| | claims right |", "|---|---|"]
        lines += [f"| {name} | {one.right} of {one.claims} |" for name, one in sorted(self.tallies["evidence"].items())]
        lines += ["", "## Whole tables", "", f"| | {' | '.join(WHOLE_HEAD)} |", "|---|" + "---|" * len(WHOLE_HEAD)]
        return lines + [f"| {name} | {' | '.join(tally.row())} |" for name, tally in self.wholes.items()]

    def _claim(self, tallies: Sequence[Tally], case: Case, finding: Finding, keys: set[Key]) -> None:
        suspect = finding.suspect
        if suspect is None or suspect.standing is not Standing.LOCATED:
            return
        right = bool(suspect.changes) and {case.key(change.figure.place) for change in suspect.changes} <= keys
        evidence = self.tallies["evidence"][str(len(suspect.clears)) if len(suspect.clears) < 4 else "4 or more"]
        evidence.claims, evidence.right = evidence.claims + 1, evidence.right + right
        for tally in tallies:
            tally.claims += 1
            tally.right += right
        if not right:
            self.wrong.append(f"CLAIM {_told(case, finding)}")


def _says(finding: Finding, fault: Fault) -> bool:
    whole = finding.suspect.whole if finding.suspect else None
    return whole is fault.kind or finding.card.name == SAYING.get(fault.kind)


def _score(tally: Tally, case: Case, error: Error) -> None:
    about = [finding for finding in case.findings if error.key in case.concerned(finding)]
    suspects = [finding.suspect for finding in about if finding.suspect]
    first = [change for suspect in suspects for change in suspect.changes if case.key(change.figure.place) == error.key]
    others = [change for suspect in suspects for each in suspect.alternatives for change in each]
    tally.errors += 1
    tally.found += bool(about)
    tally.at += any(case.key(finding.at) == error.key for finding in about)
    tally.first += bool(first)
    tally.near += bool(first) or any(case.key(change.figure.place) == error.key for change in others)
    tally.value += any(change.likely == error.right.value for change in first)


def _told(case: Case, finding: Finding) -> str:
    """A case and a finding in one line, to look at."""
    errors = "; ".join(f"{e.kind} {'·'.join(e.key[:3])} {e.right.text} seen by {e.looks}" for e in case.errors)
    suspect = finding.suspect
    named = suspect and [(change.figure.text, str(change.likely), change.slip.value) for change in suspect.changes]
    standing = (suspect.whole or suspect.standing) if suspect else "–"
    return f"[{case.group}] {errors or 'nothing'} ⇒ {finding.card.name} at {finding.at.label} {finding.at.text} {standing} {named}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"
