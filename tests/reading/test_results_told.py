"""What was reached, told in words or with several numbers: the one that answers the target is found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.model.inked import Inked
from gouji.model.performance import Criterion, CriterionKind
from gouji.reading.criteria import criterion, result
from gouji.vocabulary.results import fitting


def told(text: str, target: str) -> Criterion:
    return result(Inked.at(text, 4), like=criterion(Inked.at(target, 4)))


@pytest.mark.parametrize(
    ("text", "target", "reached", "unit"),
    [
        ("共培训12期，1,360人次", "≥1000人次", "1360", "人次"),
        ("共培训12期，1,360人次", "≥10期", "12", "期"),
        ("2023年全年举办5场，超额完成", "≥4场", "5", "场"),
        ("95.6%，较上年提高2个百分点", "≥95%", "95.6", "%"),
        ("完成年度目标的110%", "≥100场", "110", "场"),
        ("举办8场，完成计划的80%", "10场", "8", "场"),
        ("发放补贴1250.5万元，惠及320户", "≥300户", "320", "户"),
        ("发放补贴1250.5万元，惠及320户", "≤1300万元", "12505000", "元"),
        ("每月2次，全年共24次", "每年≥20次", "24", "次"),
        ("验收项目15个，验收合格率100%", "≥98%", "100", "%"),
        ("平均用时45分钟，受理120件", "≤1小时", "45", "分钟"),
        ("实际完成1360人次", "≥1000人次", "1360", "人次"),
    ],
)
def test_the_number_in_the_unit_of_the_target_is_the_result(text: str, target: str, reached: str, unit: str) -> None:
    found = told(text, target)
    assert (found.low if found.low is not None else found.high, found.unit) == (Decimal(reached), unit)


def test_two_numbers_that_fit_equally_answer_nothing() -> None:
    assert told("东片完成3场，西片完成4场", "≥6场").kind is CriterionKind.COMPOUND


def test_the_name_of_the_indicator_tells_which_number_is_meant() -> None:
    read = criterion(Inked.at("开展宣传12次，组织演练3次", 1))
    target = criterion(Inked.at("≥2次", 1))
    assert fitting(read, target, "应急演练次数").low == 3


@pytest.mark.parametrize(
    ("text", "met"), [("已完成", True), ("未开展", False), ("达成预期指标", True), ("基本完成", None)]
)
def test_words_of_completion_stay_words(text: str, met: bool | None) -> None:
    found = told(text, "≥10期")
    assert (found.kind, found.met) == (CriterionKind.PASS, met)


def test_a_result_keeps_its_ink() -> None:
    found = told("共培训12期，1360人次", "≥1000人次")
    assert (found.ink.line, found.ink.column) == (4, 8)


def test_a_result_in_another_unit_is_left_as_it_was_read() -> None:
    assert told("完成12期", "≥1000人次").unit == "期"
