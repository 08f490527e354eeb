"""What every seating gets (the context of the document) and gives (its share of the report)."""

from __future__ import annotations

from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.model.performance import Indicator, Project, Review, Score, TextBox
from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.model.table import Table


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document before its forms are seated. `unit`: the money unit where a form says none."""

    document: str
    body: str = ""
    year: int | None = None
    region: str = ""
    unit: str = "万元"

    def place(self, content: Inked, form: str = "", row: str = "", field: str = "") -> Place:
        """The address of a stretch of text."""
        return Place(self.document, form, row, field, content.text.strip(), content.strip().ink())


@dataclass(frozen=True, slots=True)
class Seated:
    """The share of a report that one grid gives."""

    tables: tuple[Table, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    boxes: tuple[TextBox, ...] = ()
    scores: tuple[Score, ...] = ()
    reviews: tuple[Review, ...] = ()
    doubts: tuple[Doubt, ...] = ()
