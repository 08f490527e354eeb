"""What `gouji years` answers: one type for every object, with what each key means. The schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from gouji.exporting.json.shapes import Failure, Place, Severity, Skipped

StageName = Literal["target", "budget", "monitoring", "self_evaluation", "evaluation", "final_accounts"]
MomentName = Literal["budget", "adjusted", "so_far", "forecast", "final"]
PartName = Literal["target", "state", "forecast", "result"]


class YearsAmount(TypedDict):
    """One printing of an amount of a year."""

    meaning: Annotated[str, "支出合计, 项目支出, 三公经费合计 …; of a project 资金总额, 财政拨款 …"]
    moment: Annotated[MomentName, "when in the year it holds"]
    month: Annotated[int | None, "the month that ends the period of an amount so far"]
    scope: Annotated[str, "the money counted where it is not all"]
    stage: StageName
    later: Annotated[bool, "said by a document of the next year"]
    yuan: str
    text: Annotated[str, "as printed"]
    unit: str
    at: Place


class YearsScore(TypedDict):
    """A score as printed."""

    points: str
    grade: Annotated[str, "empty where none is printed"]
    at: Place


class YearsStated(TypedDict):
    """One printing of a value of an indicator."""

    part: PartName
    stage: StageName
    month: int | None
    text: Annotated[str, "as printed"]
    comparator: str
    low: str | None
    high: str | None
    unit: str
    weight: Annotated[str | None, "the points to be had"]
    score: Annotated[str | None, "the points given"]
    at: Place


class YearsIndicatorYear(TypedDict):
    """An indicator in a year."""

    year: int
    met: Annotated[bool | None, "the result reaches the target; null where numbers do not tell"]
    stated: list[YearsStated]


class YearsIndicator(TypedDict):
    """An indicator over the years."""

    name: str
    names: Annotated[list[str], "as printed, the latest last"]
    level1: str
    level2: str
    years: list[YearsIndicatorYear]


class YearsProjectYear(TypedDict):
    """A project in a year."""

    year: int
    amounts: list[YearsAmount]
    score: YearsScore | None


class YearsProject(TypedDict):
    """A project over the years."""

    name: str
    names: list[str]
    code: str
    unit: Annotated[str, "the body that carries it out"]
    secret: bool
    contradictions: Annotated[list[int], "numbers of those that concern it"]
    years: list[YearsProjectYear]
    indicators: list[YearsIndicator]


class YearsOfBody(TypedDict):
    """A body in a year."""

    year: int
    documents: Annotated[dict[str, list[str]], "paths by stage"]
    lacking: Annotated[list[StageName], "stages of which the year has no document"]
    amounts: list[YearsAmount]
    score: YearsScore | None


class YearsContradiction(TypedDict):
    """What documents of the body say differently."""

    number: Annotated[int, "counted from 1 within the body"]
    rule: str
    severity: Severity
    title: str
    message: str
    places: Annotated[list[Place], "the stated one, then what it was held against"]


class YearsBody(TypedDict):
    """All documents of a body."""

    body: str
    names: list[str]
    level: Annotated[str, "单位 for a department's own office, 部门 for the whole, where both have documents"]
    summary: Annotated[list[str], "the years in plain sentences"]
    years: list[YearsOfBody]
    indicators: Annotated[list[YearsIndicator], "of the department as a whole"]
    projects: list[YearsProject]
    contradictions: list[YearsContradiction]
    unclear: Annotated[list[str], "names that stand for several things in a year and were not joined"]


class Years(TypedDict):
    """The answer of `gouji years --format json`."""

    gouji: Annotated[str, "version of the program"]
    bodies: list[YearsBody]
    unplaced: Annotated[list[str], "paths of the documents that are in no body: they name none, or no year"]
    failures: list[Failure]
    skipped: list[Skipped]
