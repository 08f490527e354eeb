"""The published dumps as a whole: every row, amount and indicator, and nothing keyed to their names or figures."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from gouji.model.report import Report
from gouji.reading.read import read_document

# Another department of another city, with other amounts: the same paper.
RENAMED = {
    "广州": "青川",
    "网络": "林业",
    "网信": "林水",
    "信息": "生态",
    "安全": "资源",
    "舆情": "防火",
    "800兆": "600亩",
    "2023": "2026",
    "2024": "2027",
}


def text_of(seeds: Path, number: str) -> str:
    return next(seeds.glob(f"{number}_*.txt")).read_text(encoding="utf-8")


def altered(text: str) -> str:
    """Other names of the same length, and every amount with decimals ten times as large."""
    for name, other in RENAMED.items():
        text = text.replace(name, other)
    return re.sub(r"(?<![\d.])(\d[\d,]*)\.(\d\d)(?=\s)", _tenfold, text)


def _tenfold(match: re.Match[str]) -> str:
    value = Decimal(f"{match[1]}.{match[2]}".replace(",", "")) * 10
    return f"{value:,.2f}" if "," in match[1] or len(match[1]) < 4 else f"{value:.2f}"


@pytest.fixture(params=[False, True], ids=["as published", "another department"])
def read(request: pytest.FixtureRequest, seeds: Path):  # type: ignore[no-untyped-def]
    @cache
    def report(number: str) -> Report:
        text = text_of(seeds, number)
        return read_document(f"{number}.txt", (altered(text) if request.param else text).encode())

    report.tenfold = request.param  # type: ignore[attr-defined]
    return report


def test_the_target_form_has_its_tasks_boxes_and_indicators(read) -> None:  # type: ignore[no-untyped-def]
    report = read("000")
    tasks = report.table("年度重点工作任务")
    amounts = [row.figure("拟投入的资金").value / 10_000 for row in tasks.rows]
    expected = [Decimal(text) for text in ("7050.96", "450.00", "200.00", "4255.12", "200.00", "310.00")]
    assert amounts == [amount * 10 for amount in expected] if read.tenfold else amounts == expected
    assert all(row.cells["期望达到的目标"].text.endswith("。") for row in tasks.rows)
    assert len(list(report.table("预算整体情况").figures())) == 8
    assert len(report.indicators) == 12
    assert all(i.value.text and i.period_value and i.name for i in report.indicators)


def test_the_project_list_has_all_rows_and_every_column_adds_up(read) -> None:  # type: ignore[no-untyped-def]
    report = read("001")
    table = report.table("项目支出绩效目标表")
    assert len(report.projects) == 32
    assert sum(project.secret for project in report.projects) == 2
    assert sum(len(project.indicators) for project in report.projects) == 165
    assert [row.depth for row in table.rows].count(1) == 4
    for column in ("总计", "财政拨款", "其他资金"):
        total = table.figure("合计", column).value
        units = [row.figure(column).value for row in table.rows if row.depth == 1 and row.figure(column)]
        projects = [project.funds[column].value for project in report.projects if column in project.funds]
        assert sum(units) == sum(projects) == total
    assert not any(row.figure("财政专户拨款") for row in table.rows)


def test_the_report_has_its_money_table_its_scores_and_whole_sentences(read) -> None:  # type: ignore[no-untyped-def]
    report = read("003")
    money = report.table("部门整体收支情况")
    assert len(money.rows) == 7
    assert all(len([cell for cell in row.cells.values() if cell.figure]) == 6 for row in money.rows)
    scores = report.table("评价得分情况")
    assert [row.name for row in scores.rows] == ["履职效能评价", "管理效能评价"]
    closed = [p for p in report.paragraphs if not p.heading and p.text[-1] not in "。：:"]
    assert closed == []
    assert len(report.paragraphs) < 70


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_every_figure_of_a_table_points_at_its_ink(seeds: Path, number: str) -> None:
    text = text_of(seeds, number)
    raw = text.split("\n")
    report = read_document("x.txt", text.encode())
    for table in report.tables:
        for figure in table.figures():
            ink = figure.place.ink
            assert raw[(ink.line or 0) - 1][(ink.column or 0) - 1 :].startswith(figure.text)


def _summary(report: Report) -> list[object]:
    tables = [
        (table.form, [(row.name, [cell.text for cell in row.cells.values()]) for row in table.rows])
        for table in report.tables
    ]
    projects = [
        (project.name, project.goal.text, [(i.name, i.value.text) for i in project.indicators])
        for project in report.projects
    ]
    indicators = [(i.level1, i.level2, i.name, i.value.text) for i in report.indicators]
    return [report.kind, report.body, report.year, tables, projects, indicators, [p.text for p in report.paragraphs]]


@pytest.mark.parametrize("number", ["000", "001", "003"])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: re.sub(r"\n\s*\n+", "\n", text),
        lambda text: "\n".join(line.strip() for line in text.split("\n")),
        lambda text: text.replace("\n", "  \r\n"),
        lambda text: text.replace(" ", "\u00a0"),
    ],
    ids=["no blank lines", "no indents", "other line ends", "hard blanks"],
)
def test_what_the_extractor_does_to_blanks_changes_nothing(seeds: Path, number: str, change) -> None:  # type: ignore[no-untyped-def]
    text = text_of(seeds, number)
    published = _summary(read_document("x.txt", text.encode()))
    assert _summary(read_document("x.txt", change(text).encode())) == published
