"""Pages of a PDF or a scan as HTML: the picture of the page, and over it a box for every spot, in its colour."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gouji.exporting.html.linked import classes_of, visible
from gouji.exporting.html.summary import text
from gouji.exporting.html.survey import Survey
from gouji.exporting.speech import Speech
from gouji.model.examination import Examination
from gouji.model.medium import Along, Page, Spot
from gouji.model.place import Box, Place
from gouji.model.report import Report

MOST_PICTURES = 200  # of all documents; findings come first
_GRAVITY = ("error", "warning", "disputed", "once", "vouched", "unvouched", "plain")
_AIR = 1.0  # points around a box

Pictures = Mapping[str, Mapping[int, str]]  # document → page → its picture as a data: address


@dataclass(slots=True)
class _Marked:
    """What is marked on one page: box → the spots that lie there; `begins` are those met here first."""

    boxes: dict[Box, list[int]] = field(default_factory=lambda: defaultdict(list))
    begins: set[int] = field(default_factory=set)


class PagePaper:
    """One document's pages."""

    def __init__(self, report: Report, survey: Survey, pictures: Mapping[int, str], speech: Speech) -> None:
        self._report = report
        self._survey = survey
        self._pictures = pictures
        self._speech = speech
        self._marked = _marked(report, survey)
        self._lines: dict[int, list[int]] = defaultdict(list)
        for number, spot in enumerate(report.spots, start=1):
            if spot.page is not None:
                self._lines[spot.page].append(number)

    def html(self) -> str:
        """All pages, in order."""
        told = self._speech(
            "未能取得页面图像（文件可能已移动或改动），以下按文字在页面上的位置排出。",
            "There are no pictures of the pages (the file may have been moved or changed): words are set where they stand.",
        )
        note = "" if self._pictures or not self._marked else f'<p class="rest">{told}</p>'
        return note + "".join(self._page(page) for page in self._report.pages)

    def _page(self, page: Page) -> str:
        name = self._speech(f"第 {page.number} 页", f"page {page.number}")
        name += self._speech("（扫描件，文字由识别得出）", " (scan, its text was recognised)") * page.scanned
        larger = f'<button type="button" class="zoom">{self._speech("放大", "larger")}</button>'
        picture = self._pictures.get(page.number)
        size = f"{page.width:.0f} {page.height:.0f}"
        links = "".join(self._link(*each, page.number) for each in self._painted(page.number))
        words = "" if picture else self._words(page.number)
        if not (picture or words):
            return ""
        image = f'<img src="{picture}" alt="" loading="lazy" width="{page.width:.0f}" height="{page.height:.0f}">'
        return (
            f'<figure class="page"><figcaption>{name}{larger}</figcaption><div class="{"picture" if picture else "words"}">'
            f'{image if picture else ""}<svg viewBox="0 0 {size}" preserveAspectRatio="none">{words}{links}</svg></div></figure>'
        )

    def _painted(self, page: int) -> list[tuple[Box, list[int]]]:
        """The boxes of a page, large ones first: the narrower lies on top and can be reached."""
        return (
            sorted(self._marked[page].boxes.items(), key=lambda each: -_area(each[0])) if page in self._marked else []
        )

    def _link(self, box: Box, spots: list[int], page: int) -> str:
        ordered = sorted(spots, key=lambda spot: _GRAVITY.index(self._survey.colour(self._survey.places[spot])))
        first = next((spot for spot in ordered if spot in self._marked[page].begins), None)
        anchor = ' tabindex="-1"' if first is None else f' id="s{first}"'
        label = html.escape(visible(self._survey.places[ordered[0]].text)[:80])
        left, top, right, bottom = box
        return (
            f'<a class="{classes_of(ordered, self._survey)}" href="#s{ordered[0]}"{anchor} data-s="{" ".join(map(str, ordered))}"'
            f' aria-label="{label}"><rect x="{left - _AIR:.1f}" y="{top - _AIR:.1f}"'
            f' width="{right - left + 2 * _AIR:.1f}" height="{bottom - top + 2 * _AIR:.1f}" rx="1.5"/></a>'
        )

    def _words(self, page: int) -> str:
        """The lines of a page without a picture, each set where it stands."""
        return "".join(
            _set_line(visible(self._report.lines[number - 1]), self._report.spots[number - 1])
            for number in self._lines[page]
        )


def _set_line(words: str, spot: Spot) -> str:
    box = spot.box()
    if box is None or not words.strip():
        return ""
    left, top, right, bottom = box
    high, long = (
        (bottom - top, right - left) if spot.along in (Along.RIGHT, Along.LEFT) else (right - left, bottom - top)
    )
    rise = 0.16 * high  # from the lower edge to the line on which signs stand
    x, y, angle = {
        Along.RIGHT: (left, bottom - rise, 0), Along.LEFT: (right, top + rise, 180),
        Along.DOWN: (left + rise, top, 90), Along.UP: (right - rise, bottom, 270),
    }[spot.along]  # fmt: skip
    turned = f' transform="rotate({angle} {x:.1f} {y:.1f})"' if angle else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{0.86 * high:.1f}"{turned}'
        f' textLength="{max(long, 1):.1f}" lengthAdjust="spacingAndGlyphs">{text(words)}</text>'
    )


def _marked(report: Report, survey: Survey) -> dict[int, _Marked]:
    """What is marked on each page."""
    found: dict[int, _Marked] = defaultdict(_Marked)
    for number, place in enumerate(survey.places):
        if place.document != report.path:
            continue
        for position, (page, box) in enumerate(report.strips(place.ink)):
            found[page].boxes[_rounded(box)].append(number)
            if position == 0:
                found[page].begins.add(number)
    return found


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(edge, 1) for edge in box)
    return (left, top, right, bottom)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def wanted(examination: Examination) -> dict[str, list[int]]:
    """The pages worth a picture, document by document: those with findings first, then those with figures."""
    reports = {document.report.path: document.report for document in examination.documents if document.report.pages}
    found = [each for document in examination.documents for finding in document.checked.findings
             for each in (finding.at, *finding.against)]  # fmt: skip
    figures = [figure.place for report in reports.values() for figure in report.figures()]
    chosen = dict.fromkeys(page for place in (*found, *figures) for page in _pages_of(place, reports))
    pages: dict[str, list[int]] = {}
    for path, page in list(chosen)[:MOST_PICTURES]:
        pages.setdefault(path, []).append(page)
    return {path: sorted(numbers) for path, numbers in pages.items()}


def _pages_of(place: Place, reports: Mapping[str, Report]) -> Sequence[tuple[str, int]]:
    report = reports.get(place.document)
    return [(place.document, page) for page, _ in report.areas(place.ink)] if report else []
