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
from gouji.repair.tables.lost import with_lost_row, without_doubled_row
from gouji.repair.tables.moved import MovedRow
from gouji.repair.tables.units import mistaken_unit
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
    """The identities that a fault of a whole table explains, its amounts in their true unit where it is that, and the
    report with the row put right where it is a row."""

    identities: tuple[Identity, ...]
    corrections: Corrections
    report: Report


def explained_by(
    gathered: Gathered, right: Report, asked: Asked, answer: Structural, failing: Sequence[Identity]
) -> Explained:
    """File one finding for a table, row or column in the place of those of its identities; `right` is put right so far."""
    found = asked.of_rows(answer.rows)
    if answer.kind is Whole.UNIT:
        return _unit(gathered, right, found, answer, failing)
    sums = _comparisons(found)
    if answer.kind is Whole.LOST_ROW:
        right, name = with_lost_row(right, sums, gathered.findings)
        remark = lost(sums, name)
    elif answer.kind is Whole.DOUBLED_ROW:
        right, remark = without_doubled_row(right, sums), doubled(sums)
    else:
        remark = moved(sums, answer.form, answer.line, answer.kind is Whole.MOVED_COLUMN)
    _told(gathered, answer.kind, found, _filed(gathered.report, answer.kind, remark))
    return Explained(found, {}, right)


def row_moved(gathered: Gathered, slid: MovedRow, failing: Sequence[Identity]) -> Explained:
    """File one finding for a row that stands a box too far."""
    gone = {each.fingerprint for each in slid.gone}
    found = [each for each in failing if any(made.fingerprint in gone for made in gathered.of(each.stated_by))]
    since = list(slid.row.cells)[slid.start]
    first = next(cell for cell in list(slid.row.cells.values())[slid.start :] if cell.figure)
    remark = moved(_comparisons(found), slid.table.form, slid.row.name, False, since)
    made = _filed(gathered.report, Whole.MOVED_ROW, replace(remark, at=first.place))
    _told(gathered, Whole.MOVED_ROW, found, made)
    return Explained(tuple(found), {}, slid.report)


def _unit(
    gathered: Gathered, report: Report, found: Sequence[Identity], answer: Structural, failing: Sequence[Identity]
) -> Explained:
    """A table in another unit, with all that holds once its amounts are read in it."""
    mistaken = mistaken_unit(gathered.report, answer.form, answer.power, _comparisons(found))
    if mistaken is None:
        return Explained((), {}, report)
    right = in_unit(mistaken.table.figures(), mistaken.factor)
    mended = (each for each in failing if touches(each.comparison, right) and holds_with(each.comparison, right))
    every = tuple(dict.fromkeys((*found, *mended)))
    made = _told_already(gathered, mistaken.table.form)
    if made is None:
        remark = in_another_unit(gathered.report, mistaken.table, mistaken.other, mistaken.factor)
        made = _filed(gathered.report, Whole.UNIT, remark)
    _told(gathered, Whole.UNIT, every, made)
    return Explained(every, right, report)


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


def _comparisons(found: Sequence[Identity]) -> tuple[Comparison, ...]:
    return tuple(each.comparison for each in found)
