"""What the names of indicators tell: which way is better, what is a rate, which unit is meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.vocabulary.indicators import direction, is_rate, is_share, unit_named


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("著录差错率", -1),
        ("平均响应时间", -1),
        ("单位成本", -1),
        ("故障超24小时未解决率", -1),
        ("不合格率", -1),
        ("设施运行无故障率", 1),
        ("群众满意度", 1),
        ("验收合格率(%)", 1),
        ("维修费用节约率", 1),
        ("降低运行成本", 0),
        ("挽回经济损失", 0),
        ("受理投诉数量", 0),
        ("预算完成率", 0),
        ("带宽利用率", 0),
        ("增长率", 0),
        ("培训场次", 0),
    ],
)
def test_a_name_tells_which_way_is_better(name: str, better: int) -> None:
    assert direction(name) == better


def test_a_share_of_a_whole_is_told_from_other_rates() -> None:
    assert is_share("参保覆盖率")
    assert not is_share("任务完成率")
    assert is_rate("任务完成率")


def test_units_of_one_family_convert() -> None:
    hour, minute = unit_named("小时"), unit_named("分钟")
    assert hour is not None
    assert minute is not None
    assert hour.family == minute.family
    assert hour.worth / minute.worth == Decimal(60)


def test_a_unit_with_an_alternative_in_brackets_is_that_unit() -> None:
    found = unit_named("篇(次)")
    assert found is not None
    assert found.name == "篇"
