"""The engine asked about identities of one document, and its answers told in figures and identities again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.engine.budget import Budget
from gouji.engine.diagnosis import CLEARLY_BETTER, Answer, Diagnosis, diagnose
from gouji.engine.document import Document, document
from gouji.engine.explanation import Explanation
from gouji.engine.layout import Layout
from gouji.engine.verdict import standings, verdict
from gouji.model.finding import Change, Comparison
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.slip import Slip
from gouji.model.standing import Standing
from gouji.repair.corrections import Corrections, corrected
from gouji.repair.evidence import Identity
from gouji.repair.scans.other_readings import readings
from gouji.repair.scans.recognition import priors

# For one question; a document is asked about twice at most.
SECONDS = 2.0
Edit = tuple[Change, ...]  # what is put right by one stroke: a number, or two neighbours exchanged


@dataclass(frozen=True, slots=True)
class Told:
    """A fault as the engine answers it: the identities that fail, the edits that mend them, and others as likely."""

    standing: Standing
    identities: tuple[Identity, ...]
    edits: tuple[Edit, ...]
    rivals: tuple[Edit, ...]
    spent: bool

    @property
    def changes(self) -> Edit:
        return tuple(change for edit in self.edits for change in edit)


@dataclass(frozen=True, slots=True)
class Asked:
    """The engine's answers with the identity behind each of its relations."""

    built: Document
    identities: tuple[Identity, ...]
    diagnosis: Diagnosis

    def answers(self) -> list[Told]:
        return [self._told(answer) for answer in self.diagnosis.answers]

    def of_rows(self, rows: Iterable[int]) -> tuple[Identity, ...]:
        """The identities of rows of the system."""
        relations = dict.fromkeys(self.built.system.relation_of[row] for row in sorted(rows))
        return tuple(self.identities[number] for number in relations)

    def _told(self, answer: Answer) -> Told:
        best, others = answer.fault.best, answer.fault.explanations[1:]
        alike = {cell for cells in answer.alike for cell in cells}
        rivals = [each for each in others if best and (each.cost - best.cost < CLEARLY_BETTER or each.cells <= alike)]
        concerned = tuple(self.identities[number] for number in answer.relations)
        edits = tuple(edits_of(self._changes(best))) if best else ()
        return Told(answer.standing, concerned, edits, tuple(map(self._changes, rivals)), answer.fault.spent)

    def _changes(self, explanation: Explanation) -> Edit:
        return tuple(
            Change(self.built.figures[each.cell], self.built.amount(each.cell, each.likely), each.slip)
            for each in explanation.changes
        )


def edits_of(changes: Edit) -> list[Edit]:
    """Changes by stroke: those of exchanged neighbours, which stand side by side, go together."""
    edits: list[Edit] = []
    for change in changes:
        if change.slip is Slip.SWAPPED and edits and len(edits[-1]) == 1 and edits[-1][0].slip is Slip.SWAPPED:
            edits[-1] = tuple(sorted((*edits[-1], change), key=lambda each: each.figure.place.ink.order))
        else:
            edits.append((change,))
    return edits


def ask(report: Report, identities: Sequence[Identity], corrections: Corrections) -> Asked:
    """What the engine makes of the identities, those figures put right that are known to be wrong."""
    made = [corrected(each.comparison, corrections) for each in identities]
    stating = {id(comparison): identity for comparison, identity in zip(made, identities, strict=True)}
    built = _agreed(made, report.path)
    system = built.system
    known = {(place, figure.value) for (place, _), figure in corrections.items()}
    right = [cell for cell, figure in enumerate(built.figures) if (figure.place, figure.value) in known]
    system.fixed |= frozenset(right)
    system.priors = priors(report, built.figures)
    system.readings = dict(readings(report, built))
    layout = Layout.of(built.figures, {table.form for table in report.tables})
    diagnosis = diagnose(system, layout, Budget(seconds=SECONDS))
    return Asked(built, tuple(stating[id(each)] for each in built.comparisons), diagnosis)


def _agreed(comparisons: Sequence[Comparison], own: str) -> Document:
    """The system of those that the engine judges as their rule does; the others have no say."""
    built = document(comparisons, own=own)
    told = standings(built.system, verdict(built.system))
    agreed = [
        each for each, standing in zip(built.comparisons, told, strict=True)
        if (standing is Standing.VIOLATED) == (each.verdict is Verdict.DISAGREE)
    ]  # fmt: skip
    return built if len(agreed) == len(built.comparisons) else document(agreed, own=own)
