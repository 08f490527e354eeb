"""One finding at a wrong number, made of all findings that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gouji.model.comparison import solved_for
from gouji.model.filing import filed
from gouji.model.finding import Change, Comparison, Finding, Suspect
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.repair.evidence import GRAVITY


@dataclass(frozen=True, slots=True)
class Gathered:
    """The findings of a document as they stand, and how to make one of several of them."""

    report: Report
    findings: list[Finding]

    def at_the_number(self, suspect: Suspect, cleared: Iterable[Comparison], note: tuple[str, str] = ("", "")) -> bool:
        """Make one finding of those whose comparisons are cleared, at the first changed number. False if there are none."""
        explained = self.of(cleared)
        if not explained:
            return False
        change = suspect.changes[0]
        chosen = min(explained, key=lambda each: _rank(each, change))
        made = replace(_moved(self.report, chosen, change, len(suspect.clears), note), suspect=suspect)
        self.replace(explained, made)
        return True

    def attach(self, suspect: Suspect, concerned: Iterable[Comparison]) -> None:
        """Leave the findings as the rules made them, and say of each what is known of the number behind it."""
        known = {id(each) for each in concerned}
        self.findings[:] = [
            replace(each, suspect=suspect) if id(each.observation) in known and not each.tail and each.suspect is None else each
            for each in self.findings
        ]

    def of(self, comparisons: Iterable[Comparison]) -> list[Finding]:
        """The findings that these comparisons made."""
        known = {id(each) for each in comparisons}
        return [each for each in self.findings if id(each.observation) in known and not each.tail]

    def replace(self, explained: Sequence[Finding], made: Finding) -> None:
        """Put one finding in the place of several."""
        gone = {id(each) for each in explained}
        self.findings[:] = [each for each in self.findings if id(each) not in gone]
        self.findings.append(made)


def _rank(finding: Finding, change: Change) -> tuple[int, bool, bool, bool]:
    """The gravest first; of these the one that plainly reckons the value the number should have, at its own place."""
    seen = _seen_from(finding, change)
    plain = seen.stated.place == change.figure.place
    return -GRAVITY[finding.severity], not plain, not (plain and seen.expected == change.likely), finding.at != change.figure.place


def _seen_from(finding: Finding, change: Change) -> Comparison:
    """The comparison of a finding with the changed number as its stated one, where it can be solved for it."""
    observed = finding.observation
    assert isinstance(observed, Comparison)  # only those are gathered
    if observed.stated.place == change.figure.place:
        return observed
    solved = solved_for(observed, change.figure)
    if solved is None:
        return observed
    return replace(solved, title=observed.title, title_en=observed.title_en)


def _moved(report: Report, chosen: Finding, change: Change, several: int, note: tuple[str, str]) -> Finding:
    """The chosen finding at the number, under the title that says how many identities it breaks."""
    seen, at = _seen_from(chosen, change), change.figure.place
    if several > 1:
        seen = replace(
            seen,
            title=f"这个数同时与 {several} 条勾稽关系不符",
            title_en=f"this figure disagrees with {several} identities at once",
        )
    if note[0]:
        joined = "；".join(filter(None, (note[0], seen.note)))
        seen = replace(seen, note=joined, note_en="; ".join(filter(None, (note[1], seen.note_en))))
    if seen is chosen.observation and chosen.at == at:
        return chosen
    return filed(report, chosen.card, chosen.severity, at, seen, _against(seen, at))


def _against(seen: Comparison, at: Place) -> tuple[Place, ...]:
    """What the number is held against: the other figures, each once."""
    return tuple(dict.fromkeys(figure.place for figure in seen.figures if figure.place != at))
