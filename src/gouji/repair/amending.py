"""Figures of a report exchanged for others, wherever in it they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from gouji.model.figure import Figure
from gouji.model.inked import Inked
from gouji.model.narrative import Paragraph
from gouji.model.place import Ink, Place
from gouji.model.report import Report
from gouji.model.table import Cell

_HOLDERS = ("tables", "projects", "indicators", "boxes", "scores", "claims", "box_claims")
_WITHOUT = (str, Ink, Inked, Paragraph)  # hold no figures


def amended(report: Report, figures: Mapping[Place, Figure]) -> Report:
    """The report with these figures at these places; the parts of it that hold none of them stay the same objects."""
    return replace(report, **{name: _amended(getattr(report, name), figures) for name in _HOLDERS})


def _amended(part: Any, figures: Mapping[Place, Figure]) -> Any:
    if isinstance(part, Figure):
        return figures.get(part.place, part)
    if isinstance(part, Place):
        return figures[part].place if part in figures else part
    if isinstance(part, tuple):
        made = tuple(_amended(each, figures) for each in part)
        return part if _same(part, made) else made
    if isinstance(part, Mapping):
        values = {key: _amended(value, figures) for key, value in part.items()}
        return part if _same(tuple(part.values()), tuple(values.values())) else values
    if is_dataclass(part) and not isinstance(part, _WITHOUT):
        return _rebuilt(part, figures)
    return part


def _rebuilt(part: Any, figures: Mapping[Place, Figure]) -> Any:
    """A record made anew from its public fields, if any of them changed: what it keeps for itself it works out again."""
    was = {each.name: getattr(part, each.name) for each in fields(part) if not each.name.startswith("_")}
    now = {name: _amended(value, figures) for name, value in was.items()}
    if _same(tuple(was.values()), tuple(now.values())):
        return part
    if isinstance(part, Cell) and part.figure is not now["figure"]:
        now["text"] = now["figure"].text
    return type(part)(**now)


def _same(was: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    return all(one is other for one, other in zip(was, now, strict=True))
