"""The page of the years: what is missing is seen, contradictions are linked, plots tell the right numbers, nothing runs."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from gouji.exporting.html.years import page
from gouji.exporting.speech import Speech
from gouji.exporting.years.contradictions import Found
from gouji.exporting.years.words import Body, body
from gouji.model.examination import Examination
from gouji.model.place import Place

VOID = {"meta", "br"}
Attributes = dict[str, str | None]


class Seen(HTMLParser):
    """Fails on a tag that closes nothing; keeps every start tag, and the text of every row under its label."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, Attributes]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def of(self, kind: str) -> list[Attributes]:
        return [attributes for _, attributes in self.tags if kind in (attributes.get("class") or "").split()]


@pytest.fixture
def html(shown: Body, examination: Examination, chinese: Speech) -> str:
    return page([shown], examination, chinese)


def island(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="island">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


def row(html: str, label: str) -> list[str]:
    """The texts of a row's cells."""
    found = re.search(rf'role="rowheader">{label}(.*?)(?=<div class="row|<div class="group|<div class="found)', html, re.S)
    assert found
    return [re.sub(r"<[^>]+>", "", cell + ">").removesuffix(">") for cell in re.split(r'<div class="cell" role="cell">', found[1])[1:]]


def test_the_page_is_whole_and_fetches_nothing(html: str) -> None:
    seen = Seen(html)
    assert not any({"src", "action", "style"} & set(attributes) for _, attributes in seen.tags)
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in seen.tags)
    assert "url(" not in html
    assert "@import" not in html


def test_only_our_own_script_and_style_count(html: str) -> None:
    for tag in ("script", "style"):
        (code,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in html


def test_names_of_documents_are_text_and_never_code(html: str) -> None:
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_a_stage_without_a_document_is_shown_to_be_missing(html: str) -> None:
    assert row(html, "部门预算") == ["缺", "缺", "1 份2025 预算.txt"]
    assert row(html, "部门决算") == ["1 份2023 决算.txt", "缺", "1 份2025 决算.txt"]


def test_a_year_between_without_any_document_has_its_column(html: str) -> None:
    assert re.findall(r'role="columnheader">(\d+)<', html) == ["2023", "2024", "2025"]
    assert "2024 年没有文件" in html


def test_bars_stand_for_the_amounts_from_zero_on_one_scale(html: str) -> None:
    (whole,) = re.findall(r'<div class="row plot" role="row">.*?</svg></div></div>', html, re.S)[:1]
    drawn = re.findall(r'<rect class="bar-(\w+)[^"]*"[^>]*data-v="([\d.]+)"[^>]*height="([\d.]+)"', whole)
    heights = {(kind, value): float(height) for kind, value, height in drawn}
    assert set(heights) == {("final", "1000000.00"), ("budget", "2000000.00"), ("final", "1500000.00")}
    full = heights["budget", "2000000.00"]
    assert heights["final", "1500000.00"] == pytest.approx(full * 0.75, abs=0.1)
    assert heights["final", "1000000.00"] == pytest.approx(full * 0.5, abs=0.1)


def test_an_amount_that_no_document_tells_is_no_bar(html: str) -> None:
    assert row(html, "年初预算") == ["—", "—", "200.001"]  # with the mark of a contradiction
    assert 'class="nothing"' in html


def test_the_rate_of_execution_says_of_what(html: str) -> None:
    assert row(html, "执行率") == ["—", "—", "75.0%"]
    assert "决算÷年初预算" in html


def test_a_score_stands_in_the_band_of_its_grade(html: str) -> None:
    (dot,) = Seen(html).of("dot")
    bands = {attributes["class"]: attributes for _, attributes in Seen(html).tags if (attributes.get("class") or "").startswith("band")}
    good = bands["band1"]
    top, height = float(good["y"] or 0), float(good["height"] or 0)
    assert dot["data-v"] == "85.5"
    assert top <= float(dot["cy"] or 0) <= top + height


def test_every_number_shows_its_address(html: str) -> None:
    data = island(html)
    seen = [attributes for _, attributes in Seen(html).tags if attributes.get("data-v") == "1500000.00"]
    assert seen
    number, where, address, text = data["at"][int(seen[0]["data-a"] or 0)]
    assert (data["documents"][number], where, address, text) == ("2025 决算.txt", "第 3 行", "《支出总表》合计·金额", "150.00")


def test_a_contradiction_is_marked_where_it_stands_and_told_with_both_addresses(html: str) -> None:
    seen = Seen(html)
    flags = [attributes["href"] for attributes in seen.of("flag") if "href" in attributes]
    assert "#b0c1" in flags
    assert [attributes["class"] for _, attributes in seen.tags if attributes.get("id") == "b0c1"] == ["warning"]
    told = html[html.index('id="b0c1"') :]
    told = re.sub(r"<[^>]+>", " ", told[: told.index("</li><li") if "</li><li" in told else None])
    assert "两份文件的支出不一致" in told
    assert "2025 决算.txt" in told
    assert "2025 预算.txt" in re.sub(r"<[^>]+>", " ", html[html.index('id="b0c1"') :])
    assert "一处是 150.00，另一处是 200.00，相差 50.00 万元" in html


def test_what_is_only_worth_a_look_is_not_counted_as_a_contradiction(html: str) -> None:
    assert "文件之间发现 1 处前后不一致，另有 1 处值得留意。" in html
    assert "各文件内部还有 1 处错误或警告" in html
    assert "flag remark" in html


def test_a_target_has_its_direction_and_a_missed_result_another_shape(html: str) -> None:
    seen = Seen(html)
    foot = re.search(r"M[\d.]+ ([\d.]+)V([\d.]+)H", seen.of("target")[-1]["d"] or "")
    assert foot
    assert float(foot[1]) < float(foot[2])  # feet up: results belong above the line
    assert seen.of("missed")[-1]["data-v"] == "91"
    assert "未达到" in html
    assert [attributes["data-v"] for attributes in seen.of("state") if "data-v" in attributes] == ["60", "60"]


def test_the_costliest_project_comes_first(html: str) -> None:
    assert html.index("&lt;img") < html.index("小修")


def test_many_projects_are_folded_and_the_rest_counted(shown: Body, examination: Examination, chinese: Speech) -> None:
    record = replace(shown.record, projects=shown.record.projects * 210)
    html = page([body(record, shown.found)], examination, chinese)
    assert "其余 370 个项目" in html
    assert "另有 20 个金额更小的项目从略" in html
    Seen(html)


def test_the_room_of_a_page_is_kept_and_said(shown: Body, examination: Examination, chinese: Speech) -> None:
    projects = tuple(replace(one, indicators=one.indicators * 50) for one in shown.record.projects * 40)
    html = page([body(replace(shown.record, projects=projects), shown.found)], examination, chinese)
    assert html.count('class="row indicator"') == 3000
    assert "项指标从略" in html


def test_several_bodies_are_listed_and_only_the_first_of_many_is_open(shown: Body, examination: Examination, chinese: Speech) -> None:
    html = page([shown] * 5, examination, chinese)
    assert html.count('<a href="#b') >= 5
    assert html.count('class="body y3"') == 5
    assert len(re.findall(r'<details class="body y3" id="b\d" open>', html)) == 1


def test_it_speaks_english(shown: Body, examination: Examination, english: Speech) -> None:
    html = page([shown], examination, english)
    assert "1 contradictions between documents were found" in html
    assert 'lang="en"' in html


def test_a_finding_about_something_that_stands_nowhere_is_no_trouble(shown: Body, examination: Examination, chinese: Speech) -> None:
    first = shown.found.all[0]
    lost = replace(shown.found, all=(replace(first, places=(Place(),)), *shown.found.all[1:]))
    Seen(page([replace(shown, found=lost)], examination, chinese))


def test_a_single_document_is_not_praised_for_having_no_contradictions(shown: Body, examination: Examination, chinese: Speech) -> None:
    record = replace(shown.record, reports=shown.record.reports[:1])
    html = page([replace(shown, record=record, found=Found())], examination, chinese)
    assert "只有一份文件，无可对照。" in html
    assert "没有发现" not in html


def test_an_indicator_of_one_number_throughout_has_no_plot(shown: Body, examination: Examination, chinese: Speech) -> None:
    (year,) = shown.record.projects[0].indicators[0].years
    line = replace(shown.record.projects[0].indicators[0], years=(replace(year, stated=year.stated[:1]),))
    record = replace(shown.record, projects=(), indicators=(line,))
    html = page([body(record, shown.found)], examination, chinese)
    assert "≥95%" in html
    assert 'class="dots"' not in html
