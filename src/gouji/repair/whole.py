"""What is wrong with a whole table, row or column, as one finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gouji.engine.structural import Structural
from gouji.model.filing import filed
from gouji.model.finding import Card, Comparison, Finding, Remark, Suspect
from gouji.model.report import Report
from gouji.model.standing import Standing, Whole
from gouji.repair.asking import Asked
from gouji.repair.corrections import Corrections, holds_with, in_unit, touches
from gouji.repair.evidence import GRAVITY, Identity
from gouji.repair.gathering import Gathered
from gouji.repair.units import mistaken_unit
from gouji.rules.any_document.units import in_another_unit, table_is_in_another_unit
from gouji.rules.any_document.whole_tables import DOUBLED_ROW, LOST_ROW, MOVED_COLUMN, MOVED_ROW, doubled, lost, moved

CARDS: dict[Whole, Card] = {
    Whole.UNIT: table_is_in_another_unit.card,
    Whole.LOST_ROW: LOST_ROW,
    Whole.DOUBLED_ROW: DOUBLED_ROW,
    Whole.MOVED_ROW: MOVED_ROW,
    Whole.MOVED_COLUMN: MOVED_COLUMN,
}


@dataclass(frozen=True, slots=True)
class Explained:
    """The identities that a fault of a whole table explains, and its amounts in their true unit where it is that."""

    identities: tuple[Identity, ...]
    corrections: Corrections


def explained_by(gathered: Gathered, asked: Asked, answer: Structural, failing: Sequence[Identity]) -> Explained:
    """File one finding for a table, row or column in the place of those of its identities."""
    if answer.kind is Whole.UNIT:
        return _unit(gathered, asked.of_rows(answer.rows), answer, failing)
    found = asked.of_rows(answer.rows)
    _told(gathered, answer.kind, found, _filed(gathered.report, answer.kind, _line(answer, _comparisons(found))))
    return Explained(found, {})


def _unit(gathered: Gathered, found: Sequence[Identity], answer: Structural, failing: Sequence[Identity]) -> Explained:
    """A table in another unit, with all that holds once its amounts are read in it."""
    mistaken = mistaken_unit(gathered.report, answer.form, answer.power, _comparisons(found))
    if mistaken is None:
        return Explained((), {})
    right = in_unit(mistaken.table.figures(), mistaken.factor)
    mended = (each for each in failing if touches(each.comparison, right) and holds_with(each.comparison, right))
    every = tuple(dict.fromkeys((*found, *mended)))
    made = _told_already(gathered, mistaken.table.form)
    if made is None:
        remark = in_another_unit(gathered.report, mistaken.table, mistaken.other, mistaken.factor)
        made = _filed(gathered.report, Whole.UNIT, remark)
    _told(gathered, Whole.UNIT, every, made)
    return Explained(every, right)


def _told(gathered: Gathered, kind: Whole, found: Sequence[Identity], made: Finding) -> None:
    suspect = Suspect(Standing.LOCATED, clears=_comparisons(found), whole=kind)
    those = gathered.of(each for identity in found for each in identity.stated_by)
    severity = max((each.severity for each in those), key=GRAVITY.__getitem__, default=made.severity)
    gathered.replace([*those, made], replace(made, suspect=suspect, severity=severity))


def _told_already(gathered: Gathered, form: str) -> Finding | None:
    """The rule's own finding about the unit of a table."""
    return next((each for each in gathered.findings if each.card == CARDS[Whole.UNIT] and each.at.form == form), None)


def _filed(report: Report, kind: Whole, remark: Remark) -> Finding:
    return filed(report, CARDS[kind], CARDS[kind].severity, remark.at, remark, remark.against)


def _line(answer: Structural, sums: Sequence[Comparison]) -> Remark:
    if answer.kind is Whole.LOST_ROW:
        return lost(sums)
    if answer.kind is Whole.DOUBLED_ROW:
        return doubled(sums)
    return moved(sums, answer.form, answer.line, answer.kind is Whole.MOVED_COLUMN)


def _comparisons(found: Sequence[Identity]) -> tuple[Comparison, ...]:
    return tuple(each.comparison for each in found)
