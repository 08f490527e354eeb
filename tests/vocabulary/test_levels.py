"""The levels of indicators in all their spellings."""

from __future__ import annotations

import pytest

from gouji.vocabulary.levels import first_level, first_levels_over, is_level, second_level


@pytest.mark.parametrize("printed", ["产出指标", "产出", "产出指标（50分）", "一、产出 指标", "项目产出指标"])
def test_first_levels_have_one_name(printed: str) -> None:
    assert first_level(printed) == "产出指标"


@pytest.mark.parametrize("printed", ["社会效益", "社会效益指标", "社会效益指标（30分）"])
def test_second_levels_have_one_name(printed: str) -> None:
    assert second_level(printed) == "社会效益指标"


def test_cost_is_a_level_of_either_depth() -> None:
    assert first_level("成本指标") == "成本指标"
    assert first_levels_over("成本指标") == ("产出指标",)
    assert first_levels_over("经济成本指标") == ("成本指标",)


@pytest.mark.parametrize("printed", ["成本控制", "群众满意度提升情况", "数量", "培训人数", "", "100%"])
def test_names_of_indicators_are_no_levels(printed: str) -> None:
    assert is_level(printed) == (printed == "数量")
