"""What is due by a month, and the lights of indicators half-way through the year."""

from __future__ import annotations

import pytest

from gouji.model.inked import Inked
from gouji.model.performance import Criterion
from gouji.reading.criteria import criterion
from gouji.scoring.completion import completion
from gouji.scoring.progress import due_by, light, schemes_of_monitoring
from gouji.scoring.reached import reached
from gouji.scoring.register import scheme_named
from gouji.scoring.scheme import Scheme


def value(text: str) -> Criterion:
    return criterion(Inked.at(text, 1))


def scheme(name: str) -> Scheme:
    found = scheme_named(name)
    assert found is not None
    return found


@pytest.mark.parametrize(("month", "due"), [(3, None), (4, 25), (5, 25), (6, 40), (8, 60), (10, 80), (12, 80)])
def test_what_should_be_spent_grows_with_the_months(month: int, due: int | None) -> None:
    assert due_by(scheme("sichuan-monitoring-2025"), month) == due


@pytest.mark.parametrize(
    ("level2", "target", "actual", "shown"),
    [
        ("数量指标", "≥120个", "80个", "蓝"),
        ("数量指标", "≥120个", "60个", "绿"),
        ("数量指标", "≥120个", "40个", "黄"),
        ("数量指标", "≥120个", "30个", "红"),
        ("质量指标", "≥95%", "96%", "绿"),
        ("质量指标", "≥95%", "90%", "红"),
        ("经济成本指标", "≤100元", "90元", "绿"),
        ("社会效益指标", "提高", "部分达成", "黄"),
    ],
)
def test_an_indicator_shows_its_light_after_six_months(level2: str, target: str, actual: str, shown: str) -> None:
    result = reached("数量", value(target), value(actual), 2024)
    done = completion("数量", value(target), value(actual))
    assert light(scheme("platform-lights"), level2, result, done, 6) == shown


def test_thresholds_of_one_province_hold_there_alone() -> None:
    assert scheme("sichuan-monitoring-2025") in schemes_of_monitoring("四川", 2025)
    assert scheme("sichuan-monitoring-2025") not in schemes_of_monitoring("广东", 2025)
