"""Places of phrases: what a rule about words points at."""

from __future__ import annotations

from gouji.model.narrative import Paragraph
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.rule import NARRATIVE


def phrase(report: Report, paragraph: Paragraph, start: int, end: int, row: str = "", field: str = "措辞") -> Place:
    """The address of `paragraph.text[start:end]`."""
    heading = paragraph.headings[-1] if paragraph.headings else NARRATIVE
    text = paragraph.text[start:end]
    return Place(report.path, heading, row, field, text, paragraph.content.ink(start, end))
