"""Which documents are of one body, however its name is printed."""

from __future__ import annotations

import pytest

from gouji.model.report import DocumentKind, Report
from gouji.rules.across_documents.series import of_one_year, same_body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中国共产党青川省委员会办公厅", "青川省委办公厅"),
        ("中共临江市委员会组织部", "临江市委组织部"),
        ("青川市档案局（部门）", "青川市档案局"),
    ],
)
def test_one_body_under_two_names(one: str, other: str) -> None:
    assert same_body(one) == same_body(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("青川市档案局", "青川市档案馆"), ("青川市发展和改革委员会", "青川市发展和改革局"), ("青川市委办公室", "青川市政府办公室")],
)
def test_two_bodies_are_two(one: str, other: str) -> None:
    assert same_body(one) != same_body(other)


def report(title: str) -> Report:
    return Report(f"{title}.txt", "", DocumentKind.BUDGET, "青川市档案局", 2025, title=title)


def test_a_department_and_its_own_office_give_no_figure_twice() -> None:
    pair = (report("青川市2025年部门预算"), report("青川市2025年单位预算"))
    assert list(of_one_year(pair)) == []
    assert len(list(of_one_year((pair[0], report("收支预算总表"))))) == 1
