"""How sure an answer is: what is known of the runner-up, of identities said twice, and of zeros printed for amounts."""

from __future__ import annotations

import pytest

from gouji.engine.diagnosis import Answer, answer, coverage, diagnose
from gouji.engine.explanation import Change, Explanation
from gouji.engine.faults import Fault
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.engine.verdict import standings, verdict
from gouji.model.finding import Shape
from gouji.model.slip import Slip
from gouji.model.standing import Standing


def sums(*relations: tuple[int, dict[int, int]]) -> list[Relation]:
    return [Relation(Shape.SUM, stated, tuple(terms.items())) for stated, terms in relations]


def told(values: list[int], relations: list[Relation], **options: list[int]) -> tuple[list[Standing], list[Answer]]:
    system = System.of(values, relations, **options)
    return coverage(system, standings(system, verdict(system))), diagnose(system).answers


@pytest.mark.parametrize("again", [(0, {1: 1, 2: 1}), (1, {0: 1, 2: -1})], ids=["the same", "solved for a part"])
def test_an_identity_of_two_rules_counts_once(again: tuple[int, dict[int, int]]) -> None:
    once, first = told([300, 100, 210], sums((0, {1: 1, 2: 1})))
    twice, second = told([300, 100, 210], sums((0, {1: 1, 2: 1}), again))
    assert twice == once == [Standing.COVERED_ONCE] * 3
    assert [each.standing for each in second] == [each.standing for each in first]
    assert [each.fault.best and each.fault.best.cost for each in second] == [first[0].fault.best and first[0].fault.best.cost]
    assert second[0].relations == (0, 1)


def test_identities_with_other_factors_are_two() -> None:
    seen, _ = told([300, 100, 200], sums((0, {1: 1, 2: 1}), (0, {1: 3})))
    assert seen == [Standing.VOUCHED, Standing.VOUCHED, Standing.COVERED_ONCE]


def test_a_zero_printed_for_an_amount_is_as_coarse_as_its_last_digit() -> None:
    """0.00 万元 in a text against 189,767,551 元 in its table: the text's digit is worth a hundred yuan."""
    _, (found,) = told([0, 189_767_551], sums((0, {1: 1})), steps=[100, 1])
    costs = {change.cell: each.cost for each in found.fault.explanations for change in each.changes}
    assert costs[0] < 20
    assert abs(costs[0] - costs[1]) < 4
    assert found.standing is not Standing.LOCATED


def test_a_total_printed_as_zero_over_coarse_parts_is_no_dearer_than_any_zero() -> None:
    values, steps = [0, 30_000, 29_990, 5], [10_000, 10, 10, 5]
    _, (found,) = told(values, sums((0, {1: 1, 2: 1, 3: 1})), steps=steps)
    assert {change.cell: each.cost for each in found.fault.explanations for change in each.changes}[0] < 20


def test_what_is_one_of_many_smallest_answers_is_not_said_to_be_located() -> None:
    system = System.of([300, 100, 210], sums((0, {1: 1, 2: 1}), (0, {1: 3})))
    change = Change(2, 210, 200, Slip.DIGIT)
    for alone in (False, True):
        fault = Fault((0,), frozenset({0, 1, 2}), [Explanation((change,), 10.5)], 1, alone=alone)
        assert (answer(system, fault).standing is Standing.LOCATED) is not alone


def test_a_runner_up_as_cheap_forbids_to_say_located() -> None:
    system = System.of([300, 100, 210], sums((0, {1: 1, 2: 1}), (0, {1: 3})))
    rivals = [Explanation((Change(cell, 1, 2, Slip.DIGIT),), 10.5) for cell in (2, 1)]
    assert answer(system, Fault((0,), frozenset({0, 1, 2}), rivals, 1)).standing is not Standing.LOCATED


def test_numbers_changed_one_for_each_identity_by_no_known_slip_explain_nothing() -> None:
    system = System.of([531, 5_210_000, 777, 1490], sums((0, {1: 1}), (2, {3: 1})))
    changes = (Change(0, 531, 5_210_000, Slip.OTHER), Change(2, 777, 1490, Slip.OTHER))
    fault = Fault((0, 1), frozenset(range(4)), [Explanation(changes, 36.0)], 2)
    assert answer(system, fault).standing is Standing.IDENTITY_SUSPECT
