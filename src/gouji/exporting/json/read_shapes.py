"""What `gouji read` answers: one type for every object, with what each key means. The schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from gouji.exporting.json.shapes import Coverage, Doubt, Failure, Kind, Medium, Page, Skipped
from gouji.exporting.json.value_shapes import Outlook, Value

Measure = Literal["money", "percent", "score", "count"]
Digits = Annotated[str, "a decimal number in plain digits, e.g. 550000.00"]


class Spotted(TypedDict):
    """Where it stands: page and box, or sheet and cell; null for plain text."""

    line: Annotated[int | None, "physical line of a text, else the line in reading order"]
    page: int | None
    box: Annotated[list[float] | None, "left, top, right, bottom, in points"]
    sheet: str | None
    cell: Annotated[str | None, "cell of the sheet (B5), or path in a text document (表3/行5/格2)"]


class Figure(Spotted):
    """A printed number with its exact value. `value` and `step` share the base unit of `kind`: money is in yuan."""

    text: Annotated[str, "as printed"]
    kind: Measure
    value: Digits
    step: Annotated[str, "worth of the last printed digit"]
    yuan: Annotated[str | None, "the amount in yuan; null for what is not money"]
    unit: Annotated[str, "the unit in force as printed"]
    column: int | None
    identities: Annotated[int | None, "how many identities look at it; null where that is not known"]


class Cell(Spotted):
    """One box of a form. A blank box has no text and no value, and is not zero."""

    text: Annotated[str, "as printed"]
    kind: Annotated[Measure | None, "null for a blank box and for text"]
    value: Annotated[str | None, "in the base unit of kind"]
    step: Annotated[str | None, "worth of the last printed digit"]
    yuan: str | None
    unit: str
    column: int | None
    identities: Annotated[int | None, "how many identities look at it; null for a blank box and for text"]


class Row(Spotted):
    """One row of a form."""

    code: Annotated[str, "classification code; empty where the form prints none"]
    name: str
    side: Annotated[str, "which half of a two-sided form"]
    number: Annotated[str, "行次 as printed"]
    cells: Annotated[dict[str, Cell], "by the name of the column"]


class Table(Spotted):
    """A form as published."""

    form: Annotated[str, "its name in the vocabulary"]
    title: Annotated[str, "its name as printed"]
    known: Annotated[bool, "false: read by its own header, no form of the vocabulary fits"]
    unit: str
    columns: list[str]
    rows: list[Row]
    notes: list[str]


class Indicator(Spotted):
    """One indicator of a target form."""

    level1: str
    level2: str
    name: str
    value: Annotated[Value, "of the year"]
    period_value: Annotated[Value | None, "of the whole period; null where the form has no such column"]
    weight: Figure | None
    nature: Annotated[str, "指标性质 as printed (≥, 定性)"]
    direction: Annotated[str, "指标方向性 as printed (正向, 反向)"]


class Box(Spotted):
    """A box of free text."""

    field: str
    text: str


class Project(Spotted):
    """A project with its money, goal and indicators."""

    name: str
    body: str
    secret: Annotated[bool, "涉密: a code and nothing to judge"]
    form: str
    period: Annotated[list[int] | None, "first and last year"]
    funds: dict[str, Figure]
    goal: str
    boxes: list[Box]
    indicators: list[Indicator]


class Claim(Spotted):
    """One number of the running text with what it is about."""

    kind: Literal["amount", "change", "rate", "share", "completion", "count"]
    about: Annotated[str, "the subject in the text's own words"]
    of: Annotated[str, "the whole a share or completion refers to"]
    against: Annotated[str, "what a change or rate is measured from"]
    direction: Annotated[int, "1 for more, -1 for less, 0 for neither"]
    text: Annotated[str, "the clause as printed"]
    value: Annotated[Figure | None, "null where the text prints no number"]


class Reviewed(TypedDict):
    """What the review of a self-evaluation puts beside a line."""

    actual: Annotated[Value | None, "复核完成值"]
    score: Annotated[Figure | None, "复核得分"]
    deviation: Annotated[Figure | None, "偏离度"]
    remark: str


class Review(Spotted):
    """One line of the review of a project's targets (绩效目标审核表)."""

    subject: Annotated[str, "完整性, 相关性, 适当性, 可行性; 总分, 综合评级, 总体意见"]
    aspect: str
    point: Annotated[str, "what is asked"]
    opinion: Annotated[str, "what is answered, or the grade"]
    points: Figure | None
    score: Figure | None
    project: str


class Score(Spotted):
    """One scored line of a self-evaluation."""

    level1: str
    level2: str
    name: str
    project: str
    form: str
    target: Value | None
    actual: Value | None
    points: Annotated[Figure | None, "points to be had"]
    score: Annotated[Figure | None, "points given"]
    reason: str
    outlook: Annotated[Outlook | None, "of monitoring; null where the form has no such columns"]
    reviewed: Annotated[Reviewed | None, "of a review sheet; null elsewhere"]


class ReadDocument(TypedDict):
    """Everything read from one document."""

    path: str
    sha256: str
    kind: Kind
    title: str
    body: str
    year: int | None
    region: str
    layout: str
    medium: Medium
    pages: list[Page]
    coverage: Annotated[Coverage | None, "how much of it identities look at; null where that is not known"]
    tables: list[Table]
    projects: list[Project]
    indicators: Annotated[list[Indicator], "of the department as a whole"]
    boxes: Annotated[list[Box], "of the department's own form"]
    claims: list[Claim]
    scores: list[Score]
    reviews: Annotated[list[Review], "of the review of a project's targets"]
    doubts: list[Doubt]


class Read(TypedDict):
    """The answer of `gouji read --format json`."""

    gouji: str
    documents: list[ReadDocument]
    failures: list[Failure]
    skipped: list[Skipped]
