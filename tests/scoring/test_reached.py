"""What was reached of targets that are not plain numbers, and why it cannot be told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gouji.model.inked import Inked
from gouji.model.performance import Criterion
from gouji.reading.criteria import criterion
from gouji.scoring.reached import Reached, reached


def value(text: str) -> Criterion:
    return criterion(Inked.at(text, 1))


def of(target: str, actual: str, name: str = "数量") -> Reached:
    return reached(name, value(target), value(actual), 2023)


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("0次", "0次", True),
        ("0次", "2次", False),
        ("无安全事故", "未发生安全事故", True),
        ("2023年12月底前", "2023年11月", True),
        ("2023年6月底前", "2023年8月", False),
        ("6月底前完成", "6月", True),
        ("2023年12月底前", "按期完成", True),
        ("符合规定", "达成预期指标", True),
        ("提高", "部分达成年度指标", False),
        ("提高", "未达成", False),
        ("≥50个", "已完成", True),
        ("≥50个", "部分完成", False),
    ],
)
def test_zero_targets_dates_and_words_are_met_or_not(target: str, actual: str, met: bool) -> None:
    assert of(target, actual).met is met


@pytest.mark.parametrize(
    ("target", "actual", "reason"),
    [
        ("≥5个", "", "没有填实际完成值"),
        ("10台", "2023年6月", "日期"),
        ("≥3000人次", "3200件", "单位不同"),
        ("≥95%", "9500%", "疑为 95%"),
        ("≥95%", "0.96%", "疑为 96%"),
        ("提高", "开展了多种形式的宣传活动，受到群众欢迎和社会好评", "没有写明达成程度"),
        ("20场", "一季度举办培训5场，二季度举办培训6场", "不能确定哪个数"),
        ("涉密项目", "涉密项目", "涉密"),
        ("≥5个", "圆梦行动顺利推进", "没有写明数量"),
    ],
)
def test_what_cannot_be_told_says_why(target: str, actual: str, reason: str) -> None:
    found = of(target, actual)
    assert not found.known
    assert reason in found.why[0]


def test_a_number_in_a_story_counts_beside_the_unit_of_the_target() -> None:
    found = of("≥300人次", "全年举办培训2场，参训320人次")
    assert found.met
    assert "320人次" in found.told


def test_about_is_an_interval_around_the_number() -> None:
    share = of("≥5万页", "约4.6万页").share
    assert share is not None
    assert share.low < Fraction(92, 100) < share.high < 1


def test_a_percentage_was_rounded_and_a_count_was_not() -> None:
    rate, count = of("≥90%", "83%", "合格率").share, of("10个", "8个").share
    assert rate is not None
    assert (rate.low, rate.high) == (Fraction("82.5") / 90, Fraction("83.5") / 90)
    assert count is not None
    assert count.single


def test_a_share_may_be_written_without_its_sign() -> None:
    assert of("≥95%", "0.96", "合格率").met
    assert of("≥0.95", "96%", "合格率").met


def test_within_a_range_the_target_is_just_met() -> None:
    assert of("15-20家", "20家").plain == 1
    assert of("15-20家", "12家").plain == Fraction(4, 5)


def test_every_part_of_a_compound_target_has_to_be_met() -> None:
    assert of("培训5次，参训200人", "培训5次，参训210人").met
    found = of("培训5次，参训200人", "培训4次，参训210人")
    assert found.met is False
    assert found.share is not None
    assert (found.share.low, found.share.high) == (Fraction(4, 5), Fraction(9, 10))


@pytest.mark.parametrize(
    ("target", "actual", "name", "told"),
    [
        ("≥1000人次", "共培训12期，1,360人次", "培训人次", "1360人次"),
        ("≥1000", "共培训12期，1,360人次", "培训人次", "1360人次"),
        ("≥2次", "开展宣传12次，组织演练3次", "应急演练次数", "3次"),
        ("每年≥20次", "每月2次，全年共24次", "巡查次数", "24次"),
        ("≥100场", "完成年度目标的110%", "演出场次", "以指标值为 100%"),
    ],
)
def test_of_several_numbers_the_fitting_one_is_the_result(target: str, actual: str, name: str, told: str) -> None:
    found = of(target, actual, name)
    assert found.met
    assert told in found.told


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥12次", "计划培训10次，实际完成12次"),  # the planned number shares as many words with the name
        ("≥20次", "每月2次，参训300人"),
        ("≥6场", "东片完成3场，西片完成4场"),
        ("≥10次", "培训12次，其中线上培训3次"),
    ],
)
def test_where_two_numbers_may_be_meant_nothing_is_said(target: str, actual: str) -> None:
    assert not of(target, actual, "培训次数").known


def test_a_share_of_the_target_may_have_been_rounded() -> None:
    found = of("7场", "完成目标的93%").share
    assert found is not None
    assert (found.low, found.high) == (Fraction("0.925"), Fraction("0.935"))


def test_a_target_without_a_period_is_meant_for_the_year() -> None:
    assert of("≥12场", "全年组织13场").met
    assert of("每年≥12场", "11场").met is False
    assert not of("每月≥1场", "12场").known


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("2023年9月底前", "第三季度", True),
        ("2023年8月底前", "第三季度", None),
        ("2023年6月底前", "第三季度", False),
        ("2023年10月15日前", "2023年10月", None),
        ("2023年10月15日前", "2023年10月20日", False),
        ("2023年10月底前", "10月中旬", True),
        ("三季度", "9月20日", True),
        ("≤5月", "5月", True),
        ("2023年内", "2023年12月完成", True),
        ("2023年内", "2024年1月完成", False),
        ("2023年11月底前", "2024年1月5日", False),
        ("6月底前", "6月30日前已全部发放", True),
    ],
)
def test_a_vague_date_is_late_only_where_all_of_it_is(target: str, actual: str, met: bool | None) -> None:
    assert of(target, actual).met is met


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("通过验收", "已通过验收", True),
        ("通过验收", "未开展", False),
        ("符合规定", "不符合", False),
        ("通过验收", "已启动招标", None),
        ("达到Ⅲ类", "Ⅲ类", True),
        ("≥3级", "3级", True),
        ("优于Ⅲ类", "Ⅲ类", None),
        ("不超预算", "未超预算", True),
        ("显著", "效果不显著", None),
    ],
)
def test_words_count_only_where_they_answer_the_target(target: str, actual: str, met: bool | None) -> None:
    assert of(target, actual).met is met


def test_parts_are_told_apart_by_their_words() -> None:
    assert of("城市≥90%，农村≥85%", "农村86%，城市91%").met
