"""From the engine's answers to findings: one at each located number, and what may be said of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gouji.model.figure import Figure, Kind
from gouji.model.finding import Change, Checked, Comparison, Suspect
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.slip import Slip
from gouji.model.standing import Standing
from gouji.repair.asking import Asked, Edit, Told
from gouji.repair.corrections import correcting, holds_with, touches
from gouji.repair.evidence import Identity
from gouji.repair.gathering import Gathered
from gouji.repair.hearing import heard
from gouji.repair.refining import refined
from gouji.repair.tables.moved import moved_row
from gouji.repair.tables.whole import Explained, explained_by, row_moved

FEWEST_MERGED = 2  # identities that one of several numbers must explain for its findings to become one
MOST_RIVALS = 12
MOST_MOVED = 4  # rows of one document that are tried


@dataclass(slots=True)
class Case:
    """One document being put right in thought: findings, what fails, and the figures known to be wrong as they should be."""

    gathered: Gathered
    failing: list[Identity]
    right: Report  # rows that are lost, doubled or moved put right
    corrections: dict[tuple[Place, Decimal], Figure] = field(default_factory=dict)
    settled: set[Identity] = field(default_factory=set)  # faults of whole tables are no matter of single figures any more

    def open(self) -> list[Identity]:
        """What fails still, those figures put right."""
        left = [each for each in self.failing if each not in self.settled]
        return [each for each in left if not holds_with(each.comparison, self.corrections)]

    def accept(self, asked: Asked) -> None:
        """Faults of whole tables and located numbers: what later questions take for granted."""
        for answer in asked.diagnosis.structural:
            self._settle(explained_by(self.gathered, self.right, asked, answer, self.failing))
        for told in asked.answers():
            if told.standing is Standing.LOCATED and self._proven(told) and self._borne_out(told):
                self._locate(refined(told, self.failing))

    def move_rows(self, checked: Checked) -> None:
        """Rows that stand a box too far, asked for before anything else: a blank box is nothing to the engine."""
        for _ in range(MOST_MOVED):
            slid = moved_row(self.right, checked, self.open())
            if slid is None:
                return
            self._settle(row_moved(self.gathered, slid, self.open()))
            checked = heard(slid.report, {outcome.card.name for outcome in checked.outcomes})

    def _settle(self, whole: Explained) -> None:
        self.settled.update(whole.identities)
        self.corrections.update(whole.corrections)
        self.right = whole.report

    def say(self, asked: Asked) -> None:
        """What may be said of the faults that no number was located for."""
        unsettled = set(self.open()).intersection(asked.identities)
        for told in asked.answers():
            if any(each in unsettled for each in told.identities):
                self._say(told)
            unsettled.difference_update(told.identities)
        self._attach(Suspect(Standing.NOT_LOCATED), unsettled)

    def _proven(self, told: Told) -> bool:
        """Do all its identities hold with the changes, by the judgement of the rules themselves?"""
        right = {**self.corrections, **correcting(told.changes)}
        return bool(told.changes) and all(holds_with(each.comparison, right) for each in told.identities)

    def _borne_out(self, told: Told) -> bool:
        """Does more than sentences about sentences tell it? A rate reckoned from a wrong difference fails with it.

        Both would be explained by the very figure they were reckoned from, though that may be right.
        """
        if any(each.grave for each in told.identities):
            return True
        forms = {table.form for table in self.gathered.report.tables}
        if any(figure.place.form in forms for each in told.identities for figure in each.comparison.figures):
            return True
        stated = {each.comparison.stated.place for each in told.identities}
        return len(told.identities) == 1 and {change.figure.place for change in told.changes} == stated

    def _locate(self, told: Told) -> None:
        right = {**self.corrections, **correcting(told.changes)}
        concerned = [each for each in self.failing if touches(each.comparison, correcting(told.changes))]
        cleared = [each for each in concerned if each not in self.settled and holds_with(each.comparison, right)]
        for edit, share in _shares(told.edits, [each for each in cleared if not self._holds(each)]):
            suspect = Suspect(told.standing, edit, tuple(each.comparison for each in share))
            self.gathered.at_the_number(suspect, _stated(share, right), _together(edit, told.edits, cleared))
        self.corrections.update(right)

    def _holds(self, identity: Identity) -> bool:
        return holds_with(identity.comparison, self.corrections)

    def _say(self, told: Told) -> None:
        rivals, proven, borne_out = _worth_naming(told.rivals), self._proven(told), self._borne_out(told)
        refuted = told.standing is Standing.LOCATED or told.standing is Standing.ONE_OF and not proven
        standing = Standing.NOT_LOCATED if refuted else told.standing
        if standing is Standing.ONE_OF and borne_out and _one_number(told):
            suspect = Suspect(standing, told.edits[0], _comparisons(told), told.rivals[:MOST_RIVALS])
            right = {**self.corrections, **correcting(told.changes)}
            if self.gathered.at_the_number(suspect, _stated(told.identities, right)):
                return
        named = told.changes if proven and _known(told.changes) and standing is not Standing.NOT_LOCATED else ()
        suspect = Suspect(standing, named, _comparisons(told) if named else (), rivals if named else ())
        self._attach(suspect, told.identities)

    def _attach(self, suspect: Suspect, identities: Iterable[Identity]) -> None:
        self.gathered.attach(suspect, [each for identity in identities for each in identity.stated_by])


def _shares(edits: Sequence[Edit], cleared: Sequence[Identity]) -> Iterator[tuple[Edit, list[Identity]]]:
    """Each edit with its identities: those of several edits go to the first, unless another would be left with none."""
    touching = {each: [n for n, edit in enumerate(edits) if touches(each.comparison, correcting(edit))] for each in cleared}
    owner = {each: numbers[0] for each, numbers in touching.items()}
    for number in range(len(edits)):
        if number not in owner.values():
            shared = [each for each in cleared if number in touching[each] and _can_spare(each, owner)]
            if shared:
                owner[shared[0]] = number
    for number, edit in enumerate(edits):
        share = [each for each in cleared if owner[each] == number]
        if share:
            yield edit, share


def _can_spare(identity: Identity, owner: dict[Identity, int]) -> bool:
    return list(owner.values()).count(owner[identity]) > 1


def _stated(identities: Sequence[Identity], right: dict[tuple[Place, Decimal], Figure]) -> list[Comparison]:
    """All comparisons that state the identities and hold with the figures put right."""
    return [each for identity in identities for each in identity.stated_by if holds_with(each, right)]


def _comparisons(told: Told) -> tuple[Comparison, ...]:
    return tuple(each.comparison for each in told.identities)


def _one_number(told: Told) -> bool:
    """Is it one number, whichever, that explains several identities at once?"""
    single = len(told.edits) == 1 and all(len(rival) == 1 for rival in told.rivals)
    return single and len(told.identities) >= FEWEST_MERGED and not told.spent


def _known(changes: Edit) -> bool:
    return bool(changes) and all(change.slip is not Slip.OTHER for change in changes)


def _worth_naming(rivals: Sequence[Edit]) -> tuple[Edit, ...]:
    return tuple(rival for rival in rivals if _known(rival))[:MOST_RIVALS]


def _together(edit: Edit, edits: Sequence[Edit], cleared: Sequence[Identity]) -> tuple[str, str]:
    """That other numbers are to be put right with this one: those that stand in one identity with it."""
    own = [each.comparison for each in cleared if touches(each.comparison, correcting(edit))]
    others = [
        change for other in edits if other is not edit for change in other
        if any(touches(each, correcting((change,))) for each in own)
    ]  # fmt: skip
    if not others:
        return "", ""
    listed = [(each.figure.place.label, each.figure.text, _worded(each)) for each in others]
    return (
        "须一并更正：" + "，".join(f"{at} {text} 应为 {right}" for at, text, right in listed),
        "to be put right together with " + ", ".join(f"{at} {text} → {right}" for at, text, right in listed),
    )


def _worded(change: Change) -> str:
    figure = change.figure
    unit = figure.unit if figure.unit and figure.kind is not Kind.PERCENT and figure.text.endswith(figure.unit) else ""
    return figure.worded(change.likely) + unit
