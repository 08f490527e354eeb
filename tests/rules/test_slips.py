"""What a disagreement looks like."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from gouji.model.figure import Figure
from gouji.rules.slips import slip


@pytest.mark.parametrize(
    ("printed", "expected", "word"),
    [
        ("1234.50", "12345000", ""),
        ("123450000.00", "123450000", "元"),
        ("-5.00", "50000", "正负"),
        ("50.00", "5000000", "小数点"),
        ("508.00", "5800000", "颠倒"),
        ("500.00", "5800000", None),
        ("0.00", "5800000", None),
    ],
)
def test_a_plain_slip_is_named(figure: Callable[..., Figure], printed: str, expected: str, word: str | None) -> None:
    found = slip(figure(printed), Decimal(expected))
    assert (found is None) == (not word)
    assert found is None or (word or "") in found[0]
