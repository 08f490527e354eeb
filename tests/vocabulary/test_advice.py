"""How vague targets are made measurable, and what words tell of projects."""

from __future__ import annotations

import pytest

from gouji.vocabulary.advice import (
    describes_grades,
    measurable,
    names_an_effect,
    needs_costs,
    right_second_level,
    served,
    subjects,
    yearly,
)


@pytest.mark.parametrize(
    ("name", "value", "pattern"),
    [
        ("群众知晓率", "提升", "较上年提高≥＿＿个百分点"),
        ("机械故障率", "下降", "较上年下降≥＿＿个百分点"),
        ("农民人均收入", "增加", "较上年增长≥＿＿%"),
        ("污染物排放量", "减少", "较上年下降≥＿＿%"),
        ("办事效率", "提高", "较上年提高≥＿＿%"),
        ("居民满意度", "满意", "≥＿＿%"),
        ("村容村貌", "明显改善", "优：＿＿；良：＿＿；中：＿＿；差：＿＿"),
    ],
)
def test_a_vague_value_gets_the_pattern_its_name_asks_for(name: str, value: str, pattern: str) -> None:
    assert measurable(name, value) == pattern


def test_a_long_term_value_gets_one_for_the_year() -> None:
    assert yearly("设施完好率", "质量指标") == "≥＿＿%"
    assert yearly("服务时效", "时效指标") == "≤＿＿小时"
    assert yearly("安全事故", "社会效益指标") == "≤＿＿起"


def test_grades_with_their_standards_are_a_description() -> None:
    assert describes_grades("优：达标率95%以上；良：90%至95%；差：90%以下")
    assert describes_grades("好（全部完成）、差（未完成）")
    assert not describes_grades("优、良、中、差")
    assert not describes_grades("良好")


def test_rates_that_count_what_was_done_stay_among_quantities() -> None:
    assert not right_second_level("监测覆盖率")
    assert right_second_level("发放及时率") == "时效指标"
    assert right_second_level("验收合格率（%）".replace("（", "(").replace("）", ")")) == "质量指标"


def test_those_served_are_known_by_their_words() -> None:
    who, hints = served("受益老年人满意度") or ("", ())
    assert who == "老年人"
    assert "养" in hints
    assert served("用水户满意度") is None


def test_subjects_leave_out_what_every_body_speaks_of() -> None:
    assert subjects("加强水库管理工作") == {"强水", "水库", "库管", "理工"}


def test_costs_belong_to_works_and_purchases() -> None:
    assert needs_costs("县医院设备购置")
    assert not needs_costs("高龄老人津贴")


def test_a_goal_says_what_comes_of_it() -> None:
    assert names_an_effect("组织培训，提升教学能力")
    assert not names_an_effect("组织教师参加培训")
