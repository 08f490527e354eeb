"""Lists within a text that begin in the middle: a （2） without a （1）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.place import Ink, Place
from gouji.model.report import Report
from gouji.rules.rule import rule

# Only where a sentence has just ended: a （2） after a comma may be a reference or a formula.
_LATER = re.compile(r"(?<=[。；;])\s?(?P<mark>[（(](?P<number>[2-9二三四五])[）)])(?=[一-龥“《])")
_FIRST = re.compile(r"[（(]\s?[1一]\s?[）)]|[①⑴]|(?<!\d)1\s?[、.．)）]|一是|第一|首先|一、")
TASKS = "年度重点工作任务"
SHORTEST_AHEAD = 10


@rule(
    title="表内文字的分项序号不是从 1 开始",
    title_en="a numbered list in a box does not begin with its first item",
    basis="公开文本质量：序号应当连续",
    certainty="O",
    severity="note",
)
def list_begins_in_the_middle(report: Report) -> Iterator[Observation]:
    for text, place in _boxes(report):
        match = _LATER.search(text)
        if match is None or match.start() < SHORTEST_AHEAD or _FIRST.search(text[: match.start()]):
            continue
        yield Remark(
            _at(report, place, match["mark"]),
            f"这里从“{match['mark']}”开始编号，前面没有第 1 项，请补上序号，或核对有无遗漏",
            f"the list begins with {match['mark']}",
        )


def _boxes(report: Report) -> Iterator[tuple[str, Place]]:
    """Every text that fills a box of its own: tasks, goals, boxes of applications."""
    for table in report.tables_of(TASKS):
        for row in table.rows:
            yield from ((cell.text, cell.place) for cell in row.cells.values() if cell.figure is None)
    for box in (*report.boxes, *(box for project in report.projects for box in project.boxes)):
        yield box.text, box.place


def _at(report: Report, place: Place, mark: str) -> Place:
    """The mark itself where its line is plain, else the whole box."""
    first, last = place.ink.line or 0, place.ink.end_line or 0
    spots = [
        (number, report.lines[number - 1].find(mark) + 1)
        for number in range(max(first, 1), min(last, len(report.lines)) + 1)
        if report.lines[number - 1].count(mark) == 1
    ]
    if len(spots) != 1:
        return place
    line, column = spots[0]
    ink = Ink(line=line, column=column, end_line=line, end_column=column + len(mark))
    return Place(place.document, place.form, place.row, place.field, mark, ink)
