"""One body's document for one year as read: its forms, projects, text and claims, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from gouji.model.figure import Figure
from gouji.model.medium import Medium, Page, Spot, around
from gouji.model.narrative import Claim, ClaimKind, Paragraph
from gouji.model.performance import Indicator, Project, Review, Score, TextBox
from gouji.model.place import Box, Ink, Place
from gouji.model.table import Table


class DocumentKind(StrEnum):
    """The kinds of document of the yearly cycle that gouji knows; anything else is UNKNOWN and said to be so."""

    DEPARTMENT_TARGET = "department_target"  # 部门整体绩效目标申报表
    PROJECT_TARGETS = "project_targets"  # 项目支出绩效目标表
    PROJECT_APPLICATION = "project_application"  # 绩效目标申报表
    BUDGET = "budget"  # 部门预算
    FINAL_ACCOUNTS = "final_accounts"  # 部门决算
    SELF_EVALUATION = "self_evaluation"  # 项目支出绩效自评表
    SELF_EVALUATION_REPORT = "self_evaluation_report"  # 部门整体支出绩效自评报告
    MONITORING = "monitoring"  # 项目支出绩效运行监控表
    TARGET_REVIEW = "target_review"  # 项目支出绩效目标审核表
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader could not make sure of: said in the output, never passed silently."""

    place: Place
    message: str
    unread: bool = False  # a figure stands there that could not be seated or parsed


@dataclass(frozen=True, slots=True)
class Report:
    """Everything read from one document. Sequences keep the order of the document."""

    path: str
    sha256: str
    kind: DocumentKind
    body: str = ""
    year: int | None = None
    region: str = ""
    layout: str = ""
    title: str = ""
    tables: tuple[Table, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()  # of the department as a whole
    boxes: tuple[TextBox, ...] = ()  # of the department's own form
    scores: tuple[Score, ...] = ()
    reviews: tuple[Review, ...] = ()  # of targets (绩效目标审核表)
    paragraphs: tuple[Paragraph, ...] = ()
    claims: tuple[Claim, ...] = ()
    box_claims: tuple[Claim, ...] = ()  # of the free-text boxes of forms; their own statements, counted from 1
    doubts: tuple[Doubt, ...] = ()
    lines: tuple[str, ...] = ()  # the document's physical lines untouched: ink columns count in them
    medium: Medium = Medium.TEXT
    spots: tuple[Spot, ...] = ()  # where each of the lines lies; none for plain text
    pages: tuple[Page, ...] = ()

    def areas(self, ink: Ink) -> list[tuple[int, Box]]:
        """The boxes of a stretch of ink, page by page: one for each page it touches; none off any page."""
        found: dict[int, list[Box]] = {}
        for page, box in self.strips(ink):
            found.setdefault(page, []).append(box)
        return [(page, around(boxes)) for page, boxes in found.items()]

    def strips(self, ink: Ink) -> Iterator[tuple[int, Box]]:
        """The page and box of each printed line that a stretch of ink touches."""
        if ink.line is None:
            return
        last = ink.end_line or ink.line
        for number in range(ink.line, min(last, len(self.spots)) + 1):
            spot = self.spots[number - 1]
            start = (ink.column or 1) - 1 if number == ink.line else 0
            end = ink.end_column - 1 if number == last and ink.end_column else None
            if spot.page is not None and (box := spot.box(start, end)):
                yield spot.page, box

    def spotted(self, ink: Ink) -> Ink:
        """The ink with its page and box, or its sheet and cell."""
        if ink.line is None or not 0 < ink.line <= len(self.spots):
            return ink
        spot = self.spots[ink.line - 1]
        areas = self.areas(ink)
        page, box = areas[0] if areas else (spot.page, None)
        return replace(ink, page=page, box=box, sheet=spot.sheet or None, cell=spot.cell or None)

    def table(self, form: str) -> Table | None:
        """The form of that name, if the document prints it and it could be read as that form."""
        return next(iter(self.tables_of(form)), None)

    def tables_of(self, form: str) -> list[Table]:
        """All tables of that form; those read by their own header only are no such forms, whatever their title."""
        return [table for table in self.tables if table.form == form and table.known]

    def claims_of(self, *kinds: ClaimKind) -> Iterator[Claim]:
        """The claims of those kinds, in order."""
        return (claim for claim in self.claims if claim.kind in kinds)

    def all_indicators(self) -> Iterator[tuple[Project | None, Indicator]]:
        """Every indicator with its project (None for the department's own)."""
        for indicator in self.indicators:
            yield None, indicator
        for project in self.projects:
            for indicator in project.indicators:
                yield project, indicator

    def figures(self) -> Iterator[Figure]:
        """Every figure read, each once: of tables, project funds, scores and claims, and the amounts in boxes."""
        seen: set[Place] = set()
        for figure in self._all_figures():
            if figure.place not in seen:
                seen.add(figure.place)
                yield figure

    def _all_figures(self) -> Iterator[Figure]:
        for table in self.tables:
            yield from table.figures()
        for project in self.projects:
            yield from project.funds.values()
        for score in self.scores:
            yield from (figure for figure in (score.points, score.score) if figure is not None)
            if score.reviewed is not None:
                yield from (figure for figure in (score.reviewed.score, score.reviewed.deviation) if figure is not None)
        for review in self.reviews:
            yield from (figure for figure in (review.points, review.score) if figure is not None)
        for claim in self.claims:
            yield from (figure for figure in (claim.figure, claim.base) if figure is not None)
        for claim in self.box_claims:
            if claim.kind is ClaimKind.AMOUNT and claim.figure is not None:
                yield claim.figure
