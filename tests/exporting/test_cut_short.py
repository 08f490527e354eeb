"""Where the search for the numbers behind the findings was cut short, the reader is told so."""

from __future__ import annotations

from dataclasses import replace

from gouji.exporting.html.page import page
from gouji.exporting.speech import Speech
from gouji.exporting.text.check import check_lines
from gouji.exporting.text.lines import plain
from gouji.model.examination import Examination
from gouji.model.finding import Outcome, Result
from gouji.repair.locate import CUT_SHORT, LOCATION


def cut_short(examination: Examination) -> Examination:
    outcome = Outcome(LOCATION, Result.NOT_APPLICABLE, reason=CUT_SHORT)
    document = examination.documents[0]
    checked = replace(document.checked, outcomes=(*document.checked.outcomes, outcome))
    return replace(examination, documents=(replace(document, checked=checked),))


def test_the_text_says_that_the_search_was_cut_short(examination: Examination, chinese: Speech, english: Speech) -> None:
    assert "超出定位的限度" not in plain(check_lines(examination, chinese))
    assert "超出定位的限度" in plain(check_lines(cut_short(examination), chinese))
    assert "cut short" in plain(check_lines(cut_short(examination), english))


def test_the_page_says_that_the_search_was_cut_short(examination: Examination, chinese: Speech) -> None:
    assert "超出定位的限度" not in page(examination, chinese)
    assert "超出定位的限度" in page(cut_short(examination), chinese)
