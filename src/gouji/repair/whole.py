"""What is wrong with a whole table, row or column, as one finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.engine.structural import Structural
from gouji.model.filing import filed
from gouji.model.finding import Card, Comparison, Finding, Remark, Shape, Suspect
from gouji.model.report import Report
from gouji.model.standing import Standing, Whole
from gouji.model.table import Table
from gouji.repair.asking import Asked
from gouji.repair.corrections import Corrections, holds_with, in_unit, touches
from gouji.repair.evidence import Identity
from gouji.repair.gathering import Gathered
from gouji.rules.any_document.units import in_another_unit, table_is_in_another_unit
from gouji.rules.any_document.whole_tables import DOUBLED_ROW, LOST_ROW, MOVED_COLUMN, MOVED_ROW, doubled, lost, moved

CARDS: dict[Whole, Card] = {
    Whole.UNIT: table_is_in_another_unit.card,
    Whole.LOST_ROW: LOST_ROW,
    Whole.DOUBLED_ROW: DOUBLED_ROW,
    Whole.MOVED_ROW: MOVED_ROW,
    Whole.MOVED_COLUMN: MOVED_COLUMN,
}
FEWEST_SUMS = 3  # that a unit must mend: limits, which hold for any small enough amount, do not tell it


@dataclass(frozen=True, slots=True)
class Explained:
    """The identities that a fault of a whole table explains, and its amounts in their true unit where it is that."""

    identities: tuple[Identity, ...]
    corrections: Corrections


def explained_by(gathered: Gathered, asked: Asked, answer: Structural, failing: Sequence[Identity]) -> Explained:
    """File one finding for a table, row or column in the place of those of its identities."""
    right = _true_amounts(gathered.report, answer)
    found = asked.of_rows(answer.rows)
    if answer.kind is Whole.UNIT and sum(each.comparison.shape is Shape.SUM for each in found) < FEWEST_SUMS:
        return Explained((), {})
    found = (*found, *(each for each in failing if each not in found and _mended(each.comparison, right)))
    comparisons = tuple(each.comparison for each in found)
    made = _told_already(gathered, answer) or _made(gathered.report, answer, comparisons)
    if made is None:
        return Explained((), {})
    suspect = Suspect(Standing.LOCATED, clears=comparisons, whole=answer.kind)
    those = gathered.of(each for identity in found for each in identity.stated_by)
    gathered.replace([*those, made], replace(made, suspect=suspect))
    return Explained(found, right)


def _true_amounts(report: Report, answer: Structural) -> Corrections:
    """The amounts of a table in their true unit, if that is what is wrong with it."""
    if answer.kind is not Whole.UNIT:
        return {}
    figures = (figure for table in report.tables if table.form == answer.form for figure in table.figures())
    return in_unit(figures, Decimal(10) ** answer.power)


def _mended(comparison: Comparison, right: Corrections) -> bool:
    return touches(comparison, right) and holds_with(comparison, right)


def _told_already(gathered: Gathered, answer: Structural) -> Finding | None:
    """The rule's own finding about the unit of a table."""
    own = (each for each in gathered.findings if each.card == CARDS[Whole.UNIT] and each.at.form == answer.form)
    return next(own, None) if answer.kind is Whole.UNIT else None


def _made(report: Report, answer: Structural, sums: Sequence[Comparison]) -> Finding | None:
    remark = _remark(report, answer, sums)
    card = CARDS[answer.kind]
    return filed(report, card, card.severity, remark.at, remark, remark.against) if remark else None


def _remark(report: Report, answer: Structural, sums: Sequence[Comparison]) -> Remark | None:
    match answer.kind:
        case Whole.LOST_ROW:
            return lost(sums)
        case Whole.DOUBLED_ROW:
            return doubled(sums)
        case Whole.MOVED_ROW | Whole.MOVED_COLUMN:
            return moved(sums, answer.form, answer.line, answer.kind is Whole.MOVED_COLUMN)
        case Whole.UNIT:
            table, other = _table(report, answer.form), _other(report, answer.form, sums)
            return in_another_unit(report, table, other, Decimal(10) ** answer.power) if table and other else None


def _table(report: Report, form: str) -> Table | None:
    return next((table for table in report.tables if table.form == form), None)


def _other(report: Report, form: str, sums: Sequence[Comparison]) -> Table | None:
    """The table that most of the sums hold it against."""
    forms = Counter(figure.place.form for each in sums for figure in each.figures if figure.place.form != form)
    return next((table for name, _ in forms.most_common() if (table := _table(report, name))), None)
