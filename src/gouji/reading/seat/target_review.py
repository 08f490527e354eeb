"""The review of a project's targets (绩效目标审核表): questions in four parts, opinions and scores, total and grade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.model.figure import Figure
from gouji.model.inked import Inked
from gouji.model.performance import Review
from gouji.model.report import Doubt
from gouji.reading.grid import Grid, GridRow
from gouji.reading.seat import generic
from gouji.reading.seat.performance.header import Heading, headings
from gouji.reading.seat.performance.labels import boxes_in
from gouji.reading.seat.performance.printed import bare, filled, label, read_cell
from gouji.reading.seat.performance.project_fields import NAME, box_of
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form

SUBJECT, ASPECT, POINTS, POINT, OPINION, SCORE = "审核内容", "审核方面", "分值", "审核要点", "审核意见", "得分"
TOTAL, GRADE, WHOLE = "总分", "综合评级", "总体意见"
SUBJECTS = ("完整性", "相关性", "适当性", "可行性")
_POINTS_IN_NAME = re.compile(r"[(（](?:满分)?(?P<points>\d{1,3}(?:\.\d)?)分[)）]")
_TICKED = re.compile(r"[√✓✔☑■●]\s*(优|良|中|差)|(优|良|中|差)\s*[(（]?\s*[√✓✔☑■●]")
_BOXES = re.compile(r"[□☐○]")
_OPTIONS = re.compile(r"[\s□☐○(（)）/、优良中差]+")
_SIGNED = re.compile(r"签[字章名]|审核人|审查人|盖章|(?:审核|填表|填报)?日期|填[表报]人|联系")
_REVIEWING = re.compile(r"(?:的?审[核查])$")


@dataclass(frozen=True, slots=True)
class _Names:
    """What stands left of the question: the part of the review and what of it; carried down where blank."""

    subject: Inked
    aspect: Inked


def seat(grid: Grid, form: Form, context: Context) -> Seated:
    """The lines of the review; a grid without its header is read by its own."""
    at = next((index for index, row in enumerate(grid.rows) if _is_header(row, form)), None)
    if at is None:
        return generic.seat(grid, context)
    doubts: list[Doubt] = []
    reader = _Reader(grid.rows, at, form, context, doubts)
    reviews = tuple(reader.lines(grid.rows[at + 1 :]))
    boxes = boxes_in(grid.rows[:at], form, context, reader.project)
    return Seated(reviews=reviews, boxes=boxes, doubts=tuple(doubts)) if reviews else generic.seat(grid, context)


def _is_header(row: GridRow, form: Form) -> bool:
    found = headings(row, form.columns)
    return (SUBJECT in found or ASPECT in found) and bool({POINT, OPINION, SCORE} & found.keys())


class _Reader:
    """Reads the rows below the header in row `at`."""

    def __init__(self, rows: Sequence[GridRow], at: int, form: Form, context: Context, doubts: list[Doubt]) -> None:
        self.form, self.context, self.doubts = form, context, doubts
        self.columns: dict[str, Heading] = headings(rows[at], form.columns)
        self.first = min(self.columns[one].index for one in (POINT, OPINION, SCORE) if one in self.columns)
        name = box_of(boxes_in(rows[:at], form, context), NAME)
        self.project = name.text if name else ""
        self.names = _Names(Inked(""), Inked(""))

    def lines(self, rows: Sequence[GridRow]) -> Iterator[Review]:
        """One line for each question, then total and grade; signatures end the form."""
        for row in rows:
            columns = filled(row)
            if not columns:
                continue
            if _SIGNED.search(row[columns[0]].text):
                return
            special = self.form.row_name(bare(row[columns[0]].text))
            if special in (TOTAL, GRADE, WHOLE):
                yield self._summed_up(special, row, columns)
            elif self._is_line(row, columns) and self._takes_names(row):
                yield self._line(row)

    def _is_line(self, row: GridRow, columns: list[int]) -> bool:
        """Is the row answered, or does it name what it asks? More of a question alone is the tail of the one before."""
        answered = bool(self._cell(row, OPINION).text or self._cell(row, SCORE).text)
        return answered or (bool(self._cell(row, POINT).text) and columns[0] < self.first)

    def _cell(self, row: GridRow, role: str) -> Inked:
        heading = self.columns.get(role)
        return row[heading.index].strip() if heading else Inked("")

    def _takes_names(self, row: GridRow) -> bool:
        """The names of this row come into force; False for a row of something else (审核人员 | … )."""
        points = self.columns[POINTS].index if POINTS in self.columns else -1
        left = [row[index].strip() for index in range(self.first) if index != points]
        texts = [cell for cell in left if cell.text]
        if len(texts) == 1 and (left[0].text or len(left) == 1) and not self._has_aspects(texts[0]):
            self.names = _Names(texts[0], Inked(""))
        elif len(texts) == 1:
            self.names = replace(self.names, aspect=texts[0])
        elif texts:
            self.names = _Names(texts[0], texts[-1])
        return bool(self.names.subject.text)

    def _has_aspects(self, cell: Inked) -> bool:
        """Is the only name of a row that of an aspect? No part of the review is named so."""
        named = _plainly(cell.text)
        return bool(self.names.subject.text and self.names.aspect.text) and not named.startswith(SUBJECTS)

    def _line(self, row: GridRow) -> Review:
        subject, aspect = _plainly(self.names.subject.text), _plainly(self.names.aspect.text)
        content = next(cell for cell in (self._cell(row, OPINION), self._cell(row, POINT), row[filled(row)[0]]) if cell.text)
        place = self.context.place(content, self.form.name, f"{subject}·{aspect}" if aspect else subject, OPINION)
        printed = self._cell(row, POINTS)
        if not printed.text:
            name = self.names.aspect if self.names.aspect.text else self.names.subject
            match = _POINTS_IN_NAME.search(name.text)
            printed = name.cut(*match.span("points")) if match else printed
        score = self._cell(row, SCORE)
        return Review(
            subject, aspect, self._cell(row, POINT).text, _opinion(self._cell(row, OPINION).text),
            self._figure(printed, place.row, POINTS), self._figure(score, place.row, SCORE), place, self.project, self.form.name,
        )  # fmt: skip

    def _summed_up(self, name: str, row: GridRow, columns: list[int]) -> Review:
        """The total with its points, or the grade that is given."""
        rest = [row[index].strip() for index in columns[1:]]
        points, score = self._cell(row, POINTS), self._cell(row, SCORE)
        if name == TOTAL and not score.text and rest:
            score = rest[-1]
        content = next((cell for cell in (score if name == TOTAL else Inked(""), *rest) if cell.text), row[columns[0]])
        place = self.context.place(content, self.form.name, name, SCORE if name == TOTAL else OPINION)
        opinion = "" if name == TOTAL or not rest else _opinion(rest[0].text)
        figures = [self._figure(cell, name, role) if name == TOTAL else None for cell, role in ((points, POINTS), (score, SCORE))]
        return Review(name, "", "", opinion, figures[0], figures[1], place, self.project, self.form.name)

    def _figure(self, content: Inked, row: str, field: str) -> Figure | None:
        cell, said = read_cell(content, self.context.place(content, self.form.name, row, field), "score", "")
        self.doubts.extend(said)
        return cell.figure


def _plainly(text: str) -> str:
    """`一、完整性审核（20分）` → `完整性`; a part that goes by another name keeps it."""
    name = _REVIEWING.sub("", bare(label(text)))
    return next((subject for subject in SUBJECTS if name == subject), name)


def _opinion(text: str) -> str:
    """The opinion as printed; of 优☑ 良□ 中□ 差□ the one that is ticked."""
    ticked = _TICKED.search(text)
    if ticked:
        return ticked[1] or ticked[2]
    return "" if _BOXES.search(text) and _OPTIONS.fullmatch(text) else text.strip()
