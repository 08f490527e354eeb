"""One document as cells and rows: values, steps, relations, and which rows look at which cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from gouji.engine.ratio import Ratio, percent_range, ratio_rows, roughly_free
from gouji.engine.relation import UNBOUNDED, Relation, Row
from gouji.engine.structure import Structure
from gouji.model.rounding import WIDEST_TESTABLE_RATIO

ONE = Fraction(1)


@dataclass(slots=True)
class System:
    """Integer cells and their rows. `steps[c]`: the last printed digit of cell c, so twice its half-width.

    `readings[c]` are other values that the ink of a cell may stand for, each with its cost in nats where a slip would have
    its own; cells of `readings_only` can be nothing else, and a cell that is sure to be right otherwise has its prior.
    `closed` takes the intervals of XBRL Calculations 1.1: ends included, printed zeros rounded like any number.
    """

    structure: Structure
    values: list[int]
    steps: list[int]
    priors: dict[int, float] = field(default_factory=dict)  # cells more (or less) likely to be wrong, in nats
    readings: dict[int, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    readings_only: frozenset[int] = frozenset()
    fixed: frozenset[int] = frozenset()  # cells that are never suspected: constants, figures of other documents
    closed: bool = False
    rows: list[Row] = field(default_factory=list)
    ratios: dict[int, Ratio] = field(default_factory=dict)
    not_checkable: set[int] = field(default_factory=set)
    _columns: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = list(self.structure.rows)
        for number in self.structure.ratios:
            made = self.rows_at(number, self.values)
            if made:
                places = self.structure.rows_of[number]
                self.rows[places.start : places.stop] = made
            else:  # its base is around zero, or its amounts leave it free: empty rows, which hold
                self.not_checkable.add(number)

    @property
    def relation_of(self) -> tuple[int, ...]:
        """The relation of each row."""
        return self.structure.relation_of

    @property
    def rows_of_relation(self) -> tuple[range, ...]:
        """The rows of each relation."""
        return self.structure.rows_of

    @classmethod
    def of(
        cls, values: Sequence[int], relations: Iterable[Relation], steps: Sequence[int] | None = None,
        units: Sequence[Fraction] | None = None, closed: bool = False,
    ) -> System:  # fmt: skip
        """A system from bare numbers; steps and units are 1 unless given."""
        structure = Structure.of(relations, units or [ONE] * len(values))
        return cls(structure, list(values), list(steps or [1] * len(values)), closed=closed)

    def column(self, cell: int) -> list[tuple[int, int]]:
        """The rows that look at a cell, and its coefficient in each; where it is the wild cell, 0."""
        known = self._columns.get(cell)
        if known is None:
            known = self._columns[cell] = list(self._looking(cell))
        return known

    def _looking(self, cell: int) -> Iterator[tuple[int, int]]:
        for relation in self.structure.relations_of[cell]:
            for number in self.rows_of_relation[relation]:
                row = self.rows[number]
                if row.wild == cell:
                    yield number, 0
                elif cell in row.cells and (coef := row.coefs[row.cells.index(cell)]):
                    yield number, coef

    def rows_at(self, number: int, values: Sequence[int]) -> list[Row]:
        """The rows of a relation when the cells have the given values."""
        form = self.structure.forms[number]
        if isinstance(form, Row):
            return [form]
        form = form.upright(values)
        spread, step = self._spread(form, values), self.steps[form.percent]
        rough = roughly_free(form, step, values, spread)
        if rough == float("inf") or form.percent in form.cells:
            return []
        self.ratios.setdefault(number, form)
        rows = ratio_rows(form, step, values, spread)
        return [] if 2 * rough > WIDEST_TESTABLE_RATIO and self._left_free(form, rows, values) else rows

    def _left_free(self, form: Ratio, rows: Iterable[Row], values: Sequence[int]) -> bool:
        """Does a ratio hold only because its amounts allow nearly any percentage?"""
        bounds = self.bounds(form, values)
        step = self.steps[form.percent] * self.structure.units[form.percent]
        wide = bounds is not None and bounds[1] - bounds[0] > WIDEST_TESTABLE_RATIO * step
        return wide and all(self.holds(row, values) for row in rows)

    def bounds(self, form: Ratio, values: Sequence[int]) -> tuple[Fraction, Fraction] | None:
        """Lowest and highest percentage of a ratio, in per cent."""
        return percent_range(form, values, self._spread(form, values))

    def _spread(self, form: Ratio, values: Sequence[int]) -> dict[int, int]:
        """Twice the half-widths of the amounts of a ratio."""
        spread = {cell: self.steps[cell] if values[cell] else 0 for cell in form.cells}
        for cell, reach in form.reaches:
            if cell in spread:
                spread[cell] = int(spread[cell] * reach)
        return spread

    def limits(self, row: Row, values: Sequence[int], zeros: bool = False) -> tuple[int, int]:
        """Lowest and highest `s` that rounding allows; with `zeros` a printed zero is rounded like any number."""
        if row.wild >= 0:
            low, high = -row.room, row.room
        else:
            slack = 0 if row.exact else sum(self.widths(row, values, zeros or self.closed).values())
            slack -= bool(slack) and not self.closed
            low, high = (0, 0) if row.exact else self._said_shorter(row, values, -slack, slack)
        return (low if row.lower else -UNBOUNDED), (high if row.upper else UNBOUNDED)

    def widths(self, row: Row, values: Sequence[int], zeros: bool) -> dict[int, int]:
        """Twice the half-width of each cell, as the row of a sum or order weighs it. A printed zero of an order is exact."""
        steps, zeros = self.steps, zeros and row.lower and row.upper
        parts = {
            cell: abs(coef) * steps[cell]
            for cell, coef in zip(row.cells, row.coefs, strict=True)
            if values[cell] or zeros
        }
        for cell, reach in row.reaches:
            parts[cell] = int(parts.get(cell, 0) * reach)
        return parts

    def _said_shorter(self, row: Row, values: Sequence[int], low: int, high: int) -> tuple[int, int]:
        """Limits wide enough for one side to be the very rounding of the other: halves of a digit go away from zero.

        The stated figure may be the rounding of all the rest, a term only where it is alone and counts as it stands.
        Several that may not exceed the stated figure are no rounding of it.
        """
        alone = len(row.cells) == 2 and row.coefs[0] == -row.coefs[1]
        for cell, coef in zip(row.cells[: 2 if alone else int(row.upper)], row.coefs, strict=False):
            half = abs(coef) * self.steps[cell]
            for at, reach in row.reaches:
                half = int(half * reach) if at == cell else half
            if half and (half > high or half > -low):
                away = coef * values[cell]
                low, high = min(low, 1 - half - (away < 0)), max(high, half - 1 + (away > 0))
        return low, high

    def holds(self, row: Row, values: Sequence[int], zeros: bool = True) -> bool:
        """Does the row hold, at least on the second look?"""
        residual = row.residual(values)
        if not residual and row.room >= 0:
            return True
        low, high = self.limits(row, values, zeros)
        return low <= residual <= high
