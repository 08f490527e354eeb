"""Which mentions are of one project: by code, name and unit; labels of years do not part it, two of a name are not guessed."""

from __future__ import annotations

import pytest

from gouji.chain.mentions import Mention
from gouji.chain.names import indicator_name, is_secret, project_name
from gouji.chain.projects import projects
from gouji.model.chain import Stage
from gouji.model.place import Place


def mention(name: str, year: int = 2024, stage: Stage = Stage.TARGET, unit: str = "", document: str = "") -> Mention:
    place = Place(document or f"{year} {stage}.txt", "表")
    return Mention(project_name(name), name, unit, stage, "表", year, place)


def sizes(*mentions: Mention) -> list[int]:
    """How many mentions each project has."""
    return sorted(sum(len(year.places) for year in line.years) for line in projects(mentions)[0])


def unclear(*mentions: Mention) -> list[str]:
    return [one.name for one in projects(mentions)[1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("馆藏档案数字化", "馆藏档案数字化"),
        ("2023年馆藏档案数字化", "2024年馆藏档案数字化"),
        ("馆藏档案数字化（2023）", "馆藏档案数字化（2024）"),
        ("馆藏档案2022-2023年数字化项目(2022)", "馆藏档案2023-2024年数字化项目(2023)"),
        ("440100210000000012345-档案库房修缮", "440100210000000012345-库房修缮工程"),
        ("440100210000000012345-档案库房修缮", "档案库房修缮"),
    ],
)
def test_one_project_in_two_years(one: str, other: str) -> None:
    assert sizes(mention(one, 2023), mention(other, 2024)) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("馆藏档案数字化", "馆藏档案数字化设备购置"),
        ("档案馆一期工程", "档案馆二期工程"),
        ("440100210000000012345-档案库房修缮", "440100210000000099999-档案库房修缮"),
        ("GZIT2022-SM-N-C-008011", "GZIT2022-SM-N-C-008012"),
    ],
)
def test_two_projects_in_two_years(one: str, other: str) -> None:
    assert sizes(mention(one, 2023), mention(other, 2024)) == [1, 1]


def test_two_labels_in_one_year_are_two_projects() -> None:
    old, new = "信息系统运维（2022）", "信息系统运维（2023）"
    assert sizes(mention(old, 2023), mention(new, 2023, Stage.SELF_EVALUATION)) == [1, 1]
    listed = (mention(old, 2023), mention(new, 2023), mention(old, 2022), mention(new, 2024))
    assert sizes(*listed) == [2, 2]


def test_one_name_in_two_units_is_two_projects() -> None:
    listed = [mention("购置经费", 2024, unit=unit) for unit in ("档案馆", "图书馆")]
    again = [mention("购置经费", 2024, Stage.SELF_EVALUATION, unit) for unit in ("档案馆", "图书馆")]
    assert sizes(*listed, *again) == [2, 2]
    assert unclear(*listed, *again) == []


def test_a_name_of_two_units_is_not_guessed_where_the_unit_is_not_told() -> None:
    listed = [mention("购置经费", 2024, unit=unit) for unit in ("档案馆", "图书馆")]
    assert sizes(*listed, mention("购置经费", 2024, Stage.SELF_EVALUATION)) == [1, 1, 1]
    assert unclear(*listed, mention("购置经费", 2024, Stage.SELF_EVALUATION)) == ["购置经费"]


def test_a_name_that_stands_twice_in_a_list_joins_nothing() -> None:
    listed = [mention("专项经费"), mention("专项经费")]
    assert sizes(*listed, mention("专项经费", 2024, Stage.SELF_EVALUATION)) == [1, 1, 1]
    assert unclear(*listed) == ["专项经费"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("发布预警数量（份）", "发布预警数"),
        ("读者满意度（%）：", "读者满意度"),
        ("1、阅读活动场次", "阅读活动场次"),
    ],
)
def test_one_indicator_under_two_names(one: str, other: str) -> None:
    assert indicator_name(one) == indicator_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("活动场次（少儿）", "活动场次"), ("修缮面积", "修缮面积达标率"), ("培训人数", "培训人次")]
)
def test_two_indicators_are_two(one: str, other: str) -> None:
    assert indicator_name(one) != indicator_name(other)


@pytest.mark.parametrize(
    ("name", "secret"),
    [("涉密项目1", True), ("QS-SM-2024-03", True), ("GZIT2022-SM-N-C-008011(2022)", True), ("800兆通信网", False)],
)
def test_a_project_hidden_behind_a_code_is_secret(name: str, secret: bool) -> None:
    assert is_secret(name) is secret
