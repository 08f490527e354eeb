"""What rounding may explain: strict unless closed intervals are asked for, and nothing leaks from one run to another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.model.comparison import must_be_percent, must_cover, must_equal, must_not_exceed, must_total, remade
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison
from gouji.model.law import likelihood, standing
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term, Tolerance, Verdict, Why, tolerance, tolerance_in_force
from gouji.model.standing import Standing

HOLDS = (Verdict.AGREE, Verdict.WITHIN_ROUNDING)
FIGURES = st.tuples(st.integers(-5, 40), st.sampled_from(["1", "0.1", "0.01"]))


def figure(text: str, number: int = 0, kind: Kind = Kind.MONEY, exact: bool = False) -> Figure:
    step = Decimal(0) if exact else Decimal(1).scaleb(-len(text.partition(".")[2]))
    return Figure(text, Decimal(text), step, kind, "元", Place("文", "表", str(number), ink=Ink(line=number + 1)))


def sum_of(total: str, *parts: str, exact: bool = False) -> Comparison:
    terms = [Term(figure(part, number + 1)) for number, part in enumerate(parts)]
    return must_total(figure(total), terms, exact=exact)


def closed(total: str, *parts: str, exact: bool = False) -> Comparison:
    with tolerance(Tolerance.CLOSED):
        return sum_of(total, *parts, exact=exact)


def test_the_tolerance_is_strict_unless_another_is_asked_for() -> None:
    assert tolerance_in_force() is Tolerance.STRICT
    with tolerance(Tolerance.CLOSED):
        assert tolerance_in_force() is Tolerance.CLOSED
    assert tolerance_in_force() is Tolerance.STRICT


def test_an_error_within_does_not_leave_the_tolerance_behind() -> None:
    with pytest.raises(ZeroDivisionError), tolerance(Tolerance.CLOSED):
        _ = 1 // 0
    assert tolerance_in_force() is Tolerance.STRICT


def test_another_thread_judges_strictly_whatever_is_in_force_here() -> None:
    with tolerance(Tolerance.CLOSED), ThreadPoolExecutor(1) as pool:
        assert pool.submit(tolerance_in_force).result() is Tolerance.STRICT


def test_two_printings_may_differ_by_a_unit_between_closed_intervals_only() -> None:
    assert sum_of("18754.63", "18754.64").verdict is Verdict.DISAGREE
    assert closed("18754.63", "18754.64").verdict is Verdict.WITHIN_ROUNDING
    assert closed("18754.63", "18754.65").verdict is Verdict.DISAGREE


def test_the_halves_together_are_too_much_strictly_and_enough_between_closed_intervals() -> None:
    assert sum_of("8.00", "4.01", "4.00", "0.01").verdict is Verdict.DISAGREE
    assert closed("8.00", "4.01", "4.00", "0.01").verdict is Verdict.WITHIN_ROUNDING
    assert closed("8.00", "4.02", "4.00", "0.01").verdict is Verdict.DISAGREE


def test_a_printed_zero_is_a_rounded_number_between_closed_intervals() -> None:
    strict, loose = sum_of("2.01", "2.00", "0.00"), closed("2.01", "2.00", "0.00")
    assert (strict.verdict, strict.why) == (Verdict.WITHIN_ROUNDING, Why.HIDDEN_SMALL_AMOUNT)
    assert (loose.verdict, loose.why) == (Verdict.WITHIN_ROUNDING, Why.ROUNDED)


def test_what_is_exact_stays_exact() -> None:
    assert closed("3", "1", "1", exact=True).verdict is Verdict.DISAGREE
    with tolerance(Tolerance.CLOSED):
        assert must_equal(figure("2", 0), figure("1", 1), exact=True).verdict is Verdict.DISAGREE


def test_a_limit_may_be_exceeded_by_the_halves_together_between_closed_intervals() -> None:
    def over() -> Verdict:
        return must_not_exceed(figure("5.01"), [Term(figure("5.00", 1))]).verdict

    assert over() is Verdict.DISAGREE
    with tolerance(Tolerance.CLOSED):
        assert over() is Verdict.WITHIN_ROUNDING


def test_a_figure_covers_parts_of_the_same_sum_and_is_told_again_the_same_way() -> None:
    parts = [Term(figure("3.00", 1)), Term(figure("2.00", 2))]
    assert must_cover(figure("6.00"), parts).verdict is Verdict.AGREE
    short = must_cover(figure("4.00"), parts)
    assert (short.verdict, short.relation, short.expected) == (Verdict.DISAGREE, "≥", Decimal(5))
    mended = remade(short, {(short.stated.place, short.stated.value): figure("5.00")})
    assert mended is not None
    assert (mended.verdict, mended.relation) == (Verdict.AGREE, "≥")


def test_percentages_are_intervals_either_way() -> None:
    def share() -> Verdict:
        percent = Figure("33.4", Decimal("33.4"), Decimal("0.1"), Kind.PERCENT, "%", Place("文", "表", "率"))
        return must_be_percent(percent, figure("100", 1), figure("300", 2)).verdict

    strict = share()
    with tolerance(Tolerance.CLOSED):
        assert share() is strict


@given(FIGURES, st.lists(FIGURES, min_size=1, max_size=6))
def test_what_holds_strictly_holds_between_closed_intervals(
    total: tuple[int, str], parts: list[tuple[int, str]]
) -> None:
    texts = [str(value * Decimal(step)) for value, step in (total, *parts)]
    if sum_of(*texts).verdict in HOLDS:
        assert closed(*texts).verdict in HOLDS


@given(FIGURES, st.lists(FIGURES, min_size=1, max_size=6))
def test_a_sum_holds_between_closed_intervals_if_these_meet(
    total: tuple[int, str], parts: list[tuple[int, str]]
) -> None:
    texts = [str(value * Decimal(step)) for value, step in (total, *parts)]
    stated, *terms = map(figure, texts)
    low, high = (sum((t.value + side * t.step / 2 for t in terms), Decimal(0)) for side in (-1, 1))
    meet = stated.value - stated.step / 2 <= high and low <= stated.value + stated.step / 2
    assert (closed(*texts).verdict in HOLDS) is meet


def test_what_rounding_hardly_ever_leaves_is_improbable_and_agrees_all_the_same() -> None:
    found = sum_of("147", *["7"] * 20)
    assert found.verdict is Verdict.WITHIN_ROUNDING
    assert standing(found) is Standing.IMPROBABLE
    assert 0 < (likelihood(found) or 0) < Fraction(1, 1000)


def test_a_unit_off_is_consistent_and_a_hidden_amount_is_named() -> None:
    assert standing(sum_of("10.01", "5.00", "5.00")) is Standing.CONSISTENT
    assert standing(sum_of("2.01", "2.00", "0.00")) is Standing.HIDDEN_AMOUNT
    assert standing(sum_of("3.00", "2.00", "0.00")) is Standing.VIOLATED


def test_a_unit_between_two_printings_is_improbable_where_closed_intervals_let_it_pass() -> None:
    found = closed("18754.63", "18754.64")
    assert (standing(found), likelihood(found)) == (Standing.IMPROBABLE, 0)


@pytest.mark.parametrize("texts", [("10.1", "5.00", "5.00"), ("0", "0.30"), ("0.00", "0.00")])
def test_figures_of_different_precision_and_zeros_alone_follow_another_law(texts: tuple[str, ...]) -> None:
    assert likelihood(sum_of(*texts)) is None


def test_figures_that_are_exact_are_not_rounded() -> None:
    assert likelihood(must_total(figure("3"), [Term(figure("1", 1, exact=True)), Term(figure("1", 2))])) is None
