"""The performance forms of the published documents beside the repository are read whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gouji.model.report import Report
from gouji.reading.read import read_document


@cache
def read(path: Path) -> Report:
    return read_document(path.name, path.read_bytes())


def document(seeds: Path, number: str) -> Report:
    (path,) = seeds.glob(f"{number}_*.txt")
    return read(path)


def test_target_form_from_a_dump_is_whole(seeds: Path) -> None:
    report = document(seeds, "000")
    assert len(report.indicators) == 12
    assert all(indicator.level1 and indicator.period_value for indicator in report.indicators)
    tasks = report.table("年度重点工作任务")
    assert tasks is not None
    assert [row.figure("拟投入的资金") is not None for row in tasks.rows] == [True] * 6


def test_project_list_has_all_rows_and_indicators(seeds: Path) -> None:
    report = document(seeds, "001")
    table = report.table("项目支出绩效目标表")
    assert table is not None
    assert [sum(row.depth == depth for row in table.rows) for depth in (0, 1, 2)] == [1, 4, 32]
    assert sum(len(project.indicators) for project in report.projects) == 165
    assert [bool(project.indicators) for project in report.projects if project.secret] == [False, False]


def test_self_evaluation_in_the_accounts_is_whole(seeds: Path) -> None:
    report = document(seeds, "002")
    scored = [score for score in report.scores if score.points is not None]
    assert len(scored) == 6
    assert [str(score.score and score.score.value) for score in report.scores if score.name == "总分"] == ["94.27"]
    assert len(report.indicators) == 7


def test_both_forms_of_a_target_document_are_whole(seeds: Path) -> None:
    report = document(seeds, "004")
    assert len(report.indicators) == 8
    (project,) = report.projects
    assert len(project.indicators) == 8
    assert project.indicators[-1].level1 == "成本指标"
    assert project.funds["2026年金额"].value == 3_260_000


def test_figures_of_the_performance_forms_have_addresses_of_their_own(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        indicators = [indicator.place for _, indicator in read(path).all_indicators()]
        assert len({(place.form, place.row, place.field) for place in indicators}) == len(indicators)
