"""The engine's verdict: exact in integers, the same as the rules', and never against figures that were merely rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.engine.arrays import arrays
from gouji.engine.document import document
from gouji.engine.plans import Structures
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.engine.verdict import standings, verdict
from gouji.model.comparison import must_be_percent, must_cover, must_not_exceed, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, Shape
from gouji.model.law import chance, standing
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term, Tolerance, Verdict, tolerance
from gouji.model.standing import Standing

AMOUNTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=12)
STEPS = st.sampled_from([Decimal(0), Decimal(1), Decimal(100), Decimal(10_000)])  # 0: exact
FAILS = {Verdict.DISAGREE: True, Verdict.AGREE: False, Verdict.WITHIN_ROUNDING: False}


def figure(value: Decimal, step: Decimal, number: int, kind: Kind = Kind.MONEY) -> Figure:
    return Figure(str(value), value, step, kind, "元", Place("d", "表", str(number), "金额", ink=Ink(line=number)))


def equality(first: int, second: int, **options: bool) -> System:
    return System.of([first, second], [Relation(Shape.SUM, 0, ((1, 1),))], **options)


def sum_of(values: list[int]) -> System:
    return System.of(values, [Relation(Shape.SUM, 0, tuple((cell, 1) for cell in range(1, len(values))))])


def rounded(fen: int) -> int:
    return (fen + 5_000) // 10_000


@given(AMOUNTS)
def test_parts_and_total_rounded_one_by_one_never_err(parts: list[int]) -> None:
    system = sum_of([rounded(sum(parts)), *map(rounded, parts)])
    assert verdict(system).clean


@given(st.integers(10**6, 10**12), st.fractions(0, 1), st.integers(0, 2))
def test_a_true_percentage_of_rounded_amounts_never_errs(whole: int, share: Fraction, decimals: int) -> None:
    part = int(whole * share)
    percent = int(Fraction(100 * 10**decimals * part, whole) + Fraction(1, 2))
    units = [Fraction(1, 10**decimals), Fraction(1), Fraction(1)]
    relation = Relation(Shape.QUOTIENT, 0, ((1, 1), (2, 1)), below=1)
    system = System.of([percent, rounded(part), rounded(whole)], [relation], units=units)
    assert rounded(part) == 0 or verdict(system).clean


def test_two_printings_of_one_figure_have_no_slack() -> None:
    assert not verdict(equality(1875463, 1875464)).clean


def test_closed_intervals_take_two_printings_that_differ_by_one_as_xbrl_does() -> None:
    assert verdict(equality(1875463, 1875464, closed=True)).clean
    assert not verdict(equality(1875463, 1875465, closed=True)).clean


def test_a_printed_zero_is_exact_at_first_and_may_hide_an_amount_at_the_second_look() -> None:
    system = sum_of([2, 1, 0, 0])
    assert standings(system, verdict(system)) == [Standing.HIDDEN_AMOUNT]


@pytest.mark.parametrize(
    ("addends", "residual", "expected"),
    [(2, 1, 0.25), (3, 1, 0.333), (5, 2, 0.017), (7, 3, 0.0004), (12, 2, 0.135), (26, 3, 0.090), (3, 0, 1.0)],
)
def test_the_law_of_rounding_is_that_of_irwin_and_hall(addends: int, residual: int, expected: float) -> None:
    assert float(chance(addends, residual)) == pytest.approx(expected, abs=6e-4)


def test_a_residual_that_rounding_hardly_ever_leaves_is_improbable() -> None:
    system = sum_of([20 * 7 + 7, *[7] * 20])
    assert standings(system, verdict(system)) == [Standing.IMPROBABLE]


def test_a_ratio_whose_amounts_leave_it_free_is_not_checkable() -> None:
    relation = Relation(Shape.QUOTIENT, 0, ((1, 1), (2, 1)), below=1)
    system = System.of([5000, 1, 2], [relation], units=[Fraction(1, 100), Fraction(1), Fraction(1)])
    assert standings(system, verdict(system)) == [Standing.NOT_CHECKABLE]


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """A sum, an order or a share whose stated figure is right, nearly right or wrong."""
    steps = [draw(STEPS) for _ in range(draw(st.integers(1, 6)))]
    parts = [Decimal(draw(st.integers(-9, 60))) * (step or 10) for step in steps]
    terms = [Term(figure(value, step, number)) for number, (value, step) in enumerate(zip(parts, steps, strict=True))]
    step, off = draw(STEPS), draw(st.integers(-4, 4))
    stated = figure((sum(parts) // (step or 1) + off) * (step or 1), step, 99)
    match draw(st.sampled_from(["sum", "exact", "order", "cover", "share"])):
        case "cover":
            return must_cover(stated, terms)
        case "order":
            return must_not_exceed(stated, terms)
        case "share":
            whole, part = figure(Decimal(40_000), Decimal(100), 98), terms[0].figure
            printed = (100 * part.value / whole.value).quantize(Decimal("0.01")) + off * Decimal("0.01")
            return must_be_percent(figure(printed, Decimal("0.01"), 97, Kind.PERCENT), part, whole)
        case manner:
            return must_total(stated, terms, exact=manner == "exact")


@settings(max_examples=600)
@given(st.data(), st.sampled_from(Tolerance))
def test_the_engine_says_of_a_comparison_what_the_rules_say(data: st.DataObject, chosen: Tolerance) -> None:
    with tolerance(chosen):
        comparison = data.draw(comparisons())
        system = document([comparison], structures=Structures()).system
    if comparison.verdict is not Verdict.NOT_CHECKABLE:
        found = verdict(system)
        assert found.clean is not FAILS[comparison.verdict]
        assert (standings(system, found) == [Standing.IMPROBABLE]) is (standing(comparison) is Standing.IMPROBABLE)


@given(st.lists(st.integers(-(10**30), 10**30), min_size=3, max_size=8))
def test_arrays_and_integers_agree_however_long_the_numbers(values: list[int]) -> None:
    for system in (sum_of(values), sum_of([value % 7 for value in values])):
        assert arrays(system).verdict() == verdict(system)


def test_a_document_without_identities_has_a_verdict() -> None:
    assert verdict(System.of([1, 2], [])).clean
    assert document([]).figures == []


def test_numbers_too_long_to_be_amounts_are_left_out_and_said_to_be() -> None:
    huge, one = figure(Decimal(10) ** 26, Decimal(1), 1), figure(Decimal(1), Decimal(1), 2)
    built = document([must_total(huge, [Term(one)]), must_total(one, [Term(one)])])
    assert [each.stated for each in built.left_out] == [huge]
    assert len(built.comparisons) == 1


def test_an_exact_figure_with_decimals_is_reckoned_with() -> None:
    stated, due = figure(Decimal(46), Decimal(1), 1), figure(Decimal("45.5"), Decimal(0), 2)
    built = document([must_total(stated, [Term(due)])], structures=Structures())
    assert not built.left_out
    assert [built.amount(cell, value) for cell, value in enumerate(built.system.values)] == [46, Decimal("45.5")]
    assert verdict(built.system).clean
    endless = figure(Decimal(100) / 3, Decimal(0), 3)
    assert document([must_total(stated, [Term(endless)])], structures=Structures()).left_out


def test_cells_are_told_in_the_unit_of_their_figures() -> None:
    coarse, fine = figure(Decimal(30_000), Decimal(10_000), 1), figure(Decimal("29999.50"), Decimal("0.01"), 2)
    built = document([must_total(coarse, [Term(fine)])], structures=Structures())
    assert [built.amount(cell, value) for cell, value in enumerate(built.system.values)] == [coarse.value, fine.value]
    assert built.system.steps == [1_000_000, 1]


def test_documents_of_one_structure_share_it() -> None:
    structures = Structures()

    def built(*values: int) -> System:
        figures = [figure(Decimal(value), Decimal(1), number) for number, value in enumerate(values)]
        return document([must_total(figures[0], list(map(Term, figures[1:])))], structures=structures).system

    first, second = built(5, 2, 3), built(9, 4, 5)
    assert first.structure is second.structure
    assert (first.values, second.values) == ([5, 2, 3], [9, 4, 5])
