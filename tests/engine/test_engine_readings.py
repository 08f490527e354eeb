"""Figures read by character recognition: the other values their ink may stand for are tried first, and told as misread."""

from __future__ import annotations

from fractions import Fraction

from gouji.engine.diagnosis import diagnose
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.model.finding import Shape
from gouji.model.slip import Slip
from gouji.model.standing import Standing


def total(stated: int, *parts: int) -> Relation:
    return Relation(Shape.SUM, stated, tuple((cell, 1) for cell in parts))


def listed(*values: int) -> System:
    """A total over parts that no other identity looks at."""
    return System.of(values, [total(0, *range(1, len(values)))])


def test_a_reading_that_fits_is_taken_and_told_as_misread() -> None:
    system = listed(1000, 500, 280, 300)
    system.readings = {2: ((200, 0.5), (230, 0.9))}
    (answer,) = diagnose(system).answers
    assert answer.fault.best is not None
    (change,) = answer.fault.best.changes
    assert (change.cell, change.likely, change.slip) == (2, 200, Slip.MISREAD)


def test_of_two_readings_that_fit_the_cheaper_is_first() -> None:
    system = listed(1000, 500, 280, 300)
    system.readings = {2: ((200, 2.0),), 1: ((420, 0.5),)}
    (answer,) = diagnose(system).answers
    assert [each.cells for each in answer.fault.explanations[:2]] == [{1}, {2}]


def test_a_reading_of_another_size_than_the_last_digit_is_tried() -> None:
    system = System.of([1234, 123_400], [total(0, 1)], steps=[1, 100], units=[Fraction(1)] * 2)
    system.readings = {1: ((1234, 1.0),)}
    (answer,) = diagnose(system).answers
    assert answer.fault.best is not None
    assert answer.fault.best.changes[0].likely == 1234


def test_cells_without_readings_are_explained_by_slips_as_ever() -> None:
    system = listed(1000, 500, 280, 300)
    system.readings = {2: ((777, 0.1),)}
    (answer,) = diagnose(system).answers
    assert {change.slip for each in answer.fault.explanations for change in each.changes} <= {Slip.DIGIT, Slip.OTHER}


def test_a_figure_that_can_only_be_what_it_was_read_as_is_not_changed_otherwise() -> None:
    system = listed(1000, 500, 280, 300)
    system.readings = {2: ((777, 0.1),)}
    system.readings_only = frozenset({1, 2, 3})
    (answer,) = diagnose(system).answers
    assert all(each.cells == {0} for each in answer.fault.explanations)


def test_what_is_fixed_is_not_read_otherwise() -> None:
    system = listed(1000, 500, 280, 300)
    system.readings, system.fixed = {2: ((200, 0.1),)}, frozenset({2})
    (answer,) = diagnose(system).answers
    assert all(2 not in each.cells for each in answer.fault.explanations)
    assert answer.standing is not Standing.LOCATED


def test_what_can_only_be_read_in_ways_that_do_not_fit_is_wrong_together_with_another() -> None:
    """Neither reading of the first part mends the sum, so the search goes on to two numbers."""
    system = listed(1000, 500, 280, 300)
    system.readings = {1: ((560, 0.5),), 2: ((200, 0.5), (140, 0.5))}
    system.readings_only, system.fixed = frozenset({1, 2}), frozenset({0, 3})
    system = System(system.structure, [1000, 500, 280, 300], system.steps, {}, system.readings, system.readings_only, system.fixed)
    (answer,) = diagnose(system).answers
    assert answer.fault.best is not None
    assert {change.cell: change.likely for change in answer.fault.best.changes} == {2: 200}
    system.readings = {1: ((560, 0.5),), 2: ((140, 0.5),)}
    (answer,) = diagnose(system).answers
    assert answer.fault.best is not None
    assert {change.cell: change.likely for change in answer.fault.best.changes} == {1: 560, 2: 140}


def test_no_reading_that_fits_is_no_answer() -> None:
    system = listed(1000, 500, 280, 300)
    system.readings, system.readings_only, system.fixed = {2: ((777, 0.5),)}, frozenset({2}), frozenset({0, 1, 3})
    (answer,) = diagnose(system).answers
    assert answer.fault.best is None
    assert answer.standing is Standing.IDENTITY_SUSPECT


def test_a_number_that_was_read_as_zero_brings_its_rounding_with_it() -> None:
    system = listed(101, 50, 0, 20)
    system.readings, system.readings_only, system.fixed = {2: ((30, 0.5),)}, frozenset({2}), frozenset({0, 1, 3})
    (answer,) = diagnose(system).answers
    assert answer.fault.best is not None
    assert answer.fault.best.changes[0].likely == 30


def test_many_cells_that_can_only_be_read_in_some_ways_are_given_up_not_tried_without_end() -> None:
    values = [value for number in range(40) for value in (1000 + number, 500, 100)]
    system = System.of(values, [total(0, *range(1, 60)), *(total(c, c + 1, c + 2, c + 3) for c in range(0, 116, 2))])
    system.readings = {cell: tuple((n * 37, 1.0) for n in range(4)) for cell in range(len(values))}
    system.readings_only = frozenset(system.readings)
    assert all(answer.standing is not Standing.LOCATED for answer in diagnose(system).answers)
