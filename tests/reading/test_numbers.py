"""Printed numbers are read exactly, with the worth of their last digit; malformed ones are not guessed at."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.model.figure import Kind
from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.reading.numbers import cell_figure, numbers


@pytest.mark.parametrize(
    ("printed", "yuan", "step"),
    [
        ("1,234.56", "12345600", "100"),
        ("１，２３４．５", "12345000", "1000"),
        ("－3.5", "-35000", "1000"),
        ("(2.00)", "-20000", "100"),
        ("500元", "500", "1"),
        ("0.00", "0", "100"),
    ],
)
def test_a_cell_is_read_in_yuan_with_the_worth_of_its_last_digit(printed: str, yuan: str, step: str) -> None:
    figure = cell_figure(Inked.at(printed, 1), Place())
    assert figure is not None
    assert (figure.yuan, figure.step) == (Decimal(yuan), Decimal(step))


@pytest.mark.parametrize("printed", ["", "1,23.4", "12,34", "--%", "3-5", "(2.00", "9" * 60 + ".00"])
def test_what_is_no_well_formed_amount_is_no_figure(printed: str) -> None:
    assert cell_figure(Inked.at(printed, 1), Place()) is None


def test_numbers_of_a_sentence_carry_their_units_and_years_are_no_negative_numbers() -> None:
    found = list(numbers("2022-2023年约70余家，增加 1,060.37 万元，增长 7.2%"))
    assert [number.value for number in found] == [2022, 2023, 70, Decimal("10603700.00"), Decimal("7.2")]
    assert [number.kind for number in found[-2:]] == [Kind.MONEY, Kind.PERCENT]
    assert [number.loose for number in found] == [False, False, True, False, False]


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_an_amount_printed_with_separators_reads_back(value: Decimal) -> None:
    figure = cell_figure(Inked.at(f"{value:,.2f}", 1), Place(), "元")
    assert figure is not None
    assert figure.yuan == value
