"""What many projects have in common is said once, with all places; what is proposed for published values reads well."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from gouji.model.finding import Finding, Remark, Severity
from gouji.model.inked import Inked
from gouji.model.performance import Indicator
from gouji.model.report import Report
from gouji.reading.criteria import criterion
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

FOLDERS = ("targets", "projects", "indicators")
MINE = [rule for rule in all_rules() if rule.module.split(".")[-2] in FOLDERS]
HEAD = (
    "2025年项目支出绩效目标表\n\n部门名称：临江市水务局\n单位：万元\n"
    "项目名称（资金使用单位）|总计|财政拨款|财政专户拨款|其他资金|绩效目标|绩效指标\n"
)
LAKES = ("东湖", "西湖", "南湖", "北湖", "中湖", "上湖")
WORKS = ("巡查", "清淤", "监测", "宣传", "保洁")


def listed(*rows: tuple[str, str, str]) -> str:
    """A list of projects: name, goal, indicators packed into one box."""
    total = f"{10 * len(rows)}.00"
    lines = "".join(f" {name}|10.00|10.00|||{goal}|{packed}\n" for name, goal, packed in rows)
    return f"{HEAD}合计|{total}|{total}||||\n临江市水务局|{total}|{total}||||\n{lines}"


def found(text: str, *names: str) -> list[Finding]:
    rules = [rule for rule in MINE if not names or rule.card.name in names]
    (checked,) = check([read_document("例.txt", text.encode())], rules)
    return list(checked.findings)


def thirty(packed: str) -> str:
    names = [f"{lake}{work}" for lake in LAKES for work in WORKS]
    return listed(*((name, f"完成{name}，水质达到Ⅲ类，周边居民受益。", packed) for name in names))


ALIKE = "1、产出指标：完成次数，年度指标值：≥12次。2、产出指标：采购完成率，年度指标值：100%。3、效益指标：{}，年度指标值：{}。"


def test_thirty_projects_with_one_set_are_one_finding_that_names_a_few() -> None:
    (finding,) = found(thirty(ALIKE.format("水质达标率", "≥90%")), "indicator-set-is-cloned")
    assert "“东湖巡查”、“东湖清淤”、“东湖监测”、“东湖宣传”等30个项目" in finding.observation.message  # type: ignore[union-attr]
    assert len(finding.against) == 29


@pytest.mark.parametrize(
    ("rule", "packed"),
    [
        ("target-is-full-compliance-with-a-duty", ALIKE.format("水质达标率", "≥90%")),
        ("qualitative-target-has-no-grades", ALIKE.format("河湖面貌", "良好")),
        ("target-value-is-long-term", ALIKE.format("河湖面貌", "长期")),
        ("effect-is-a-percentage-of-nothing", ALIKE.format("维护河湖健康发展", "≥95%")),
        ("rate-target-has-no-percent-sign", ALIKE.format("水质达标率", "0.9")),
        ("indicator-classes-are-missing", ALIKE.format("水质达标率", "≥90%").replace("效益", "产出")),
    ],
)
def test_a_habit_of_thirty_projects_is_told_in_few_words(rule: str, packed: str) -> None:
    told = found(thirty(packed), rule)
    assert len({finding.severity for finding in told}) == len(told)
    assert len(told[0].against) == 29


def test_projects_of_several_years_are_told_to_part_their_targets() -> None:
    packed = ALIKE.format("水质达标率", "≥90%")
    goal = "完成东湖保洁，水质达到Ⅲ类，周边居民受益。"
    text = listed(("东湖保洁（2024年）", goal, packed), ("东湖保洁（2025年）", goal, packed))
    told = found(text, "indicator-set-is-cloned", "goal-is-copied-between-projects")
    assert len(told) == 2
    assert all("同一项目的不同年度" in finding.observation.message for finding in told)  # type: ignore[union-attr]


def test_costs_are_asked_of_purchases_only() -> None:
    packed = ALIKE.format("水质达标率", "≥90%") + "4、满意度指标：居民满意度，年度指标值：≥90%。"
    goal = "水质达到Ⅲ类，周边居民受益。"
    told = found(listed(("东湖保洁", goal, packed), ("巡查船购置", goal, packed)), "indicator-classes-are-missing")
    assert [finding.observation.message.partition("没有")[0] for finding in told] == ["“巡查船购置”"]  # type: ignore[union-attr]


def test_numbers_that_start_anew_with_each_class_are_no_fault() -> None:
    packed = "1、产出指标：巡查次数，年度指标值：≥12次。2、产出指标：清淤长度，年度指标值：≥3公里。1、效益指标：水质达标率，年度指标值：≥90%。"
    assert not found(listed(("东湖保洁", "水质达到Ⅲ类。", packed)), "indicator-numbering-is-broken")


@pytest.fixture(scope="module")
def published(seeds: Path) -> list[Report]:
    reports = [read_document(path.name, path.read_bytes()) for path in sorted(seeds.glob("*.txt"))]
    return [report for report in reports if any(True for _ in report.all_indicators())]


def test_what_is_proposed_for_published_values_is_read_without_complaint(published: list[Report]) -> None:
    seen = 0
    for report in published:
        (checked,) = check([report], MINE)
        for finding in checked.findings:
            observed = finding.observation
            if not isinstance(observed, Remark) or not observed.rewrite or " › " in observed.rewrite:
                continue
            one = _at(report, finding)
            if one is not None:
                (again,) = check([_with(report, one, observed.rewrite)], MINE)
                names = {each.card.name for each in again.findings if each.at.ink == finding.at.ink}
                assert finding.card.name not in names, (one.name, observed.rewrite)
                seen += 1
    assert seen > 10


def _at(report: Report, finding: Finding) -> Indicator | None:
    indicators = [one for _, one in report.all_indicators()]
    return next((one for one in indicators if one.value.ink == finding.at.ink), None)


def _with(report: Report, old: Indicator, rewrite: str) -> Report:
    """The report with the rewrite, its blanks filled in, in the place of that value."""
    filled = re.sub("＿＿(?=[%分元起小])|(?<=[≥≤])＿＿", "5", rewrite).replace("＿＿", "次")
    new = replace(old, value=replace(criterion(Inked(filled)), ink=old.value.ink))
    projects = tuple(
        replace(project, indicators=tuple(new if one is old else one for one in project.indicators))
        for project in report.projects
    )
    return replace(report, projects=projects, indicators=tuple(new if one is old else one for one in report.indicators))


def test_notes_stay_notes(published: list[Report]) -> None:
    """Errors of the indicators of published forms are contradictions in numbers: of units, or of shares above all."""
    checked = check(published, MINE)
    errors = {each.card.name for one in checked for each in one.findings if each.severity is Severity.ERROR}
    assert errors == {"department-expenditure-differs-from-income", "unit-in-name-differs-from-unit-in-value"}
