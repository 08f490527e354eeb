"""Which documents are of one body, however its name is printed."""

from __future__ import annotations

import pytest

from gouji.chain.bodies import bodies, same_body
from gouji.model.report import DocumentKind, Report


def report(body: str, title: str = "", region: str = "", year: int | None = 2025) -> Report:
    path = f"{body}{title}{region}{year}.txt"
    return Report(path, "", DocumentKind.BUDGET, body, year, region=region, title=title)


def groups(*reports: Report) -> list[int]:
    """How many documents each body has."""
    return sorted(len(body.reports) for body in bodies(reports))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中国共产党青川省委员会办公厅", "青川省委办公厅"),
        ("中共临江市委员会组织部", "临江市委组织部"),
        ("青川市档案局（部门）", "青川市档案局"),
        ("青川市档案局本级", "青川市档案局"),
    ],
)
def test_one_body_under_two_names(one: str, other: str) -> None:
    assert same_body(one) == same_body(other)
    assert groups(report(one, "甲"), report(other, "乙")) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青川市档案局", "青川市档案馆"),
        ("青川市发展和改革委员会", "青川市发展和改革局"),
        ("青川市委办公室", "青川市政府办公室"),
        ("青川市水务局", "青川市水务局河道管理所"),
        ("青川市水务局", "临江市水务局"),
    ],
)
def test_two_bodies_are_two(one: str, other: str) -> None:
    assert groups(report(one), report(other)) == [1, 1]


def test_a_department_and_its_own_office_are_apart_where_both_have_documents() -> None:
    whole, own = report("青川市档案局", "2025年部门预算"), report("青川市档案局", "2025年单位预算")
    assert groups(whole, own) == [1, 1]
    assert groups(whole, report("青川市档案局（本级）", "2025年单位决算")) == [1, 1]
    assert groups(whole, report("青川市档案局", "收支预算总表")) == [2]
    assert groups(own, report("青川市档案局", "收支预算总表")) == [2]


def test_one_name_in_two_regions_is_two_bodies() -> None:
    assert groups(report("东湖区水务局", region="江西"), report("东湖区水务局", region="湖北")) == [1, 1]


def test_a_name_that_many_bodies_have_joins_nothing() -> None:
    assert groups(report("市水务局", "甲"), report("市水务局", "乙")) == [1, 1]
    assert groups(report("水务局", "甲"), report("水务局", "乙")) == [1, 1]
    assert groups(report("水利部", "甲"), report("水利部", "乙")) == [2]


def test_the_name_of_a_county_stands_for_that_with_its_city_unless_several_have_it() -> None:
    assert groups(report("临江市平川县水务局"), report("平川县水务局")) == [2]
    assert groups(report("临江市平川县水务局"), report("青原市平川县水务局"), report("平川县水务局")) == [1, 1, 1]
    assert groups(report("临江市鼓楼区水务局"), report("鼓楼区水务局")) == [1, 1]


def test_documents_without_a_body_or_a_year_belong_to_no_one() -> None:
    assert groups(report(""), report("青川市水务局", year=None)) == []
