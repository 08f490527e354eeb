"""The page for the browser: the number most likely wrong, the candidates, and the figures nobody looks at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from gouji.exporting.html import page
from gouji.exporting.speech import Speech
from gouji.model.examination import Examination, Examined
from gouji.model.figure import Figure
from gouji.model.finding import Change, Comparison, Finding, Severity, Suspect
from gouji.model.slip import Slip
from gouji.model.standing import Standing

Show = Callable[..., str]


@pytest.fixture
def error(examination: Examination) -> Finding:
    (found,) = examination.documents[0].found(Severity.ERROR)
    return found


@pytest.fixture
def ways(error: Finding) -> list[tuple[Change, ...]]:
    """The total may be 50.00, or its first part 35.00."""
    assert isinstance(error.observation, Comparison)
    total, part, _ = error.observation.figures
    return [(_change(total, 500_000, Slip.DIGIT),), (_change(part, 350_000, Slip.OTHER),)]


def _change(figure: Figure, value: int, slip: Slip) -> Change:
    return Change(figure, Decimal(value), slip)


@pytest.fixture
def show(examination: Examination, error: Finding, chinese: Speech) -> Show:
    def make(suspect: Suspect, again: bool = False) -> str:
        (document,) = examination.documents
        findings = [replace(error, suspect=suspect)]
        findings += [replace(error, at=error.against[1], fingerprint="0", suspect=suspect)] * again
        checked = replace(document.checked, findings=tuple(findings))
        return page(replace(examination, documents=(Examined(document.report, checked),)), chinese)

    return make


def suspects(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="island">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])["suspects"]


def of(error: Finding) -> Comparison:
    assert isinstance(error.observation, Comparison)
    return error.observation


def test_the_list_says_what_to_change(show: Show, error: Finding, ways: list[tuple[Change, ...]]) -> None:
    html = show(Suspect(Standing.LOCATED, ways[0], (of(error), of(error))))
    assert '<span class="likely">多半是 55.00 应为 50.00（错一位数字）：改这一处，2 条勾稽关系全部成立。</span>' in html


def test_the_script_lays_out_each_identity_before_and_after(
    show: Show, error: Finding, ways: list[tuple[Change, ...]]
) -> None:
    html = show(Suspect(Standing.ONE_OF, ways[0], (of(error),)))
    ((_, severity, _, standing, changes, identities, _),) = suspects(html)
    assert (severity, standing, changes[0][0][1:]) == ("error", "几个数都有可能", ["50.00", "错一位数字"])
    (identity,) = identities
    assert identity[2:] == ["55.00 ≠ 30.00 + 20.00 = 50.00", "50.00 = 30.00 + 20.00 = 50.00", True]


def test_candidates_are_marked_on_the_page_and_linked_in_the_list(
    show: Show, error: Finding, ways: list[tuple[Change, ...]]
) -> None:
    html = show(Suspect(Standing.ONE_OF, ways[0], (of(error),), (ways[1],)))
    listed = re.findall(r'<ul class="ways">.*?</ul>', html)
    assert len(listed) == 1
    assert re.findall(r'data-s="(\d+)"', listed[0]) == ["0", "1"]
    assert re.search(r'<a class="s disputed figure candidate"[^>]*>30.00</a>', html)
    assert "可能有误" in html


def test_the_same_candidates_are_listed_once(show: Show, error: Finding, ways: list[tuple[Change, ...]]) -> None:
    html = show(Suspect(Standing.ONE_OF, ways[0], (of(error),), (ways[1],)), again=True)
    assert html.count('<ul class="ways">') == 1
    assert "同因，可能有误的数见该处" in html


def test_a_suspected_number_elsewhere_is_marked(show: Show, error: Finding, ways: list[tuple[Change, ...]]) -> None:
    html = show(Suspect(Standing.LOCATED, ways[1], (of(error),)))
    assert re.search(r'<a class="s disputed figure suspect"[^>]*>30.00</a>', html)


def test_figures_nobody_looks_at_are_counted_form_by_form(examination: Examination, chinese: Speech) -> None:
    (document,) = examination.documents
    assert "没有勾稽关系核对的数" not in page(examination, chinese)
    bare = replace(document.checked, looks={}, outcomes=(), findings=())
    html = page(replace(examination, documents=(Examined(document.report, bare),)), chinese)
    assert "没有勾稽关系核对的数 6 个" in html
    assert re.search(r'<li><a href="#s0" data-jump="0">《支出决算表》</a><span>6 / 6</span></li>', html)
    assert "只看没有核对到的数</button>" in html


def test_every_figure_tells_how_many_identities_look_at_it(examination: Examination, chinese: Speech) -> None:
    html = page(examination, chinese)
    found = re.search(r'id="island">(.*?)</script>', html, re.S)
    assert found
    spots = {spot[2]: spot[5] for spot in json.loads(found[1])["spots"]}
    assert (spots["55.00"], spots["2023"]) == (1, None)
    assert "{} 条勾稽关系核对此数" in html


def test_a_document_cannot_put_code_into_what_is_suspected(
    show: Show, error: Finding, ways: list[tuple[Change, ...]]
) -> None:
    ((first,), (second,)) = ways
    hostile = "<img src=x onerror=alert(1)></script>"
    place = replace(second.figure.place, row=hostile, text=hostile)
    change = replace(second, figure=replace(second.figure, text=hostile, place=place))
    html = show(Suspect(Standing.ONE_OF, (first,), (of(error),), ((change,),)))
    assert "<img" not in html
    assert html.count("</script>") == 2
