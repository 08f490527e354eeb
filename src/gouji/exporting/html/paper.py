"""One document as it is shown beside its findings: pages as pictures, sheets and Word files as tables, texts as lines."""

from __future__ import annotations

from collections.abc import Mapping

from gouji.exporting.html.boxes import BoxPaper
from gouji.exporting.html.lines import Paper
from gouji.exporting.html.linked import Linked
from gouji.exporting.html.marks import marks_of
from gouji.exporting.html.printed import PagePaper
from gouji.exporting.html.survey import Survey
from gouji.exporting.speech import Speech
from gouji.model.report import Report


def paper(report: Report, survey: Survey, pictures: Mapping[int, str], speech: Speech) -> str:
    """The document, every spot a link."""
    if report.pages:
        return PagePaper(report, survey, pictures, speech).html()
    inks = [(survey.number(place), place.ink) for place in survey.places if place.document == report.path]
    linked = Linked(report.lines, marks_of(report.lines, inks), survey)
    if any(spot.sheet or spot.cell for spot in report.spots):
        return BoxPaper(report.lines, report.spots, linked, speech).html()
    return Paper(report.lines, linked, speech).html()
