"""Documents examined together: what was read and found in each, which files failed, which were passed over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gouji.model.finding import Checked, Comparison, Coverage, Finding, Result, Severity
from gouji.model.law import standing
from gouji.model.report import Report
from gouji.model.rounding import Tolerance
from gouji.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Examined:
    """One document as read, and what the rules said of it."""

    report: Report
    checked: Checked

    def found(self, severity: Severity) -> list[Finding]:
        """The findings of one severity, in the order of the document."""
        return [finding for finding in self.checked.findings if finding.severity is severity]

    def comparisons(self) -> dict[Result, int]:
        """How many comparisons came out which way; rules that ran and had nothing to compare are not counted."""
        counts = dict.fromkeys(Result, 0)
        for outcome in self.checked.outcomes:
            counts[outcome.result] += isinstance(outcome.observation, Comparison)
        return counts

    def standings(self) -> Counter[Standing]:
        """How many identities are consistent, improbable, in need of a hidden amount, not checkable, violated."""
        return Counter(
            Standing.NOT_CHECKABLE if outcome.result is Result.NOT_APPLICABLE else standing(outcome.observation)
            for outcome in self.checked.outcomes
            if isinstance(outcome.observation, Comparison)
        )

    def results(self) -> dict[Result, int]:
        """How many outcomes there are of each kind."""
        counts = dict.fromkeys(Result, 0)
        for outcome in self.checked.outcomes:
            counts[outcome.result] += 1
        return counts


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: which, why, and what to do about it."""

    path: str
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that was passed over, and why."""

    path: str
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of a set of paths given together, each list in the order of the paths."""

    documents: tuple[Examined, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    tolerance: Tolerance = Tolerance.STRICT  # by which all of it was judged

    def count(self, severity: Severity) -> int:
        """How many findings of one severity all documents have together."""
        return sum(len(document.found(severity)) for document in self.documents)

    @property
    def coverage(self) -> Coverage:
        """The coverage of all documents added up."""
        parts = [document.checked.coverage for document in self.documents]
        return Coverage(
            sum(part.figures for part in parts),
            sum(part.vouched for part in parts),
            sum(part.unvouched for part in parts),
            sum(part.unread for part in parts),
            sum(part.once for part in parts),
        )


@dataclass(frozen=True, slots=True)
class Gathered:
    """What reading a set of paths gave, before any rule is asked."""

    reports: tuple[Report, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()
