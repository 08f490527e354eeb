"""An examination as JSON: documents, findings with their places, coverage, outcomes, doubts, files that failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

import gouji
from gouji.exporting.json import shapes
from gouji.exporting.json.places import place
from gouji.exporting.json.suspects import looked, suspect
from gouji.exporting.json.written import digits
from gouji.exporting.laid import lay_out
from gouji.exporting.speech import Speech
from gouji.exporting.told import doubtful, tell
from gouji.exporting.where import Where
from gouji.model.examination import Examination, Examined, Failure, Skipped
from gouji.model.finding import Checked, Comparison, Coverage, Finding, Outcome, Result, Suspect
from gouji.model.law import likelihood, standing
from gouji.model.medium import Page
from gouji.model.report import Doubt, Report
from gouji.model.standing import Standing


def checked(examination: Examination, speech: Speech) -> shapes.Check:
    """The whole answer of `gouji check --format json`."""
    where = Where((document.report for document in examination.documents), speech)
    return {
        "gouji": gouji.__version__,
        "rules": gouji.RULES_VERSION,
        "tolerance": examination.tolerance.value,
        "documents": [_document(document, where, speech) for document in examination.documents],
        "failures": failures(examination.failures, speech),
        "skipped": skipped(examination.skipped, speech),
    }


def _document(document: Examined, where: Where, speech: Speech) -> shapes.CheckedDocument:
    report, result = document.report, document.checked
    return {
        "path": report.path,
        "sha256": report.sha256,
        "kind": report.kind.value,
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "region": report.region,
        "layout": report.layout,
        "medium": report.medium.value,
        "pages": pages(report.pages),
        "coverage": coverage(result.coverage),
        "figures": looked(report, result.looks, where),
        "outcomes": _outcomes(document.results()),
        "standings": _standings(document.standings()),
        "findings": [_finding(finding, report, where, speech) for finding in result.findings],
        "doubts": doubts(report.doubts, where),
        "not_applicable": _not_applicable(result),
        "broken": [_broken(outcome) for outcome in result.outcomes if outcome.result is Result.BROKEN],
    }


def _finding(finding: Finding, report: Report, where: Where, speech: Speech) -> shapes.Finding:
    told = tell(finding, speech)
    return {
        "id": finding.fingerprint,
        "rule": finding.card.name,
        "severity": finding.severity.value,
        "title": told.title,
        "message": told.message,
        "stated": told.stated,
        "expected": told.expected,
        "rewrite": told.rewrite,
        "difference": told.difference,
        "relation": cast(shapes.Relation, told.relation),
        "formula": told.formula,
        "working": told.working,
        "note": told.note,
        "basis": finding.card.basis,
        "certainty": finding.card.certainty.value,
        "doubtful": doubtful(finding, report),
        "at": place(finding.at, where),
        "against": [place(other, where) for other in finding.against],
        "tails": [_tail(comparison, where, speech) for comparison in finding.tail],
        "suspect": _suspect(finding.suspect, where, speech) if finding.suspect else None,
    }


def _suspect(found: Suspect, where: Where, speech: Speech) -> shapes.Suspect:
    return suspect(found, [_tail(comparison, where, speech) for comparison in found.clears], where)


def _tail(comparison: Comparison, where: Where, speech: Speech) -> shapes.Tail:
    laid = lay_out(comparison, speech)
    return {
        "at": place(comparison.stated.place, where),
        "stated": laid.stated,
        "expected": laid.expected,
        "difference": laid.difference,
        "formula": comparison.formula,
        "working": laid.working,
        "standing": cast(shapes.IdentityStanding, standing(comparison).value),
        "chance": None if (p := likelihood(comparison)) is None else digits(Decimal(f"{float(p):.3g}")),
    }


def coverage(found: Coverage) -> shapes.Coverage:
    """How many figures were read, and how many are vouched for."""
    return {
        "figures": found.figures,
        "vouched": found.vouched,
        "once": found.once,
        "unvouched": found.unvouched,
        "unread": found.unread,
    }


def _outcomes(results: dict[Result, int]) -> shapes.Outcomes:
    return {
        "agree": results[Result.AGREE],
        "within_rounding": results[Result.WITHIN_ROUNDING],
        "disagree": results[Result.DISAGREE],
        "not_applicable": results[Result.NOT_APPLICABLE],
        "broken": results[Result.BROKEN],
    }


def _standings(counts: Mapping[Standing, int]) -> shapes.Standings:
    return {
        "consistent": counts[Standing.CONSISTENT],
        "improbable": counts[Standing.IMPROBABLE],
        "needs_hidden_amount": counts[Standing.HIDDEN_AMOUNT],
        "not_checkable": counts[Standing.NOT_CHECKABLE],
        "violated": counts[Standing.VIOLATED],
    }


def _not_applicable(result: Checked) -> list[shapes.NotApplicable]:
    counts = Counter(
        (outcome.card.name, outcome.reason) for outcome in result.outcomes if outcome.result is Result.NOT_APPLICABLE
    )
    return [{"rule": rule, "reason": reason, "count": count} for (rule, reason), count in counts.items()]


def _broken(outcome: Outcome) -> shapes.Broken:
    return {"rule": outcome.card.name, "reason": outcome.reason}


def doubts(found: Iterable[Doubt], where: Where) -> list[shapes.Doubt]:
    """What the reader could not make sure of."""
    return [{"at": place(doubt.place, where), "message": doubt.message, "unread": doubt.unread} for doubt in found]


def pages(found: Iterable[Page]) -> list[shapes.Page]:
    """The pages of a paged document, as displayed."""
    return [
        {"number": page.number, "width": page.width, "height": page.height, "scanned": page.scanned} for page in found
    ]


def failures(found: Iterable[Failure], speech: Speech) -> list[shapes.Failure]:
    """The files that could not be read."""
    return [{"path": failure.path, "message": speech(failure.message, failure.message_en)} for failure in found]


def skipped(found: Iterable[Skipped], speech: Speech) -> list[shapes.Skipped]:
    """The files of folders that were passed over."""
    return [{"path": passed.path, "reason": speech(passed.reason, passed.reason_en)} for passed in found]
