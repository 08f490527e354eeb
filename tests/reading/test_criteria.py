"""Target values as printed in real forms, and what they are understood to ask."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from gouji.model.inked import Inked
from gouji.model.performance import Criterion, CriterionKind
from gouji.reading.criteria import criterion

Number = CriterionKind.NUMBER


def read(text: str) -> Criterion:
    return criterion(Inked.at(text, 7, 5))


@pytest.mark.parametrize(
    ("text", "comparator", "low", "high", "unit"),
    [
        ("≥90%", "≥", "90", None, "%"),
        ("大于等于99.9%", "≥", "99.9", None, "%"),
        ("≥=95％", "≥", "95", None, "%"),
        ("＜=3s", "≤", None, "3", "s"),
        ("2小时=<", "≤", None, "2", "小时"),
        ("90%= >", "≥", "90", None, "%"),
        ("90%以上", "≥", "90", None, "%"),
        ("10天以内", "≤", None, "10", "天"),
        ("控制在10个工作日以内", "≤", None, "10", "个工作日"),
        ("50场及以上", "≥", "50", None, "场"),
        ("至少１期", "≥", "1", None, "期"),
        ("15-20家", "~", "15", "20", "家"),
        ("95%～98%", "~", "95", "98", "%"),
        ("2-3万元", "~", "20000", "30000", "元"),
        ("超50亿元", ">", "5000000000", None, "元"),
        ("1.2千人", "=", "1200", "1200", "人"),
        ("5千瓦时", "=", "5", "5", "千瓦时"),
        ("1,234.5万元", "=", "12345000", "12345000", "元"),
        ("≥100百分比", "≥", "100", None, "%"),
        ("百分之九十", "≥", "90", None, "%"),
        ("三次", "=", "3", "3", "次"),
        ("不少于 300篇（次）；。", "≥", "300", None, "篇(次)"),
        ("1200元/人·年", "=", "1200", "1200", "元/人"),
        ("≤10/10万", "≤", None, "10", "/10万"),
    ],
)
def test_a_number_is_read_with_its_operator_and_unit(
    text: str, comparator: str, low: str | None, high: str | None, unit: str
) -> None:
    found = read(text)
    assert (found.kind, found.comparator, found.unit) == (Number, comparator, unit)
    assert (found.low, found.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", CriterionKind.MISSING),
        ("/", CriterionKind.MISSING),
        ("—", CriterionKind.MISSING),
        ("待定", CriterionKind.MISSING),
        ("≥", CriterionKind.MISSING),
        ("长期", CriterionKind.LONG_TERM),
        ("涉密项目。", CriterionKind.SECRET),
        ("无", CriterionKind.ZERO),
        ("0次", CriterionKind.ZERO),
        ("管网无发生安全事故", CriterionKind.ZERO),
        ("零投诉", CriterionKind.ZERO),
        ("通过消防验收", CriterionKind.PASS),
        ("符合合同要求", CriterionKind.PASS),
        ("控制在批复额内", CriterionKind.PASS),
        ("按期完成", CriterionKind.PASS),
        ("提升", CriterionKind.QUALITATIVE),
        ("良好", CriterionKind.QUALITATIVE),
        ("达到良好水平", CriterionKind.QUALITATIVE),
        ("坚持两个维护", CriterionKind.QUALITATIVE),
        ("12月底之前完成", CriterionKind.DATE),
        ("2026年12月", CriterionKind.DATE),
        ("2025-12-31", CriterionKind.DATE),
        ("2021-2023年", CriterionKind.DATE),
        ("第三季度前", CriterionKind.DATE),
        ("每学期末前", CriterionKind.DATE),
        ("同比增长10%", CriterionKind.RELATIVE),
        ("政府采购比例不低于5%", Number),
    ],
)
def test_words_are_told_apart(text: str, kind: CriterionKind) -> None:
    assert read(text).kind is kind


def test_what_the_text_leaves_out_is_said_to_be_inferred() -> None:
    assert read("95%").implied
    assert not read("≥95%").implied


def test_a_bare_rate_is_taken_as_at_least() -> None:
    assert read("95%").comparator == "≥"


def test_the_words_around_a_condition_are_its_scope() -> None:
    found = read("管网用户数量超过5万户")
    assert (found.comparator, found.low, found.unit, found.scale) == (">", Decimal(50_000), "户", "万")
    assert found.scope == "管网用户数量"


def test_a_value_per_period_keeps_the_period() -> None:
    assert read("每季度至少1期").period == "季度"
    assert read("1065期/年").period == "年"


def test_a_cumulative_value_says_so() -> None:
    found = read("累计超10亿次")
    assert (found.aggregation, found.low, found.unit) == ("累计", Decimal(10**9), "次")


def test_a_value_against_a_base_year_keeps_it() -> None:
    found = read("平均借阅量较2022年增加5%")
    assert (found.kind, found.base_year, found.low) == (CriterionKind.RELATIVE, 2022, Decimal(5))


def test_several_conditions_are_parts_each_with_its_own_ink() -> None:
    found = read("干线大于等于99.9%且支线大于等于96%")
    assert found.kind is CriterionKind.COMPOUND
    assert [(part.scope, part.low) for part in found.parts] == [("干线", Decimal("99.9")), ("支线", Decimal(96))]
    assert [(part.ink.column, part.ink.end_column) for part in found.parts] == [(5, 16), (17, 26)]


def test_a_list_of_conditions_keeps_every_one() -> None:
    found = read("城区2小时内到达；东片、西片近郊，南片近郊3小时内到达；远郊6小时内到达。。")
    assert [part.high for part in found.parts] == [Decimal(2), Decimal(3), Decimal(6)]


def test_a_monthly_and_a_yearly_value_are_two_parts() -> None:
    found = read("每月提供简报 30 期，全年 360 期。")
    assert [(part.period, part.low) for part in found.parts] == [("月", Decimal(30)), ("年", Decimal(360))]


def test_operators_that_contradict_each_other_leave_nothing_to_compare() -> None:
    assert read("不少于10天以内").comparator == ""


def test_the_ink_is_that_of_the_value_without_the_blanks_around_it() -> None:
    ink = read("  ≥90% ").ink
    assert (ink.line, ink.column, ink.end_column) == (7, 7, 11)


def test_the_text_is_kept_as_printed() -> None:
    assert read(" 不少于 300篇（次）；。").text == "不少于 300篇（次）；。"


HOSTILE = [
    "9" * 5000, "（" * 3000, "百分之", "一" * 3000, "1-" * 900, "≥" * 1500, "，、" * 900, "7" * 2000, "大于等于" * 500, "(" * 2000,
    "（含" * 600, "1," * 1000, "2024年" * 400, "12月31日" * 250, "每月" * 1000, "较上年" * 600, "优" * 2000, "无" * 2000, "1:" * 900,
    "年度" * 1000, "计划" * 1000, "±" * 1500, "3A" * 900, "优≥9，" * 400, "第一" * 900, "A" * 2000, "0." * 900, "上" * 1999 + "年",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_without_trouble(text: str) -> None:
    start = time.process_time()
    assert read(text).text == text
    assert time.process_time() - start < 0.5
