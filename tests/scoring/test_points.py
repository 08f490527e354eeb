"""Every rule type gives the points it should, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gouji.scoring import points as by
from gouji.scoring.span import Span, decimal, worded

HALF = Fraction(1, 2)


def test_points_follow_the_ratio_up_to_the_points() -> None:
    assert by.by_ratio(15, Span.of(Fraction(4, 5))) == Span.of(12)
    assert by.by_ratio(15, Span.of(3)) == Span.of(15)


@pytest.mark.parametrize(
    ("share", "due"), [("0.59", "0"), ("0.6", "0"), ("0.8", "5"), ("0.9", "7.5"), ("1", "10"), ("1.5", "10")]
)
def test_below_the_pass_mark_there_is_nothing(share: str, due: str) -> None:
    assert by.by_ratio_above(10, Span.of(Fraction(share)), Fraction("0.6")) == Span.of(Fraction(due))


def test_an_upper_limit_exceeded_by_a_tenth_deviates_by_a_tenth() -> None:
    share = Span.of(Fraction(10, 11))
    assert by.by_deviation(10, share, at_most=True) == Span.of(9)
    assert by.by_ratio(10, share).low == Fraction(100, 11)


def test_bands_look_at_the_value_itself() -> None:
    bands = ((Fraction(90), Fraction(1)), (Fraction(80), Fraction(4, 5)), (Fraction(60), HALF))
    assert [by.by_bands(10, Span.of(value), bands).low for value in (95, 90, 89, 60, 59)] == [10, 10, 8, 5, 0]


def test_what_is_not_known_may_be_anything() -> None:
    assert by.met_or_not(8, None) == Span.of(0, 8)
    assert by.met_or_not(8, True) == Span.of(8)
    assert by.met_or_not(8, False) == Span.of(0)


def test_late_is_not_full_marks() -> None:
    assert by.in_time(10, False) == Span.of(0, 8)


@pytest.mark.parametrize(("value", "text"), [("19.854", "19.85"), ("19.855", "19.86"), ("12", "12"), ("0.005", "0.01")])
def test_halves_go_upwards_and_only_where_points_are_printed(value: str, text: str) -> None:
    assert worded(Fraction(value)) == text


def test_decimals_are_as_many_as_asked_for() -> None:
    assert str(decimal(Fraction(1, 3), 4)) == "0.3333"
