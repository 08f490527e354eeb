"""What the text of a document states, against itself and the tables: judgements that the rules' pages do not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.model.finding import Checked, Comparison, Result, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check
from gouji.rules.narrative.numerals import number
from gouji.rules.rule import Rule
from gouji.vocabulary.closed_lists import closing
from gouji.vocabulary.stated import section

NARRATIVE = tuple(rule for rule in all_rules() if rule.module.startswith("gouji.rules.narrative"))


def checked(text: str, rules: tuple[Rule, ...] = NARRATIVE) -> Checked:
    return check([read_document("例.txt", text.encode())], rules)[0]


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.card.name, finding.at.text) for finding in checked(text).findings]


def test_a_growth_rate_is_reckoned_from_the_amount_that_makes_it_hold() -> None:
    text = "2023年度收入100.00万元，其中：财政拨款90.00万元，事业收入10.00万元，比上年增加20.00万元，增长25%。"
    assert found(text) == []


def test_a_percentage_out_by_its_last_digit_is_only_a_note() -> None:
    outcome = checked("机关运行经费1,115.85万元，比上年减少2,233.13万元，下降66.69%。")
    assert [finding.severity for finding in outcome.findings] == [Severity.NOTE]


def test_parts_may_be_listed_in_two_breakdowns() -> None:
    assert found("项目支出100.00万元，其中：设备40.00万元、服务60.00万元、政府采购55.00万元。") == []


def test_a_partial_list_is_not_added_up() -> None:
    assert found("项目支出100.00万元，其中：设备购置40.00万元、软件开发30.00万元。") == []


def test_inexact_numbers_never_contradict_exact_ones() -> None:
    assert found("“三公”经费支出约8万元，完成预算10.00万元的81.34%。") == []


def test_amounts_of_another_year_are_not_held_against_the_tables() -> None:
    text = """临江市水务局2023年度部门决算

支出决算表
单位：万元
科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
合计||115.00|80.00|35.00|0.00|0.00|0.00
201|一般公共服务支出|115.00|80.00|35.00|0.00|0.00|0.00

三、支出决算情况说明

2022年基本支出75.00万元。2023年基本支出80.00万元，上年项目支出30.00万元。
"""
    assert found(text) == []


def test_a_repeated_paragraph_in_another_section_is_only_a_note() -> None:
    paragraph = "全年接待查档群众，提供复印、证明和在线查询服务，协助各部门完成历史档案的整理与数字化加工，" * 2
    text = f"一、工作总结\n\n{paragraph}保障了需要。\n\n二、下一步计划\n\n{paragraph}保障了需要。\n"
    assert [finding.severity for finding in checked(text).findings] == [Severity.NOTE]


@pytest.mark.parametrize(("text", "value"), [("7", 7), ("七", 7), ("十", 10), ("十二", 12), ("二十三", 23), ("两", 2)])
def test_numerals_are_read(text: str, value: int) -> None:
    assert number(text) == value


def test_a_list_is_closed_when_all_its_parts_are_named() -> None:
    assert closing("政府采购支出总额", ["货物支出", "工程支出", "服务支出"])
    assert not closing("政府采购支出总额", ["货物支出", "服务支出"])


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("三、2023年度一般公共预算财政拨款“三公”经费支出决算情况说明", "三公"),
        ("二、2023年度财政拨款收入支出总表说明", "拨款"),
        ("一、收入支出决算总体情况说明", "总体"),
        ("六、一般公共预算财政拨款基本支出决算情况说明", "基本"),
        ("三、支出决算情况说明", "支出"),
    ],
)
def test_headings_tell_the_section(heading: str, name: str) -> None:
    assert section(("第三部分 部门决算情况说明", heading)) == name


def final_accounts(seeds: Path) -> Checked:
    path = next(path for path in sorted(seeds.glob("002_*.txt")))
    return check([read_document(str(path), path.read_bytes())], NARRATIVE)[0]


@pytest.mark.parametrize(
    ("rule", "least"),
    [
        ("growth-rate-does-not-follow", 8),
        ("completion-rate-does-not-follow", 6),
        ("share-does-not-follow", 14),
        ("stated-three-public-expense-differs-from-table", 14),
        ("stated-total-differs-from-table", 5),
        ("stated-non-tax-revenue-differs-from-table", 14),
    ],
)
def test_statements_of_the_published_accounts_hold_and_are_counted(seeds: Path, rule: str, least: int) -> None:
    outcomes = [o for o in final_accounts(seeds).outcomes if o.card.name == rule and isinstance(o.observation, Comparison)]
    assert len(outcomes) >= least
    assert {outcome.result for outcome in outcomes} <= {Result.AGREE, Result.WITHIN_ROUNDING}


def test_the_published_accounts_have_no_error_in_the_text(seeds: Path) -> None:
    findings = final_accounts(seeds).findings
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
    assert {finding.card.name for finding in findings if finding.severity is Severity.WARNING} == {
        "completed-is-more-than-reached",
        "evaluated-amount-is-not-sum-of-projects",
        "paragraph-stands-twice",
        "unit-cannot-be",
    }


def test_the_published_report_states_a_wrong_execution_rate_and_a_slipped_year(seeds: Path) -> None:
    path = next(path for path in sorted(seeds.glob("003_*.txt")))
    findings = check([read_document(str(path), path.read_bytes())], NARRATIVE)[0].findings
    assert {(finding.card.name, finding.at.text) for finding in findings if finding.severity is not Severity.NOTE} == {
        ("completion-rate-does-not-follow", "99.97%"),
        ("year-slips", "2024"),
        ("scheme-is-given-two-sizes", "8个二级指标"),
    }
