"""The page for the browser: complete in itself, coloured as the findings say, deaf to what documents try."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from gouji.exporting.html import page
from gouji.exporting.html.linked import visible
from gouji.exporting.html.marks import Piece, marks_of, pieces
from gouji.exporting.speech import Speech
from gouji.model.examination import Examination, Examined
from gouji.model.finding import Checked
from gouji.model.place import Ink

VOID = {"meta", "br", "rect"}


class Balanced(HTMLParser):
    """Fails on a tag that closes nothing; keeps the attributes of every start tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def html(examination: Examination, chinese: Speech) -> str:
    return page(examination, chinese)


def island(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="island">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


def links(html: str) -> dict[str, str]:
    return {text: classes for classes, text in re.findall(r'<a class="([^"]*)"[^>]*>([^<]*)</a>', html)}


def test_every_tag_is_closed(html: str) -> None:
    parser = Balanced()
    parser.feed(html)
    assert parser.open == []


def test_nothing_is_fetched(html: str) -> None:
    parser = Balanced()
    parser.feed(html)
    assert not any(set(attributes) & {"src", "action", "formaction"} for _, attributes in parser.seen)
    assert not [tag for tag, attributes in parser.seen if not (attributes.get("href") or "#").startswith("#")]
    assert "http" not in re.sub(r"http-equiv", "", html)
    assert "@import" not in html
    assert "url(" not in html


def test_only_our_own_script_may_run(html: str) -> None:
    scripts = re.findall(r"<script>(.*?)</script>", html, re.S)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in html or f"script-src 'sha256-{digest}'" in html


def test_figures_have_the_colour_of_what_is_known_of_them(html: str) -> None:
    classes = links(html)
    assert classes["55.00"].split() == ["s", "error", "figure"]
    assert classes["10.01"].split()[:2] == ["s", "once"]
    assert classes["30.00"].split() == ["s", "disputed", "figure"]
    assert "noted" in classes["2023"]


def test_rows_with_tabs_become_a_table(html: str) -> None:
    assert '<tr data-n="3"><td class="short">科目</td>' in html
    assert '<td class="num"><a class="s once figure' in html


def test_the_script_knows_every_sum_with_its_terms(html: str) -> None:
    data = island(html)
    spots = data["spots"]
    wrong = next(each for each in data["sums"] if each[1] == "disagree")
    assert spots[wrong[3]][2] == "55.00"
    assert [spots[number][2] for number, _ in wrong[4]] == ["30.00", "20.00"]
    assert wrong[8] == "5.00 万元"
    assert [remark[3] for remark in data["remarks"]] == ["年份前后有空格", "这里写了代码 <b>"]


def test_a_document_cannot_put_its_own_code_into_the_page(examination: Examination, chinese: Speech) -> None:
    (document,) = examination.documents
    hostile = "</script><script>alert(2)</script>{{script}} <img src=x onerror=alert(3)> \" ' &lt;b&gt;"
    report = replace(document.report, body=hostile, path=hostile, lines=(*document.report.lines, hostile))
    html = page(Examination((Examined(report, Checked(report.path)),)), chinese)
    parser = Balanced()
    parser.feed(html)
    assert [tag for tag, _ in parser.seen].count("script") == 2
    assert "img" not in [tag for tag, _ in parser.seen]
    assert not any(name.startswith("on") for _, attributes in parser.seen for name in attributes)


def test_tags_and_entities_of_the_document_are_not_shown() -> None:
    assert visible("<p>1.&nbsp;目标</p>") == "1.\u00a0目标"
    assert visible("a < b && c > d") == "a < b && c > d"


def test_a_spot_over_two_lines_is_marked_on_both() -> None:
    marks = marks_of(["共 2", "023年"], [(7, Ink(line=1, column=3, end_line=2, end_column=5))])
    assert [(number, mark.start, mark.end) for number, (mark,) in marks.items()] == [(1, 2, 3), (2, 0, 4)]


def test_a_spot_beyond_the_text_is_left_out() -> None:
    assert marks_of(["短"], [(1, Ink(line=9, column=1)), (2, Ink(line=1, column=50, end_line=1, end_column=60))]) == {}


def test_a_figure_inside_a_phrase_is_the_narrower_spot() -> None:
    marks = marks_of(
        ["共支出 55 万元"],
        [(1, Ink(line=1, column=1, end_line=1, end_column=10)), (2, Ink(line=1, column=5, end_column=7))],
    )
    cut = list(pieces((0, 9), marks[1]))
    assert cut == [Piece(0, 4, (1,), (1,)), Piece(4, 6, (2, 1), (2,)), Piece(6, 9, (1,))]


def test_english_is_spoken_on_the_page_too(examination: Examination, english: Speech) -> None:
    html = page(examination, english)
    assert '<html lang="en">' in html
    assert "Findings" in html
    assert "the total is not the sum" in html
