"""Several faults, one wrong number: name it, give the value that mends them all, and make one finding of them.

A figure is to blame when another value of it clears comparisons that disagree and breaks none that agree. Where two
figures would do equally well nothing is claimed and the findings stay as the rules made them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from gouji.model.comparison import solved_for, with_value
from gouji.model.figure import Figure
from gouji.model.filing import filed, in_order
from gouji.model.finding import Card, Change, Checked, Comparison, Finding, Outcome, Result, Severity, Shape, Suspect
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.slip import Slip
from gouji.model.standing import Standing

# A document with more faults than this has another trouble than one wrong number (a table in another unit, say).
MOST_FAULTS = 300
LOCATION = Card(
    name="one-wrong-number",
    title="几处不符由同一个数引起",
    title_en="several faults come from one number",
    basis="算术关系：改一个数而各条勾稽关系全部成立",
)
_GRAVITY = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Culprit:
    """A figure, the value it should have, and the comparisons that this one change clears."""

    figure: Figure
    likely: Decimal
    cleared: tuple[Comparison, ...]


def locate(report: Report, checked: Checked) -> Checked:
    """The findings with those that one wrong number explains made into one, at that number."""
    try:
        findings = _located(report, checked)
    except Exception as error:  # a fault of ours; the findings themselves must not be lost
        broken = Outcome(LOCATION, Result.BROKEN, reason=f"{type(error).__name__}: {error}")
        return replace(checked, outcomes=(*checked.outcomes, broken))
    return replace(checked, findings=tuple(in_order(findings)))


def _located(report: Report, checked: Checked) -> list[Finding]:
    field = _Field(checked)
    findings = list(checked.findings)
    while (culprit := field.next_culprit()) is not None:
        findings = list(_merged(report, findings, culprit))
    return findings


class _Field:
    """The comparisons of one document by the figures that take part in them."""

    def __init__(self, checked: Checked) -> None:
        judged = [
            (outcome.result, outcome.observation)
            for outcome in checked.outcomes
            if isinstance(outcome.observation, Comparison) and outcome.result is not Result.NOT_APPLICABLE
        ]
        self.document = checked.path
        self.failing = [each for result, each in judged if result is Result.DISAGREE and _linear(each)]
        self.holding: dict[Place, list[Comparison]] = defaultdict(list)
        for result, each in judged:
            if result is not Result.DISAGREE:
                for figure in each.figures:
                    self.holding[figure.place].append(each)

    def next_culprit(self) -> Culprit | None:
        """The figure that explains most of what still disagrees, if one alone does; its faults are then done with."""
        if not 2 <= len(self.failing) <= MOST_FAULTS:
            return None
        found = [best for figure in self._suspects() if (best := self._best_value(figure)) is not None]
        most = max((len(each.cleared) for each in found), default=0)
        leading = [each for each in found if len(each.cleared) == most]
        rivals = [each for each in leading if any(c in leading[0].cleared for c in each.cleared)]
        if most < 2 or len(rivals) > 1:
            return None
        self.failing = [each for each in self.failing if each not in leading[0].cleared]
        return leading[0]

    def _suspects(self) -> list[Figure]:
        figures = {figure.place: figure for each in self.failing for figure in each.figures}
        return [figure for place, figure in figures.items() if place.document == self.document and not figure.loose]

    def _best_value(self, figure: Figure) -> Culprit | None:
        concerned = [each for each in self.failing if any(figure.place == other.place for other in each.figures)]
        best: Culprit | None = None
        for value in dict.fromkeys(_proposals(figure, concerned)):
            cleared = tuple(each for each in concerned if _holds(with_value(each, figure, value)))
            if (best is None or len(cleared) > len(best.cleared)) and not self._breaks(figure, value):
                best = Culprit(figure, value, cleared)
        return best if best is not None and len(best.cleared) > 1 else None

    def _breaks(self, figure: Figure, value: Decimal) -> bool:
        """Would the value upset anything that agrees? What cannot be reckoned again counts as upset."""
        return any(not _holds(with_value(each, figure, value)) for each in self.holding[figure.place])


def _linear(comparison: Comparison) -> bool:
    """Can the comparison be reckoned again, and does that give its own verdict?"""
    return (
        comparison.relation == "="
        and comparison.shape in (Shape.SUM, Shape.QUOTIENT)
        and with_value(comparison, comparison.stated, comparison.stated.value) is comparison.verdict
    )


def _holds(verdict: Verdict | None) -> bool:
    return verdict in (Verdict.AGREE, Verdict.WITHIN_ROUNDING, Verdict.NOT_CHECKABLE)


def _proposals(figure: Figure, failing: Sequence[Comparison]) -> Iterator[Decimal]:
    """The values that would mend each comparison by themselves, as far as the figure could have been printed so.

    Short sums first: the fewer the addends, the less rounding blurs the value.
    """
    for each in sorted(failing, key=lambda comparison: len(comparison.terms)):
        solved = each if each.stated.place == figure.place else solved_for(each, figure)
        if solved is not None and solved.expected >= min(figure.value, Decimal(0)) and _printable(solved.expected, figure):
            yield solved.expected


def _printable(value: Decimal, figure: Figure) -> bool:
    """Could the figure have been printed with that value? Numbers too long to be amounts could not."""
    try:
        return not figure.step or value % figure.step == 0
    except InvalidOperation:
        return False


def _merged(report: Report, findings: Iterable[Finding], culprit: Culprit) -> Iterator[Finding]:
    """The findings without those the culprit explains, and the one that says so."""
    explained: list[Finding] = []
    for finding in findings:
        if isinstance(finding.observation, Comparison) and finding.observation in culprit.cleared and not finding.tail:
            explained.append(finding)
        else:
            yield finding
    explained.sort(key=lambda each: (each.at == culprit.figure.place, _GRAVITY[each.severity]), reverse=True)
    for finding in explained:
        if (observed := _seen_from(culprit, finding)) is not None:
            severity = max((each.severity for each in explained), key=_GRAVITY.__getitem__)
            against = tuple(term.figure.place for term in observed.terms)
            made = filed(report, finding.card, severity, culprit.figure.place, observed, against)
            change = Change(culprit.figure, culprit.likely, Slip.OTHER)
            yield replace(made, suspect=Suspect(Standing.LOCATED, (change,), culprit.cleared))
            return
    yield from explained


def _seen_from(culprit: Culprit, finding: Finding) -> Comparison | None:
    """A cleared comparison with the culprit as its stated figure and the likely value as what is expected."""
    observed = finding.observation
    if not isinstance(observed, Comparison):
        return None
    if observed.stated.place != culprit.figure.place:
        solved = solved_for(observed, culprit.figure)
        if solved is None:
            return None
        several = len(culprit.cleared)
        observed = replace(
            solved,
            title=f"这个数同时与 {several} 条勾稽关系不符",
            title_en=f"this figure disagrees with {several} identities at once",
        )
    return observed if observed.expected == culprit.likely else None
