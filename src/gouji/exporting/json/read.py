"""What was read, as JSON: tables with every cell, projects, indicators with parsed values, claims, scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import gouji
from gouji.exporting.json import read_shapes
from gouji.exporting.json.check import coverage, doubts, failures, pages, skipped
from gouji.exporting.json.values import maybe_value, outlook, value
from gouji.exporting.json.written import digits
from gouji.exporting.speech import Speech
from gouji.exporting.where import Where
from gouji.model.examination import Gathered
from gouji.model.figure import Figure
from gouji.model.finding import Checked, Look
from gouji.model.narrative import Claim
from gouji.model.performance import Indicator, Project, Review, Reviewed, Score, TextBox
from gouji.model.place import Ink, Place
from gouji.model.report import Report
from gouji.model.table import Cell, Row, Table

_NOBODY = Look()


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as read, and the identities that look at its figures; None where that is not known."""

    report: Report
    looks: Mapping[Place, Look] | None


def readings(gathered: Gathered, speech: Speech, checked: Mapping[str, Checked] | None = None) -> read_shapes.Read:
    """The whole answer of `gouji read --format json`; `checked` knows of each document who looks at its figures."""
    where = Where(gathered.reports, speech)
    return {
        "gouji": gouji.__version__,
        "documents": [_document(report, (checked or {}).get(report.path), where) for report in gathered.reports],
        "failures": failures(gathered.failures, speech),
        "skipped": skipped(gathered.skipped, speech),
    }


def _document(report: Report, checked: Checked | None, where: Where) -> read_shapes.ReadDocument:
    seen = Seen(report, checked.looks if checked else None)
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
        "coverage": coverage(checked.coverage) if checked else None,
        "tables": [_table(table, seen) for table in report.tables],
        "projects": [_project(project, seen) for project in report.projects],
        "indicators": [_indicator(indicator, seen) for indicator in report.indicators],
        "boxes": [_box(box, seen) for box in report.boxes],
        "claims": [_claim(claim, seen) for claim in report.claims],
        "scores": [_score(score, seen) for score in report.scores],
        "reviews": [_review(review, seen) for review in report.reviews],
        "doubts": doubts(report.doubts, where),
    }


def _spot(ink: Ink, seen: Seen) -> read_shapes.Spotted:
    found = seen.report.spotted(ink)
    box = list(found.box) if found.box else None
    return {"line": ink.line, "page": found.page, "box": box, "sheet": found.sheet, "cell": found.cell}


def _table(table: Table, seen: Seen) -> read_shapes.Table:
    return {
        "form": table.form,
        "title": table.title,
        "known": table.known,
        "unit": table.unit,
        **_spot(table.ink, seen),
        "columns": list(table.columns),
        "rows": [_row(row, seen) for row in table.rows],
        "notes": list(table.notes),
    }


def _row(row: Row, seen: Seen) -> read_shapes.Row:
    return {
        "code": row.code,
        "name": row.name,
        "side": row.side,
        "number": row.number,
        **_spot(row.ink, seen),
        "cells": {column: _cell(cell, seen) for column, cell in row.cells.items()},
    }


def _cell(cell: Cell, seen: Seen) -> read_shapes.Cell:
    if cell.figure is not None:
        return {**_figure(cell.figure, seen)}
    ink = cell.place.ink
    return {
        "text": cell.text, "kind": None, "value": None, "step": None, "yuan": None, "unit": "",
        **_spot(ink, seen), "column": ink.column, "identities": None,
    }  # fmt: skip


def _figure(figure: Figure, seen: Seen) -> read_shapes.Figure:
    return {
        "text": figure.text,
        "kind": figure.kind.value,
        "value": digits(figure.value),
        "step": digits(figure.step),
        "yuan": None if figure.yuan is None else digits(figure.yuan),
        "unit": figure.unit,
        **_spot(figure.place.ink, seen),
        "column": figure.place.ink.column,
        "identities": None if seen.looks is None else seen.looks.get(figure.place, _NOBODY).identities,
    }


def _maybe_figure(figure: Figure | None, seen: Seen) -> read_shapes.Figure | None:
    return None if figure is None else _figure(figure, seen)


def _project(project: Project, seen: Seen) -> read_shapes.Project:
    return {
        "name": project.name,
        "body": project.body,
        "secret": project.secret,
        "form": project.form,
        "period": list(project.period) if project.period else None,
        "funds": {name: _figure(figure, seen) for name, figure in project.funds.items()},
        "goal": project.goal.text,
        "boxes": [_box(box, seen) for box in project.boxes],
        "indicators": [_indicator(indicator, seen) for indicator in project.indicators],
        **_spot(project.place.ink, seen),
    }


def _indicator(indicator: Indicator, seen: Seen) -> read_shapes.Indicator:
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "value": value(indicator.value),
        "period_value": maybe_value(indicator.period_value),
        "weight": _maybe_figure(indicator.weight, seen),
        "nature": indicator.nature,
        "direction": indicator.direction,
        **_spot(indicator.place.ink, seen),
    }


def _box(box: TextBox, seen: Seen) -> read_shapes.Box:
    return {"field": box.field, "text": box.text, **_spot(box.place.ink, seen)}


def _claim(claim: Claim, seen: Seen) -> read_shapes.Claim:
    return {
        "kind": claim.kind.value,
        "about": claim.about,
        "of": claim.of,
        "against": claim.against,
        "direction": claim.direction,
        "text": claim.text,
        "value": _maybe_figure(claim.figure, seen),
        **_spot(claim.ink, seen),
    }


def _score(score: Score, seen: Seen) -> read_shapes.Score:
    return {
        "level1": score.level1,
        "level2": score.level2,
        "name": score.name,
        "project": score.project,
        "form": score.form,
        "target": maybe_value(score.target),
        "actual": maybe_value(score.actual),
        "points": _maybe_figure(score.points, seen),
        "score": _maybe_figure(score.score, seen),
        "reason": score.reason,
        "outlook": outlook(score.outlook) if score.outlook else None,
        "reviewed": _reviewed(score.reviewed, seen) if score.reviewed else None,
        **_spot(score.place.ink, seen),
    }


def _reviewed(reviewed: Reviewed, seen: Seen) -> read_shapes.Reviewed:
    return {
        "actual": maybe_value(reviewed.actual),
        "score": _maybe_figure(reviewed.score, seen),
        "deviation": _maybe_figure(reviewed.deviation, seen),
        "remark": reviewed.remark,
    }


def _review(review: Review, seen: Seen) -> read_shapes.Review:
    return {
        "subject": review.subject,
        "aspect": review.aspect,
        "point": review.point,
        "opinion": review.opinion,
        "points": _maybe_figure(review.points, seen),
        "score": _maybe_figure(review.score, seen),
        "project": review.project,
        **_spot(review.place.ink, seen),
    }
