"""Scores reckoned again, as JSON: forms with their lines, totals and grades; and the schemes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import cast

import gouji
from gouji.exporting.json import score_shapes as shapes
from gouji.exporting.json.check import failures, skipped
from gouji.exporting.json.places import place
from gouji.exporting.schemes import numbers
from gouji.exporting.speech import Speech
from gouji.exporting.where import Where
from gouji.model.examination import Gathered
from gouji.scoring.grade import Grade
from gouji.scoring.review import AfterReview
from gouji.scoring.scheme import Scheme
from gouji.scoring.scored import Scored
from gouji.scoring.sheet import Line, Sheet
from gouji.scoring.span import Span, worded

PLACES = 4


def scores(scored: Sequence[Scored], gathered: Gathered, speech: Speech) -> shapes.Scores:
    """The whole answer of `gouji score --format json`."""
    where = Where((one.report for one in scored), speech)
    return {
        "gouji": gouji.__version__,
        "documents": [_document(one, where, speech) for one in scored],
        "failures": failures(gathered.failures, speech),
        "skipped": skipped(gathered.skipped, speech),
    }


def listed_schemes(schemes: Iterable[Scheme], speech: Speech) -> shapes.Schemes:
    """The whole answer of `gouji score --schemes --format json`."""
    return {"gouji": gouji.__version__, "schemes": [_scheme(scheme, speech) for scheme in schemes]}


def _document(scored: Scored, where: Where, speech: Speech) -> shapes.ScoredDocument:
    report = scored.report
    return {
        "path": report.path,
        "sha256": report.sha256,
        "kind": report.kind.value,
        "body": report.body,
        "year": report.year,
        "region": report.region,
        "forms": [_form(sheet, where, speech) for sheet in scored.sheets],
    }


def _form(sheet: Sheet, where: Where, speech: Speech) -> shapes.ScoredForm:
    chosen, total = sheet.chosen, sheet.total
    return {
        "title": sheet.title,
        "form": sheet.form,
        "project": sheet.project,
        "scheme": chosen.scheme.name if chosen else None,
        "how": chosen.how.value if chosen else "",
        "why": speech(*chosen.why) if chosen else "",
        "said": [speech(*said) for said in sheet.said],
        "empty": sheet.empty,
        "disagrees": sheet.disagrees,
        "lines": [_line(line, where, speech) for line in sheet.lines],
        "total": {
            "due": _interval(total.span) if total.span else None,
            "printed": f"{total.printed.value:f}" if total.printed else None,
            "parts": f"{total.parts:f}" if total.parts is not None else None,
            "standing": total.standing.value,
        },
        "grade": _grade(sheet.grade) if sheet.grade else None,
    }


def _line(line: Line, where: Where, speech: Speech) -> shapes.ScoredLine:
    award, share = line.award, line.award.reached.share
    return {
        "name": line.name,
        "level1": line.level1,
        "level2": line.level2,
        "target": line.target,
        "actual": line.actual,
        "completion": _interval(share.times(100)) if share else None,
        "points": f"{line.points.value:f}" if line.points else None,
        "printed": f"{line.printed.value:f}" if line.printed else None,
        "due": _interval(award.span),
        "exact": worded(award.plain, PLACES) if award.plain is not None else None,
        "rule": award.rule.value,
        "known": award.known,
        "standing": award.standing.value,
        "why": speech(*award.why),
        "read": award.reached.told,
        "note": speech(*award.note),
        "reviewed": _reviewed(line.reviewed, speech) if line.reviewed else None,
        "at": place(line.printed.place if line.printed else line.place, where),
    }


def _reviewed(review: AfterReview, speech: Speech) -> shapes.ScoredReview:
    return {
        "actual": review.actual,
        "printed": None if review.award.printed is None else f"{review.award.printed:f}",
        "due": _interval(review.award.span),
        "standing": review.award.standing.value,
        "why": speech(*review.award.why),
        "remark": review.remark,
    }


def _grade(grade: Grade) -> shapes.ScoredGrade:
    return {
        "printed": grade.printed,
        "of_printed": grade.of_printed,
        "due": list(grade.due),
        "disagrees": grade.disagrees,
    }


def _interval(span: Span) -> shapes.Interval:
    return {"low": worded(span.low, PLACES), "high": worded(Fraction(span.high), PLACES)}


def _scheme(scheme: Scheme, speech: Speech) -> shapes.Scheme:
    first, last = scheme.years
    return {
        "name": scheme.name,
        "title": speech(scheme.title, scheme.title_en),
        "source": scheme.source,
        "certainty": scheme.certainty.value,
        "level": cast("shapes.Level", scheme.level),
        "regions": list(scheme.regions),
        "first": first,
        "last": last,
        "decrees": [
            {"what": one.what, "value": one.value, "certainty": one.certainty.value} for one in numbers(scheme, speech)
        ],
    }
