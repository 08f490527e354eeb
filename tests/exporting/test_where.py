"""Places as people find them: the page of a PDF, the cell of a sheet, the table of a Word file, the line of a text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from gouji.exporting.json import checked, readings, written
from gouji.exporting.speech import Speech
from gouji.exporting.text.check import check_lines
from gouji.exporting.text.lines import plain
from gouji.exporting.text.read import read_lines
from gouji.model.examination import Examination, Examined, Gathered
from gouji.model.medium import Medium, Page, Spot
from gouji.model.report import Report

PAGE = Page(3, 595.0, 842.0)


def spotted(report: Report, medium: Medium) -> Report:
    """The same document on another medium, each line at a spot of its own."""
    spots = [_spot(number, line, medium) for number, line in enumerate(report.lines, start=1)]
    return replace(report, medium=medium, spots=tuple(spots), pages=(PAGE,) if medium is Medium.PDF else ())


def _spot(number: int, line: str, medium: Medium) -> Spot:
    match medium:
        case Medium.PDF:
            edges = tuple(50.0 + 10 * position for position in range(len(line) + 1))
            return Spot(3, (100.0 + 20 * number, 112.0 + 20 * number), edges)
        case Medium.SHEET:
            return Spot(sheet="收支 总表", cell=f"B{number}")
    return Spot(cell=f"表1/行{number}/格2")


def on(examination: Examination, medium: Medium) -> Examination:
    (document,) = examination.documents
    return replace(examination, documents=(Examined(spotted(document.report, medium), document.checked),))


@pytest.mark.parametrize(
    ("medium", "told"),
    [
        (Medium.PDF, "青川市档案馆.txt 第 3 页  《支出决算表》教育支出·合计"),
        (Medium.PDF, "  第 3 页 《支出决算表》住房支出·合计  列示 10.01"),
        (Medium.PDF, "第 3 页“用款说明 <script>alert(1)</s…”"),
        (Medium.SHEET, "青川市档案馆.txt 《收支 总表》B4  《支出决算表》"),
        (Medium.WORD, "青川市档案馆.txt 表1/行4/格2  《支出决算表》"),
    ],
)
def test_a_finding_is_placed_as_the_medium_asks(
    examination: Examination, chinese: Speech, medium: Medium, told: str
) -> None:
    assert told in plain(check_lines(on(examination, medium), chinese))


@pytest.mark.parametrize(
    ("medium", "told"),
    [
        (Medium.PDF, ".txt page 3  "),
        (Medium.SHEET, ".txt '收支 总表'!B4  "),
        (Medium.WORD, ".txt table 1/row 4/cell 2  "),
    ],
)
def test_english_places(examination: Examination, english: Speech, medium: Medium, told: str) -> None:
    assert told in plain(check_lines(on(examination, medium), english))


def answer(examination: Examination, speech: Speech) -> Any:
    return json.loads(written(checked(examination, speech)))["documents"][0]


def test_json_has_page_and_box_of_every_place_and_the_size_of_the_page(
    examination: Examination, chinese: Speech
) -> None:
    document = answer(on(examination, Medium.PDF), chinese)
    assert document["medium"] == "pdf"
    assert document["pages"] == [{"number": 3, "width": 595.0, "height": 842.0, "scanned": False}]
    finding = next(each for each in document["findings"] if each["severity"] == "error")
    assert (finding["at"]["page"], finding["at"]["box"]) == (3, [100.0, 180.0, 150.0, 192.0])
    assert all(place["page"] == 3 for place in finding["against"])
    assert document["doubts"][0]["at"]["page"] == 3


def test_json_has_sheet_and_cell(examination: Examination, chinese: Speech) -> None:
    finding = answer(on(examination, Medium.SHEET), chinese)["findings"][0]
    assert (finding["at"]["sheet"], finding["at"]["cell"][0]) == ("收支 总表", "B")


def test_what_was_read_is_placed_in_the_same_way(report: Report, chinese: Speech) -> None:
    gathered = Gathered((spotted(report, Medium.PDF),))
    row = readings(gathered, chinese)["documents"][0]["tables"][0]["rows"][0]
    assert row["cells"]["合计"]["box"] == [100.0, 180.0, 150.0, 192.0]
    assert "第 3 页起" in plain(read_lines(gathered, chinese))
    assert "《收支 总表》 B3" in plain(read_lines(Gathered((spotted(report, Medium.SHEET),)), chinese))


def test_findings_on_a_scan_say_that_they_were_recognised(examination: Examination, chinese: Speech) -> None:
    (document,) = on(examination, Medium.PDF).documents
    spots = tuple(replace(spot, sure=(0.99,) * (len(spot.edges) - 1)) for spot in document.report.spots)
    scanned = replace(document.report, medium=Medium.SCAN, spots=spots)
    shown = replace(examination, documents=(Examined(scanned, document.checked),))
    told = plain(check_lines(shown, chinese))
    assert "识读自扫描件，请先核对原件。" in told
    assert all(finding["doubtful"] for finding in answer(shown, chinese)["findings"] if finding["severity"] == "error")
    assert "识读自扫描件" not in plain(check_lines(on(examination, Medium.PDF), chinese))
