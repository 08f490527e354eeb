"""All running text of a report: its paragraphs, and the lines of its tables, each character with its ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.narrative.once import once_per_report
from gouji.rules.rule import NARRATIVE

LONGEST_LINE = 20_000  # of a table line longer than this only the beginning is looked at


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text under a heading; `heading` is "" in tables."""

    content: Inked
    heading: str = ""

    @property
    def text(self) -> str:
        return self.content.text

    def place(self, report: Report, start: int, end: int, row: str = "", field: str = "措辞") -> Place:
        """The address of `text[start:end]`."""
        ink = self.content.ink(start, end)
        return Place(report.path, self.heading or NARRATIVE, row, field, self.text[start:end], ink)


@once_per_report
def passages(report: Report) -> tuple[Passage, ...]:
    """The paragraphs, then the lines that no paragraph holds, as printed."""
    return tuple(_passages(report))


def _passages(report: Report) -> Iterator[Passage]:
    taken: set[int] = set()
    for paragraph in report.paragraphs:
        taken.update(line for _, line, _ in paragraph.content.runs)
        yield Passage(paragraph.content, paragraph.headings[-1] if paragraph.headings else "")
    for number, line in enumerate(report.lines, start=1):
        if number not in taken and line.strip():
            yield Passage(Inked.at(line[:LONGEST_LINE], number))
