"""What is most likely wrong, and which figures identities look at, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from gouji.exporting.candidates import likely
from gouji.exporting.json import shapes
from gouji.exporting.json.places import place
from gouji.exporting.where import Where
from gouji.model.finding import Change, Look, Suspect
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.standing import Standing

_NONE = Look()


def suspect(found: Suspect, identities: list[shapes.Tail], where: Where) -> shapes.Suspect:
    """The number most likely wrong, how sure that is, and what else would do."""
    first = _change(found.changes[0], where) if found.changes else None
    return {
        "at": first["at"] if first else None,
        "stated": first["stated"] if first else "",
        "likely": first["likely"] if first else "",
        "kind": first["kind"] if first else None,
        "with": [_change(change, where) for change in found.changes[1:]],
        "clears": len(found.clears),
        "confidence": cast(shapes.Confidence, found.standing.value),
        "whole": found.whole.value if found.whole else None,
        "alternatives": [_alternative(changes, where) for changes in found.alternatives if changes],
        "identities": identities,
    }


def _change(change: Change, where: Where) -> shapes.Change:
    return {
        "at": place(change.figure.place, where),
        "stated": change.figure.text,
        "likely": likely(change),
        "kind": change.slip.value,
    }


def _alternative(changes: Sequence[Change], where: Where) -> shapes.Alternative:
    return {**_change(changes[0], where), "with": [_change(change, where) for change in changes[1:]]}


def looked(report: Report, looks: Mapping[Place, Look], where: Where) -> list[shapes.Looked]:
    """Every figure of a document with how many identities look at it."""
    return [_looked(figure.place, looks.get(figure.place, _NONE), where) for figure in report.figures()]


def _looked(at: Place, look: Look, where: Where) -> shapes.Looked:
    return {
        "at": place(at, where),
        "identities": look.identities,
        "hold": look.hold,
        "standing": _standing(look),
    }


def _standing(look: Look) -> shapes.FigureStanding:
    if not look.identities:
        standing = Standing.NOT_COVERED
    elif not look.hold:
        standing = Standing.VIOLATED
    else:
        standing = Standing.COVERED_ONCE if look.hold == 1 else Standing.VOUCHED
    return cast(shapes.FigureStanding, standing.value)
