"""Documents of other media in the browser: pages with a box on every figure, sheets and Word files as tables."""

from __future__ import annotations

import re
from dataclasses import replace

from gouji.exporting.html import page, wanted
from gouji.exporting.speech import Speech
from gouji.model.examination import Examination, Examined
from gouji.model.finding import Severity
from gouji.model.medium import Along, Extent, Medium, Page, Spot

PICTURE = "data:image/png;base64,AAAA"
PATH = "青川市档案馆.txt"


def printed(examination: Examination, along: Along = Along.RIGHT) -> Examination:
    """The document as two pages: three lines on each."""
    (document,) = examination.documents
    spots = [
        Spot(1 + number // 3, (100.0 + 20 * number, 112.0 + 20 * number), _edges(line), along)
        for number, line in enumerate(document.report.lines)
    ]
    pages = (Page(1, 595.0, 842.0), Page(2, 595.0, 842.0, scanned=True))
    report = replace(document.report, medium=Medium.PDF, spots=tuple(spots), pages=pages)
    return replace(examination, documents=(Examined(report, document.checked),))


def _edges(line: str) -> tuple[float, ...]:
    return tuple(50.0 + 10 * position for position in range(len(line) + 1))


def in_boxes(examination: Examination, spots: list[Spot]) -> Examination:
    (document,) = examination.documents
    return replace(examination, documents=(Examined(replace(document.report, spots=tuple(spots)), document.checked),))


def test_every_figure_has_a_box_in_its_colour_over_the_picture(examination: Examination, chinese: Speech) -> None:
    html = page(printed(examination), chinese, {PATH: {1: PICTURE, 2: PICTURE}})
    assert html.count(f'<img src="{PICTURE}"') == 2
    assert re.search(
        r'class="s error figure"[^>]* aria-label="55.00"><rect x="99.0" y="159.0" width="52.0" height="14.0"', html
    )
    assert 'aria-label="30.00"' in html
    assert "第 2 页（扫描件，文字由识别得出）" in html
    assert "img-src data:;" in html


def test_a_finding_leads_to_its_box(examination: Examination, chinese: Speech) -> None:
    html = page(printed(examination), chinese, {PATH: {2: PICTURE}})
    finding = re.search(r'data-severity="error"><a href="#s(\d+)"', html)
    assert finding
    assert f'id="s{finding[1]}" data-s="{finding[1]}' in html
    assert '<span class="where">第 2 页 《支出决算表》教育支出·合计</span>' in html


def test_a_page_without_a_picture_shows_its_words_where_they_stand(examination: Examination, chinese: Speech) -> None:
    html = page(printed(examination), chinese)
    assert "img-src" not in html
    assert "<img" not in html
    assert '<text x="50.0" y="110.1" font-size="10.3"' in html
    assert "&lt;script&gt;alert(1)" in html


def test_words_that_run_upwards_are_turned(examination: Examination, chinese: Speech) -> None:
    assert 'transform="rotate(270 ' in page(printed(examination, Along.UP), chinese)


def test_pages_with_findings_or_figures_are_worth_a_picture(examination: Examination) -> None:
    assert wanted(printed(examination)) == {PATH: [1, 2]}
    assert wanted(examination) == {}


def test_a_figure_broken_over_two_lines_has_a_box_on_each(examination: Examination, chinese: Speech) -> None:
    (document,) = printed(examination).documents
    (first,) = document.found(Severity.ERROR)
    ink = replace(first.at.ink, end_line=5, end_column=3)
    checked = replace(document.checked, findings=(replace(first, at=replace(first.at, ink=ink)),))
    html = page(Examination((Examined(document.report, checked),)), chinese)
    number = re.search(r'data-severity="error"><a href="#s(\d+)"', html)
    assert number
    assert len(re.findall(rf'data-s="{number[1]}"', html.split('class="paper"')[1])) == 2


def test_a_sheet_is_a_table_with_letters_and_row_numbers(examination: Examination, chinese: Speech) -> None:
    spots = [Spot(sheet="收支 <总>表", cell=f"C{number}") for number in range(2, 8)]
    html = page(in_boxes(examination, spots), chinese)
    assert '<h4 class="sheet">收支 &lt;总&gt;表</h4>' in html
    assert '<tr class="letters"><td>C</td></tr>' in html
    assert '<tr data-n="5">' in html
    assert '<a class="s error figure"' in html


def test_a_merged_title_runs_over_the_columns_below_it(examination: Examination, chinese: Speech) -> None:
    cells = ["A1", "A2", "A3", "B3", "C3", "A4"]
    html = page(in_boxes(examination, [Spot(sheet="表", cell=cell) for cell in cells]), chinese)
    assert re.search(r'<tr data-n="1"><td class="\w+" colspan="3">', html)


def test_a_word_file_keeps_its_tables_and_paragraphs(examination: Examination, chinese: Speech) -> None:
    spots = [
        Spot(cell="第1段"),
        Spot(cell="第2段"),
        Spot(cell="表1/行1/格1", extent=Extent(1, 1, 1, 1, 2)),
        Spot(cell="表1/行2/格1", extent=Extent(1, 2, 1, 2, 1)),
        Spot(cell="表1/行2/格2", extent=Extent(1, 2, 2)),
        Spot(cell="第3段"),
    ]
    html = page(in_boxes(examination, spots), chinese)
    assert re.search(r'<tr data-n="1"><td class="\w+" colspan="2">', html)
    assert re.search(r'<tr data-n="2"><td class="\w+" rowspan="2">', html)
    paper = html.split('class="paper"')[1]
    assert paper.index('<p class="line">') < paper.index("<table>") < paper.rindex('<p class="line">')
    assert '<span class="where">表1/行2/格1 ' in html
