"""Faults of whole tables: rows counted twice, rows and columns that slid, said as such and not as twenty wrong numbers."""

from __future__ import annotations

import pytest

from gouji.engine.diagnosis import Diagnosis, diagnose
from gouji.engine.layout import Layout
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.model.finding import Shape
from gouji.model.standing import Whole

INNER = [[1200, 300, 20], [500, 2500, 70], [40, 50, 60], [700, 800, 90]]


def total(stated: int, parts: list[int]) -> Relation:
    return Relation(Shape.SUM, stated, tuple((cell, 1) for cell in parts))


class Table:
    """A table with totals of rows (last column) and of columns (last row), its identities and addresses."""

    def __init__(self, inner: list[list[int]]) -> None:
        rows = [[*row, sum(row)] for row in inner]
        self.rows = [*rows, [sum(column) for column in zip(*rows, strict=True)]]
        self.wide, high = len(rows[0]), len(self.rows)
        at = [[self.wide * r + c for c in range(self.wide)] for r in range(high)]
        self.relations = [total(at[r][-1], at[r][:-1]) for r in range(high)]
        self.relations += [total(at[-1][c], [at[r][c] for r in range(high - 1)]) for c in range(self.wide)]
        self.addresses = [("表", str(r), str(c)) for r in range(high) for c in range(self.wide)]

    def diagnosed(self, more: tuple[Relation, ...] = ()) -> Diagnosis:
        values = [value for row in self.rows for value in row]
        return diagnose(System.of(values, [*self.relations, *more]), Layout(self.addresses, range(len(values))))


def test_a_row_that_is_there_twice_is_said_as_such() -> None:
    table = Table([*INNER, INNER[1]])
    table.rows[-1] = [total - twice for total, twice in zip(table.rows[-1], table.rows[1], strict=True)]
    (hypothesis,) = table.diagnosed().structural
    assert (hypothesis.kind, hypothesis.line) == (Whole.DOUBLED_ROW, "5")
    assert sorted(amount for _, amount in hypothesis.amounts) == [-3070, -2500, -500, -70]


def test_a_surplus_that_is_no_row_twice_is_not_said_to_be_one() -> None:
    table = Table(INNER)
    table.rows[-1] = [total - less for total, less in zip(table.rows[-1], [11, 12, 13, 36], strict=True)]
    assert not table.diagnosed().structural


def test_an_identity_said_twice_does_not_hide_a_lost_row() -> None:
    table = Table(INNER)
    lost = range(table.wide, 2 * table.wide)
    table.relations = [
        Relation(each.shape, each.stated, tuple(term for term in each.terms if term[0] not in lost))
        for each in table.relations if each.stated not in lost
    ]  # fmt: skip
    diagnosis = table.diagnosed(more=(table.relations[-1],))
    assert [each.kind for each in diagnosis.structural] == [Whole.LOST_ROW]
    assert not diagnosis.answers


def test_a_column_that_slid_by_a_row_is_said_as_such() -> None:
    table = Table([[0, 300, 20], [1200, 2500, 70], [40, 50, 60], [700, 800, 0]])
    for row, value in zip(table.rows, [1200, 40, 700, 1940, 0], strict=True):
        row[0] = value
    diagnosis = table.diagnosed()
    assert [(each.kind, each.line) for each in diagnosis.structural] == [(Whole.MOVED_COLUMN, "0")]
    assert not diagnosis.answers


@pytest.mark.parametrize(("inner", "slid"), [([0, 500, 2500], [500, 2500, 3000, 0]), ([500, 0, 70], [500, 70, 570, 0])])
def test_a_row_that_slid_from_some_place_on_is_said_as_such(inner: list[int], slid: list[int]) -> None:
    table = Table([INNER[0], inner, INNER[2]])
    table.rows[1] = slid
    diagnosis = table.diagnosed()
    assert [(each.kind, each.line) for each in diagnosis.structural] == [(Whole.MOVED_ROW, "1")]


def test_two_wrong_numbers_of_a_row_are_not_a_row_that_slid() -> None:
    table = Table(INNER)
    table.rows[1][0], table.rows[1][2] = 5001, 7
    assert not table.diagnosed().structural
