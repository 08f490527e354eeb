"""The province of a body is told by the place its name begins with."""

from __future__ import annotations

import pytest

from gouji.vocabulary.regions import region_of


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("广州市水务局", "广东"),
        ("中共湛江市委老干部局", "广东"),
        ("2023年度上海市普陀区档案馆", "上海"),
        ("内蒙古自治区水利厅", "内蒙古"),
        ("青川市市中卫生院", ""),
        ("", ""),
    ],
)
def test_the_place_at_the_start_of_a_name_tells_the_province(name: str, region: str) -> None:
    assert region_of(name) == region
