"""What is no ordinary document: contradictions, numbers beyond machine integers, too much of everything, nothing at all."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from decimal import Decimal

from gouji.engine.arrays import arrays
from gouji.engine.budget import Budget
from gouji.engine.diagnosis import coverage, diagnose
from gouji.engine.document import document
from gouji.engine.layout import Layout
from gouji.engine.plans import Structures
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.engine.verdict import verdict
from gouji.model.comparison import must_be_percent, must_equal, must_not_exceed, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Shape
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term
from gouji.model.standing import Standing


def figure(value: str, row: str = "", kind: Kind = Kind.MONEY, step: str = "1") -> Figure:
    return Figure(value, Decimal(value), Decimal(step), kind, "元", Place("d", "表", row or value, "金额", ink=Ink(line=1)))


def sums(*relations: tuple[int, dict[int, int]]) -> list[Relation]:
    return [Relation(Shape.SUM, stated, tuple(terms.items())) for stated, terms in relations]


def test_a_document_without_identity_is_clean_and_nothing_in_it_is_covered() -> None:
    system = System.of([5, 7], [])
    diagnosis = diagnose(system, Layout.of([], set()))
    assert (diagnosis.verdict.clean, diagnosis.answers, diagnosis.structural) == (True, [], [])
    assert coverage(system, diagnosis.standings) == [Standing.NOT_COVERED] * 2


def test_an_identity_without_its_terms_is_judged_as_a_sum_of_nothing() -> None:
    """Where a column is not there, rules sum over fewer terms, or over none."""
    assert verdict(document([must_total(figure("0"), [])], structures=Structures()).system).clean
    (answer,) = diagnose(document([must_total(figure("5"), [])], structures=Structures()).system).answers
    assert answer.fault.best is not None
    assert [change.likely for change in answer.fault.best.changes] == [0]


def test_a_figure_against_itself_holds_or_is_suspect() -> None:
    one = figure("5")
    assert diagnose(document([must_equal(one, one)], structures=Structures()).system).verdict.clean
    (answer,) = diagnose(document([must_total(one, [Term(one), Term(figure("3"))])], structures=Structures()).system).answers
    assert answer.fault.best is None or 0 not in answer.fault.best.cells


def test_a_share_of_nothing_is_left_out() -> None:
    built = document([must_be_percent(figure("50", kind=Kind.PERCENT), figure("3"), figure("0"))], structures=Structures())
    assert (len(built.left_out), built.comparisons, built.figures) == (1, [], [])


def test_numbers_that_are_none_are_left_out_and_the_rest_is_judged() -> None:
    good = must_not_exceed(figure("3"), [Term(figure("4"))])
    for value in ("NaN", "Infinity", "-Infinity", "1e30", "0.5"):
        mad = Figure(value, Decimal(value), Decimal(1), Kind.MONEY, "元", Place("d", "表", "x", "金额"))
        bad = document([replace(must_equal(figure("2"), figure("3")), stated=mad), good], structures=Structures())
        assert (bad.comparisons, len(bad.left_out)) == ([good], 1)


def test_identities_that_contradict_one_another_are_suspect_or_mended() -> None:
    relations = sums((0, {1: 1}), (0, {1: 2}), (2, {0: 1, 1: 1}))
    diagnosis = diagnose(System.of([100, 100, 200], relations))
    assert diagnosis.answers
    assert all(answer.standing is not Standing.LOCATED for answer in diagnosis.answers)


def test_products_beyond_machine_integers_are_reckoned_exactly() -> None:
    whole = 2**62 + 12_345_678_901
    values = [whole, whole - 1_000_003, 1_000_003, whole, 2**62]
    relations = sums((0, {1: 1, 2: 1}), (0, {3: 1}), (3, {4: 1, 2: 12_345}))
    system = System.of(values, relations)
    assert verdict(system).violated == [2]
    assert arrays(system).verdict() == verdict(system)
    values[1] += 9 * 10**17
    answers = diagnose(System.of(values, relations[:2])).answers
    assert answers[0].fault.best is not None
    assert verdict(system).residuals[2] == 2 * (whole - 2**62 - 1_000_003 * 12_345)


def test_seconds_that_are_over_are_said_and_what_was_found_stands() -> None:
    chance = random.Random(2)
    wide = 40
    values = [chance.randrange(10**6) for _ in range(wide * wide)]
    relations = sums(*((r * wide, {r * wide + c: 1 for c in range(1, wide)}) for r in range(wide)))
    relations += sums(*((c, {r * wide + c: 1 for r in range(1, wide)}) for c in range(wide)))
    started = time.process_time()
    diagnosis = diagnose(System.of(values, relations), budget=Budget(seconds=0.2))
    assert diagnosis.spent
    assert time.process_time() - started < 5
    assert {answer.standing for answer in diagnosis.answers} <= {Standing.NOT_LOCATED, Standing.ONE_OF, Standing.COVERED_ONCE}
