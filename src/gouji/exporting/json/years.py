"""The years of each body as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import gouji
from gouji.exporting.json import years_shapes as shapes
from gouji.exporting.json.check import failures, skipped
from gouji.exporting.json.places import place
from gouji.exporting.json.written import digits
from gouji.exporting.speech import Speech
from gouji.exporting.where import Where
from gouji.exporting.years.contradictions import Contradiction
from gouji.exporting.years.indicators import reaches
from gouji.exporting.years.worded import message, titled
from gouji.exporting.years.words import Body, contradicting, sentences, unplaced
from gouji.model.chain import Amount, BodyYear, IndicatorLine, IndicatorYear, ProjectLine, ProjectYear, Stated
from gouji.model.examination import Examination
from gouji.model.figure import Figure


def years(bodies: Sequence[Body], examination: Examination, speech: Speech) -> shapes.Years:
    """The whole answer of `gouji years --format json`."""
    where = Where((document.report for document in examination.documents), speech)
    return {
        "gouji": gouji.__version__,
        "bodies": [_body(one, where, speech) for one in bodies],
        "unplaced": unplaced(bodies, examination),
        "failures": failures(examination.failures, speech),
        "skipped": skipped(examination.skipped, speech),
    }


def _body(one: Body, where: Where, speech: Speech) -> shapes.YearsBody:
    record = one.record
    lacking = [(gap.year, gap.stage.value) for gap in record.gaps]
    return {
        "body": record.body,
        "names": list(record.names),
        "level": record.level,
        "summary": [*sentences(one, speech), contradicting(one, speech)],
        "years": [_year(year, [stage for at, stage in lacking if at == year.year], where) for year in record.years],
        "indicators": [_indicator(line, where) for line in record.indicators],
        "projects": [_project(line, one, where) for line in record.projects],
        "contradictions": [_contradiction(found, where, speech) for found in one.found.all],
        "unclear": [unclear.name for unclear in record.unclear],
    }


def _year(year: BodyYear, lacking: list[str], where: Where) -> shapes.YearsOfBody:
    return {
        "year": year.year,
        "documents": {stage.value: list(paths) for stage, paths in year.documents.items()},
        "lacking": lacking,  # type: ignore[typeddict-item]
        "amounts": [_amount(amount, where) for amount in year.money.amounts],
        "score": _score(year.score, year.grade, where),
    }


def _amount(one: Amount, where: Where) -> shapes.YearsAmount:
    return {
        "meaning": one.meaning, "moment": one.moment.value, "month": one.month, "scope": one.scope,
        "stage": one.stage.value, "later": one.later, "yuan": digits(one.figure.value), "text": one.figure.text,
        "unit": one.figure.unit, "at": place(one.figure.place, where),
    }  # fmt: skip


def _score(figure: Figure | None, grade: str, where: Where) -> shapes.YearsScore | None:
    return {"points": digits(figure.value), "grade": grade, "at": place(figure.place, where)} if figure else None


def _project(line: ProjectLine, one: Body, where: Where) -> shapes.YearsProject:
    return {
        "name": line.name, "names": list(line.names), "code": line.code, "unit": line.unit, "secret": line.secret,
        "contradictions": one.found.of_project(line),
        "years": [_project_year(year, where) for year in line.years],
        "indicators": [_indicator(indicator, where) for indicator in line.indicators],
    }  # fmt: skip


def _project_year(year: ProjectYear, where: Where) -> shapes.YearsProjectYear:
    amounts = [_amount(amount, where) for amount in year.money.amounts]
    return {"year": year.year, "amounts": amounts, "score": _score(year.total, year.grade, where)}


def _indicator(line: IndicatorLine, where: Where) -> shapes.YearsIndicator:
    return {
        "name": line.name, "names": list(line.names), "level1": line.level1, "level2": line.level2,
        "years": [_indicator_year(line.name, year, where) for year in line.years],
    }  # fmt: skip


def _indicator_year(name: str, year: IndicatorYear, where: Where) -> shapes.YearsIndicatorYear:
    return {"year": year.year, "met": reaches(name, year), "stated": [_stated(one, where) for one in year.stated]}


def _stated(one: Stated, where: Where) -> shapes.YearsStated:
    value = one.value
    return {
        "part": one.part.value, "stage": one.stage.value, "month": one.month, "text": value.text,
        "comparator": value.comparator, "low": _digits(value.low), "high": _digits(value.high), "unit": value.unit,
        "weight": _digits(one.weight.value if one.weight else None),
        "score": _digits(one.score.value if one.score else None), "at": place(one.place, where),
    }  # fmt: skip


def _digits(value: Decimal | None) -> str | None:
    return digits(value) if value is not None else None


def _contradiction(one: Contradiction, where: Where, speech: Speech) -> shapes.YearsContradiction:
    finding = one.finding
    return {
        "number": one.number, "rule": finding.card.name, "severity": finding.severity.value,
        "title": titled(one, speech), "message": message(one, speech), "places": [place(at, where) for at in one.places],
    }  # fmt: skip
