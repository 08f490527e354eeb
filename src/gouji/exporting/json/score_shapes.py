"""What `gouji score` answers: one type for every object, with what each key means. The schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from gouji.exporting.json.shapes import Failure, Kind, Place, Skipped

Certainty = Literal["V", "S", "O"]
RuleName = Literal[
    "binary", "linear", "floor", "inverse", "deviation", "bands", "graded", "range", "zero", "date", "manual",
]  # fmt: skip
Stands = Literal["agrees", "near", "allowed", "disagrees", "open", "blank", "none"]


Level = Literal["project", "department", "evaluation", "review", "monitoring"]


class Interval(TypedDict):
    """From the lowest to the highest possible value, both included; plain digits."""

    low: str
    high: str


class ScoredReview(TypedDict):
    """The score of a review (复核得分), reckoned from the result that the review found."""

    actual: Annotated[str, "复核完成值; empty where it is that of the self-evaluation"]
    printed: str | None
    due: Interval
    standing: Stands
    why: str
    remark: str


class ScoredLine(TypedDict):
    """One scored line: an indicator, the execution of the budget, an area of a department, or an average."""

    name: str
    level1: str
    level2: str
    target: Annotated[str, "as printed; the budget for the execution"]
    actual: Annotated[str, "as printed; what was spent for the execution"]
    completion: Annotated[Interval | None, "the share that was reached, in per cent; null where it cannot be told"]
    points: Annotated[str | None, "the points to be had"]
    printed: Annotated[str | None, "the score as printed"]
    due: Annotated[Interval, "the points due; all that is possible where they cannot be recomputed"]
    exact: Annotated[str | None, "the points that the numbers as printed give, to four decimals"]
    rule: Annotated[RuleName, "the rule that gave the points"]
    known: Annotated[bool, "the points could be recomputed"]
    standing: Annotated[Stands, "how the printed score stands to the points due"]
    why: Annotated[str, "the working, or why nobody can tell"]
    read: Annotated[str, "how the result was read, where that needs saying: out of a story, by its words"]
    note: str
    reviewed: Annotated[ScoredReview | None, "null where the form prints no review"]
    at: Place


class ScoredTotal(TypedDict):
    """The total of a form."""

    due: Annotated[Interval | None, "null where not every line has points"]
    printed: str | None
    parts: Annotated[str | None, "the sum of the printed scores; null where one is missing"]
    standing: Stands


class ScoredGrade(TypedDict):
    """The grade of a form."""

    printed: Annotated[str, "empty where none is printed"]
    of_printed: Annotated[str, "the grade of the printed total"]
    due: Annotated[list[str], "the grades the recomputed total may have"]
    disagrees: Annotated[bool, "the printed grade does not follow from the printed total"]


class ScoredForm(TypedDict):
    """One form and its scores."""

    title: str
    form: str
    project: str
    scheme: Annotated[str | None, "name of the scheme, as --scheme takes it"]
    how: Annotated[Literal["asked", "stated", "form", "inferred", "default", ""], "how the scheme was found"]
    why: Annotated[str, "the same in words"]
    said: Annotated[list[str], "what is to be said of the form as a whole"]
    empty: Annotated[bool, "a template that nobody filled in"]
    disagrees: Annotated[bool, "a score, the total or the grade is at odds with what was recomputed"]
    lines: list[ScoredLine]
    total: ScoredTotal
    grade: ScoredGrade | None


class ScoredDocument(TypedDict):
    """One document and its forms."""

    path: str
    sha256: str
    kind: Kind
    body: str
    year: int | None
    region: str
    forms: list[ScoredForm]


class Scores(TypedDict):
    """The answer of `gouji score --format json`."""

    gouji: Annotated[str, "version of the program"]
    documents: list[ScoredDocument]
    failures: list[Failure]
    skipped: list[Skipped]


class Decreed(TypedDict):
    """One thing that a scheme decrees."""

    what: str
    value: str
    certainty: Annotated[Certainty, "seen in an official text; from practice; professional opinion"]


class Scheme(TypedDict):
    """A scheme of scoring."""

    name: str
    title: str
    source: str
    certainty: Certainty
    level: Level
    regions: Annotated[list[str], "empty: everywhere"]
    first: Annotated[int | None, "the first budget year it is for"]
    last: int | None
    decrees: list[Decreed]


class Schemes(TypedDict):
    """The answer of `gouji score --schemes --format json`."""

    gouji: Annotated[str, "version of the program"]
    schemes: list[Scheme]
