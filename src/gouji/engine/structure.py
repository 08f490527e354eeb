"""What documents of one form have in common: their relations, and the rows these come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gouji.engine.ratio import Ratio, ratio
from gouji.engine.relation import Relation, Row, linear_row
from gouji.model.finding import Shape

EMPTY = Row((), ())


@dataclass(frozen=True, slots=True)
class Structure:
    """What does not depend on the values: relations, units of the cells, and the rows of sums and orders.

    `units` are the worth of one unit of each cell in the base unit of its kind. Of ratios only the factors,
    since the coefficients of their rows contain the printed percent.
    """

    units: tuple[Fraction, ...]
    relations: tuple[Relation, ...]
    forms: tuple[Row | Ratio, ...]
    relations_of: tuple[tuple[int, ...], ...]
    rows: tuple[Row, ...]  # of sums and orders; two empty ones for each ratio
    relation_of: tuple[int, ...]
    rows_of: tuple[range, ...]
    ratios: tuple[int, ...]
    repeats: dict[int, int]  # relations that are the same identity as an earlier one, from another rule: which

    @classmethod
    def of(cls, relations: Iterable[Relation], units: Sequence[Fraction]) -> Structure:
        relations = tuple(relations)
        looking: list[list[int]] = [[] for _ in units]
        for number, relation in enumerate(relations):
            for cell in dict.fromkeys(relation.cells):
                looking[cell].append(number)
        forms = tuple((ratio if each.shape is Shape.QUOTIENT else linear_row)(each, units) for each in relations)
        rows: list[Row] = []
        rows_of = []
        for form in forms:
            made = [form] if isinstance(form, Row) else [EMPTY, EMPTY]
            rows_of.append(range(len(rows), len(rows) + len(made)))
            rows.extend(made)
        relation_of = tuple(number for number, places in enumerate(rows_of) for _ in places)
        ratios = tuple(number for number, form in enumerate(forms) if isinstance(form, Ratio))
        looked_at = tuple(map(tuple, looking))
        return cls(
            tuple(units), relations, forms, looked_at, tuple(rows), relation_of, tuple(rows_of), ratios, _repeats(forms)
        )

    def looks(self, cell: int) -> int:
        """How many different identities look at a cell."""
        return sum(number not in self.repeats for number in self.relations_of[cell])

    def different(self, relations: Iterable[int]) -> int:
        """How many different identities some relations are."""
        return len({self.repeats.get(number, number) for number in relations})


def _repeats(forms: Sequence[Row | Ratio]) -> dict[int, int]:
    """The relations that say again what one before them says, as `model.identity.said` tells identities apart."""
    alike: dict[frozenset[int], list[int]] = {}
    for number, form in enumerate(forms):
        alike.setdefault(frozenset(form.cells), []).append(number)
    repeats: dict[int, int] = {}
    for numbers in alike.values():
        if len(numbers) > 1:
            first: dict[object, int] = {}
            for number in numbers:
                if first.setdefault(forms[number].said(), number) != number:
                    repeats[number] = first[forms[number].said()]
    return repeats
