"""The record of a body: what all its documents say, year by year, and what joins them."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from gouji.chain.lights import light
from gouji.chain.records import records
from gouji.model.chain import Moment, Part, Record, Stage
from gouji.model.inked import Inked
from gouji.reading.criteria import criterion, result
from gouji.reading.read import read_document

SAMPLES = str(Path(__file__).resolve().parents[2] / "samples")
sys.path.insert(0, SAMPLES)

from made_body import text  # noqa: E402
from made_body.making import made  # noqa: E402

sys.path.remove(SAMPLES)


@cache
def of_made_body(seed: int = 1) -> tuple[Record, ...]:
    several, _ = made(seed)
    return records([read_document(f"{key}.txt", text.told(one.document).encode()) for key, one in several.items()])


def test_every_document_of_a_body_is_in_its_record_and_its_units_stand_apart() -> None:
    whole, *units = of_made_body()
    assert [year.year for year in whole.years] == [2023, 2024, 2025]
    assert all(len(year.documents) == 5 for year in whole.years)
    assert (whole.gaps, whole.unclear) == ((), ())
    assert all(len(unit.reports) == 1 for unit in units)


def test_a_project_is_one_line_through_all_stages_and_years() -> None:
    whole = of_made_body()[0]
    project = next(one for one in whole.projects if len(one.years) == 3)
    for year in project.years:
        assert {stage for stage, _ in year.places} == {
            Stage.TARGET,
            Stage.BUDGET,
            Stage.MONITORING,
            Stage.SELF_EVALUATION,
        }
        budgets = {one.figure.value for one in year.money.of("资金总额", Moment.BUDGET)}
        assert len(budgets) == 1
        assert [one.month for one in year.money.of("资金总额", Moment.SO_FAR)] == [4, 7]
        assert year.rate is not None
        assert year.total is not None
        assert year.grade


def test_an_indicator_has_its_target_its_states_and_its_result() -> None:
    whole = of_made_body()[0]
    line = next(one for project in whole.projects for one in project.indicators if len(one.years) == 3)
    for year in line.years:
        assert year.of(Part.TARGET)[0].stage is Stage.TARGET
        assert [one.month for one in year.states] == [4, 7]
        assert year.result is not None
        assert year.result.weight is not None
        assert year.result.score is not None


def test_every_link_of_a_consistent_body_agrees_and_stays_within_it() -> None:
    for record in of_made_body():
        own = {report.path for report in record.reports}
        assert all(link.agrees is not False for link in record.links)
        assert all({link.first.document, link.second.document} <= own for link in record.links)


def test_documents_of_several_bodies_are_never_linked() -> None:
    together = records([report for seed in (1, 2) for record in of_made_body(seed) for report in record.reports])
    assert len({record.body for record in together}) == len(together)
    assert sorted(len(record.reports) for record in together) == sorted(
        len(record.reports) for seed in (1, 2) for record in of_made_body(seed)
    )


def test_four_documents_of_one_body_among_five(seeds: Path) -> None:
    found = records([read_document(path.name, path.read_bytes()) for path in sorted(seeds.glob("*.txt"))])
    assert [len(record.reports) for record in found] == [4, 1]
    (link,) = [link for link in found[0].links if link.agrees is not None]
    assert (link.year, link.agrees) == (2023, True)
    assert {link.first.text, link.second.text} == {"13,027.62", "13027.62"}


@pytest.mark.parametrize(
    ("level", "target", "state", "month", "expected"),
    [
        ("数量指标", "≥60场", "34场", 7, "绿"),
        ("数量指标", "≥60场", "12场", 7, "红"),
        ("数量指标", "≥60场", "24场", 7, "黄"),
        ("数量指标", "≥60场", "58场", 7, "蓝"),
        ("质量指标", "≥95%", "94%", 7, "红"),
        ("质量指标", "≥95%", "96%", 7, "绿"),
        ("社会效益指标", "≤8.8%", "9.1%", 7, "红"),
        ("数量指标", "≥60场", "34场", None, ""),
    ],
)
def test_lights(level: str, target: str, state: str, month: int | None, expected: str) -> None:
    asked = criterion(Inked(target))
    assert light("某指标", level, asked, result(Inked(state), asked), month) == expected
