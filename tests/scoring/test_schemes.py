"""The schemes are whole: named once, sourced, sure of each number or not, and adding up."""

from __future__ import annotations

import pytest

from gouji.exporting.schemes import numbers
from gouji.exporting.speech import Speech
from gouji.model.finding import Certainty
from gouji.scoring.register import all_schemes, scheme_named
from gouji.scoring.scheme import LEVELS, PROJECT, Scheme

SCHEMES = {scheme.name: scheme for scheme in all_schemes()}
PROJECTS = [scheme for scheme in all_schemes() if scheme.level == PROJECT]


@pytest.mark.parametrize("scheme", all_schemes(), ids=lambda scheme: scheme.name)
def test_a_scheme_says_who_decreed_it_and_how_sure_each_number_is(scheme: Scheme) -> None:
    assert scheme.source
    assert scheme.level in LEVELS
    found = list(numbers(scheme, Speech("zh")))
    assert found
    assert all(one.value and isinstance(one.certainty, Certainty) for one in found)


@pytest.mark.parametrize("scheme", PROJECTS, ids=lambda scheme: scheme.name)
def test_every_kind_of_target_has_a_rule(scheme: Scheme) -> None:
    assert {"number", "at_most", "range", "zero", "yes_no", "words", "date", "execution"} <= {*scheme.uses}


@pytest.mark.parametrize("scheme", PROJECTS, ids=lambda scheme: scheme.name)
def test_the_points_of_each_profile_and_the_execution_make_a_hundred(scheme: Scheme) -> None:
    assert scheme.execution is not None
    for profile in scheme.profiles:
        assert sum(weight.points for weight in profile.weights) + scheme.execution.points == 100
    if scheme.lines is not None:
        count, points = scheme.lines
        assert count * points + scheme.execution.points == 100


@pytest.mark.parametrize("name", ["review-2015", "guangzhou-department-2023", "sichuan-department-2018"])
def test_the_areas_make_a_hundred_and_their_parts_do_not_exceed_them(name: str) -> None:
    scheme = SCHEMES[name]
    outer = {area.name: area.points for area in scheme.areas if not area.part_of}
    assert sum(outer.values()) == 100
    for name, points in outer.items():
        assert sum(area.points for area in scheme.areas if area.part_of == name) <= points


def test_a_scheme_is_in_force_from_its_year_on() -> None:
    assert not SCHEMES["national-2021"].in_force(2020)
    assert SCHEMES["national-2021"].in_force(2024)
    assert SCHEMES["guangzhou-2020"].in_force(None)
    assert not SCHEMES["guangzhou-2020"].in_force(2021)


def test_a_name_nobody_gave_is_no_scheme() -> None:
    assert scheme_named("没有这个") is None


def test_the_grade_of_a_total_is_the_band_it_reaches() -> None:
    grades = SCHEMES["shanghai-2024"].grades
    assert grades is not None
    assert [grades.name_of(value) for value in (90, 89, 60, 59)] == ["优", "良", "合格", "不合格"]  # type: ignore[arg-type]
