"""Invented sets of indicators in the forms of several provinces: good ones are left alone, each fault is found."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from gouji.model.finding import Finding, Remark, Result, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

HERE = Path(__file__).parent / "indicator_sets"
sys.path.insert(0, str(HERE))
from printing import STYLES, IndicatorSet, Row, row, sets  # noqa: E402

FOLDERS = ("targets", "projects", "indicators")
MINE = [rule for rule in all_rules() if rule.module.split(".")[-2] in FOLDERS]
GOOD = {one.name: one for one in sets()}
HABIT = "quantitative-targets-have-no-operator"  # 新建幼儿园 2所 is sensible, and = would be clearer
# A form without second levels cannot show what is wrong with them.
NEEDS_SECOND_LEVEL = ("second-level-is-under-the-wrong-first-level", "quantity-indicator-is-no-count")
# What two indicators in all cannot but lack.
COMPANIONS = {"number-of-indicators-is-unusual": {"indicator-classes-are-missing"}}


def found(one: IndicatorSet, style: str = "national") -> list[Finding]:
    (checked,) = check([read_document("例.txt", STYLES[style](one).encode())], MINE)
    assert not [outcome for outcome in checked.outcomes if outcome.result is Result.BROKEN]
    return list(checked.findings)


def _bad() -> list[tuple[str, IndicatorSet, Row | None]]:
    """(rule, the set with its fault, the faulty row)."""
    lines = (HERE / "bad.txt").read_text(encoding="utf-8").splitlines()
    return [_one_bad(*map(str.strip, line.split("|"))) for line in lines if line and not line.startswith("#")]


def _one_bad(rule: str, name: str, old: str, new: str) -> tuple[str, IndicatorSet, Row | None]:
    good = GOOD[name]
    if old == "-":
        return rule, IndicatorSet(name, good.goal, good.rows[:2]), None
    faulty = row(new)
    if old == "+":
        return rule, IndicatorSet(name, good.goal, (*good.rows, faulty)), faulty
    assert any(each.name == old for each in good.rows), f"{name} has no {old}"
    return rule, exchanged(good, old, faulty), faulty


def exchanged(one: IndicatorSet, old: str, new: Row) -> IndicatorSet:
    return IndicatorSet(one.name, one.goal, tuple(new if each.name == old else each for each in one.rows))


BAD = _bad()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", GOOD)
def test_a_good_set_is_left_alone_in_every_form(name: str, style: str) -> None:
    told = found(GOOD[name], style)
    assert {finding.card.name for finding in told} <= {HABIT}
    assert all(finding.severity is Severity.NOTE for finding in told)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("rule", "one"), [(rule, one) for rule, one, _ in BAD], ids=[f"{r}-{s.name}" for r, s, _ in BAD]
)
def test_a_fault_is_found_and_nothing_else(rule: str, one: IndicatorSet, style: str) -> None:
    if style == "in_list" and rule in NEEDS_SECOND_LEVEL:
        pytest.skip("this form prints no second levels")
    names = {finding.card.name for finding in found(one, style)}
    assert rule in names
    assert names - {HABIT, rule} <= COMPANIONS.get(rule, set())


def _left_alone() -> list[str]:
    return (HERE / "left_alone.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", _left_alone())
def test_an_indicator_that_only_looks_odd_is_left_alone(line: str) -> None:
    base, odd = GOOD["教师培训"], row(line)
    rows = tuple(each for each in base.rows if not odd.level == each.level == "满意")
    assert {finding.card.name for finding in found(IndicatorSet(base.name, base.goal, (*rows, odd)))} <= {HABIT}


def _filled(rewrite: str) -> str:
    """A rewrite with its blanks filled in."""
    if rewrite.startswith("优"):
        return re.sub("＿＿", "按约定的标准", rewrite)
    text = rewrite.replace("＿＿占＿＿", "应办事项占全部事项").replace("/＿＿", "/次")
    return text.replace("＿＿%", "80%").replace("＿＿", "5")


def _applied(rewrite: str, faulty: Row) -> Row:
    """The row with the rewrite in the place of its value, or of its levels (`一级 › 二级`)."""
    if " › " in rewrite:
        return Row(rewrite.replace(" › ", "/"), faulty.name, faulty.value)
    return Row(faulty.level, faulty.name, _filled(rewrite))


def _about(told: list[Finding], one: IndicatorSet, faulty: Row) -> list[Finding]:
    """What is said of a row: of the national form each row has its line."""
    lines = STYLES["national"](one).split("\n")
    last = max(number for number, line in enumerate(lines, 1) if f"|{faulty.name}|" in line)
    return [finding for finding in told if finding.at.ink.line == last]


def _rewrites(told: list[Finding]) -> list[str]:
    return [
        each.observation.rewrite for each in told if isinstance(each.observation, Remark) and each.observation.rewrite
    ]


def test_a_rewrite_is_read_without_complaint() -> None:
    seen = 0
    for rule, one, faulty in BAD:
        for rewrite in _rewrites(_about(found(one), one, faulty)) if faulty else ():
            better = _applied(rewrite, faulty)
            again = {finding.card.name for finding in found(exchanged(one, faulty.name, better))}
            if " › " in rewrite:  # the levels were put right, not the value
                again &= {rule}
            assert again <= {HABIT}, f"{faulty} → {better}: {again}"
            seen += 1
    assert seen > 30


NAMES = (
    "数量 培训人数", "数量 新建站点（个）", "数量 铺设管道长度（公里）", "数量 印发手册数量",
    "质量 验收合格率", "质量 差错率", "质量 设备故障率（%）",
    "时效 平均响应时间", "时效 报修处理时间（分钟）", "时效 补助发放及时率", "成本 人均教材成本", "成本 单位成本（万元）",
    "社会 群众知晓率", "社会 安全事故次数",
    "社会 办事效率", "社会 农民人均收入", "社会 生态环境质量", "满意 群众满意度", "满意 服务对象满意度（%）",
)  # fmt: skip
VALUES = (
    "4", "≥4", "0.95", "95", "95%", "≥95%", "≤95%", "大于90%", "100%", "≥100分", "2小时", "≥2小时", "2小时=<", "20-9个", "15-20个", "120元",
    "≥120元", "5万人", "不少于30人", "0次", "长期", "持续", "提升", "下降", "良好", "满意", "明显改善", "无", "/", "空", "每季度3次", "1200米",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_rewrite_of_every_value_is_read_without_the_same_complaint(name: str) -> None:
    """The value that is proposed is reported by no rule for the reason for which it was proposed, nor for its form."""
    base = GOOD["教师培训"]
    for value in VALUES:
        faulty = row(f"{name} {value}")
        one = IndicatorSet(base.name, base.goal, (*base.rows, faulty))
        for finding in _about(found(one), one, faulty):
            for rewrite in _rewrites([finding]):
                better = _applied(rewrite, faulty)
                changed = IndicatorSet(base.name, base.goal, (*base.rows, better))
                here = {each.card.name for each in _about(found(changed), changed, better)}
                if " › " in rewrite:  # the levels were put right, not the value
                    here &= {finding.card.name}
                assert not here, f"{name} {value} → {better.value}: {here} (for {finding.card.name})"
