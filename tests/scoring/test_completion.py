"""How far a target was reached."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.model.inked import Inked
from gouji.model.performance import Criterion
from gouji.reading.criteria import criterion
from gouji.scoring.completion import completion


def value(text: str) -> Criterion:
    return criterion(Inked.at(text, 1))


@pytest.mark.parametrize(
    ("target", "actual", "ratio", "met"),
    [
        ("5个", "4个", "0.8", False),
        ("≥90%", "95%", None, True),
        ("≤90万元", "90", "1", True),
        ("≤90万元", "100万元", "0.9", False),
        ("100万", "100万", "1", True),
        ("14.5万篇次", "15万篇次", None, True),
        ("超过10万次", "10万次", "1", True),
        ("15-20家", "16家", None, True),
        ("≤24小时", "2天", "0.5", False),
        ("≥5万页", "52000", None, True),
        ("≥5万页", "4", "0.8", False),
        ("≥95%", "0.97", None, True),
        ("≥95%", "76", "0.8", False),
    ],
)
def test_a_number_is_laid_beside_its_target(target: str, actual: str, ratio: str | None, met: bool) -> None:
    found = completion("数量", value(target), value(actual))
    assert found is not None
    assert found.met is met
    assert ratio is None or found.ratio == Decimal(ratio)


@pytest.mark.parametrize(
    ("target", "actual"), [("≥3000人次", "3200件"), ("提升", "提升"), ("5个", "已完成"), ("长期", "12")]
)
def test_what_cannot_be_compared_is_left_alone(target: str, actual: str) -> None:
    assert completion("数量", value(target), value(actual)) is None


def test_a_target_without_a_sign_says_nothing_where_less_is_better() -> None:
    assert completion("差错率", value("5%"), value("3%")) is None
