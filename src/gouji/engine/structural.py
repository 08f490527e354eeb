"""Faults of a whole table, asked for before single cells are blamed: another unit, a row lost or doubled, a line moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gouji.engine.layout import Layout
from gouji.engine.moved_lines import moved_lines
from gouji.engine.relation import Row
from gouji.engine.system import System
from gouji.engine.verdict import Verdict
from gouji.engine.whole import FEWEST_ROWS, Structural
from gouji.model.finding import Shape
from gouji.model.standing import Whole

__all__ = ["Structural", "structural"]

FEWEST_CELLS = 3
POWERS = (4, -4, 3, -3, 2, -2, 1, -1)


def structural(system: System, found: Verdict, layout: Layout) -> list[Structural]:
    """The hypotheses that hold, each about failing rows that no other explains.

    Of two tables that differ by a power of ten, and no third to judge by, the larger amounts are taken for the wrong ones.
    """
    accepted: list[Structural] = []
    repeats = system.structure.repeats
    left = frozenset(row for row in found.violated if system.relation_of[row] not in repeats)
    for propose in (_units, _lost_rows, moved_lines):
        if len(left) < 2:
            break
        for hypothesis in sorted(propose(system, left, layout), key=lambda each: (-len(each.rows), each.power)):
            if hypothesis.rows <= left:
                accepted.append(hypothesis)
                left -= hypothesis.rows
    return [_with_repeats(each, system, found) for each in accepted] if repeats else accepted


def _with_repeats(hypothesis: Structural, system: System, found: Verdict) -> Structural:
    """The hypothesis with the rows that say again what its own say."""
    own = {system.relation_of[row] for row in hypothesis.rows}
    again = (row for row in found.violated if system.structure.repeats.get(system.relation_of[row]) in own)
    return replace(hypothesis, rows=hypothesis.rows.union(again))


def _units(system: System, failing: frozenset[int], layout: Layout) -> Iterator[Structural]:
    """A table that crosses into others only wrongly, and rightly once it is scaled."""
    crossing: dict[str, list[int]] = defaultdict(list)
    for number in failing if len(failing) >= FEWEST_ROWS else ():
        for form in _forms(system.rows[number], system, layout):
            crossing[form].append(number)
    for form, rows in crossing.items():
        if form and len(rows) >= FEWEST_ROWS and not _one_cell_in_all(system, rows):
            for power in POWERS:
                cleared = frozenset(n for n in rows if _holds_scaled(system, system.rows[n], layout, form, power))
                if _convincing(system, cleared, rows, layout, form, power):
                    yield Structural(Whole.UNIT, form, "", cleared, power)
                    break


def _forms(row: Row, system: System, layout: Layout) -> set[str]:
    """The forms whose amounts meet those of others in a sum."""
    if row.wild >= 0:
        return set()
    forms = {layout.addresses[cell][0] for cell in row.cells if system.values[cell]}
    return forms if len(forms) > 1 else set()


def _one_cell_in_all(system: System, rows: Iterable[int]) -> bool:
    return bool(frozenset.intersection(*(frozenset(system.rows[row].cells) for row in rows)))


def _convincing(
    system: System, cleared: frozenset[int], rows: Sequence[int], layout: Layout, form: str, power: int
) -> bool:
    """Does the scale clear nearly all that fails, over several cells, and break nothing that holds?"""
    own = {c for n in cleared for c in system.rows[n].cells if system.values[c] and layout.addresses[c][0] == form}
    if len(cleared) < max(FEWEST_ROWS, 4 * (len(rows) - len(cleared))) or len(own) < FEWEST_CELLS:
        return False
    others = {
        number
        for cell in layout.order if layout.addresses[cell][0] == form and system.values[cell]
        for number, _ in system.column(cell)
        if number not in rows and form in _forms(system.rows[number], system, layout)
    }  # fmt: skip
    broken = sum(not _holds_scaled(system, system.rows[number], layout, form, power) for number in others)
    return 4 * broken <= len(cleared)


def _holds_scaled(system: System, row: Row, layout: Layout, form: str, power: int) -> bool:
    """Does a sum hold with the amounts of a form, and their rounding, 10^power times as large?"""
    total = slack = 0
    for cell, coef in zip(row.cells, row.coefs, strict=True):
        inside = layout.addresses[cell][0] == form
        weight = coef * (10**power if power > 0 and inside else 10**-power if power < 0 and not inside else 1)
        total += 2 * weight * system.values[cell]
        slack += abs(weight) * system.steps[cell] if system.values[cell] else 0
    return (total < slack or total <= 0) and (not row.lower or -total < slack or total >= 0)


def _lost_rows(system: System, failing: frozenset[int], layout: Layout) -> Iterator[Structural]:
    """Sums over one list of rows that fail in several columns at once, by amounts that are themselves a row of the table."""
    lists: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in failing:
        address = _list_sum(system, number, layout)
        if address is not None:
            lists[address].append(number)
    for (form, line), rows in lists.items():
        missing = {layout.addresses[system.rows[n].cells[0]][2]: system.rows[n].residual(system.values) // 2 for n in rows}
        signs = {amount > 0 for amount in missing.values()}
        if len(missing) < 2 or len(missing) < len(rows) or len(signs) != 1:
            continue
        if _is_a_row(system, layout, form, line, missing):
            kind = Whole.LOST_ROW if signs == {True} else _doubled(system, layout, rows, missing)
            if kind is not None:
                yield Structural(kind, form, line, frozenset(rows), amounts=tuple(missing.items()))


def _list_sum(system: System, number: int, layout: Layout) -> tuple[str, str] | None:
    """The parent's address, if a row sums other rows of the same table in one column."""
    relation = system.structure.relations[system.relation_of[number]]
    if relation.shape is not Shape.SUM:
        return None
    form, line, column = layout.addresses[relation.stated]
    rows = {layout.addresses[cell][1] for cell, _ in relation.terms}
    same = all(layout.addresses[cell][::2] == (form, column) for cell, _ in relation.terms)
    return (form, line) if form and same and line not in rows else None


def _is_a_row(system: System, layout: Layout, form: str, line: str, amounts: dict[str, int]) -> bool:
    """Do the amounts satisfy, to within rounding, the identities that the parent's own row does (at least one)?"""
    own = layout.rows()[form, line]
    checked = 0
    for relation in {number for cell in own for number in system.structure.relations_of[cell]}:
        cells = system.structure.relations[relation].cells
        if system.structure.relations[relation].shape is Shape.SUM and set(cells) <= set(own):
            row = system.rows[system.rows_of_relation[relation][0]]
            values = [(coef, amounts.get(layout.addresses[c][2], 0), system.steps[c]) for c, coef in zip(row.cells, row.coefs, strict=True)]
            checked += 1
            if abs(sum(coef * amount for coef, amount, _ in values)) > 3 * sum(abs(coef) * step for coef, _, step in values):
                return False
    return checked > 0


def _doubled(system: System, layout: Layout, rows: Iterable[int], amounts: dict[str, int]) -> Whole | None:
    """Is the surplus the amounts of a row that is there twice?"""
    lines: dict[str, dict[str, int]] = defaultdict(dict)
    for number in rows:
        for cell in system.rows[number].cells[1:]:
            _, line, column = layout.addresses[cell]
            lines[line][column] = system.values[cell]
    alike = sum(
        all(abs(line.get(column, 0) + amount) <= FEWEST_CELLS for column, amount in amounts.items())
        for line in lines.values()
    )
    return Whole.DOUBLED_ROW if alike > 1 else None
