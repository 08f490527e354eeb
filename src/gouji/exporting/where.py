"""Where something stands, as a reader finds it: line of a text, page of a PDF, cell of a sheet, table of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from gouji.exporting.speech import Speech
from gouji.model.place import Ink, Place
from gouji.model.report import Report

_LONGEST_QUOTE = 24
_STEPS = re.compile(r"([表行格第])(\d+)段?")
_STEP_NAMES = {"表": "table ", "行": "row ", "格": "cell ", "第": "paragraph "}
_PLAIN_NAME = re.compile(r"[\w.]+")


class Where:
    """Looks places up in the documents they stand in."""

    def __init__(self, reports: Iterable[Report], speech: Speech) -> None:
        self._reports = {report.path: report for report in reports}
        self._speech = speech

    @property
    def several(self) -> bool:
        """Is there more than one document?"""
        return len(self._reports) > 1

    def ink(self, place: Place) -> Ink:
        """The ink with its page and box, or its sheet and cell."""
        report = self._reports.get(place.document)
        return report.spotted(place.ink) if report else place.ink

    def spotted(self, place: Place) -> Place:
        """The place with the whole of its ink."""
        return replace(place, ink=self.ink(place))

    def in_file(self, place: Place) -> str:
        """With the name of the document: `决算.txt:120:8`, `决算.pdf 第 3 页`, `预算.xlsx 《收支总表》B5`."""
        ink = self.ink(place)
        if ink.page or ink.sheet or ink.cell:
            return f"{place.document} {self._elsewhere(place, ink)}"
        parts = (place.document, ink.line, ink.column if ink.line else None)
        return ":".join(str(part) for part in parts if part is not None and part != "")

    def brief(self, place: Place) -> str:
        """Without the name of the document: `第 120 行`, `第 3 页`; empty where it stands nowhere."""
        ink = self.ink(place)
        if ink.page or ink.sheet or ink.cell:
            return self._elsewhere(place, ink)
        return self.line(ink)

    def short(self, place: Place) -> str:
        """As brief, and without the words of the line."""
        ink = self.ink(place)
        return self._speech(f"第 {ink.page} 页", f"page {ink.page}") if ink.page else self.brief(place)

    def line(self, ink: Ink) -> str:
        """`第 120 行` of a text; empty where it stands nowhere."""
        return self._speech(f"第 {ink.line} 行", f"line {ink.line}") if ink.line else ""

    def _elsewhere(self, place: Place, ink: Ink) -> str:
        if ink.page:
            page = self._speech(f"第 {ink.page} 页", f"page {ink.page}")
            return page if place.row or place.field else page + self._quote(place)
        cell = ink.cell or ""
        if ink.sheet:
            name = ink.sheet if _PLAIN_NAME.fullmatch(ink.sheet) else f"'{ink.sheet}'"
            return self._speech(f"《{ink.sheet}》{cell}", f"{name}!{cell}")
        return self._speech(cell, _STEPS.sub(lambda step: _STEP_NAMES[step[1]] + step[2], cell))

    def _quote(self, place: Place) -> str:
        """The words of the line, by which the spot is found on its page; none where the place's own words tell."""
        report, number = self._reports.get(place.document), place.ink.line
        if report is None or not number or number > len(report.lines):
            return ""
        words = " ".join(report.lines[number - 1].split())
        if len(words) > _LONGEST_QUOTE:
            start = min(max(0, (place.ink.column or 1) - 1 - _LONGEST_QUOTE // 2), len(words) - _LONGEST_QUOTE)
            words = f"{'…' * (start > 0)}{words[start : start + _LONGEST_QUOTE]}…"
        return self._speech(f"“{words}”", f' "{words}"') if words else ""
