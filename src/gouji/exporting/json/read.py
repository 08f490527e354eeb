"""What was read, as JSON: tables with every cell, projects, indicators with parsed values, claims, scores."""

from __future__ import annotations

import gouji
from gouji.exporting.json import read_shapes
from gouji.exporting.json.check import doubts, failures, pages, skipped
from gouji.exporting.json.written import digits
from gouji.exporting.speech import Speech
from gouji.exporting.where import Where
from gouji.model.examination import Gathered
from gouji.model.figure import Figure
from gouji.model.narrative import Claim
from gouji.model.performance import Criterion, Indicator, Project, Score, TextBox
from gouji.model.place import Ink
from gouji.model.report import Report
from gouji.model.table import Cell, Row, Table


def readings(gathered: Gathered, speech: Speech) -> read_shapes.Read:
    """The whole answer of `gouji read --format json`."""
    where = Where(gathered.reports, speech)
    return {
        "gouji": gouji.__version__,
        "documents": [_document(report, where) for report in gathered.reports],
        "failures": failures(gathered.failures, speech),
        "skipped": skipped(gathered.skipped, speech),
    }


def _document(report: Report, where: Where) -> read_shapes.ReadDocument:
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
        "tables": [_table(table, report) for table in report.tables],
        "projects": [_project(project, report) for project in report.projects],
        "indicators": [_indicator(indicator, report) for indicator in report.indicators],
        "boxes": [_box(box, report) for box in report.boxes],
        "claims": [_claim(claim, report) for claim in report.claims],
        "scores": [_score(score, report) for score in report.scores],
        "doubts": doubts(report.doubts, where),
    }


def _spot(ink: Ink, report: Report) -> read_shapes.Spotted:
    found = report.spotted(ink)
    box = list(found.box) if found.box else None
    return {"line": ink.line, "page": found.page, "box": box, "sheet": found.sheet, "cell": found.cell}


def _table(table: Table, report: Report) -> read_shapes.Table:
    return {
        "form": table.form,
        "title": table.title,
        "known": table.known,
        "unit": table.unit,
        **_spot(table.ink, report),
        "columns": list(table.columns),
        "rows": [_row(row, report) for row in table.rows],
        "notes": list(table.notes),
    }


def _row(row: Row, report: Report) -> read_shapes.Row:
    return {
        "code": row.code,
        "name": row.name,
        "side": row.side,
        "number": row.number,
        **_spot(row.ink, report),
        "cells": {column: _cell(cell, report) for column, cell in row.cells.items()},
    }


def _cell(cell: Cell, report: Report) -> read_shapes.Cell:
    if cell.figure is not None:
        return {**_figure(cell.figure, report)}
    ink = cell.place.ink
    return {
        "text": cell.text, "kind": None, "value": None, "step": None, "yuan": None, "unit": "",
        **_spot(ink, report), "column": ink.column,
    }  # fmt: skip


def _figure(figure: Figure, report: Report) -> read_shapes.Figure:
    return {
        "text": figure.text,
        "kind": figure.kind.value,
        "value": digits(figure.value),
        "step": digits(figure.step),
        "yuan": None if figure.yuan is None else digits(figure.yuan),
        "unit": figure.unit,
        **_spot(figure.place.ink, report),
        "column": figure.place.ink.column,
    }


def _maybe_figure(figure: Figure | None, report: Report) -> read_shapes.Figure | None:
    return None if figure is None else _figure(figure, report)


def _project(project: Project, report: Report) -> read_shapes.Project:
    return {
        "name": project.name,
        "body": project.body,
        "secret": project.secret,
        "form": project.form,
        "period": list(project.period) if project.period else None,
        "funds": {name: _figure(figure, report) for name, figure in project.funds.items()},
        "goal": project.goal.text,
        "boxes": [_box(box, report) for box in project.boxes],
        "indicators": [_indicator(indicator, report) for indicator in project.indicators],
        **_spot(project.place.ink, report),
    }


def _indicator(indicator: Indicator, report: Report) -> read_shapes.Indicator:
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "value": _value(indicator.value),
        "period_value": _maybe_value(indicator.period_value),
        "weight": _maybe_figure(indicator.weight, report),
        **_spot(indicator.place.ink, report),
    }


def _value(criterion: Criterion) -> read_shapes.Value:
    return {
        "text": criterion.text,
        "kind": criterion.kind.value,
        "comparator": criterion.comparator,
        "low": None if criterion.low is None else digits(criterion.low),
        "high": None if criterion.high is None else digits(criterion.high),
        "unit": criterion.unit,
        "period": criterion.period,
        "parts": [_value(part) for part in criterion.parts],
    }


def _maybe_value(criterion: Criterion | None) -> read_shapes.Value | None:
    return None if criterion is None else _value(criterion)


def _box(box: TextBox, report: Report) -> read_shapes.Box:
    return {"field": box.field, "text": box.text, **_spot(box.place.ink, report)}


def _claim(claim: Claim, report: Report) -> read_shapes.Claim:
    return {
        "kind": claim.kind.value,
        "about": claim.about,
        "of": claim.of,
        "against": claim.against,
        "direction": claim.direction,
        "text": claim.text,
        "value": _maybe_figure(claim.figure, report),
        **_spot(claim.ink, report),
    }


def _score(score: Score, report: Report) -> read_shapes.Score:
    return {
        "level1": score.level1,
        "level2": score.level2,
        "name": score.name,
        "project": score.project,
        "form": score.form,
        "target": _maybe_value(score.target),
        "actual": _maybe_value(score.actual),
        "points": _maybe_figure(score.points, report),
        "score": _maybe_figure(score.score, report),
        "reason": score.reason,
        **_spot(score.place.ink, report),
    }
